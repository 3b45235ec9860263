'use client'

import { useContext } from 'react'
import { PROOF_FIELD } from '@/lib/actions/form-state'
import { TextField } from './fields'
import { FormAnswer } from './form-context'

/** What a form asks of somebody who has not shown a moment ago that it is him. */
export type ProofAsked = Readonly<{ due: boolean; byCode: boolean; label: string; hint: string }>

/**
 * Somebody shows once more that it is him, in the form that needs it: nothing typed is lost. Where it was shown just now there
 * is no field, until the answer says that this was too long ago.
 */
export function ProofField({ due, byCode, label, hint, className }: ProofAsked & { className?: string }) {
  const { fields } = useContext(FormAnswer)
  if (!due && !fields[PROOF_FIELD]) return null
  return (
    <TextField
      name={PROOF_FIELD}
      type="password"
      label={label}
      hint={hint}
      autoComplete={byCode ? 'one-time-code' : 'current-password'}
      maxLength={256}
      className={className}
    />
  )
}
