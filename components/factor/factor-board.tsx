import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { FactorLine } from '@/lib/domain/factor-board'
import type { Translator } from '@/lib/i18n/translator'
import type { FactorBoard, FactorFilter } from '@/lib/schemas/factor'
import { factorsHref } from './factor-link'

type Change = Readonly<Record<string, string | undefined>>
type Line = FactorLine<unknown> & Readonly<{ name: string; change: Change }>

const th = 'border-b border-control px-2 pb-1 text-xs font-normal whitespace-nowrap text-ink-3'
const td = 'h-11 border-b border-divider px-2'

/** Share of the needs that are met, to one place. */
const rate = ({ met, total }: FactorLine<unknown>): string => `${((100 * met) / total).toFixed(1)}%`

/** Needs by kind and by agency; each figure opens its rows. */
export function FactorBoardView({ board, filter, t }: { board: FactorBoard; filter: FactorFilter; t: Translator }) {
  const all: Line | null = board.all && { ...board.all, name: t('factor.board.sum'), change: {} }
  return (
    <div className="grid gap-x-10 gap-y-8 px-4 py-5 sm:px-6 xl:grid-cols-2">
      <Lines
        title={t('factor.board.kinds')}
        head={t('factor.board.kind')}
        lines={board.kinds.map((line) => ({
          ...line,
          name: t(`factor.kind.${line.key}`),
          change: { kind: line.key },
        }))}
        all={all}
        filter={filter}
        t={t}
      />
      <Lines
        title={t('factor.board.agencies')}
        head={t('factor.board.agency')}
        lines={board.agencies.map((line) => ({
          ...line,
          name: line.name ?? t('factor.noLead'),
          change: { lead: line.key ?? 'none' },
        }))}
        all={all}
        filter={filter}
        t={t}
      />
      <p className="text-sm text-ink-3 xl:col-span-2">{t('factor.board.hint')}</p>
    </div>
  )
}

type LinesProps = Readonly<{
  title: string
  head: string
  lines: readonly Line[]
  all: Line | null
  filter: FactorFilter
  t: Translator
}>

function Lines({ title, head, lines, all, filter, t }: LinesProps) {
  return (
    <div className="min-w-0">
      <h2 className="mb-2 text-lg font-semibold">{title}</h2>
      <section tabIndex={0} aria-label={title} className="overflow-x-auto print:overflow-visible">
        <table className="w-full border-separate border-spacing-0">
          <thead>
            <tr>
              <th scope="col" className={clsx(th, 'text-left')}>
                {head}
              </th>
              {(['total', 'met', 'rate', 'late'] as const).map((name) => (
                <th key={name} scope="col" className={clsx(th, 'text-right')}>
                  {t(`factor.board.${name}`)}
                </th>
              ))}
              <th scope="col" className={clsx(th, 'pl-4 text-left')}>
                {t('factor.board.gap')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row key={line.name} line={line} filter={filter} t={t} />
            ))}
          </tbody>
          {all && (
            <tfoot className="font-semibold">
              <Row line={all} filter={filter} t={t} />
            </tfoot>
          )}
        </table>
      </section>
    </div>
  )
}

function Row({ line, filter, t }: { line: Line; filter: FactorFilter; t: Translator }) {
  const { name, change } = line
  const open = (more: Change) => factorsHref(filter, { ...change, ...more })
  const figure = (what: string, n: number, more: Change) =>
    n === 0 ? (
      <span className="text-ink-3">0</span>
    ) : (
      <Link
        href={open(more)}
        aria-label={t('factor.open', { name, what, n })}
        className="inline-flex items-center hover:text-link hover:underline max-sm:min-h-11"
      >
        {n}
      </Link>
    )
  return (
    <tr>
      <th scope="row" className={clsx(td, 'text-left font-semibold sm:whitespace-nowrap')}>
        {name}
      </th>
      <td className={clsx(td, 'text-right')}>{figure(t('factor.board.total'), line.total, { state: 'all' })}</td>
      <td className={clsx(td, 'text-right')}>{figure(t('factor.board.met'), line.met, { state: 'MET' })}</td>
      <td className={clsx(td, 'text-right text-ink-2')}>{rate(line)}</td>
      <td className={clsx(td, 'text-right', line.late > 0 && 'text-red-ink')}>
        {figure(t('factor.board.late'), line.late, { state: 'open', late: '1' })}
      </td>
      <td className={clsx(td, 'pl-4')}>
        <ul className="flex flex-wrap gap-x-4">
          {line.gaps.map(({ unit, gap }) => (
            <li key={unit}>
              <Link
                href={open({ state: 'all', gap: '1', measure: unit })}
                aria-label={t('factor.open', {
                  name,
                  what: t('factor.board.gap'),
                  n: t('factor.amount', { n: gap, unit }),
                })}
                className="inline-flex min-h-6 items-center whitespace-nowrap hover:text-link hover:underline max-sm:min-h-11"
              >
                {t('factor.amount', { n: gap, unit })}
              </Link>
            </li>
          ))}
          {line.gaps.length === 0 && <li className="font-normal text-ink-3">{t('factor.noGap')}</li>}
        </ul>
      </td>
    </tr>
  )
}
