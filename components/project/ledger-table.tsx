import clsx from 'clsx'
import { Fragment } from 'react'
import type { PlainDate } from '@/lib/domain/plain-date'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { Density, ProjectFilter } from '@/lib/schemas/project'
import type { ProjectColumn } from '@/lib/schemas/project-column'
import { groupKeyOf, type ProjectExtra, type ProjectGroupTotals, type ProjectPage } from '@/lib/schemas/project-row'
import { type CellContext, inRem, LEDGER_COLUMNS, TICK_WIDTH, widthOf } from './ledger-columns'
import { GroupHead, LedgerFoot } from './ledger-foot'
import { LedgerHead } from './ledger-head'

const HEIGHT: Readonly<Record<Density, string>> = {
  compact: 'ledger-compact',
  normal: 'ledger-normal',
  roomy: 'ledger-roomy',
}

type LedgerTableProps = Readonly<{
  page: ProjectPage
  extras: ReadonlyMap<string, ProjectExtra>
  groups: ReadonlyMap<string, ProjectGroupTotals> | null
  filter: ProjectFilter
  columns: readonly ProjectColumn[]
  density: Density
  /** Whether rows can be ticked: there is something the reader may do with several. */
  pickable: boolean
  today: PlainDate
  locale: Locale
}>

/** The ledger as a table: chosen columns, names frozen, groups with their subtotals, totals of the filter at its foot. */
export function LedgerTable({
  page,
  extras,
  groups,
  filter,
  columns,
  density,
  pickable,
  today,
  locale,
}: LedgerTableProps) {
  const t = translator(locale)
  const width = columns.reduce((sum, column) => sum + widthOf(column, locale), pickable ? TICK_WIDTH : 0)
  const before = (filter.page - 1) * filter.size
  const ticked = new Set(filter.id)
  const { group } = filter
  const counted = columns.some((column) => LEDGER_COLUMNS[column].band === 'money')
  return (
    <table
      style={{ width: inRem(width) }}
      className={clsx(
        'table-fixed border-separate border-spacing-0 print:w-full! print:table-auto print:text-xs',
        pickable && 'ledger-ticked',
      )}
    >
      <caption className="sr-only">{t('projects.caption', { n: page.total, money: counted ? 'yes' : 'no' })}</caption>
      <colgroup>
        {pickable && <col style={{ width: inRem(TICK_WIDTH) }} className="no-print" />}
        {columns.map((column) => (
          <col key={column} style={{ width: inRem(widthOf(column, locale)) }} />
        ))}
      </colgroup>
      <LedgerHead columns={columns} filter={filter} pickable={pickable} since={page.since} t={t} />
      <tbody className={clsx('ledger-rows', HEIGHT[density])}>
        {page.rows.map((row, i) => {
          const key = group && groupKeyOf(row, group)
          const previous = page.rows[i - 1]
          const opens = group && key !== (previous && groupKeyOf(previous, group)) ? groups?.get(key ?? '') : undefined
          const context: CellContext = { row, extra: extras.get(row.id), place: before + i + 1, today, locale, t }
          return (
            <Fragment key={row.id}>
              {opens && group && (
                <GroupHead totals={opens} group={group} filter={filter} columns={columns} pickable={pickable} t={t} />
              )}
              <tr data-row className="group">
                {pickable && (
                  <td className="ledger-tick no-print">
                    <input
                      type="checkbox"
                      name="id"
                      value={row.id}
                      form="ticked"
                      defaultChecked={filter.pick !== undefined || ticked.has(row.id)}
                      aria-label={t('projects.tick', { name: row.name })}
                      className="size-4 align-middle accent-[var(--brand-solid)]"
                    />
                  </td>
                )}
                {columns.map((column) => cellOf(column, context))}
              </tr>
            </Fragment>
          )
        })}
      </tbody>
      <LedgerFoot totals={page} filter={filter} columns={columns} pickable={pickable} t={t} />
    </table>
  )
}

const ALIGNED = { right: 'text-right', center: 'text-center' } as const
const FROZEN: Partial<Record<ProjectColumn, string>> = { number: 'ledger-place', name: 'ledger-name' }

/** Only what a cell has is said: what it has not would stand a thousand times in the page's payload. */
function cellOf(column: ProjectColumn, context: CellContext) {
  const { align, className, cell, text, long } = LEDGER_COLUMNS[column]
  const words = text(context) || null
  // What a cell draws itself says for itself.
  const language = cell ? undefined : languageOf(words, context.locale)
  const classes = clsx(align && ALIGNED[align], FROZEN[column], className)
  return (
    <td
      key={column}
      {...(long && words && { title: words })}
      {...(language && { lang: language })}
      {...(classes && { className: classes })}
    >
      {cell ? cell(context) : (words ?? '—')}
    </td>
  )
}
