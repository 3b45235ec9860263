import clsx from 'clsx'
import { ChevronDown, X } from '@/components/ui/icons'
import { Link } from './link'
import { Rows } from './rows'

export type Option = Readonly<{ id: string; name: string }>
export type Condition = Readonly<{
  name: string
  label: string
  value: string | undefined
  options: readonly Option[]
  /** Stands in the first line where there is room for it. */
  first?: boolean
  /** What no choice means, where it does not mean everything. */
  unset?: string
}>

/**
 * What a long list is asked for: a plain GET form, so that every view of it has an address. On a phone only the search
 * stays; the conditions fold away, because the list is what one came for, and the chips say what is set.
 *
 * @param children what of the address is not asked, as hidden fields
 */
export function ListFilter({
  action,
  search,
  conditions,
  resetHref,
  words,
  children,
}: {
  action: string
  search: Readonly<{ label: string; placeholder: string; value: string | undefined }>
  conditions: readonly Condition[]
  resetHref: string
  words: Readonly<{ label: string; all: string; more: string; reset: string; go: string }>
  children?: React.ReactNode
}) {
  return (
    <Rows
      as="form"
      action={action}
      aria-label={words.label}
      className="no-print flex flex-wrap items-center gap-x-5 gap-y-2 px-4 pt-3 pb-2 max-sm:gap-x-2 sm:px-6"
    >
      {children}
      <label className="order-first flex items-center gap-2 text-ink-2 max-sm:-order-2 max-sm:min-w-0 max-sm:flex-1">
        <span className="whitespace-nowrap max-sm:sr-only">{search.label}</span>
        <input
          name="q"
          defaultValue={search.value ?? ''}
          placeholder={search.placeholder}
          className="field sm:w-[188px]!"
          maxLength={60}
        />
      </label>
      <details className="peer group contents details-content:order-last details-content:w-full">
        <summary className="btn sm:btn-text list-none sm:ml-auto [&::-webkit-details-marker]:hidden">
          <span className="sm:hidden">{words.label}</span>
          <span className="max-sm:hidden">{words.more}</span>
          <ChevronDown size={16} aria-hidden="true" className="group-open:rotate-180" />
        </summary>
        <div className="flex w-full flex-wrap gap-x-5 gap-y-2">
          {conditions.map(
            (condition) =>
              !condition.first && <Pick key={condition.name} {...condition} all={condition.unset ?? words.all} />,
          )}
        </div>
      </details>
      {conditions.map(
        (condition) =>
          condition.first && (
            <Pick key={condition.name} {...condition} all={condition.unset ?? words.all} className={FOLDS} />
          ),
      )}
      <Link href={resetHref} className={clsx('btn', 'max-sm:order-last max-sm:peer-[:not([open])]:hidden')}>
        {words.reset}
      </Link>
      <button
        type="submit"
        className="btn btn-primary max-sm:-order-1 max-sm:peer-open:order-last max-sm:peer-open:flex-1"
      >
        {words.go}
      </button>
    </Rows>
  )
}

const FOLDS = 'order-first max-sm:order-last max-sm:peer-[:not([open])]:hidden'

function Pick({ name, label, value, all, options, className }: Condition & { all: string; className?: string }) {
  return (
    <label className={clsx('flex items-center gap-2 text-ink-2 max-sm:w-full', className)}>
      <span className="whitespace-nowrap max-sm:w-18 max-sm:flex-none">{label}</span>
      <select name={name} className="field sm:w-[168px]!">
        <option value="">{all}</option>
        {options.map((o) => (
          <option key={o.id} value={o.id} selected={o.id === value}>
            {o.name}
          </option>
        ))}
      </select>
    </label>
  )
}

export type Chip = Readonly<{
  name: string
  /** What it is a value of; empty where the value says it. */
  label: string
  text: string
  /** The list without it. */
  href: string
  /** What the cross is called. */
  drop: string
}>

/** What a list is filtered by, each with a way to drop it. */
export function Chips({ chips, label, className }: { chips: readonly Chip[]; label: string; className?: string }) {
  if (chips.length === 0) return null
  return (
    <ul aria-label={label} className={clsx('flex min-w-0 flex-wrap items-center gap-2', className)}>
      {chips.map((chip) => (
        <li
          key={chip.name}
          className="inline-flex h-6 min-w-0 items-center gap-1.5 rounded-[3px] bg-subtle pl-2 text-xs text-ink-2 max-sm:h-11"
        >
          {chip.label}
          <b className="max-w-40 truncate font-medium text-ink">{chip.text}</b>
          <Link
            href={chip.href}
            aria-label={chip.drop}
            className="grid size-6 flex-none place-items-center text-ink-3 hover:text-ink max-sm:size-11"
          >
            <X size={14} aria-hidden="true" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
