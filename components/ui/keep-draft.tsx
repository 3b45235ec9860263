'use client'

import { useEffect, useRef, useState } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const storeKey = (id: string) => `draft:${id}`
/** Keys and answers belong to one rendering; a password or a file is never kept. */
const passing = (field: Field) =>
  /^(formKey|\$|pick\.|seen\.)/.test(field.name) || /password/i.test(field.name) || field.type === 'file'

/**
 * Fields whose text is kept: what a person can type, and what the form began with where two edits can be brought together.
 * A form that cannot must begin anew with what is there.
 */
function fieldsOf(form: HTMLFormElement, never: readonly string[]): Field[] {
  const fields = ([...form.elements] as Field[]).filter((field) => field.name && !passing(field))
  const merges = fields.some((field) => field.name.startsWith('base.'))
  return fields.filter(
    (field) =>
      (field.type !== 'hidden' || (merges && /^(base\.|version$|began$)/.test(field.name))) &&
      !never.includes(field.name.replace(/^base\./, '')),
  )
}

const startOf = (field: Field): string =>
  field instanceof HTMLSelectElement
    ? ([...field.options].find((option) => option.defaultSelected)?.value ?? field.options[0]?.value ?? '')
    : field.defaultValue

const ticked = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio'

/**
 * Keeps what is typed into the form it stands in for as long as the tab lives, and puts it back after a reload, a lost
 * session or a dead browser tab; the page somebody lands on after saving drops it (`DropDraft`).
 *
 * @param id    whose form about what: another person at the same browser must not meet it
 * @param never names of fields that are not stored: personal data stays out of the browser's storage
 */
export function KeepDraft({
  id,
  never = [],
  words,
}: {
  id: string
  never?: readonly string[]
  words: Readonly<{ restored: string; discard: string }>
}) {
  const mark = useRef<HTMLDivElement>(null)
  const [restored, setRestored] = useState(false)
  const names = never.join()
  useEffect(() => {
    const form = mark.current?.closest('form')
    if (!form) return
    const except = names.split(',')
    // Only what was typed: a value the page proposed may be another one next time. Once kept, a field stays kept, though a
    // refused form begins anew with what was typed.
    let kept = new Set<string>()
    try {
      const draft = JSON.parse(sessionStorage.getItem(storeKey(id)) ?? 'null') as Record<string, string> | null
      kept = new Set(Object.keys(draft ?? {}))
      const differing = fieldsOf(form, except).filter(
        (field) => !ticked(field) && draft?.[field.name] !== undefined && draft[field.name] !== field.value,
      )
      for (const field of differing) field.value = draft?.[field.name] ?? ''
      setRestored(differing.some((field) => field.type !== 'hidden'))
    } catch {
      // Storage is closed or holds something else: the form works without it.
    }
    const keep = () => {
      const fields = fieldsOf(form, except).filter((field) => !ticked(field))
      kept = new Set([
        ...kept,
        ...fields.filter((f) => f.type === 'hidden' || f.value !== startOf(f)).map((f) => f.name),
      ])
      const values = fields.filter((field) => kept.has(field.name)).map((field) => [field.name, field.value])
      try {
        sessionStorage.setItem(storeKey(id), JSON.stringify(Object.fromEntries(values)))
      } catch {
        // Full or closed storage costs the draft, not the form.
      }
    }
    form.addEventListener('input', keep)
    form.addEventListener('change', keep)
    return () => {
      form.removeEventListener('input', keep)
      form.removeEventListener('change', keep)
    }
  }, [id, names])
  return (
    <div ref={mark} hidden={!restored} role="status" className="mb-3 border-l-[3px] border-ink bg-zebra px-3 py-2">
      {restored && (
        <>
          {words.restored}
          <button
            type="button"
            className="ml-3 text-link underline"
            onClick={() => {
              sessionStorage.removeItem(storeKey(id))
              window.location.reload()
            }}
          >
            {words.discard}
          </button>
        </>
      )}
    </div>
  )
}

/** Forgets a draft once its form has been saved. */
export function DropDraft({ ids }: { ids: readonly string[] }) {
  const names = ids.join()
  useEffect(() => {
    for (const id of names.split(',')) sessionStorage.removeItem(storeKey(id))
  }, [names])
  return null
}
