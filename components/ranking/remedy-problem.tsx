'use client'

import { useContext } from 'react'
import { FormAnswer, FormId, fieldId } from '@/components/ui/form-context'

/** What is wrong with the ticks of a form, where the way to it leads. */
export function RemedyProblem() {
  const error = useContext(FormAnswer).fields.changes
  const form = useContext(FormId)
  if (!error) return null
  return (
    <p id={fieldId(form, 'changes')} tabIndex={-1} className="mb-1 text-sm text-red-ink">
      {error}
    </p>
  )
}
