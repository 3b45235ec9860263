import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { RankingParameters } from '@/lib/domain/ranking/parameters'
import type { Means } from '@/lib/domain/ranking/row'
import { INDICATORS, type ScoreTable } from '@/lib/domain/score'
import { monthParts, unrankedText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import type { RankedRow, RankingSubject } from '@/lib/schemas/ranking'
import { ClimbLine } from './climb-line'
import { ItemLine, isMiss } from './item-line'
import { PartTable } from './part-table'
import { originHref, runningHref, trendHref } from './ranking-link'
import { ShrinkExample } from './shrink-example'

/** Items that cost points, as many as stand in the panel. */
const LOST_SHOWN = 5

/** Where a score comes from, beside the table: its components, what they rest on, what was lost, what would help. */
export function ScorePanel({
  month,
  table,
  row,
  means,
  median,
  parameters,
  subject,
  nth,
  mayObject,
  running,
  today,
  t,
}: {
  month: string
  table: ScoreTable
  row: RankedRow
  means: Means
  median: string | null
  parameters: RankingParameters
  /** With its items, where the reader may see them. */
  subject: RankingSubject | null
  /** The version looked at, where it is not the latest. */
  nth: number | undefined
  mayObject: boolean
  /** Whether the reader may see how the running month stands. */
  running: boolean
  today: PlainDate
  t: Translator
}) {
  const origin = originHref({ month, table, subjectId: row.subjectId }, { nth })
  const lost = subject?.items.filter(isMiss) ?? []
  const items = subject?.items.filter(({ out }) => out === null).length ?? 0
  const few = unrankedText(row, parameters, t)
  return (
    <>
      <h2 className="text-lg font-semibold">{t('ranking.why.title')}</h2>
      <p className="text-ink-2">
        <span lang="zh-CN">{row.name}</span>
        {t('ranking.why.due', { month: monthParts(month).month, n: row.due })}
      </p>
      <p className="mt-0.5 mb-2.5 flex flex-wrap items-baseline gap-x-2.5">
        <b className="text-2xl">{row.score}</b>
        <span className="text-ink-2">
          {row.rank === null ? few : t('ranking.why.place', { rank: row.rank })}
          {median !== null && t('ranking.why.median', { median })}
        </span>
      </p>
      <PartTable
        table={table}
        row={row}
        means={means}
        hrefOf={subject ? (indicator) => `${origin}#${indicator}` : null}
        t={t}
      />
      {row.reds !== undefined && row.reds > 0 && (
        <p className="mt-2">
          {subject ? (
            <Link href={`${origin}#RED`} className="inline-flex min-h-6 items-center text-red-ink max-sm:min-h-11">
              {t('ranking.why.reds', { n: row.reds })}
            </Link>
          ) : (
            <span className="text-red-ink">{t('ranking.why.reds', { n: row.reds })}</span>
          )}
        </p>
      )}
      {subject && <ClimbLine subject={subject} t={t} />}
      <section className="mt-3.5 border-t border-divider pt-3">
        <h3 className="font-semibold">{t('ranking.why.fold')}</h3>
        <p className="mt-1 text-sm text-ink-2">
          {t('ranking.why.foldText', {
            from: Math.min(...INDICATORS.map((i) => parameters.priors[i])),
            to: Math.max(...INDICATORS.map((i) => parameters.priors[i])),
          })}
        </p>
        <ShrinkExample row={row} parameters={parameters} t={t} />
      </section>
      {lost.length > 0 && (
        <section className="mt-3.5 border-t border-divider pt-3">
          <h3 className="font-semibold">
            {lost.length > LOST_SHOWN
              ? t('ranking.why.lostSome', { n: lost.length, shown: LOST_SHOWN })
              : t('ranking.why.lost', { n: lost.length })}
          </h3>
          <ul>
            {lost.slice(0, LOST_SHOWN).map((item) => (
              <ItemLine key={item.seq} item={item} today={today} t={t} />
            ))}
          </ul>
        </section>
      )}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-4">
        {mayObject && (
          <Link href={`${origin}#object`} className="btn">
            {t('ranking.why.object')}
          </Link>
        )}
        {subject && (
          <Link href={origin} className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
            {t('ranking.why.all', { n: items })}
          </Link>
        )}
        {subject && (
          <Link
            href={trendHref(table, row.subjectId)}
            className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
          >
            {t('ranking.why.trend')}
          </Link>
        )}
        {running && (
          <Link
            href={runningHref(table, row.subjectId)}
            className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
          >
            {t('ranking.running.link')}
          </Link>
        )}
      </p>
    </>
  )
}
