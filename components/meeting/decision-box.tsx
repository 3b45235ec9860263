'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { sayDecision } from '@/lib/actions/sitting'
import { type Picks, readSentence, shownOf, withoutStrayKey } from '@/lib/domain/meeting/decision-sentence'
import { TASK_TIERS, type TaskTier } from '@/lib/domain/meeting/task-term'
import type { PlainDate } from '@/lib/domain/plain-date'
import { DecisionRead } from './decision-read'
import { fillWords } from './fill-words'
import { keepRoomDraft, keepTyping, readRoomDraft, wasTypingAt } from './room-draft'
import type { BoxSetting, RoomWords } from './room-props'
import { useAnswer } from './use-answer'

const NONE: Picks = {}

/**
 * Where a decision is typed: one sentence, read while it is typed, recorded by Enter. What was typed is kept on this device
 * until it has been recorded; a sending nobody answered is sent again under its own key, so that it counts once.
 */
export function DecisionBox({
  itemId,
  draftId,
  setting,
  tier,
  formKey,
  today,
  words,
  refresh,
}: Readonly<{
  itemId: string
  /** Account, meeting and topic. */
  draftId: string
  setting: BoxSetting
  tier: TaskTier
  formKey: string
  today: PlainDate
  words: RoomWords
  refresh: () => Promise<void>
}>) {
  const [text, setText] = useState('')
  const [picks, setPicks] = useState(NONE)
  const [heldKey, setHeldKey] = useState<string | undefined>()
  const [restored, setRestored] = useState(false)
  const [resumed, setResumed] = useState(false)
  /** The sentence whoever typed it was told lacks somebody or a day; said again, it is recorded so. */
  const [askedFor, setAskedFor] = useState<string | null>(null)
  /** Where the cursor goes in what was restored, once it is there. */
  const caret = useRef<number | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const { state, send, submit, pending, awake, forget } = useAnswer(
    sayDecision,
    async () => {
      keepRoomDraft(draftId, null)
      setText('')
      setPicks(NONE)
      setHeldKey(undefined)
      setRestored(false)
      // The sentence is over: the keys mean what the foot of the room says, and N begins the next one.
      area.current?.blur()
      await refresh()
    },
    words,
    (form) => {
      const key = String(form.get('formKey'))
      setHeldKey(key)
      keepRoomDraft(draftId, { text, picks, key })
    },
  )
  // What was typed before the scripts woke up stays.
  useLayoutEffect(() => {
    const typed = area.current?.value
    if (typed) setText(typed)
  }, [])
  useEffect(() => {
    const draft = readRoomDraft(draftId)
    // Whoever was in mid-sentence when the page went writes on.
    const at = wasTypingAt(draftId)
    if (at !== null) {
      caret.current = at
      setResumed(true)
      area.current?.focus()
    }
    // What stands in the box by itself is newer than what was kept.
    const typed = area.current?.value
    if (!draft || (typed && typed !== draft.text)) {
      caret.current = null
      return
    }
    setText(draft.text)
    setPicks(draft.picks)
    setHeldKey(draft.key)
    setRestored(true)
  }, [draftId])
  useEffect(() => {
    // Before the scripts are awake the box is not theirs yet, and what was kept does not stand in it.
    if (caret.current === null || !awake || text === '') return
    area.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  }, [text, awake])
  // Any answer settles what became of the sending before it.
  useEffect(() => {
    if (state.status === 'refused' && state.message !== words.offline) setHeldKey(undefined)
  }, [state, words.offline])
  const change = (next: string, picked: Picks) => {
    // Choices are about what was typed.
    const chosen = next.trim() === '' ? NONE : picked
    setText(next)
    setPicks(chosen)
    keepRoomDraft(draftId, { text: next, picks: chosen, ...(heldKey ? { key: heldKey } : {}) })
    if (state.status !== 'idle') forget()
  }
  const read = readSentence(withoutStrayKey(text), picks, { ...setting, tier })
  const unclear =
    (read.lead.id === null &&
      (read.lead.choices.length > 0 || read.unknown.some(({ said }) => said === read.lead.said))) ||
    (!read.owner.id && read.owner.choices.length > 0)
  const strange = read.strange.some(({ said }) => !picks.leftOut?.includes(said))
  const blocked = text.trim() !== '' && (unclear || strange || read.due.error !== null)
  const gaps = [
    read.lead.id === null && read.lead.choices.length === 0 ? words.noLead : null,
    read.due.from === 'OPEN' ? words.noDue : null,
  ].filter((gap) => gap !== null)
  const lacks = text.trim() !== '' && !blocked && gaps.length > 0
  /** Asks once for what is missing, while those who know it sit at the table. */
  const asks = () => {
    const asking = lacks && askedFor !== text
    if (asking) setAskedFor(text)
    return asking
  }
  const shown = state.preview?.shown ?? (awake ? shownOf(read, picks.leftOut ?? []) : '')
  return (
    <form
      action={send}
      onSubmit={submit}
      aria-label={words.new}
      className="room-box"
      data-ready={awake || undefined}
      id="room-say"
    >
      <input type="hidden" name="formKey" value={heldKey ?? formKey} />
      <input type="hidden" name="itemId" value={itemId} />
      <input type="hidden" name="shown" value={shown} />
      {picks.supportIds?.map((id) => (
        <input key={id} type="hidden" name="supportIds[]" value={id} />
      ))}
      {/* What has been chosen is asked no more, and goes along. */}
      {picks.leadOrgId && <input type="hidden" name="leadOrgId" value={picks.leadOrgId} />}
      {picks.ownerId && <input type="hidden" name="ownerId" value={picks.ownerId} />}
      {restored && (
        <p role="status" className="room-22 text-ink-3">
          {words.restored}
          {resumed && (words.english ? ` ${words.resumed}` : words.resumed)}
        </p>
      )}
      <textarea
        ref={area}
        name="text"
        rows={2}
        autoComplete="off"
        aria-label={words.text}
        placeholder={words.hint}
        {...(awake
          ? {
              value: text,
              onChange: ({ target }) => {
                change(target.value, picks)
                keepTyping(draftId, target.selectionStart)
              },
            }
          : { defaultValue: state.values.text ?? '' })}
        aria-invalid={state.fields.text ? true : undefined}
        onFocus={({ currentTarget }) => keepTyping(draftId, caret.current ?? currentTarget.selectionStart)}
        onSelect={({ currentTarget }) => {
          if (caret.current === null) keepTyping(draftId, currentTarget.selectionStart)
        }}
        onBlur={(event) => {
          // A window that goes to the back, or is loaded again, takes nobody out of his sentence.
          if (document.activeElement === event.currentTarget) return
          keepTyping(null)
          setResumed(false)
        }}
        onKeyDown={(event) => {
          // Enter that ends a word of the input method records nothing.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          if (blocked)
            event.currentTarget.form?.querySelector<HTMLElement>('dl input, dl select, dl [data-ask]')?.focus()
          else if (!asks()) event.currentTarget.form?.requestSubmit()
        }}
      />
      {awake && text.trim() !== '' ? (
        <DecisionRead
          read={read}
          picks={picks}
          pick={(chosen) => {
            change(text, { ...picks, ...chosen })
            // Once it is settled who, Enter records.
            if ('leadOrgId' in chosen || 'ownerId' in chosen || 'leftOut' in chosen) area.current?.focus()
          }}
          book={setting.book}
          today={today}
          words={words}
        />
      ) : (
        !awake && <PlainFields setting={setting} fields={state.fields} values={state.values} words={words} />
      )}
      {lacks && askedFor === text && (
        <p role="alert" className="room-24 mt-2 font-semibold">
          {fillWords(words.lacks, { what: gaps.join(words.list) })}
        </p>
      )}
      {state.preview && (
        <div role="alert" className="room-24 mt-3">
          <b>{state.preview.title}</b>
          <ul>
            {state.preview.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {[state.status === 'refused' && !state.preview ? state.message : null, ...Object.values(state.fields)]
        .filter((message, i, all) => message && all.indexOf(message) === i)
        .map((message) => (
          <p key={message} role="alert" className="room-24 mt-2 text-red-ink">
            {message}
          </p>
        ))}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <button
          type="submit"
          className="btn btn-primary"
          disabled={pending}
          aria-busy={pending}
          onClick={(event) => {
            if (asks()) event.preventDefault()
          }}
        >
          {pending ? words.saying : words.say}
        </button>
        <kbd className="room-24">Enter</kbd>
        <span className="room-22 ml-auto text-ink-3">
          <kbd>Esc</kbd> {words.leaveBox}
        </span>
      </div>
    </form>
  )
}

/** What cannot be asked while typing, where no script runs: a level, and what an answer asks for. */
function PlainFields({
  setting,
  fields,
  values,
  words,
}: Readonly<{
  setting: BoxSetting
  fields: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
  words: RoomWords
}>) {
  const asked = (name: string) => fields[name] !== undefined || Boolean(values[name])
  return (
    <div className="room-24 mt-3 flex flex-wrap gap-3">
      <select name="tier" aria-label={words.tier} defaultValue={values.tier ?? ''}>
        <option value="">{words.tier}</option>
        {TASK_TIERS.map((one) => (
          <option key={one} value={one}>
            {words.tiers[one]}
          </option>
        ))}
      </select>
      {asked('leadOrgId') && (
        <select name="leadOrgId" aria-label={words.lead} defaultValue={values.leadOrgId ?? ''}>
          <option value="">{words.choose}</option>
          {setting.book.units.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      )}
      {asked('ownerId') && (
        <select name="ownerId" aria-label={words.person} defaultValue={values.ownerId ?? ''}>
          <option value="">{words.choose}</option>
          {setting.book.people.map((one) => (
            <option key={one.id} value={one.id}>
              {[one.name, one.unit].filter(Boolean).join(' ')}
            </option>
          ))}
        </select>
      )}
      {asked('dueSaid') && (
        <input type="text" name="dueSaid" aria-label={words.dueSaid} defaultValue={values.dueSaid ?? ''} />
      )}
    </div>
  )
}
