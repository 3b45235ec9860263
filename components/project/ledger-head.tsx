import clsx from 'clsx'
import { RulerScale } from '@/components/level/clock-ruler'
import { Arrow } from '@/components/ui/arrow'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import { FIRST_DIRECTION, KEYED_SORTS, type ProjectFilter, type ProjectSort } from '@/lib/schemas/project'
import type { ProjectColumn } from '@/lib/schemas/project-column'
import { frozen, LEDGER_COLUMNS } from './ledger-columns'
import { ledgerHref } from './ledger-link'

const th = 'border-b border-control bg-thead px-2.5 text-left text-sm font-normal text-ink-2 whitespace-nowrap'

type Band = Readonly<{ band: 'money' | 'ruler' | null; columns: readonly ProjectColumn[] }>

/** Columns in runs that share a heading: money beside money has one, and so has every money further on. */
function bandsOf(columns: readonly ProjectColumn[]): Band[] {
  const bands: { band: Band['band']; columns: ProjectColumn[] }[] = []
  for (const column of columns) {
    const band = column === 'ruler' ? 'ruler' : (LEDGER_COLUMNS[column].band ?? null)
    const last = bands.at(-1)
    if (band === 'money' && last?.band === 'money') last.columns.push(column)
    else bands.push({ band, columns: [column] })
  }
  return bands
}

/** Heading of the ledger in two tiers: the ruler has its scale below it, money its kinds. */
export function LedgerHead({
  columns,
  filter,
  pickable,
  since,
  t,
}: {
  columns: readonly ProjectColumn[]
  filter: ProjectFilter
  pickable: boolean
  /** The day colours are compared with. */
  since: PlainDate
  t: Translator
}) {
  const bands = bandsOf(columns)
  const head = (column: ProjectColumn, rows?: 2, className?: string) => (
    <Head
      key={column}
      column={column}
      filter={filter}
      rows={rows}
      className={className}
      pickable={pickable}
      title={column === 'change' ? t('projects.changeSince', { day: since }) : undefined}
      t={t}
    />
  )
  return (
    <thead className="sticky top-0 z-10 print:static">
      <tr>
        {pickable && (
          <th scope="col" rowSpan={2} className={clsx(th, 'no-print sticky left-0 z-20 px-0! text-center')}>
            <label className="grid h-full place-items-center">
              <input
                type="checkbox"
                name="pick"
                value="page"
                form="ticked"
                defaultChecked={filter.pick !== undefined}
                aria-label={t('projects.tickPage')}
                className="size-4 accent-[var(--brand-solid)]"
              />
            </label>
          </th>
        )}
        {bands.flatMap(({ band, columns: [first, ...more] }) => {
          if (!first) return []
          if (band === null) return [head(first, 2)]
          return [
            <th
              key={first}
              scope={band === 'money' ? 'colgroup' : 'col'}
              colSpan={band === 'money' ? more.length + 1 : undefined}
              className={clsx(
                th,
                'h-8',
                band === 'money' ? 'border-b-divider! border-l border-l-divider text-center!' : 'border-b-0! px-2!',
              )}
            >
              {t(band === 'money' ? 'projects.column.money' : 'projects.column.ruler')}
            </th>,
          ]
        })}
      </tr>
      <tr>
        {bands.flatMap(({ band, columns: inBand }) =>
          band === 'ruler'
            ? [
                <td key="ruler" className={clsx(th, 'h-8 px-2! align-bottom')}>
                  <RulerScale />
                </td>,
              ]
            : band === 'money'
              ? inBand.map((column, i) => head(column, undefined, i === 0 ? 'border-l border-l-divider' : undefined))
              : [],
        )}
      </tr>
    </thead>
  )
}

function Head({
  column,
  filter,
  rows,
  className,
  pickable,
  title,
  t,
}: {
  column: ProjectColumn
  filter: ProjectFilter
  rows: 2 | undefined
  className: string | undefined
  pickable: boolean
  title: string | undefined
  t: Translator
}) {
  const { align, sort } = LEDGER_COLUMNS[column]
  const place = frozen(column, pickable)
  const words = t(`projects.column.${column}`)
  const on = sort !== undefined && filter.sort === sort
  const dir = on ? (filter.dir ?? FIRST_DIRECTION[sort]) : null
  return (
    <th
      scope="col"
      rowSpan={rows}
      title={title}
      aria-sort={dir ? (dir === 'asc' ? 'ascending' : 'descending') : undefined}
      style={place ? { left: place.left } : undefined}
      className={clsx(
        th,
        !rows && 'h-8',
        align === 'right' && 'text-right!',
        align === 'center' && 'px-0.5! text-center!',
        place && clsx('sticky z-20', place.edge && 'shadow-[1px_0_0_var(--line-control)]'),
        className,
      )}
    >
      {sort && sortable(sort, filter) ? (
        <Link
          href={ledgerHref(filter, { sort, dir: on ? (dir === 'asc' ? 'desc' : 'asc') : undefined })}
          title={t('projects.sortBy', { name: words })}
          className="inline-flex items-center gap-0.5 hover:text-ink"
        >
          {words}
          {on && <Arrow to={dir === 'asc' ? 'up' : 'down'} size={13} />}
        </Link>
      ) : (
        words
      )}
    </th>
  )
}

/** Within groups only columns the database orders by. */
const sortable = (sort: ProjectSort, filter: ProjectFilter): boolean =>
  !filter.group || !KEYED_SORTS.some((keyed) => keyed === sort)
