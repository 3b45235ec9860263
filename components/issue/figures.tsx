import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import { toFixedDecimal } from '@/lib/domain/decimal'
import { type IssueCounts, type Share, solvedRate } from '@/lib/domain/issue/rate'
import type { Usual } from '@/lib/domain/usual-time'
import type { Translator } from '@/lib/i18n/translator'
import type { IssueFigures, IssueFilter, UnitFigures } from '@/lib/schemas/issue-list'
import { issuesHref } from './ledger-link'

const th = 'border-b border-control bg-thead px-2.5 py-1.5 text-sm font-normal whitespace-nowrap text-ink-2'
const td = 'h-11 border-b border-divider px-2.5 whitespace-nowrap'
const right = `${td} text-right tabular-nums`

/** A figure that opens its rows; what there is none of opens nothing. */
function Figure({
  n,
  of,
  what,
  filter,
  t,
}: {
  n: number
  /** Whose figure it is, and of what: a number alone says nothing to somebody who hears one link after another. */
  of: string
  what: 'held' | 'late' | 'sample' | 'reopened' | (typeof COUNTS)[number][0]
  filter: Readonly<Partial<IssueFilter>>
  t: Translator
}) {
  if (n === 0) return <span className="text-ink-3">0</span>
  return (
    <Link
      href={issuesHref(filter)}
      aria-label={t('issueLedger.figures.open', { of, what: t(`issueLedger.figures.column.${what}`), n })}
      className="text-link underline underline-offset-[3px]"
    >
      {n}
    </Link>
  )
}

const COUNTS = [
  ['total', 'all'],
  ['solved', 'SOLVED'],
  ['understood', 'UNDERSTOOD'],
  ['explained', 'EXPLAINED'],
  ['unsolvable', 'UNSOLVABLE'],
  ['open', 'open'],
  ['withdrawn', 'WITHDRAWN'],
  ['outside', 'OUTSIDE'],
] as const

/** What became of the problems of each ledger, and how many of them are solved. Ledgers stand below each other and have no sum. */
export function LedgerFigures({ ledgers, t }: { ledgers: IssueFigures['ledgers']; t: Translator }) {
  return (
    <Scrolled label={t('issueLedger.figures.captionLedgers')}>
      <table className="w-full max-w-[1160px] border-separate border-spacing-0">
        <caption className="sr-only">{t('issueLedger.figures.captionLedgers')}</caption>
        <thead>
          <tr>
            <th scope="col" className={clsx(th, 'text-left')}>
              {t('issueLedger.figures.column.source')}
            </th>
            {[...COUNTS.map(([name]) => name), 'strict' as const, 'loose' as const, 'sample' as const].map((name) => (
              <th key={name} scope="col" className={clsx(th, 'text-right')}>
                {t(`issueLedger.figures.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ledgers.map((counts) => (
            <LedgerLine key={counts.source} counts={counts} t={t} />
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function LedgerLine({ counts, t }: { counts: IssueCounts; t: Translator }) {
  const { source } = counts
  const rate = solvedRate(counts)
  const of = t(`issueLedger.source.${source}`)
  const share = (one: Share | undefined) => (one ? t('issueLedger.rate.percent', { n: one.percent }) : '—')
  return (
    <tr>
      <th scope="row" className={clsx(td, 'text-left font-semibold')}>
        {of}
      </th>
      {COUNTS.map(([name, state]) => (
        <td key={name} className={right}>
          <Figure n={counts[name]} of={of} what={name} filter={{ source, state }} t={t} />
        </td>
      ))}
      <td className={clsx(right, 'font-semibold')}>{share(rate?.strict)}</td>
      <td className={clsx(right, 'font-semibold')}>{share(rate?.loose)}</td>
      <td className={right}>
        <Figure n={rate?.strict.of ?? 0} of={of} what="sample" filter={{ source, state: 'counted' }} t={t} />
      </td>
    </tr>
  )
}

/** A median as people say it: whole, or with its half. */
const medianText = (usual: Usual, t: Translator): string =>
  usual.enough
    ? t('issueLedger.figures.days', { n: toFixedDecimal(usual.median, 1).replace(/\.0$/, '') })
    : t('issueLedger.figures.few')

/** What no unit has yet, ledger by ledger: the table of the units cannot show it. */
export function WaitingFigures({ waiting, t }: { waiting: IssueFigures['waiting']; t: Translator }) {
  if (waiting.length === 0) return null
  return (
    <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
      <span className="text-ink-2">{t('issueLedger.figures.waiting')}</span>
      {waiting.map(({ source, n }) => (
        <Link
          key={source}
          href={issuesHref({ source, holder: 'tier' })}
          className="text-link underline underline-offset-[3px]"
        >
          {t('issueLedger.figures.waitingOf', { source: t(`issueLedger.source.${source}`), n })}
        </Link>
      ))}
    </p>
  )
}

/** How each unit does with the problems of each ledger. */
export function UnitFigureTable({ units, t }: { units: readonly UnitFigures[]; t: Translator }) {
  return (
    <Scrolled label={t('issueLedger.figures.captionUnits')}>
      <table className="w-full max-w-[960px] border-separate border-spacing-0">
        <caption className="sr-only">{t('issueLedger.figures.captionUnits')}</caption>
        <thead>
          <tr>
            {(['unit', 'source', 'held', 'late', 'median', 'sample', 'reopened'] as const).map((name) => (
              <th
                key={name}
                scope="col"
                className={clsx(th, name === 'unit' || name === 'source' ? 'text-left' : 'text-right')}
              >
                {t(`issueLedger.figures.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ source, unit, held, late, usual, reopened }) => {
            const own = { source, unit: unit.id }
            const of = t('issueLedger.figures.unitOf', { unit: unit.name, source: t(`issueLedger.source.${source}`) })
            return (
              <tr key={`${source}${unit.id}`}>
                <th scope="row" className={clsx(td, 'text-left font-semibold')}>
                  {unit.name}
                </th>
                <td className={clsx(td, 'text-ink-2')}>{t(`issueLedger.source.${source}`)}</td>
                <td className={right}>
                  <Figure n={held} of={of} what="held" filter={{ ...own, holder: 'unit' }} t={t} />
                </td>
                <td className={right}>
                  <Figure n={late} of={of} what="late" filter={{ ...own, holder: 'unit', late: '1' }} t={t} />
                </td>
                <td className={clsx(right, !usual.enough && 'text-ink-3')}>{medianText(usual, t)}</td>
                <td className={right}>
                  <Figure n={usual.n} of={of} what="sample" filter={{ ...own, state: 'closed' }} t={t} />
                </td>
                <td className={right}>
                  <Figure n={reopened} of={of} what="reopened" filter={{ ...own, state: 'all', reopened: '1' }} t={t} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scrolled>
  )
}

/** A wide table that scrolls by itself on a narrow screen. */
function Scrolled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <section tabIndex={0} aria-label={label} className="mt-2 overflow-x-auto print:overflow-visible">
      {children}
    </section>
  )
}
