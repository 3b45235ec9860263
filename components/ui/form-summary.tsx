'use client'

import { type MouseEvent, useContext, useEffect, useId, useState } from 'react'
import { FormAnswer, FormId, fieldId } from './form-context'

/** Puts the keyboard into a field, and opens whatever it is folded into. */
export function goToField(field: HTMLElement): void {
  for (let around = field.closest('details'); around; around = around.parentElement?.closest('details') ?? null)
    around.open = true
  field.focus()
}

type Line = Readonly<{ id: string; label: string; text: string }>

/** What a label says, without the hint beside it. */
const labelOf = (field: HTMLElement | null): string => {
  const label = field && 'labels' in field ? (field.labels as NodeListOf<HTMLLabelElement> | null)?.[0] : null
  // Many rows of a form have the same fields: the row says which.
  const row = field?.closest('fieldset')?.getAttribute('aria-label')
  return [row, label?.firstChild?.textContent?.trim()].filter(Boolean).join(' ')
}

/** Fields as they stand on the page, from its top; one that is not there has nothing to lead to. */
function onPage(lines: readonly Line[]): readonly Line[] {
  const found = lines.flatMap((line) => {
    const field = document.getElementById(line.id)
    return field ? [{ field, line: { ...line, label: labelOf(field) } }] : []
  })
  const before = (a: HTMLElement, b: HTMLElement) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING
  return found.toSorted((a, b) => (before(a.field, b.field) ? -1 : 1)).map(({ line }) => line)
}

/** Above a form of which several fields are wrong: what is wrong with each, and the way to it. */
export function FormSummary() {
  const { several, fields, attempt } = useContext(FormAnswer)
  const form = useContext(FormId)
  const title = useId()
  const lines = Object.entries(fields).map(([name, text]) => ({ id: fieldId(form, name), label: '', text }))
  // Their names and their order stand on the page; without scripts the sentences do.
  const [seen, setSeen] = useState<Readonly<{ attempt: number; lines: readonly Line[] }> | null>(null)
  const key = JSON.stringify(lines)
  useEffect(() => setSeen({ attempt, lines: onPage(JSON.parse(key) as Line[]) }), [attempt, key])
  if (!several) return null
  const shown = seen?.attempt === attempt ? seen.lines : lines
  const go = (id: string) => (event: MouseEvent) => {
    const field = document.getElementById(id)
    if (!field) return
    event.preventDefault()
    goToField(field)
  }
  return (
    <section
      aria-labelledby={title}
      className="col-span-full mb-4 w-full border-l-[3px] border-[var(--red-solid)] bg-zebra px-4 py-3"
    >
      <p id={title} className="font-semibold text-red-ink">
        {several}
      </p>
      <ul className="mt-1 space-y-0.5">
        {shown.map(({ id, label, text }) => (
          <li key={id}>
            <a
              href={`#${encodeURIComponent(id)}`}
              onClick={go(id)}
              className="inline-block py-0.5 text-link underline underline-offset-[3px] max-sm:py-2.5"
            >
              {label && <b className="mr-2 font-medium">{label}</b>}
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
