'use client'

import clsx from 'clsx'
import {
  createContext,
  useActionState,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { useFormStatus } from 'react-dom'
import { type FormAction, type FormState, IDLE } from '@/lib/actions/form-state'
import { ClashChoice } from './clash'
import { type Keep, OutboxContext } from './outbox'

const State = createContext<FormState>(IDLE)
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

const never = () => () => {}
/** Whether the page's scripts run: false on the server and while the page wakes up. */
const useAwake = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/**
 * A form that sends to an action, says what is wrong where it is wrong, and keeps everything that was typed. Works before
 * its script has loaded; from then on a lost connection loses nothing.
 *
 * @param keep what it records, when a phone shall keep it until it has been answered
 */
export function Form({
  action,
  formKey,
  keep,
  children,
  className,
  label,
}: {
  action: FormAction
  formKey: string
  keep?: Keep
  children: React.ReactNode
  className?: string
  label?: string
}) {
  const safely = useContext(OutboxContext)
  const awake = useAwake()
  const [first, send] = useActionState(action, IDLE)
  const [later, sendSafely] = useActionState(async (before: FormState, sent: FormData) => {
    const state = before === IDLE ? first : before
    return safely ? safely(action, state, sent, keep) : action(state, sent)
  }, IDLE)
  const state = later === IDLE ? first : later
  const form = useRef<HTMLFormElement>(null)
  const limit = useContext(Limit)
  const [unsent, setUnsent] = useState(false)
  useEffect(() => {
    if (unsent) form.current?.querySelector<HTMLElement>('[role="alert"]')?.focus()
  }, [unsent])
  useEffect(() => {
    if (state.status === 'refused')
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus()
  }, [state])
  return (
    <State value={state}>
      <form
        ref={form}
        action={awake && safely ? sendSafely : send}
        className={className}
        aria-label={label}
        noValidate
        onSubmit={(event) => {
          const over = bytesOf(event.currentTarget) > limit.bytes
          setUnsent(over)
          if (over) event.preventDefault()
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
        {children}
        {unsent && (
          <p role="alert" tabIndex={-1} className="mt-2 text-red-ink">
            {limit.words}
          </p>
        )}
        {state.message && !unsent && !state.conflict && (
          <p
            role={state.status === 'done' ? 'status' : 'alert'}
            tabIndex={-1}
            className={clsx('mt-2', state.status === 'done' ? 'text-green-ink' : 'text-red-ink')}
          >
            {state.message}
          </p>
        )}
      </form>
    </State>
  )
}

type Frame = { name: string; label: string; hint?: string; className?: string }

/** What a field shows after an answer: what was typed, and what is wrong with it. */
function useField(name: string, initial: string | undefined) {
  const state = useContext(State)
  // A page may hold the same form once a row: its fields share a name, never an id.
  const id = useId()
  const error = state.fields[name]
  return {
    id,
    error,
    key: `${name}-${state.attempt}`,
    value: state.status === 'refused' ? (state.values[name] ?? initial) : initial,
    described: error ? { 'aria-invalid': true as const, 'aria-describedby': `${id}-error` } : {},
  }
}

function Framed({
  name,
  id,
  label,
  hint,
  className,
  error,
  children,
}: Frame & { id: string; error: string | undefined; children: React.ReactNode }) {
  const { conflict, values, attempt } = useContext(State)
  const clash = conflict?.clashes[name]
  const taken = conflict?.taken[name]
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
        {hint && <span className="ml-2 font-normal text-ink-3">{hint}</span>}
      </label>
      {children}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm text-red-ink">
          {error}
        </p>
      )}
      {taken && <p className="mt-1 text-sm text-ink-3">{taken.note}</p>}
      {conflict && clash && (
        <ClashChoice key={attempt} name={name} clash={clash} picked={values[`pick.${name}`]} words={conflict.words} />
      )}
    </div>
  )
}

/**
 * What the form began with, kept through every answer: a hidden field that only a fresh page renews, so that what somebody
 * else changed meanwhile is seen.
 */
export function Began({ name, value }: { name: string; value: string }) {
  const field = useField(name, value)
  return <input key={field.key} type="hidden" name={name} defaultValue={field.value} />
}

export function TextField({
  initial,
  type = 'text',
  ...props
}: Frame & {
  initial?: string
  type?: 'text' | 'date' | 'password' | 'number'
  max?: string
  min?: string
  autoComplete?: string
  autoFocus?: boolean
  inputMode?: 'numeric' | 'decimal'
  placeholder?: string
  maxLength?: number
  list?: string
}) {
  const { name, label, hint, className, ...input } = props
  const field = useField(name, initial)
  return (
    <Framed name={name} id={field.id} label={label} hint={hint} className={className} error={field.error}>
      <input
        key={field.key}
        id={field.id}
        name={name}
        type={type}
        defaultValue={field.value}
        className="field"
        {...field.described}
        {...input}
      />
    </Framed>
  )
}

export function TextArea({
  initial,
  rows = 3,
  ...props
}: Frame & { initial?: string; rows?: number; placeholder?: string; maxLength?: number }) {
  const { name, label, hint, className, ...input } = props
  const field = useField(name, initial)
  return (
    <Framed name={name} id={field.id} label={label} hint={hint} className={className} error={field.error}>
      <textarea
        key={field.key}
        id={field.id}
        name={name}
        rows={rows}
        defaultValue={field.value}
        className="field"
        {...field.described}
        {...input}
      />
    </Framed>
  )
}

export function Choice({
  initial,
  options,
  empty,
  ...props
}: Frame & {
  initial?: string
  options: readonly Readonly<{ value: string; label: string; mark?: boolean }>[]
  empty?: string
}) {
  const { name, label, hint, className } = props
  const field = useField(name, initial)
  // Taken over from somebody else, who may have chosen what this page did not yet offer.
  const taken = useContext(State).conflict?.taken[name]
  const unlisted = taken && !options.some((o) => o.value === taken.theirs) ? taken : null
  return (
    <Framed name={name} id={field.id} label={label} hint={hint} className={className} error={field.error}>
      <select
        key={field.key}
        id={field.id}
        name={name}
        defaultValue={field.value ?? ''}
        className="field"
        {...field.described}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((o) => (
          <option key={o.value} value={o.value} data-marked={o.mark || undefined}>
            {o.label}
          </option>
        ))}
        {unlisted && <option value={unlisted.theirs}>{unlisted.text}</option>}
      </select>
    </Framed>
  )
}

/** One box of a list to tick; ticks survive a refusal. */
export function Check({ name, value, label }: { name: string; value: string; label: string }) {
  const state = useContext(State)
  const ticked = state.status === 'refused' && state.values[name]?.split('\n').includes(value)
  return (
    <label className="flex min-h-8 items-center gap-2 max-sm:min-h-11">
      <input
        key={`${name}-${state.attempt}`}
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={ticked}
        className="size-4 flex-none accent-[var(--brand-solid)] max-sm:size-5"
      />
      <span className="min-w-0">{label}</span>
    </label>
  )
}

export function Submit({
  children,
  className,
  label,
  quiet = false,
}: {
  children: React.ReactNode
  className?: string
  /** Its full name, where the same word stands in many rows. */
  label?: string
  quiet?: boolean
}) {
  const { pending } = useFormStatus()
  return (
    <button
      type="submit"
      disabled={pending}
      aria-busy={pending}
      aria-label={label}
      className={clsx('btn', !quiet && 'btn-primary', className)}
    >
      {children}
    </button>
  )
}
