import type { Clash, Conflict } from '@/lib/actions/form-state'

/** Beside a field two people changed: what it was, what the other made of it, and whose stands. */
export function ClashChoice({
  name,
  clash,
  picked,
  words,
}: {
  name: string
  clash: Clash
  picked: string | undefined
  words: Conflict['words']
}) {
  const side = (value: 'mine' | 'theirs', children: React.ReactNode) => (
    <label className="flex min-h-8 items-start gap-2 max-sm:min-h-11">
      <input
        type="radio"
        name={`pick.${name}`}
        value={value}
        defaultChecked={picked === value}
        className="mt-[3px] size-4 flex-none accent-[var(--brand-solid)] max-sm:size-5"
      />
      <span className="min-w-0 break-words">{children}</span>
    </label>
  )
  return (
    <fieldset className="mt-1.5 border-l-[3px] border-[var(--yellow-border)] bg-zebra px-3 py-2">
      <legend className="sr-only">{words.question}</legend>
      <input type="hidden" name={`seen.${name}`} value={clash.seen} readOnly />
      {side('mine', words.mine)}
      {side(
        'theirs',
        <>
          {clash.author}
          <b className="block font-semibold whitespace-pre-line">{clash.theirs}</b>
        </>,
      )}
      <p className="mt-1 text-sm text-ink-3">
        {words.was}
        <span className="whitespace-pre-line">{clash.base}</span>
      </p>
    </fieldset>
  )
}
