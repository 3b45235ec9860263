'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { sayDecision } from '@/lib/actions/sitting'
import { type Picks, readSentence, shownOf, withoutStrayKey } from '@/lib/domain/meeting/decision-sentence'
import { TASK_TIERS, type TaskTier } from '@/lib/domain/meeting/task-term'
import type { PlainDate } from '@/lib/domain/plain-date'
import { DecisionRead } from './decision-read'
import { DecisionsBefore } from './decisions-before'
import { fillWords } from './fill-words'
import {
  dropSent,
  keepRoomDraft,
  keepTyping,
  type RoomDraft,
  readRoomDraft,
  type SentDraft,
  wasTypingAt,
} from './room-draft'
import type { BoxSetting, RoomWords } from './room-props'
import { useAnswer } from './use-answer'

const NONE: Picks = {}
const NOTHING: RoomDraft = { text: '', picks: NONE }

/**
 * Where a decision is typed: one sentence, read while it is typed, recorded by Enter. What was typed is kept on this device
 * until it has been recorded; a sending nobody answered is sent again under its own key, so that it counts once.
 *
 * A sentence leaves the box as it is sent: what is typed from then on is the next one. Sent before that, the next one waits
 * for its turn; refused, the first comes back into the box, or stands above it where the next has been begun.
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
  const [{ text, picks, key: heldKey }, setDraft] = useState(NOTHING)
  const [before, setBefore] = useState<readonly SentDraft[]>([])
  /** Enter was pressed while the sentence before was being recorded. */
  const [queued, setQueued] = useState(false)
  const [restored, setRestored] = useState(false)
  const [resumed, setResumed] = useState(false)
  /** What was refused came back into the box before the next one was begun. */
  const [returned, setReturned] = useState(false)
  /** The sentence whoever typed it was told lacks somebody or a day; said again, it is recorded so. */
  const [askedFor, setAskedFor] = useState<string | null>(null)
  /** Where the cursor goes in what was restored, once it is there. */
  const caret = useRef<number | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const { state, send, submit, pending, awake, forget } = useAnswer(
    sayDecision,
    async (_, form) => {
      dropSent(draftId, String(form.get('formKey')))
      await refresh()
    },
    words,
  )
  const hold = (draft: RoomDraft, others: readonly SentDraft[]) => {
    setDraft(draft)
    setBefore(others)
    keepRoomDraft(draftId, draft, others)
  }
  // What was typed before the scripts woke up stays.
  useLayoutEffect(() => {
    const typed = area.current?.value
    if (typed) setDraft({ text: typed, picks: NONE })
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
    const [first, ...rest] = draft.before
    setDraft(draft.text === '' && first ? first : draft)
    setBefore(draft.text === '' ? rest : draft.before)
    setRestored(true)
  }, [draftId])
  useEffect(() => {
    // Before the scripts are awake the box is not theirs yet, and what was kept does not stand in it.
    if (caret.current === null || !awake || text === '') return
    area.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  }, [text, awake])
  // What became of what was sent; the sentence that was begun meanwhile is left as it is.
  const sending = before.find((one) => one.sending)
  useLayoutEffect(() => {
    if (!sending || pending) return
    const others = before.filter((one) => one !== sending)
    const [waiting, ...rest] = others
    const empty = text.trim() === ''
    if (state.status === 'done') {
      if (empty && waiting) hold(waiting, rest)
      else hold(empty ? NOTHING : { text, picks }, others)
      // The sentence is over: the keys mean what the foot of the room says, and N begins the next one.
      if (empty && !waiting) area.current?.blur()
    } else if (state.status === 'refused') {
      // Any answer settles what became of the sending; only one nobody answered goes under its own key again.
      const key = state.message === words.offline ? sending.key : undefined
      const { preview, message, fields } = state
      const said = preview ? [preview.title, ...preview.lines] : [...new Set([message, ...Object.values(fields)])]
      const back = { text: sending.text, picks: sending.picks, ...(key ? { key } : {}) }
      if (empty) {
        hold(back, others)
        // Whoever goes on typing goes on in this one: he is told, at its end.
        caret.current = back.text.length
        setReturned(true)
      } else {
        hold({ text, picks }, [{ ...back, why: said.filter(Boolean).join(words.english ? ' ' : '') }, ...others])
        forget()
      }
      setQueued(false)
    }
  })
  useLayoutEffect(() => {
    if (!queued || pending || sending) return
    setQueued(false)
    area.current?.form?.requestSubmit()
  }, [queued, pending, sending])
  const change = (next: string, picked: Picks) => {
    // Choices are about what was typed.
    const chosen = next.trim() === '' ? NONE : picked
    hold({ text: next, picks: chosen, ...(heldKey ? { key: heldKey } : {}) }, before)
    setQueued(false)
    if (next.trim() === '') setReturned(false)
    if (state.status !== 'idle') forget()
  }
  const record = (event: React.FormEvent<HTMLFormElement>) => {
    if (!awake) return
    if (pending) {
      event.preventDefault()
      setQueued(text.trim() !== '')
      return
    }
    void submit(event)
    if (text.trim() === '') return
    const key = String(new FormData(event.currentTarget).get('formKey'))
    hold(NOTHING, [{ text, picks, key, sending: true }, ...before])
    setRestored(false)
    setReturned(false)
    setAskedFor(null)
    forget()
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
      onSubmit={record}
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
      {returned && text !== '' && (
        <p role="status" className="room-22 text-ink-3">
          {words.returned}
        </p>
      )}
      <DecisionsBefore
        before={before}
        take={(one) => {
          const rest = before.filter((other) => other !== one)
          hold(
            { text: one.text, picks: one.picks, key: one.key },
            text.trim() === '' ? rest : [...rest, { text, picks }],
          )
          area.current?.focus()
        }}
        words={words}
      />
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
          aria-busy={pending}
          onClick={(event) => {
            if (asks()) event.preventDefault()
          }}
        >
          {pending ? words.saying : words.say}
        </button>
        <kbd className="room-24">Enter</kbd>
        {queued && (
          <span role="status" className="room-22">
            {words.queued}
          </span>
        )}
        <span className="room-leave room-22 ml-auto text-ink-3">
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
