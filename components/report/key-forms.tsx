'use client'

import { useEffect, useState } from 'react'
import { TextField } from '@/components/ui/fields'
import { Submit } from '@/components/ui/form'
import { changePassphrase } from '@/lib/actions/reports'
import { Suggestion, usePassphrase } from './key-maker'
import { type Seal, SealingForm } from './sealing-form'
import { fingerprintOf, rewrap, secretByShares } from './vault'
import { useVault } from './vault-context'

/** How a key is told from another: its fingerprint, worked out here. */
export function Fingerprint({ publicKey }: { publicKey: string }) {
  const [text, setText] = useState('')
  useEffect(() => {
    fingerprintOf(publicKey).then(setText)
  }, [publicKey])
  return (
    <span data-verbatim className="font-mono whitespace-nowrap">
      {text}
    </span>
  )
}

/** Puts the key that is open under another passphrase. */
export function ChangePassphrase({
  formKey,
  words,
}: {
  formKey: string
  words: Readonly<Record<'newPassphrase' | 'passphraseHint' | 'repeat' | 'go' | 'openFirst', string>>
}) {
  const { keys, open } = useVault()
  const { suggested, suggest, wrong } = usePassphrase()
  const key = keys.find(({ id }) => open.has(id))
  const secret = key && open.get(key.id)?.secret
  if (!key || !secret) return <p className="text-ink-2">{words.openFirst}</p>
  const seal: Seal = async (typed, sent) => {
    const passphrase = typed('password')
    const problem = wrong(passphrase, typed('password2'))
    if (problem) return { password: problem }
    for (const [name, value] of Object.entries(await rewrap(secret, passphrase))) sent.set(name, String(value))
    return null
  }
  return (
    <SealingForm
      action={changePassphrase}
      seal={seal}
      formKey={formKey}
      label={words.go}
      className="max-w-[420px] space-y-3"
    >
      <input type="hidden" name="keyId" value={key.id} />
      <input type="hidden" name="version" value={key.version} />
      <Suggestion suggested={suggested} suggest={suggest} />
      <TextField
        name="plain.password"
        type="password"
        label={words.newPassphrase}
        hint={words.passphraseHint}
        autoComplete="new-password"
      />
      <TextField name="plain.password2" type="password" label={words.repeat} autoComplete="new-password" />
      <Submit>{words.go}</Submit>
    </SealingForm>
  )
}

/** Opens a key by two of its shares, when nobody knows the passphrase any more. */
export function Recover({
  names,
  words,
}: {
  names: Readonly<Record<string, string>>
  words: Readonly<Record<'which' | 'shareA' | 'shareB' | 'slipA' | 'slipB' | 'others' | 'recovered' | 'go', string>>
}) {
  const { ready, keys, openBy } = useVault()
  const [said, setSaid] = useState<string>()
  if (!ready || keys.length === 0) return null
  async function submit(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const typed = new FormData(form)
    const key = keys.find(({ id }) => id === typed.get('key')) ?? keys[0]
    if (!key) return
    const secret = await secretByShares(key, [String(typed.get('a') ?? ''), String(typed.get('b') ?? '')])
    if (secret === 'OTHERS') return setSaid(words.others)
    if ('slip' in secret) return setSaid(secret.slip === 0 ? words.slipA : words.slipB)
    await openBy(key, secret)
    form.reset()
    setSaid(words.recovered)
  }
  return (
    <form onSubmit={submit} className="max-w-[640px] space-y-3" data-ready>
      {keys.length > 1 && (
        <label className="block max-w-80">
          <span className="mb-1 block font-semibold">{words.which}</span>
          <select name="key" className="field">
            {keys.map(({ id }) => (
              <option key={id} value={id}>
                {names[id]}
              </option>
            ))}
          </select>
        </label>
      )}
      {(['a', 'b'] as const).map((name) => (
        <label key={name} className="block">
          <span className="mb-1 block font-semibold">{name === 'a' ? words.shareA : words.shareB}</span>
          <textarea name={name} rows={2} autoComplete="off" spellCheck={false} className="field font-mono" />
        </label>
      ))}
      {said && (
        <p
          role={said === words.recovered ? 'status' : 'alert'}
          className={said === words.recovered ? 'text-green-ink' : 'text-red-ink'}
        >
          {said}
        </p>
      )}
      <button type="submit" className="btn">
        {words.go}
      </button>
    </form>
  )
}
