'use client'

import { useEffect, useRef, useState } from 'react'

const MINUTE = 60_000

export type ClockWords = Readonly<Record<'label' | 'start' | 'stop' | 'idle', string> & { since: string }>

/** Keeps the moment a step began on this device: a page that is opened anew goes on counting. */
function storeOf(walkId: string) {
  const name = `walk-clock.${walkId}`
  return {
    read: (): number | null => {
      try {
        return Number(localStorage.getItem(name)) || null
      } catch {
        return null
      }
    },
    write: (at: number) => {
      try {
        localStorage.setItem(name, String(at))
      } catch {
        // Storage is closed: it counts as long as the page is open.
      }
    },
  }
}

/**
 * Two buttons that count a step by the clock of the phone: the second fills its minutes into the form it stands in, where they
 * can be corrected, and the next step begins. Without a script the minutes are typed.
 *
 * @param words `since` has {at} and {n} to be filled in
 */
export function StepClock({ walkId, words }: { walkId: string; words: ClockWords }) {
  const mark = useRef<HTMLFieldSetElement>(null)
  const [began, setBegan] = useState<number | null>(null)
  const [now, setNow] = useState(0)
  useEffect(() => {
    setBegan(storeOf(walkId).read())
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), MINUTE / 4)
    return () => clearInterval(timer)
  }, [walkId])
  const begin = () => {
    const at = Date.now()
    storeOf(walkId).write(at)
    setBegan(at)
    setNow(at)
    return at
  }
  const minutes = (at: number) => Math.max(1, Math.round((at - (began ?? at)) / MINUTE))
  const stop = () => {
    const field = mark.current?.closest('form')?.elements.namedItem('minutes')
    const taken = String(minutes(Date.now()))
    begin()
    if (!(field instanceof HTMLInputElement)) return
    field.value = taken
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return (
    <fieldset ref={mark} aria-label={words.label} className="flex flex-wrap items-center gap-3">
      {began === null ? (
        <button type="button" className="btn max-sm:btn-big" onClick={begin}>
          {words.start}
        </button>
      ) : (
        <button type="button" className="btn max-sm:btn-big" onClick={stop}>
          {words.stop}
        </button>
      )}
      <span className="min-w-0 flex-1 text-sm text-ink-2">
        {began === null
          ? words.idle
          : words.since
              .replace('{at}', new Date(began).toTimeString().slice(0, 5))
              .replace('{n}', String(Math.max(0, Math.floor((now - began) / MINUTE))))}
      </span>
    </fieldset>
  )
}
