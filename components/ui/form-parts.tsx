'use client'

import { useContext } from 'react'
import { FormAnswer } from './form-context'

/**
 * A part of a form that is there when it is needed: from the beginning, or once an answer asks for it.
 *
 * @param name field an answer asks for it by
 */
export function WhenAsked({
  name,
  from = false,
  children,
}: {
  name: string
  from?: boolean
  children: React.ReactNode
}) {
  const state = useContext(FormAnswer)
  return from || state.fields[name] !== undefined || state.values[name] !== undefined ? children : null
}

/** What follows from what was typed, before it is saved; the same sent again confirms it. */
export function FormPreview() {
  const { preview, attempt } = useContext(FormAnswer)
  if (!preview) return null
  return (
    <div role="alert" tabIndex={-1} className="border-l-[3px] border-[var(--blue-border)] bg-zebra px-4 py-3">
      <p className="font-semibold">{preview.title}</p>
      <ul className="mt-1 list-inside list-disc space-y-0.5">
        {preview.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <input key={attempt} type="hidden" name="shown" defaultValue={preview.shown} />
    </div>
  )
}

/** What stands in a form until the answer shows something better: what follows from what was really typed. */
export function UntilShown({ children }: { children: React.ReactNode }) {
  return useContext(FormAnswer).preview ? null : children
}

/** A folded part of a form; what an answer says inside it is never folded away. */
export function FormDetails({
  summary,
  open = false,
  look = 'text-link max-sm:-my-[11px] max-sm:py-[11px]',
  children,
}: {
  summary: string
  open?: boolean
  look?: string
  children: React.ReactNode
}) {
  const { status } = useContext(FormAnswer)
  return (
    <details open={open || status !== 'idle'}>
      <summary className={look}>{summary}</summary>
      {children}
    </details>
  )
}
