'use client'

import { createContext, useCallback, useContext, useEffect, useState, useTransition } from 'react'
import { type Acknowledgement, type FormAction, IDLE } from '@/lib/actions/form-state'

/** How long the bar stays when nobody is about to use it. */
const HOLD_MS = 6000

/** Says below the page that something was recorded, whatever has become of the form it came from. */
export const AckContext = createContext<((done: Acknowledgement) => void) | null>(null)

const Notice = createContext<React.ReactNode>(null)

/** The place where the bar is seen: one with whatever else lies over the foot of the page, so that nothing covers another. */
export function AckNotice() {
  return useContext(Notice)
}

export type AckWords = Readonly<Record<'region' | 'undo' | 'lost', string>>

/**
 * The bar that says what was just done and takes it back with one tap: undo instead of "are you sure". It waits while a
 * pointer or the keyboard is on it. Pages that offer an undo keep a list of their own as well, for whoever was slower, and
 * for browsers without scripts.
 *
 * @param undo moves an acknowledgement may name, and the actions that make them
 */
export function AckBar({
  undo,
  words,
  children,
}: {
  undo: Readonly<Record<string, FormAction>>
  words: AckWords
  children: React.ReactNode
}) {
  const [shown, setShown] = useState<Acknowledgement | null>(null)
  const [held, setHeld] = useState(false)
  const [pending, start] = useTransition()
  const acknowledge = useCallback((done: Acknowledgement) => setShown(done), [])
  useEffect(() => {
    if (!shown || held || pending) return
    const timer = setTimeout(() => setShown(null), HOLD_MS)
    return () => clearTimeout(timer)
  }, [shown, held, pending])
  const back = shown?.undo
  const action = back && undo[back.move]
  const takeBack = () => {
    if (!back || !action) return
    const form = new FormData()
    for (const [name, value] of back.fields) form.append(name, value)
    start(async () => {
      try {
        const state = await action(IDLE, form)
        setShown(state.done ?? (state.message ? { text: state.message } : null))
      } catch {
        setShown({ text: words.lost })
      }
    })
  }
  const notice = (
    <section
      aria-label={words.region}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="sm:max-w-[560px]"
    >
      <div role="status">
        {shown && (
          <p className="flex items-center gap-3 bg-ink py-1.5 pr-2 pl-4 text-card sm:rounded-md">
            <span className="min-w-0 flex-1 py-1.5">{shown.text}</span>
            {action && (
              <button
                type="button"
                disabled={pending}
                aria-busy={pending}
                onClick={takeBack}
                className="min-h-9 flex-none rounded px-3 font-semibold underline underline-offset-4 max-sm:min-h-11"
              >
                {words.undo}
              </button>
            )}
          </p>
        )}
      </div>
    </section>
  )
  return (
    <AckContext value={acknowledge}>
      <Notice value={notice}>{children}</Notice>
    </AckContext>
  )
}
