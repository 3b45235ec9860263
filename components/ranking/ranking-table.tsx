import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { RankingParameters } from '@/lib/domain/ranking/parameters'
import { tenthsText, unrankedText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import type { RankedRow, ScoredTable } from '@/lib/schemas/ranking'
import type { RankingAddress } from '@/lib/schemas/ranking-address'
import { ChangeMark } from './change-mark'
import { rankingHref } from './ranking-link'
import { ScoreBar, ScoreScale } from './score-bar'
import { slotsOf } from './slots'
import { type Scale, Sparkline, scaleOf } from './sparkline'

const th = 'border-b border-control pr-2 pb-1 text-left align-bottom text-xs font-normal whitespace-nowrap text-ink-3'

/** Ranks that several rows share. */
export function tiesOf(rows: readonly Pick<RankedRow, 'rank'>[]): ReadonlySet<number> {
  const seen = new Set<number>()
  const shared = new Set<number>()
  for (const { rank } of rows) {
    if (rank === null) continue
    if (seen.has(rank)) shared.add(rank)
    seen.add(rank)
  }
  return shared
}

/** A scored table: place, change, name, score, the indicators as a bar, and the last twelve months. */
export function RankingTableView({
  scored,
  rows,
  open,
  query,
  parameters,
  t,
}: {
  scored: ScoredTable
  /** Those of the table that are asked for. */
  rows: readonly RankedRow[]
  /** The row that lies open beside the table. */
  open: string | undefined
  query: RankingAddress
  parameters: RankingParameters
  t: Translator
}) {
  const { table } = scored
  const first = scored.rows[0]
  const shared = { table, query, parameters, ties: tiesOf(scored.rows), t }
  const scale = scaleOf(
    scored.rows.map(({ series }) => series),
    'SCORE',
  )
  return (
    <table className="w-full border-separate border-spacing-0">
      <caption className="sr-only">
        {t('ranking.caption', { table: t(`ranking.table.${table}`), n: rows.length })}
      </caption>
      <thead>
        <tr>
          <th scope="col" className={clsx(th, 'w-[52px] text-center')}>
            {t('ranking.column.rank')}
          </th>
          <th scope="col" className={clsx(th, 'w-[60px] lang-en:w-[72px]')}>
            {t('ranking.column.change')}
          </th>
          <th scope="col" className={th}>
            {t(`ranking.subject.${table}`)}
          </th>
          <th scope="col" className={clsx(th, 'w-[84px] pr-5 text-right')}>
            {t('ranking.column.score')}
          </th>
          <th scope="col" className={clsx(th, 'w-[430px] pb-0 max-lg:hidden')}>
            <span className="sr-only">{t('ranking.column.parts')}</span>
            {first && <ScoreScale slots={slotsOf(table, first, t)} />}
          </th>
          <th scope="col" className={clsx(th, 'w-[106px] max-sm:hidden xl:max-[1339px]:hidden')}>
            {t('ranking.column.months')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.subjectId} row={row} on={row.subjectId === open} scale={scale} {...shared} />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  row,
  on,
  table,
  query,
  parameters,
  ties,
  scale,
  t,
}: {
  row: RankedRow
  on: boolean
  table: ScoredTable['table']
  query: RankingAddress
  parameters: RankingParameters
  ties: ReadonlySet<number>
  scale: Scale
  t: Translator
}) {
  const few = unrankedText(row, parameters, t)
  const slots = slotsOf(table, row, t).filter(({ weight }) => weight > 0)
  const td = clsx('h-[47px] border-b border-divider pr-2', on && 'bg-hover')
  return (
    <tr className={clsx(few && 'text-ink-3')}>
      <td className={clsx(td, 'pr-0 text-center leading-[22px]', on && 'shadow-[inset_3px_0_0_var(--brand-solid)]')}>
        <span className={clsx('text-xl leading-[22px]', !few && 'font-semibold')}>{row.rank ?? '—'}</span>
        {row.rank !== null && ties.has(row.rank) && (
          <span className="block text-xs leading-[14px] text-ink-3">{t('ranking.tie')}</span>
        )}
      </td>
      <td className={td}>
        <ChangeMark rank={row.rank} before={row.before} t={t} />
      </td>
      <th scope="row" className={clsx(td, 'text-left font-normal')}>
        <Link
          href={rankingHref(query, { table, show: row.subjectId })}
          aria-current={on ? 'true' : undefined}
          className="inline-flex min-h-8 items-center hover:text-link max-sm:min-h-11"
          lang="zh-CN"
        >
          {row.name}
        </Link>
        {few && <span className="block pb-1 text-xs lg:hidden">{few}</span>}
        {/* The bar needs a wide screen; its figures stand on paper and on a phone as well. */}
        <span className="flex flex-wrap gap-x-2.5 pb-1 text-xs text-ink-3 lg:hidden">
          {slots.map(({ key, short, points }) => (
            <span key={key} className="whitespace-nowrap">
              {short} {points}
            </span>
          ))}
        </span>
      </th>
      <td className={clsx(td, 'pr-5 text-right')}>
        <span className={clsx('text-lg', !few && 'font-semibold')}>{row.score}</span>
        {row.deduction.points > 0 && (
          <span className="block text-xs leading-[14px] text-red-ink">
            {t('ranking.off', { n: row.deduction.points })}
          </span>
        )}
      </td>
      <td className={clsx(td, 'max-lg:hidden')}>
        {few ? (
          <span className="flex items-center gap-2.5 text-sm">
            <svg width="40" height="8" aria-hidden="true">
              <rect x=".5" y=".5" width="39" height="7" fill="url(#hatch-pause)" stroke="var(--rl-done)" />
            </svg>
            {few}
          </span>
        ) : (
          <ScoreBar slots={slots} t={t} />
        )}
      </td>
      <td className={clsx(td, 'pr-0 max-sm:hidden xl:max-[1339px]:hidden')}>
        <Sparkline series={row.series} ranked={row.rank !== null} scale={scale} say={tenthsText} t={t} />
      </td>
    </tr>
  )
}
