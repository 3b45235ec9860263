import { Link } from './link'

/** Conditions of a register: a few picks and days in one line, in a form of its own address, so that a list can be sent to somebody. */
export function SearchForm({
  action,
  label,
  search,
  picks,
  days = [],
  asked,
  words,
}: {
  action: string
  label: string
  search: Readonly<{ name: string; label: string; value: string | undefined }>
  picks: readonly Readonly<{
    name: string
    label: string
    value: string | undefined
    options: readonly (readonly [id: string, label: string])[]
  }>[]
  days?: readonly Readonly<{ name: string; label: string; value: string | undefined }>[]
  /** Something is asked for: there is something to clear. */
  asked: boolean
  words: Readonly<{ all: string; find: string; clear: string }>
}) {
  const caption = 'mb-1 block text-sm text-ink-2'
  return (
    <form action={action} className="mb-4 flex flex-wrap items-end gap-3" aria-label={label}>
      <label className="min-w-40 flex-1 max-sm:basis-full sm:max-w-60">
        <span className={caption}>{search.label}</span>
        <input name={search.name} type="search" defaultValue={search.value} className="field" maxLength={60} />
      </label>
      {picks.map((pick) => (
        <label key={pick.name} className="min-w-32 max-sm:flex-1">
          <span className={caption}>{pick.label}</span>
          <select name={pick.name} defaultValue={pick.value ?? ''} className="field">
            <option value="">{words.all}</option>
            {pick.options.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
      {days.map((day) => (
        <label key={day.name} className="max-sm:flex-1">
          <span className={caption}>{day.label}</span>
          <input name={day.name} type="date" defaultValue={day.value} className="field" />
        </label>
      ))}
      <button type="submit" className="btn">
        {words.find}
      </button>
      {asked && (
        <Link href={action} className="btn btn-text">
          {words.clear}
        </Link>
      )}
    </form>
  )
}
