'use client'

import { useState } from 'react'
import { Check } from '@/components/ui/fields'
import { Submit } from '@/components/ui/form'
import { makeReportKey } from '@/lib/actions/reports'
import { passphraseFlaw } from '@/lib/domain/passphrase'
import { SealingForm } from './sealing-form'
import { type MadeKey, makeKey, newPassphrase } from './vault'
import { useVault } from './vault-context'

export type KeyWords = Readonly<
  Record<
    | 'passphrase'
    | 'passphraseHint'
    | 'repeat'
    | 'generate'
    | 'generating'
    | 'shares'
    | 'sharesHint'
    | 'print'
    | 'handed'
    | 'notHanded'
    | 'use'
    | 'rotateLost'
    | 'rotateFirst',
    string
  > & { papers: readonly string[]; names: readonly string[] }
>

/** Two fields for a passphrase, and one the browser thinks up; what is wrong with them is said below. */
export function usePassphrase() {
  const { words } = useVault()
  const [suggested, setSuggested] = useState<string>()
  /** What is wrong with the two; null when nothing is. */
  const wrong = (passphrase: string, again: string): string | null => {
    const flaw = passphraseFlaw(passphrase)
    if (flaw) return words.weak[flaw]
    return passphrase === again ? null : words.different
  }
  return { suggested, suggest: () => setSuggested(newPassphrase()), wrong }
}

export function Suggestion({ suggested, suggest }: { suggested: string | undefined; suggest: () => void }) {
  const { words } = useVault()
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <button type="button" className="btn" onClick={suggest}>
        {words.suggest}
      </button>
      {suggested && (
        <output>
          {words.suggested} <b className="font-mono whitespace-nowrap">{suggested}</b>
        </output>
      )}
    </p>
  )
}

/**
 * Makes a key in this browser: a passphrase, then the shares on paper, and only then is its public half put in use.
 *
 * @param after number of the key it follows; 0 for the first
 */
export function KeyMaker({ after, formKey, words }: { after: number; formKey: string; words: KeyWords }) {
  const { ready, keys, open } = useVault()
  const { suggested, suggest, wrong } = usePassphrase()
  const [made, setMade] = useState<MadeKey>()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string>()
  const earlier = keys.find(({ number }) => number === after)
  const secret = earlier && open.get(earlier.id)?.secret
  if (!ready) return null
  if (made) return <Shares made={made} after={after} formKey={formKey} words={words} />
  async function submit(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const typed = new FormData(event.currentTarget)
    const passphrase = String(typed.get('password') ?? '')
    const problem =
      wrong(passphrase, String(typed.get('password2') ?? '')) ??
      (earlier && !secret && !typed.has('lost') ? words.rotateFirst : null)
    setSaid(problem ?? undefined)
    if (problem) return
    setBusy(true)
    await new Promise((drawn) => setTimeout(drawn, 30))
    setMade(await makeKey(passphrase, secret ?? null))
    setBusy(false)
  }
  return (
    <form onSubmit={submit} className="max-w-[420px] space-y-3" data-ready>
      <Suggestion suggested={suggested} suggest={suggest} />
      <label className="block">
        <span className="mb-1 block font-semibold">
          {words.passphrase} <span className="ml-1 font-normal text-ink-3">{words.passphraseHint}</span>
        </span>
        <input name="password" type="password" autoComplete="new-password" className="field" />
      </label>
      <label className="block">
        <span className="mb-1 block font-semibold">{words.repeat}</span>
        <input name="password2" type="password" autoComplete="new-password" className="field" />
      </label>
      {earlier && !secret && (
        <label className="flex min-h-8 items-center gap-2 max-sm:min-h-11">
          <input type="checkbox" name="lost" className="size-4 flex-none accent-[var(--brand-solid)] max-sm:size-5" />
          <span className="min-w-0">{words.rotateLost}</span>
        </label>
      )}
      {said && (
        <p role="alert" className="text-red-ink">
          {said}
        </p>
      )}
      <button type="submit" className="btn btn-primary" aria-busy={busy}>
        {busy ? words.generating : words.generate}
      </button>
    </form>
  )
}

/** The shares, each on a sheet of its own, once: when all are handed out the key is put in use. */
function Shares({ made, after, formKey, words }: { made: MadeKey; after: number; formKey: string; words: KeyWords }) {
  return (
    <section aria-label={words.shares}>
      <h3 className="no-print font-semibold">{words.shares}</h3>
      <p className="no-print mt-1 text-ink-2">{words.sharesHint}</p>
      <ol className="my-3 space-y-3">
        {made.shares.map((share, i) => (
          <li key={share} className="break-after-page border border-control px-4 py-3 last:break-after-auto">
            <h4 className="font-semibold">{words.names[i]}</h4>
            <p className="mt-1 font-mono text-lg break-words" data-share>
              {share.replaceAll('-', ' ')}
            </p>
            <p className="mt-1 text-ink-2">{words.papers[i]}</p>
          </li>
        ))}
      </ol>
      <button type="button" className="btn no-print" onClick={() => window.print()}>
        {words.print}
      </button>
      <SealingForm
        action={makeReportKey}
        seal={async (typed) => (typed('handed') ? null : { form: words.notHanded })}
        formKey={formKey}
        label={words.use}
        className="no-print mt-3 space-y-3"
      >
        <input type="hidden" name="after" value={after} />
        {(['publicKey', 'before', 'wrapped', 'salt', 'ops', 'memory'] as const).map((name) => (
          <input key={name} type="hidden" name={name} value={made[name] ?? ''} />
        ))}
        <Check name="plain.handed" value="1" label={words.handed} />
        <Submit>{words.use}</Submit>
      </SealingForm>
    </section>
  )
}
