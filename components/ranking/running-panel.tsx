import type { PlainDate } from '@/lib/domain/plain-date'
import { CLIMB_MOST } from '@/lib/domain/ranking/climb'
import { monthParts, unrankedText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import type { RankingRunning, RunningSubject } from '@/lib/schemas/ranking-running'
import { ClimbSteps } from './climb-line'
import { ItemLine } from './item-line'
import { PartTable } from './part-table'

/** Items that are named; the rest is said as a number. */
const SHOWN = 30

/** Somebody's line of the running month: where he stands, and what he can still do before it ends. */
export function RunningPanel({
  running,
  subject,
  today,
  t,
}: {
  running: RankingRunning
  subject: RunningSubject
  today: PlainDate
  t: Translator
}) {
  const { row, items, climb } = subject
  const few = unrankedText(row, running.parameters, t)
  const { month } = monthParts(running.month)
  return (
    <>
      <h2 className="text-lg font-semibold" lang="zh-CN">
        {row.name}
      </h2>
      <p className="flex flex-wrap items-baseline gap-x-2.5">
        <b className="text-2xl">{row.score}</b>
        <span className="text-ink-2">{row.rank === null ? few : t('ranking.why.place', { rank: row.rank })}</span>
      </p>
      {climb.length > 0 ? (
        <div className="mt-3 border-t border-divider pt-3">
          <ClimbSteps
            climb={climb}
            labels={new Map(items.map(({ seq, label }) => [seq, label]))}
            words={(step) => t('ranking.running.climb', { month, ...step })}
            t={t}
          />
        </div>
      ) : (
        items.length > 0 &&
        items.length <= CLIMB_MOST &&
        row.rank !== 1 && <p className="mt-3 text-ink-2">{t('ranking.running.climbNone', { n: items.length })}</p>
      )}
      <h3 className="mt-4 border-t border-divider pt-3 font-semibold">
        {items.length === 0 ? t('ranking.running.nothing') : t('ranking.running.chances', { month, n: items.length })}
      </h3>
      <ul>
        {items.slice(0, SHOWN).map((item) => (
          <ItemLine key={item.seq} item={item} today={today} running t={t} />
        ))}
      </ul>
      {items.length > SHOWN && <p className="py-1 text-ink-2">{t('ranking.running.first', { n: SHOWN })}</p>}
      <p className="pt-3 text-sm text-ink-3">{t('ranking.running.how')}</p>
      <h3 className="mt-4 border-t border-divider pt-3 font-semibold">{t('ranking.running.parts')}</h3>
      <PartTable table={running.table} row={row} means={running.means} hrefOf={null} t={t} />
    </>
  )
}
