'use client'

import { useState } from 'react'
import type { FormState } from '@/lib/actions/form-state'
import { changeDecision, dropDecision } from '@/lib/actions/sitting'
import type { Book } from '@/lib/domain/meeting/decision-mention'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { SittingDecision } from '@/lib/schemas/sitting'
import { DecisionForm } from './decision-form'
import { fillWords } from './fill-words'
import { type RoomWords, roomDay } from './room-props'
import { useAnswer } from './use-answer'

/** A recorded decision: what, who, by when; it can be put differently or taken back while the meeting sits. */
export function DecisionRow({
  decision,
  nth,
  mayType,
  mendHref,
  formKey,
  book,
  today,
  words,
  refresh,
}: Readonly<{
  decision: SittingDecision
  nth: number
  mayType: boolean
  /** Where it is edited while no script runs. */
  mendHref: string
  formKey: string
  book: Book
  today: PlainDate
  words: RoomWords
  refresh: () => Promise<void>
}>) {
  const [editing, setEditing] = useState<SittingDecision | null>(null)
  const [dropping, setDropping] = useState(false)
  const { state, send, submit, pending } = useAnswer(dropDecision, refresh, words)
  const save = async (before: FormState, form: FormData) => {
    const answer = await changeDecision(before, form)
    if (answer.status !== 'done') return answer
    await refresh()
    setEditing(null)
    return answer
  }
  if (editing)
    return (
      <li>
        <i aria-hidden="true">{nth}</i>
        <DecisionForm
          decision={editing}
          action={save}
          formKey={formKey}
          book={book}
          label={fillWords(words.editOf, { n: nth })}
          words={words}
        >
          <button type="button" className="btn" onClick={() => setEditing(null)}>
            {words.cancel}
          </button>
        </DecisionForm>
      </li>
    )
  const due = decision.dueOn ? fillWords(words.dueBy, { day: roomDay(decision.dueOn, today, words) }) : null
  return (
    <li data-decision={decision.id}>
      <i aria-hidden="true">{nth}</i>
      <p lang="zh-CN">{decision.text}</p>
      <p className="room-22 text-ink-3">
        <span className="block">
          {[
            decision.no,
            decision.lead,
            decision.owner,
            decision.support.length > 0 && fillWords(words.with, { names: decision.support.join(words.list) }),
          ]
            .filter(Boolean)
            .join(' ')}
          {!decision.lead && <b className="ml-2 text-red-ink">{words.noLead}</b>}
        </span>
        <span className="block">
          {due ?? <b className="text-red-ink">{words.noDue}</b>}
          {words.list}
          {words.tiers[decision.tier]}
          {mayType && !dropping && (
            <>
              <a
                href={mendHref}
                aria-label={fillWords(words.editOf, { n: nth })}
                className="ml-4 text-link underline"
                onClick={(event) => {
                  event.preventDefault()
                  setEditing(decision)
                }}
              >
                {words.edit}
              </a>
              <button
                type="button"
                aria-label={fillWords(words.dropOf, { n: nth })}
                className="ml-4 text-link underline"
                onClick={() => setDropping(true)}
              >
                {words.drop}
              </button>
            </>
          )}
        </span>
      </p>
      {dropping && (
        <form action={send} onSubmit={submit} className="mt-2 flex flex-wrap items-center gap-3">
          <input type="hidden" name="formKey" value={formKey} />
          <input type="hidden" name="decisionId" value={decision.id} />
          <input type="hidden" name="version" value={decision.version} />
          <button type="submit" className="btn" disabled={pending} ref={(button) => button?.focus()}>
            {words.dropSure}
          </button>
          <button type="button" className="btn" onClick={() => setDropping(false)}>
            {words.keep}
          </button>
        </form>
      )}
      {state.status === 'refused' && state.message && (
        <p role="alert" className="room-22 text-red-ink">
          {state.message}
        </p>
      )}
    </li>
  )
}
