'use client'

import { unstable_isUnrecognizedActionError } from 'next/navigation'
import { Form } from '@/components/ui/form'
import { type FormAction, type FormState, IDLE, valuesOf } from '@/lib/actions/form-state'
import { useVault } from './vault-context'

/** Fields whose names begin so never leave the browser. */
const PLAIN = 'plain.'

/** What is wrong with what was typed, by field, or with the `form`; null when nothing is, and what is to be sent is in `sent`. */
export type Seal = (typed: (name: string) => string, sent: FormData) => Promise<Record<string, string> | null>

const sealing =
  (action: FormAction, seal: Seal, stale: string): FormAction =>
  async (state, typed) => {
    const values = valuesOf(typed)
    const refused = (fields: Record<string, string>, message: string | null): FormState => ({
      ...IDLE,
      status: 'refused',
      fields,
      message,
      values,
      attempt: state.attempt + 1,
    })
    const sent = new FormData()
    for (const [name, value] of typed) if (!name.startsWith(PLAIN)) sent.append(name, value)
    const wrong = await seal((name) => String(typed.get(PLAIN + name) ?? '').trim(), sent)
    if (wrong) {
      const { form: said = null, ...fields } = wrong
      return refused(Object.fromEntries(Object.entries(fields).map(([name, why]) => [PLAIN + name, why])), said)
    }
    try {
      const answer = await action(state, sent)
      return answer.status === 'refused' ? { ...answer, values } : answer
    } catch (error) {
      // The page is older than the server. What was typed is nothing to be laid by for the next one.
      if (unstable_isUnrecognizedActionError(error)) return refused({}, stale)
      throw error
    }
  }

/** A form whose fields named `plain.…` are sealed in the browser before anything is sent; there is none without scripts. */
export function SealingForm({
  action,
  seal,
  ...form
}: {
  action: FormAction
  seal: Seal
  formKey: string
  label: string
  className?: string
  children: React.ReactNode
}) {
  const { ready, words } = useVault()
  return ready ? <Form {...form} action={sealing(action, seal, words.stale)} /> : null
}
