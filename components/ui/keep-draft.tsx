'use client'

import { clsx } from 'clsx'
import { useEffect, useRef, useState } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Stored = Readonly<{ at: number; values: Record<string, string> }>

const PREFIX = 'draft:'
/** Text nobody came back for within a week's round and a holiday is no draft any more. */
const AGE_MS = 14 * 86_400_000
const storeKey = (id: string) => `${PREFIX}${id}`

/** What is stored under a key, if it is young enough; null for anything else. */
function read(key: string): Record<string, string> | null {
  const stored = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Stored> | null
  const young = typeof stored?.at === 'number' && Date.now() - stored.at < AGE_MS
  return young && stored.values && typeof stored.values === 'object' ? stored.values : null
}

/** Tells a form on the page that its draft was let go. */
const FORGOTTEN = 'draft-forgotten'

/** Lets a draft go: what it held was saved, or is not wanted. */
export function forgetDraft(id: string): void {
  try {
    localStorage.removeItem(storeKey(id))
  } catch {
    // Storage is closed: nothing was kept.
  }
  window.dispatchEvent(new CustomEvent(FORGOTTEN, { detail: id }))
}

/** Lets all drafts go that are too old or, with `all`, every one on this device. */
function sweep(all: boolean): void {
  try {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(PREFIX)))
      if (all || !read(key)) localStorage.removeItem(key)
  } catch {
    // Storage is closed or holds something else.
  }
}
/** Keys and answers belong to one rendering; a button, a password, a file or what says so itself is never kept. */
const passing = (field: Field) =>
  /^(formKey|\$|pick\.|seen\.)/.test(field.name) ||
  /password/i.test(field.name) ||
  /^(file|submit|button)$/.test(field.type) ||
  field.dataset.keep === ''

/** What a draft calls a field: its name, unless that may stand for something else next time. */
const nameOf = (field: Field): string => field.dataset.keep ?? field.name

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

/** What a person typed, or had a sentence of his fill in: such a field begins with what it was filled with. */
const ofPerson = (field: Field): boolean =>
  field.type === 'hidden' || field.value !== startOf(field) || field.dataset.proposed !== undefined

const ticked = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio'

/**
 * Keeps what is typed into the form it stands in on this device, and puts it back after a reload, a lost session or a
 * browser that was killed; the page somebody lands on after saving drops it (`DropDraft`), signing out drops all.
 *
 * @param id    whose form about what: another person at the same browser must not meet it
 * @param never names of fields that are not stored: personal data stays out of the browser's storage
 * @param also  other drafts of the same page its notice speaks for: they are let go with it
 */
export function KeepDraft({
  id,
  never = [],
  also = [],
  className,
  words,
}: {
  id: string
  never?: readonly string[]
  also?: readonly string[]
  className?: string
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
    // Of rows that come and go, those out of sight keep what was typed into them.
    const rows = form.querySelector('[data-keep]') !== null
    const store = (values: Record<string, string>) =>
      localStorage.setItem(storeKey(id), JSON.stringify({ at: Date.now(), values } satisfies Stored))
    try {
      sweep(false)
      const draft = { ...read(storeKey(id)) }
      const fields = fieldsOf(form, except).filter((field) => !ticked(field))
      // What has been saved meanwhile is no draft.
      const saved = rows ? fields.filter((field) => draft[nameOf(field)] === startOf(field)) : []
      for (const field of saved) delete draft[nameOf(field)]
      if (saved.length > 0) store(draft)
      kept = new Set(Object.keys(draft))
      const differing = fields.filter((field) => (draft[nameOf(field)] ?? field.value) !== field.value)
      for (const field of differing) field.value = draft[nameOf(field)] ?? ''
      setRestored(differing.some((field) => field.type !== 'hidden'))
    } catch {
      // Storage is closed or holds something else: the form works without it.
    }
    const keep = () => {
      const fields = fieldsOf(form, except).filter((field) => !ticked(field))
      kept = new Set([...kept, ...fields.filter(ofPerson).map(nameOf)])
      const typed = fields.filter((field) => kept.has(nameOf(field))).map((field) => [nameOf(field), field.value])
      try {
        store({ ...(rows ? read(storeKey(id)) : null), ...Object.fromEntries(typed) })
      } catch {
        // Full or closed storage costs the draft, not the form.
      }
    }
    // Sent meanwhile from where it waited: nothing of it is unsaved any more.
    const forgotten = (event: Event) => {
      if ((event as CustomEvent).detail !== id) return
      kept = new Set()
      setRestored(false)
    }
    form.addEventListener('input', keep)
    form.addEventListener('change', keep)
    window.addEventListener(FORGOTTEN, forgotten)
    return () => {
      window.removeEventListener(FORGOTTEN, forgotten)
      form.removeEventListener('input', keep)
      form.removeEventListener('change', keep)
    }
  }, [id, names])
  return (
    <div
      ref={mark}
      hidden={!restored}
      role="status"
      data-restored={restored ? id : undefined}
      className={clsx('mb-3 border-l-[3px] border-ink bg-zebra px-3 py-2', className)}
    >
      {restored && (
        <>
          {words.restored}
          <button
            type="button"
            className="ml-3 text-link underline"
            onClick={() => {
              for (const one of [id, ...also]) forgetDraft(one)
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
    for (const id of names.split(',')) forgetDraft(id)
  }, [names])
  return null
}

/** Forgets every draft on this device: whoever signed out leaves no text to the next one at it. */
export function DropAllDrafts() {
  useEffect(() => sweep(true), [])
  return null
}
