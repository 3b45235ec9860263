'use client'

import clsx from 'clsx'
import { unstable_isUnrecognizedActionError } from 'next/navigation'
import {
  createContext,
  useActionState,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useFormStatus } from 'react-dom'
import { type FormAction, type FormState, IDLE } from '@/lib/actions/form-state'
import { AckContext } from './ack-bar'
import { useAwake } from './awake'
import { carryOver, takeCarried } from './carry-over'
import { FormAnswer, FormId } from './form-context'
import { FormSummary, goToField } from './form-summary'
import { Link } from './link'
import { type Keep, OutboxContext, OutboxSent } from './outbox'
import { type Edits, noteEdit, putBack } from './since-sent'

const Limit = createContext({ bytes: Number.POSITIVE_INFINITY, words: '' })

/** What the forms within say when they are too large to be sent. */
export function FormLimit({ bytes, words, children }: { bytes: number; words: string; children: React.ReactNode }) {
  return <Limit value={{ bytes, words }}>{children}</Limit>
}

/** Bytes a form takes on its way, the frame around each field guessed. */
function bytesOf(form: HTMLFormElement): number {
  let bytes = 0
  for (const [name, value] of new FormData(form)) bytes += 200 + new Blob([name, value]).size
  return bytes
}

/** Whether an action's answer led to another page and the router is on its way there. */
const followed = (error: unknown): boolean =>
  error instanceof Error && 'handled' in error && error.handled === true && 'digest' in error

function renew(form: HTMLFormElement): void {
  carryOver(form)
  window.location.reload()
}

/**
 * A form that sends to an action, says what is wrong where it is wrong, and keeps everything that was typed. Works before
 * its script has loaded; from then on a lost connection loses nothing.
 *
 * @param keep what it records, when a phone shall keep it until it has been answered
 * @param first its answer stands above the fields, where somebody who has just sent it looks: for a short form
 * @param alive stays as it is where its answer leads to the same page with other contents; otherwise that begins it anew
 */
export function Form({
  action,
  formKey,
  keep,
  alive = false,
  first: answerFirst = false,
  children,
  className,
  label,
  id,
}: {
  action: FormAction
  formKey: string
  keep?: Keep
  alive?: boolean
  first?: boolean
  children: React.ReactNode
  className?: string
  label?: string
  /** For buttons that stand outside it. */
  id?: string
}) {
  const safely = useContext(OutboxContext)
  const acknowledge = useContext(AckContext)
  const awake = useAwake()
  const [first, send] = useActionState(action, IDLE)
  const [later, sendSafely, busy] = useActionState(async (before: FormState, sent: FormData) => {
    const state = before === IDLE ? first : before
    const plainly = () =>
      action(state, sent).catch((error: unknown) => {
        // Before anybody has signed in there is little to lose: the newer page takes it at once.
        if (!unstable_isUnrecognizedActionError(error)) throw error
        if (form.current) renew(form.current)
        return state
      })
    const answer = await (safely ? safely(action, state, sent, keep) : plainly()).catch((error: unknown) => {
      // The router has followed it already; let through, it would throw away whatever is typed or pressed until the page
      // has been put up a second time.
      if (alive && followed(error)) return { ...IDLE, attempt: state.attempt + 1 }
      throw error
    })
    // The form may be gone with the row it stood in; the bar is not.
    if (answer.done) acknowledge?.(answer.done)
    return answer
  }, IDLE)
  const sent = useContext(OutboxSent)
  const said = later === IDLE ? first : later
  // What waited here and has been recorded since waits no more.
  const over = said.keptKey !== undefined && sent.has(said.keptKey)
  const state = useMemo(() => (over ? { ...said, message: null, kept: undefined } : said), [said, over])
  const form = useRef<HTMLFormElement>(null)
  // An answer speaks of what was sent: what was typed or ticked after that stays.
  const edits = useRef<Edits>(new Map())
  useLayoutEffect(() => {
    if (form.current && state !== IDLE) putBack(form.current, edits.current)
  }, [state])
  const own = useId()
  useEffect(() => {
    if (form.current) takeCarried(form.current)
  }, [])
  const limit = useContext(Limit)
  const [unsent, setUnsent] = useState(false)
  useEffect(() => {
    if (unsent) form.current?.querySelector<HTMLElement>('[role="alert"]')?.focus()
  }, [unsent])
  useEffect(() => {
    if (state.status !== 'refused') return
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')
    if (first) goToField(first)
  }, [state])
  const message = state.message && !unsent && !state.conflict && !(state.done && state === later) && (
    <p
      role={state.status === 'done' || state.kept ? 'status' : 'alert'}
      tabIndex={-1}
      className={clsx(
        answerFirst ? 'mb-3 border-l-[3px] border-current bg-zebra px-3 py-2' : 'mt-2',
        state.kept ? 'text-ink-2' : state.status === 'done' ? 'text-green-ink' : 'text-red-ink',
      )}
    >
      {state.message}
      {state.latest && (
        <Link href={state.latest.href} className="ml-2 text-link">
          {state.latest.label}
        </Link>
      )}
      {/* Without a script the answer came with a page that is new already. */}
      {awake && state.renew && (
        <button
          type="button"
          className="btn mt-2 flex"
          onClick={(event) => event.currentTarget.form && renew(event.currentTarget.form)}
        >
          {state.renew}
        </button>
      )}
    </p>
  )
  return (
    <FormAnswer value={state}>
      <FormId value={own}>
        <form
          ref={form}
          id={id}
          action={awake ? sendSafely : send}
          className={className}
          aria-label={label}
          noValidate
          onSubmit={(event) => {
            // One answer at a time: a second press would send what the first has used up already.
            if (busy) return event.preventDefault()
            const over = bytesOf(event.currentTarget) > limit.bytes
            setUnsent(over)
            if (over) event.preventDefault()
            else edits.current.clear()
          }}
          // Also heard from fields that are no elements of React's (markup.ts), which its change is not.
          onInput={(event) => noteEdit(event.target, edits.current)}
          onReset={(event) => {
            const target = event.currentTarget
            queueMicrotask(() => putBack(target, edits.current))
          }}
        >
          <input type="hidden" name="formKey" value={formKey} />
          {state.conflict && state.message && (
            <p
              role="alert"
              tabIndex={-1}
              className="mb-4 border-l-[3px] border-[var(--yellow-border)] bg-yellow-tint px-4 py-3"
            >
              {state.message}
            </p>
          )}
          <FormSummary />
          {answerFirst && message}
          {children}
          {unsent && (
            <p role="alert" tabIndex={-1} className="mt-2 text-red-ink">
              {limit.words}
            </p>
          )}
          {!answerFirst && message}
        </form>
      </FormId>
    </FormAnswer>
  )
}

export function Submit({
  children,
  className,
  label,
  quiet = false,
  answer,
}: {
  children: React.ReactNode
  className?: string
  /** What it says about itself, where a form has several. */
  answer?: Readonly<{ name: string; value: string }>
  /** Its full name, where the same word stands in many rows. */
  label?: string
  quiet?: boolean
}) {
  const { pending } = useFormStatus()
  const { preview, kept } = useContext(FormAnswer)
  return (
    <button
      type="submit"
      disabled={pending}
      aria-busy={pending}
      aria-label={label}
      {...answer}
      className={clsx('btn', !quiet && !kept && 'btn-primary', className)}
    >
      {/* In a row the button keeps its word; on a page of its own it says that the form is kept already. */}
      {preview?.confirm ?? ((!label && kept) || children)}
    </button>
  )
}
