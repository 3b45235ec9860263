'use client'

import clsx from 'clsx'
import { unstable_isUnrecognizedActionError, unstable_rethrow, useRouter } from 'next/navigation'
import { createContext, useCallback, useEffect, useMemo, useState } from 'react'
import { type FormAction, type FormState, valuesOf } from '@/lib/actions/form-state'
import { forgetDraft } from './keep-draft'

/**
 * What a form says of itself when it wants to be kept: which it is, and what it records, in words; and the drafts of its
 * text, which are done with once it is recorded.
 */
export type Keep = Readonly<{ form: string; label: string; href?: string; drafts?: readonly string[] }>
type Entry = Keep & { key: string; at: number; fields: [string, string][]; said?: string; confirm?: string }
type Answer = { status: string; message: string | null; confirm?: { value: string } }
type Answered = Readonly<{ key: string; label: string }>
type Send = (action: FormAction, before: FormState, form: FormData, keep?: Keep) => Promise<FormState>

export const OutboxContext = createContext<Send | null>(null)
/** Keys of forms that were kept and have been recorded since: what they say of waiting is over. */
export const OutboxSent = createContext<ReadonlySet<string>>(new Set())

export type OutboxWords = Readonly<
  Record<
    | 'title'
    | 'kept'
    | 'again'
    | 'lost'
    | 'stale'
    | 'renew'
    | 'unsent'
    | 'send'
    | 'right'
    | 'drop'
    | 'sent'
    | 'close'
    | 'open',
    string
  >
>

/** Forms the server has not answered yet, on this device and of this account; a browser without storage keeps none. */
function storeOf(owner: string) {
  const name = `outbox.${owner}`
  const read = (): Entry[] => {
    try {
      return JSON.parse(localStorage.getItem(name) ?? '[]') as Entry[]
    } catch {
      return []
    }
  }
  const change = (next: (entries: Entry[]) => Entry[]) => {
    try {
      localStorage.setItem(name, JSON.stringify(next(read())))
    } catch {
      // Full, or forbidden: the form itself still holds what was typed.
    }
  }
  return {
    read,
    put: (entry: Entry) => change((all) => [...all.filter((e) => e.key !== entry.key), entry]),
    drop: (key: string) => change((all) => all.filter((e) => e.key !== key)),
  }
}

/**
 * Sends forms so that a lost connection loses nothing: what was typed stays in the form, and a form that asks for it is kept
 * on the device until the server has answered. Sending again carries the same key, so there is one change or none.
 */
export function Outbox({
  owner,
  words,
  above,
  children,
}: {
  owner: string
  words: OutboxWords
  /** Lies over the foot of the page as the list does, and above it. */
  above?: React.ReactNode
  children: React.ReactNode
}) {
  const router = useRouter()
  const store = useMemo(() => storeOf(owner), [owner])
  const [waiting, setWaiting] = useState<readonly Entry[]>([])
  const [answered, setAnswered] = useState<readonly Answered[]>([])
  const [recorded, setRecorded] = useState<ReadonlySet<string>>(new Set())

  const flush = useCallback(async () => {
    for (const entry of store.read()) {
      const { form, fields, key, label } = entry
      const answer = await fetch('/api/outbox', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ form, fields }),
      }).catch(() => null)
      if (!answer?.ok) continue
      const { status, message, confirm } = (await answer.json()) as Answer
      if (status === 'done') {
        store.drop(key)
        for (const draft of entry.drafts ?? []) forgetDraft(draft)
        setRecorded((all) => new Set([...all, key]))
        setAnswered((all) => [...all.filter((a) => a.key !== key), { key, label }])
        router.refresh()
      } else store.put({ ...entry, said: message ?? undefined, confirm: confirm?.value })
    }
    setWaiting(store.read())
  }, [router, store])

  const send: Send = useCallback(
    async (action, before, form, keep) => {
      const key = String(form.get('formKey'))
      if (keep) {
        const fields = [...form].filter((f): f is [string, string] => typeof f[1] === 'string' && !f[0].startsWith('$'))
        store.put({ ...keep, key, at: Date.now(), fields })
      }
      try {
        const state = await action(before, form)
        store.drop(key)
        // Before the page shows what is new: a form that begins anew on it takes up what is still kept.
        if (state.status === 'done') for (const draft of keep?.drafts ?? []) forgetDraft(draft)
        return state
      } catch (error) {
        try {
          unstable_rethrow(error)
        } catch (leading) {
          // It leads to another page: it was recorded.
          store.drop(key)
          throw leading
        }
        const answer = { status: 'refused', fields: {}, values: valuesOf(form), attempt: before.attempt + 1 } as const
        // The server is newer than this page and does not know its actions. What is kept goes another way.
        const stale = unstable_isUnrecognizedActionError(error)
        if (stale && !keep) return { ...answer, message: words.stale, renew: words.renew }
        if (stale) void flush()
        setWaiting(store.read())
        return keep
          ? { ...answer, message: words.kept, kept: words.again, keptKey: key }
          : { ...answer, message: words.lost }
      }
    },
    [flush, store, words],
  )

  useEffect(() => {
    const whenBack = () => {
      if (navigator.onLine && document.visibilityState === 'visible') void flush()
    }
    whenBack()
    window.addEventListener('online', whenBack)
    document.addEventListener('visibilitychange', whenBack)
    return () => {
      window.removeEventListener('online', whenBack)
      document.removeEventListener('visibilitychange', whenBack)
    }
  }, [flush])

  return (
    <OutboxContext value={send}>
      <OutboxSent value={recorded}>{children}</OutboxSent>
      {/* Room to scroll what is recorded out from under the list of what is kept. */}
      {waiting.length + answered.length > 0 && <div aria-hidden="true" className="no-print h-44" />}
      <div className="no-print fixed right-0 bottom-[calc(56px+env(safe-area-inset-bottom))] left-0 z-40 flex flex-col gap-1 in-[main:has([data-strip])]:max-sm:bottom-[calc(128px+env(safe-area-inset-bottom))] sm:right-6 sm:bottom-6 sm:left-auto sm:items-end sm:gap-2">
        {above}
        <section
          aria-label={words.title}
          className={clsx('sm:w-[420px]', waiting.length + answered.length === 0 && 'hidden')}
        >
          <ul role="status" className="max-h-[40dvh] overflow-y-auto border border-control bg-card sm:rounded-md">
            {waiting.map((entry) => (
              <li key={entry.key} className="border-b border-divider px-4 py-3 last:border-0">
                <p className="font-semibold">{entry.label}</p>
                <p className="text-sm text-ink-2">
                  {new Date(entry.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}{' '}
                  {entry.said ?? words.unsent}
                  {entry.said && entry.href && (
                    <a href={entry.href} className="ml-2 text-link underline">
                      {words.open}
                    </a>
                  )}
                </p>
                <p className="mt-2 flex flex-wrap gap-2">
                  {entry.confirm && (
                    <button
                      type="button"
                      className="btn max-sm:btn-big"
                      onClick={() => {
                        const others = entry.fields.filter(([name]) => name !== 'confirm')
                        store.put({ ...entry, fields: [...others, ['confirm', entry.confirm ?? '']] })
                        void flush()
                      }}
                    >
                      {words.right}
                    </button>
                  )}
                  <button type="button" className="btn max-sm:btn-big" onClick={() => void flush()}>
                    {words.send}
                  </button>
                  <button
                    type="button"
                    className="btn max-sm:btn-big"
                    onClick={() => {
                      store.drop(entry.key)
                      setWaiting(store.read())
                    }}
                  >
                    {words.drop}
                  </button>
                </p>
              </li>
            ))}
            {answered.map(({ key, label }) => (
              <li key={key} className="flex items-center gap-3 border-b border-divider px-4 py-3 last:border-0">
                <p className="min-w-0 flex-1">
                  {label} <span className="text-green-ink">{words.sent}</span>
                </p>
                <button
                  type="button"
                  className="btn"
                  onClick={() => setAnswered((all) => all.filter((a) => a.key !== key))}
                >
                  {words.close}
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </OutboxContext>
  )
}
