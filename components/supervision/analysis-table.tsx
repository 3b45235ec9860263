import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { Period } from '@/lib/domain/figure'
import type { ComplaintSums } from '@/lib/domain/supervision/analysis'
import { percentText } from '@/lib/i18n/figure-value'
import type { Translator } from '@/lib/i18n/translator'
import type { AnalysisRow } from '@/lib/schemas/supervision'
import { complaintsHref } from './slip-link'

const th = 'border-b border-control px-2 pb-1 text-sm font-normal whitespace-nowrap text-ink-2'
const td = 'h-10 border-b border-divider px-2 max-sm:h-11'

/** What the lines of a table are of, and the condition of the list of complaints that says so. */
export type AnalysisBy = 'point' | 'agency' | 'kind'
const CONDITION = { point: 'point', agency: 'unit', kind: 'kind' } as const

type Cell = 'received' | 'onTime' | 'satisfied' | 'repeated'
const CELLS = ['received', 'onTime', 'satisfied', 'repeated'] as const satisfies readonly Cell[]
/** What a figure is counted from, as the list of complaints is asked for it. */
const ASKS: Readonly<Record<Cell, Readonly<Record<string, string>>>> = {
  received: {},
  onTime: { done: 'ontime' },
  satisfied: { rated: 'good' },
  repeated: { repeat: '1' },
}
/** What a figure is a share of; null of what is only counted. */
const wholeOf = (sums: ComplaintSums, cell: Cell): number | null =>
  cell === 'onTime' ? sums.judged : cell === 'satisfied' ? sums.rated : cell === 'repeated' ? sums.said : null

/** Width of the bar beside a count, at the most of its table. */
const BAR = 80

/** How many of all, as a bar drawn on the server. */
function CountBar({ n, most }: { n: number; most: number }) {
  return (
    <svg width={BAR} height="10" viewBox={`0 0 ${BAR} 10`} aria-hidden="true" className="inline-block align-middle">
      <rect width={BAR} height="10" fill="var(--line-divider)" />
      <rect width={most === 0 ? 0 : Math.round((n * BAR) / most)} height="10" fill="var(--rl-used)" />
    </svg>
  )
}

function Figure({
  sums,
  cell,
  name,
  href,
  t,
}: {
  sums: ComplaintSums
  cell: Cell
  name: string
  href: ((asks: Readonly<Record<string, string>>) => string) | null
  t: Translator
}) {
  const n = sums[cell]
  const whole = wholeOf(sums, cell)
  const share = whole === null ? null : percentText(BigInt(n), BigInt(whole))
  const count =
    href && n > 0 ? (
      <Link
        href={href(ASKS[cell])}
        aria-label={t('supervisionSlip.analysis.open', { name, what: t(`supervisionSlip.analysis.${cell}`), n })}
        className="inline-flex items-center font-semibold hover:text-link hover:underline max-sm:min-h-11 max-sm:min-w-11 max-sm:justify-end"
      >
        {n}
      </Link>
    ) : (
      <span className={n === 0 ? 'text-ink-3' : undefined}>{n}</span>
    )
  if (whole === null) return count
  return (
    <>
      {count}
      <span className="ml-1 text-sm text-ink-3">/{whole}</span>
      <span className="ml-2 inline-block w-14 text-right">{share ?? t('supervisionSlip.analysis.none')}</span>
    </>
  )
}

/**
 * One cut of the analysis: a line for each point, unit or kind, counts first and what they are a share of beside them; each count opens its
 * rows where the reader has them.
 */
export function AnalysisTable({
  by,
  rows,
  total,
  period,
  opens,
  t,
}: {
  by: AnalysisBy
  rows: readonly AnalysisRow[]
  total: ComplaintSums
  period: Period
  opens: boolean
  t: Translator
}) {
  const nameOf = ({ id, name }: AnalysisRow): string => {
    if (by === 'kind' && id) return t(`supervisionSlip.analysis.kindOf.${id as 'APPEAL'}`)
    return name ?? t(by === 'point' ? 'supervisionSlip.analysis.noPoint' : 'supervisionSlip.analysis.noAgency')
  }
  const most = Math.max(0, ...rows.map(({ sums }) => sums.received))
  const line = (sums: ComplaintSums, name: string, asks: Readonly<Record<string, string>>) => (
    <>
      {CELLS.map((cell) => (
        <td key={cell} className={clsx(td, 'text-right whitespace-nowrap tabular-nums')}>
          <Figure
            sums={sums}
            cell={cell}
            name={name}
            href={opens ? (more) => complaintsHref({ ...asks, ...more, from: period.from, to: period.to }) : null}
            t={t}
          />
        </td>
      ))}
      <td className={clsx(td, 'text-right whitespace-nowrap')}>
        {sums.medianDays === null
          ? t('supervisionSlip.analysis.none')
          : t('supervisionSlip.analysis.days', { n: sums.medianDays })}
      </td>
    </>
  )
  return (
    <div className="pt-6">
      <h2 className="mb-2 text-lg font-semibold">{t(`supervisionSlip.analysis.of.${by}`)}</h2>
      <section tabIndex={0} aria-label={t(`supervisionSlip.analysis.of.${by}`)} className="relative overflow-x-auto">
        <table className="w-full min-w-[52rem] border-separate border-spacing-0">
          <thead>
            <tr>
              <th scope="col" className={clsx(th, 'text-left')}>
                {t(`supervisionSlip.analysis.name.${by}`)}
              </th>
              <th scope="col" className={th}>
                <span className="sr-only">{t('supervisionSlip.analysis.received')}</span>
              </th>
              {[...CELLS, 'median' as const].map((cell) => (
                <th key={cell} scope="col" className={clsx(th, 'text-right')}>
                  {t(`supervisionSlip.analysis.${cell}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id ?? 'none'}>
                <th scope="row" className={clsx(td, 'text-left font-normal')}>
                  {nameOf(row)}
                </th>
                <td className={td}>
                  <CountBar n={row.sums.received} most={most} />
                </td>
                {line(row.sums, nameOf(row), { [CONDITION[by]]: row.id ?? 'none' })}
              </tr>
            ))}
          </tbody>
          <tfoot className="font-semibold">
            <tr>
              <th scope="row" className={clsx(td, 'text-left')}>
                {t('supervisionSlip.analysis.total')}
              </th>
              <td className={td} />
              {line(total, t('supervisionSlip.analysis.total'), {})}
            </tr>
          </tfoot>
        </table>
      </section>
    </div>
  )
}
