import clsx from 'clsx'
import { Arrow } from '@/components/ui/arrow'
import { Form, Submit } from '@/components/ui/form'
import { Columns3, Group, Rows3 } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { Rows } from '@/components/ui/rows'
import { saveLedgerLook } from '@/lib/actions/views'
import { isWithinCard } from '@/lib/domain/project-card'
import type { Translator } from '@/lib/i18n/translator'
import { DENSITIES, type Density, PROJECT_GROUPS, type ProjectFilter } from '@/lib/schemas/project'
import { ledgerQuery } from '@/lib/schemas/project-address'
import { FIXED_PROJECT_COLUMNS, PROJECT_COLUMNS, type ProjectColumn } from '@/lib/schemas/project-column'
import { iconButton } from './ledger-bar'
import { ledgerHref } from './ledger-link'

/** A tool of the bar that opens below its sign; one at a time. */
function Tool({
  label,
  sign,
  open,
  className,
  children,
}: {
  label: string
  sign: React.ReactNode
  open: boolean
  className: string
  children: React.ReactNode
}) {
  return (
    <details name="ledger-tool" open={open} className="relative">
      <summary
        title={label}
        aria-label={label}
        className={clsx(iconButton, 'list-none [&::-webkit-details-marker]:hidden')}
      >
        {sign}
      </summary>
      <div
        className={clsx(
          'absolute right-0 z-40 mt-1 max-h-[70dvh] overflow-auto rounded-md border border-control bg-card p-2 shadow-lg',
          className,
        )}
      >
        {children}
      </div>
    </details>
  )
}

const line = 'flex h-8 w-full items-center rounded px-2 hover:bg-hover aria-[current]:font-semibold'

/** Grouping 分组: by the address alone, so that a group has one. */
export function GroupTool({ filter, t }: { filter: ProjectFilter; t: Translator }) {
  return (
    <Tool
      label={t('projects.group')}
      sign={<Group size={16} aria-hidden="true" />}
      open={filter.tool === 'group'}
      className="w-36"
    >
      {[undefined, ...PROJECT_GROUPS].map((group) => (
        <Link
          key={group ?? 'none'}
          href={ledgerHref(filter, { group })}
          aria-current={filter.group === group ? 'true' : undefined}
          className={line}
        >
          {group ? t(`projects.filter.${group}`) : t('projects.ungrouped')}
        </Link>
      ))}
    </Tool>
  )
}

/** Height of the rows 密度, remembered for the reader. */
export function DensityTool({
  filter,
  density,
  formKey,
  t,
}: {
  filter: ProjectFilter
  density: Density
  formKey: string
  t: Translator
}) {
  return (
    <Tool
      label={t('projects.density')}
      sign={<Rows3 size={16} aria-hidden="true" />}
      open={filter.tool === 'density'}
      className="w-32"
    >
      <Form action={saveLedgerLook} formKey={formKey} label={t('projects.density')}>
        <input type="hidden" name="query" value={ledgerQuery(filter, { page: filter.page }).toString()} />
        {DENSITIES.map((height) => (
          <button
            key={height}
            type="submit"
            name="density"
            value={height}
            aria-current={density === height ? 'true' : undefined}
            className={line}
          >
            {t(`projects.densities.${height}`)}
          </button>
        ))}
      </Form>
    </Tool>
  )
}

/** Which columns, and in which order 列设置; remembered for the reader, whatever the address said. */
export function ColumnTool({
  filter,
  columns,
  cardOnly,
  formKey,
  t,
}: {
  filter: ProjectFilter
  columns: readonly ProjectColumn[]
  /** The reader sees the card only, and is offered nothing beyond it. */
  cardOnly: boolean
  formKey: string
  t: Translator
}) {
  const offered = cardOnly ? PROJECT_COLUMNS.filter(isWithinCard) : PROJECT_COLUMNS
  const rest = offered.filter((column) => !columns.includes(column))
  const query = ledgerQuery(filter, { page: filter.page, columns: undefined, tool: 'columns' }).toString()
  return (
    <Tool
      label={t('projects.columns')}
      sign={<Columns3 size={16} aria-hidden="true" />}
      open={filter.tool === 'columns'}
      className="w-64"
    >
      <Form action={saveLedgerLook} formKey={formKey} label={t('projects.columns')}>
        <input type="hidden" name="query" value={query} />
        {/* Enter in the form saves; the first button of a form is the one Enter presses. */}
        <Submit className="sr-only">{t('form.save')}</Submit>
        <Rows as="ul">
          {[...columns, ...rest].map((column) => (
            <li key={column} className="flex h-8 items-center gap-1">
              <label className="flex flex-1 items-center gap-2 rounded px-2 hover:bg-hover">
                <input
                  type="checkbox"
                  name="columns[]"
                  value={column}
                  defaultChecked={columns.includes(column)}
                  disabled={FIXED_PROJECT_COLUMNS.includes(column)}
                  className="size-4 accent-[var(--brand-solid)]"
                />
                {t(`projects.column.${column}`)}
              </label>
              {columns.includes(column) && !FIXED_PROJECT_COLUMNS.includes(column) && (
                <>
                  <Mover column={column} by={-1} t={t} />
                  <Mover column={column} by={1} t={t} />
                </>
              )}
            </li>
          ))}
        </Rows>
        <div className="sticky -bottom-2 -mx-2 mt-1 flex gap-2 border-t border-divider bg-card px-2 py-2">
          <Submit>{t('form.save')}</Submit>
          <button type="submit" name="reset" value="1" className="btn btn-text">
            {t('projects.columnsReset')}
          </button>
        </div>
      </Form>
    </Tool>
  )
}

function Mover({ column, by, t }: { column: ProjectColumn; by: 1 | -1; t: Translator }) {
  const label = t(by === 1 ? 'projects.columnLater' : 'projects.columnEarlier', {
    name: t(`projects.column.${column}`),
  })
  return (
    <button
      type="submit"
      name="move"
      value={`${column}:${by}`}
      aria-label={label}
      title={label}
      className="grid size-7 place-items-center rounded text-ink-3 hover:bg-hover hover:text-ink"
    >
      <Arrow to={by === 1 ? 'down' : 'up'} size={14} />
    </button>
  )
}
