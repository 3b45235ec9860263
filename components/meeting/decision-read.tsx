'use client'

import type { Book } from '@/lib/domain/meeting/decision-mention'
import type { Picks, Reading } from '@/lib/domain/meeting/decision-sentence'
import { TASK_TIERS, type TaskTier, TERM_WD } from '@/lib/domain/meeting/task-term'
import type { UnknownUnit } from '@/lib/domain/meeting/unknown-unit'
import type { PlainDate } from '@/lib/domain/plain-date'
import { fillWords } from './fill-words'
import { type RoomWords, roomDay } from './room-props'

type Props = Readonly<{
  read: Reading
  picks: Picks
  pick: (change: Picks) => void
  book: Book
  today: PlainDate
  words: RoomWords
}>

/** How a sentence was understood, before it is recorded: who, when, which level; what is not clear is asked. */
export function DecisionRead({ read, picks, pick, book, today, words }: Props) {
  const { lead, owner, due, tier } = read
  const unit = (id: string) => book.units.find((one) => one.id === id)?.name ?? ''
  const person = book.people.find((one) => one.id === owner.id)
  const support = read.supportIds.map(unit)
  return (
    <dl className="room-read room-24" aria-live="polite">
      <dt>{words.who}</dt>
      <dd>
        {lead.id ? (
          <>
            <b>{unit(lead.id)}</b>
            {person && <span className="room-22 ml-3 text-ink-3">{person.name}</span>}
          </>
        ) : (
          <Ask
            name="leadOrgId"
            label={
              lead.said && read.unknown.some(({ said }) => said === lead.said)
                ? fillWords(words.unknown, { said: lead.said })
                : lead.choices.length > 0
                  ? fillWords(words.whoMany, { said: lead.said ?? '' })
                  : words.whoNone
            }
            options={(lead.choices.length > 0 ? lead.choices : book.units.map((one) => one.id)).map((id) => [
              id,
              unit(id),
            ])}
            few={lead.choices.length > 0}
            empty={words.choose}
            picked={picks.leadOrgId}
            onPick={(leadOrgId) => pick({ leadOrgId })}
          />
        )}
        {read.strange.map((one) => (
          <Stranger key={one.said} one={one} read={read} picks={picks} pick={pick} unit={unit} words={words} />
        ))}
        {support.length > 0 && (
          <span className="room-22 block text-ink-2">
            {fillWords(words.support, { names: support.join(words.list) })}
          </span>
        )}
        {[...read.alsoIds, ...(picks.supportIds ?? [])].length > 0 && (
          <span className="flex flex-wrap gap-2">
            {read.alsoIds.map((id) => (
              <button
                key={id}
                type="button"
                className="room-22 text-link underline"
                onClick={() => pick({ supportIds: [...read.supportIds, id] })}
              >
                {fillWords(words.alsoAdd, { name: unit(id) })}
              </button>
            ))}
            {picks.supportIds?.map((id) => (
              <button
                key={id}
                type="button"
                className="room-22 text-link underline"
                onClick={() => pick({ supportIds: picks.supportIds?.filter((other) => other !== id) })}
              >
                {fillWords(words.alsoDrop, { name: unit(id) })}
              </button>
            ))}
          </span>
        )}
        {owner.choices.length > 0 && !owner.id && (
          <Ask
            name="ownerId"
            label={fillWords(words.ownerMany, { said: owner.said ?? '' })}
            options={owner.choices.map((id) => {
              const one = book.people.find((p) => p.id === id)
              return [id, [one?.name, one?.unit].filter(Boolean).join(' ')]
            })}
            few
            empty={words.choose}
            picked={picks.ownerId}
            onPick={(ownerId) => pick({ ownerId })}
          />
        )}
      </dd>
      <dt>{words.when}</dt>
      <dd>
        <DueRead read={read} today={today} words={words} />
        {(due.error || due.from === 'OPEN' || picks.dueSaid !== undefined) && (
          <input
            type="text"
            name="dueSaid"
            aria-label={words.dueSaid}
            value={picks.dueSaid ?? ''}
            onChange={(event) => pick({ dueSaid: event.target.value })}
            className="mt-1 w-full"
          />
        )}
      </dd>
      <dt>
        <label htmlFor="room-tier">{words.tier}</label>
      </dt>
      <dd className="flex flex-wrap items-center gap-x-3">
        <select
          id="room-tier"
          name="tier"
          value={tier}
          onChange={(event) => pick({ tier: event.target.value as TaskTier })}
          className="font-semibold"
        >
          {TASK_TIERS.map((one) => (
            <option key={one} value={one}>
              {words.tiers[one]}
            </option>
          ))}
        </select>
        {tier === 'DISTRICT' && <span className="room-22 text-ink-3">{words.tracked}</span>}
      </dd>
    </dl>
  )
}

/** A unit nobody knows: whoever types says which one it is, or leaves it out; nothing is dropped in silence. */
function Stranger({
  one: { said, choices, disabled },
  read,
  picks,
  pick,
  unit,
  words,
}: Readonly<{ one: UnknownUnit; unit: (id: string) => string }> & Pick<Props, 'read' | 'picks' | 'pick' | 'words'>) {
  const { lead, supportIds } = read
  if (choices.some((id) => supportIds.includes(id))) return null
  const leftOut = [...(picks.leftOut ?? []), said]
  if (picks.leftOut?.includes(said))
    return (
      <span className="room-22 block text-ink-3">
        {fillWords(disabled ? words.leftOutDisabled : words.leftOut, { said })}
      </span>
    )
  return (
    <span className="room-22 block text-red-ink">
      {fillWords(disabled ? words.disabled : words.unknown, { said })}
      {choices
        .filter((id) => id !== lead.id)
        .map((id) => (
          <button
            key={id}
            type="button"
            data-ask
            className="ml-3 text-link underline"
            onClick={() => pick({ supportIds: [...supportIds, id], leftOut })}
          >
            {fillWords(words.alsoAdd, { name: unit(id) })}
          </button>
        ))}
      <button type="button" data-ask className="ml-3 text-link underline" onClick={() => pick({ leftOut })}>
        {fillWords(words.leaveOut, { said })}
      </button>
    </span>
  )
}

function DueRead({ read: { due, tier }, today, words }: Pick<Props, 'read' | 'today' | 'words'>) {
  if (due.error)
    return (
      <span className="text-red-ink">
        {fillWords(words.dueWhy[due.error.code] ?? words.noDue, { said: due.said ?? '' })}
      </span>
    )
  if (!due.on) return <span className="text-red-ink">{words.openDue}</span>
  const notes = [
    due.from === 'TERM' && due.vague
      ? fillWords(words.byTermVague, { said: due.vague, tier: words.tiers[tier], n: TERM_WD[tier] })
      : due.from === 'TERM'
        ? fillWords(words.byTerm, { tier: words.tiers[tier], n: TERM_WD[tier] })
        : fillWords(words.workdays, { n: due.workdays }),
    due.dayOff && words.dayOff,
    due.provisional && words.provisional,
  ].filter(Boolean)
  return (
    <>
      <b>{roomDay(due.on, today, words)}</b> <span className="room-22 text-ink-3">{notes.join(words.list)}</span>
    </>
  )
}

/** A choice that only somebody in the room can make: a few side by side, many in a list. */
function Ask({
  name,
  label,
  options,
  few,
  empty,
  picked,
  onPick,
}: Readonly<{
  name: string
  label: string
  options: readonly (readonly [id: string, name: string])[]
  few: boolean
  empty: string
  picked: string | undefined
  onPick: (id: string) => void
}>) {
  if (!few)
    return (
      <select
        name={name}
        aria-label={label}
        value={picked ?? ''}
        onChange={(event) => onPick(event.target.value)}
        className="text-red-ink"
      >
        <option value="">{label}</option>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    )
  return (
    <fieldset>
      <legend className="text-red-ink">{label}</legend>
      <span className="sr-only">{empty}</span>
      {options.map(([id, text]) => (
        <label key={id} className="mr-4 inline-flex min-h-11 items-center gap-2">
          <input
            type="radio"
            name={name}
            value={id}
            checked={picked === id}
            onChange={() => onPick(id)}
            className="size-6 accent-[var(--brand-solid)]"
          />
          {text}
        </label>
      ))}
    </fieldset>
  )
}
