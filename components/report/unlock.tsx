'use client'

import { useState } from 'react'
import { Link } from '@/components/ui/link'
import { useVault } from './vault-context'

/** Where the commission opens its key, and locks it again. The passphrase goes nowhere: no form is sent. */
export function Unlock({ quiet = false }: { quiet?: boolean }) {
  const { ready, keys, open, unlock, lock, words } = useVault()
  const [state, setState] = useState<'idle' | 'busy' | 'wrong' | 'failed'>('idle')
  if (keys.length === 0) return null
  const closed = keys.some(({ id }) => !open.has(id))
  const busy = state === 'busy'
  async function submit(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const field = form.elements.namedItem('passphrase') as HTMLInputElement
    if (!field.value || busy) return
    setState('busy')
    // Let the word on the button be drawn first: what follows takes all there is of the machine.
    await new Promise((drawn) => setTimeout(drawn, 30))
    const opened = await unlock(field.value).catch(() => null)
    setState(opened === null ? 'failed' : opened ? 'idle' : 'wrong')
    if (opened) form.reset()
    else field.focus()
  }
  return (
    <section
      aria-label={words.label}
      data-ready={ready || undefined}
      className="no-print flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-6"
    >
      <noscript>
        <p>{words.script}</p>
      </noscript>
      {open.size > 0 && (
        <p role="status" className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="text-green-ink">{words.opened}</span>
          <button type="button" className="btn" onClick={lock}>
            {words.lock}
          </button>
        </p>
      )}
      {ready && closed && (open.size === 0 || !quiet) && (
        <form onSubmit={submit} className="flex flex-wrap items-center gap-2">
          <label className="flex items-center gap-2">
            <span className="whitespace-nowrap">{words.passphrase}</span>
            <input
              name="passphrase"
              type="password"
              autoComplete="off"
              className="field sm:w-[240px]!"
              aria-invalid={state === 'wrong' || undefined}
              aria-describedby={state === 'wrong' || state === 'failed' ? 'unlock-said' : undefined}
            />
          </label>
          <button type="submit" className="btn btn-primary" aria-busy={busy}>
            {busy ? words.opening : words.open}
          </button>
          <Link href="/supervision/reports/key#recover" className="inline-flex items-center text-link max-sm:min-h-11">
            {words.forgot}
          </Link>
        </form>
      )}
      {(state === 'wrong' || state === 'failed') && (
        <p id="unlock-said" role="alert" className="w-full text-red-ink">
          {words[state]}
        </p>
      )}
    </section>
  )
}
