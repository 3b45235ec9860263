import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import { LEVELS } from '@/lib/domain/level-scale'
import type { Translator } from '@/lib/i18n/translator'
import type { ProjectFilter, ProjectGroup } from '@/lib/schemas/project'
import type { ProjectColumn } from '@/lib/schemas/project-column'
import type { ProjectGroupTotals, ProjectTotals } from '@/lib/schemas/project-row'
import { groupName } from './group-name'
import { frozen, LEDGER_COLUMNS } from './ledger-columns'
import { ledgerHref } from './ledger-link'

type Shared = Readonly<{ columns: readonly ProjectColumn[]; pickable: boolean; t: Translator }>

/** Counts by colour, each the way to its rows. */
export function LevelTotals({
  totals,
  filter,
  about,
  t,
}: {
  totals: ProjectTotals
  filter: ProjectFilter
  about?: string
  t: Translator
}) {
  return LEVELS.toReversed().map((level) => {
    const words = t('level.count', { level: t(`level.short.${level}`), n: totals.levels[level] })
    return (
      <Link
        key={level}
        href={ledgerHref(filter, { level })}
        aria-label={spoken(t, words, about)}
        className="mr-4 inline-flex items-center hover:underline max-sm:min-h-11"
      >
        {words}
      </Link>
    )
  })
}

/** What a number is, of which column and group: the same number stands in many. */
const spoken = (t: Translator, ...parts: (string | undefined)[]) => parts.filter(Boolean).join(t('shell.comma'))

/** The totals that stand below or above their rows: the name cell, the colours, and what a column sums. */
function Sums({
  name,
  about,
  totals,
  filter,
  columns,
  pickable,
  className,
  t,
}: Shared & {
  name: React.ReactNode
  about?: string
  totals: ProjectTotals
  filter: ProjectFilter
  className: string
}) {
  return (
    <>
      {pickable && <td className={clsx(className, 'no-print sticky left-0 z-1')} />}
      {columns.map((column) => {
        const place = frozen(column, pickable)
        const { sum, sort } = LEDGER_COLUMNS[column]
        return (
          <td
            key={column}
            style={place ? { left: place.left } : undefined}
            className={clsx(
              className,
              'whitespace-nowrap',
              place && clsx('sticky z-1', place.edge && 'shadow-[1px_0_0_var(--line-control)]'),
              // A sum is longer than what it sums: it takes the room beside it, and smaller letters.
              sum && 'pl-0! text-right text-sm',
              column === 'level' && 'font-normal text-ink-2',
            )}
          >
            {column === 'name' && name}
            {column === 'level' && <LevelTotals totals={totals} filter={filter} about={about} t={t} />}
            {sum && (
              <Link
                href={ledgerHref(filter, { sort })}
                aria-label={spoken(t, sum(totals), t(`projects.column.${column}`), about)}
                className="hover:underline"
              >
                {sum(totals)}
              </Link>
            )}
          </td>
        )
      })}
    </>
  )
}

/** Totals of everything the filter holds 合计; each number leads to its rows. */
export function LedgerFoot({ totals, filter, ...shared }: Shared & { totals: ProjectTotals; filter: ProjectFilter }) {
  return (
    <tfoot className="sticky bottom-0 z-10 print:static">
      <tr className="font-semibold">
        <Sums
          {...shared}
          totals={totals}
          filter={filter}
          name={shared.t('projects.sum', { n: totals.total })}
          className="h-10 border-t border-control bg-card px-2.5"
        />
      </tr>
    </tfoot>
  )
}

/** Opens a group: its name and number lead to its rows, its subtotals are over the whole group. */
export function GroupHead({
  totals,
  group,
  filter,
  ...shared
}: Shared & { totals: ProjectGroupTotals; group: ProjectGroup; filter: ProjectFilter }) {
  const { t } = shared
  const called = groupName(group, totals.key, totals.name, t)
  const inside = { ...filter, group: undefined, [group]: totals.key }
  return (
    <tr className="font-semibold">
      <Sums
        {...shared}
        totals={totals}
        filter={inside}
        about={called}
        name={
          <Link href={ledgerHref(inside)} className="flex gap-2 hover:text-link">
            <span className="truncate">{called}</span>
            <span className="font-normal text-ink-3">{totals.total}</span>
          </Link>
        }
        className="h-8! border-b border-divider bg-zebra px-2.5"
      />
    </tr>
  )
}
