'use client'

import { useContext, useId, useState } from 'react'
import { useAwake } from './awake'
import { ClashChoice } from './clash'
import { FormAnswer, FormId, fieldId } from './form-context'
import { useTypedEarly } from './typed-early'

type Frame = { name: string; label: string; hint?: string; className?: string }
/** What a draft calls the field where its name may stand for another one next time; empty for one no draft may hold. */
type Kept = { keepAs?: string }

/** What a field shows after an answer: what was typed, and what is wrong with it. */
function useField(name: string, initial: string | undefined) {
  const state = useContext(FormAnswer)
  const [form, alone, awake] = [useContext(FormId), useId(), useAwake()]
  const id = form ? fieldId(form, name) : alone
  const error = state.fields[name]
  return {
    id,
    error,
    key: `${name}-${state.attempt}`,
    value: state.status === 'refused' ? (state.values[name] ?? initial) : initial,
    // Of several that ask for the focus a browser without scripts takes the first.
    described: error
      ? { 'aria-invalid': true as const, 'aria-describedby': `${id}-error`, ...(awake ? {} : { autoFocus: true }) }
      : {},
  }
}

/**
 * The longest text a field takes, which its browser is not told: it would cut what is pasted and say nothing. What is too long
 * is counted while it is typed, and refused in words when it is sent.
 */
function useMost(most: number | undefined, initial = '') {
  const [n, setN] = useState(initial.trim().length)
  return {
    over: most !== undefined && n > most ? `${n}/${most}` : null,
    count: {
      onInput: ({ currentTarget }: { currentTarget: { value: string } }) => setN(currentTarget.value.trim().length),
    },
  }
}

function Framed({
  name,
  id,
  over,
  label,
  hint,
  className,
  error,
  children,
}: Frame & { id: string; over?: string | null; error: string | undefined; children: React.ReactNode }) {
  const { conflict, question, values, attempt } = useContext(FormAnswer)
  const clash = conflict?.clashes[name]
  const taken = conflict?.taken[name]
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
        {hint && <span className="ml-2 font-normal text-ink-3">{hint}</span>}
      </label>
      {children}
      {over && (
        <p role="status" className="mt-1 text-sm text-red-ink">
          {over}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm text-red-ink">
          {error}
        </p>
      )}
      {question?.field === name && (
        <label className="mt-1.5 flex min-h-8 items-center gap-2 border-l-[3px] border-[var(--yellow-border)] bg-zebra px-3 py-2 max-sm:min-h-11">
          <input
            key={question.value}
            type="checkbox"
            name="confirm"
            value={question.value}
            className="size-4 flex-none accent-[var(--brand-solid)] max-sm:size-5"
          />
          <span className="min-w-0">{question.words}</span>
        </label>
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
}: Frame &
  Kept & {
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
  const { name, label, hint, className, keepAs, maxLength, ...input } = props
  const field = useField(name, initial)
  const { over, count } = useMost(maxLength, field.value)
  return (
    <Framed name={name} id={field.id} label={label} hint={hint} className={className} over={over} error={field.error}>
      <input
        key={field.key}
        id={field.id}
        name={name}
        type={type}
        defaultValue={field.value}
        data-keep={keepAs}
        className="field"
        {...count}
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
}: Frame & Kept & { initial?: string; rows?: number; placeholder?: string; maxLength?: number }) {
  const { name, label, hint, className, keepAs, maxLength, ...input } = props
  const field = useField(name, initial)
  const { over, count } = useMost(maxLength, field.value)
  useTypedEarly(field.id)
  return (
    <Framed name={name} id={field.id} label={label} hint={hint} className={className} over={over} error={field.error}>
      <textarea
        key={field.key}
        id={field.id}
        name={name}
        rows={rows}
        defaultValue={field.value}
        data-keep={keepAs}
        className="field"
        {...count}
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
  const taken = useContext(FormAnswer).conflict?.taken[name]
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
export function Check({
  name,
  value,
  label,
  initial = false,
}: {
  name: string
  value: string
  label: string
  initial?: boolean
}) {
  const state = useContext(FormAnswer)
  const ticked = state.status === 'refused' ? state.values[name]?.split('\n').includes(value) : initial
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
