import { Link } from './link'

type Field = Readonly<{ name: string; label: string; value: string | undefined }>

/**
 * Conditions of a list with days: a search, a few picks, from and to, in a plain GET form so that every view has an address.
 *
 * @param kept what of the address is not asked, as hidden fields
 */
export function DayFilter({
  action,
  label,
  search,
  picks = [],
  days,
  kept,
  resetHref,
  words,
}: {
  action: string
  label: string
  search: Readonly<Field & { placeholder: string }>
  picks?: readonly (Field & Readonly<{ options: readonly Readonly<{ id: string; name: string }>[] }>)[]
  days: readonly Field[]
  kept: readonly Readonly<{ name: string; value: string | undefined }>[]
  resetHref: string
  words: Readonly<{ all: string; find: string; clear: string }>
}) {
  return (
    <form
      action={action}
      aria-label={label}
      className="no-print flex flex-wrap items-center gap-x-5 gap-y-2 px-4 pt-3 pb-2 max-sm:gap-x-2 sm:px-6"
    >
      {kept.map(({ name, value }) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <label className="flex items-center gap-2 text-ink-2 max-sm:w-full">
        <span className="whitespace-nowrap max-sm:w-18">{search.label}</span>
        <input
          name={search.name}
          defaultValue={search.value ?? ''}
          placeholder={search.placeholder}
          maxLength={60}
          className="field sm:w-[188px]!"
        />
      </label>
      {picks.map((pick) => (
        <label key={pick.name} className="flex items-center gap-2 text-ink-2 max-sm:w-full">
          <span className="whitespace-nowrap max-sm:w-18">{pick.label}</span>
          <select name={pick.name} defaultValue={pick.value ?? ''} className="field sm:w-[148px]!">
            <option value="">{words.all}</option>
            {pick.options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.name}
              </option>
            ))}
          </select>
        </label>
      ))}
      {days.map((day) => (
        <label key={day.name} className="flex items-center gap-2 text-ink-2 max-sm:w-full">
          <span className="whitespace-nowrap max-sm:w-18">{day.label}</span>
          <input name={day.name} type="date" defaultValue={day.value ?? ''} className="field sm:w-[148px]!" />
        </label>
      ))}
      <Link href={resetHref} className="btn">
        {words.clear}
      </Link>
      <button type="submit" className="btn btn-primary">
        {words.find}
      </button>
    </form>
  )
}
