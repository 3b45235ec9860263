'use client'

import { useContext } from 'react'
import { FormAnswer, FormId, fieldId } from '@/components/ui/form-context'

/** What is wrong with the ticks of a form, where the way to it leads. */
export function RemedyProblem({ name = 'changes' }: { name?: 'changes' | 'evidence' }) {
  const error = useContext(FormAnswer).fields[name]
  const form = useContext(FormId)
  if (!error) return null
  return (
    <p id={fieldId(form, name)} tabIndex={-1} className="mb-1 text-sm text-red-ink">
      {error}
    </p>
  )
}
