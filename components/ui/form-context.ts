'use client'

import { createContext } from 'react'
import { type FormState, IDLE } from '@/lib/actions/form-state'

/** What the last answer to the form around says, for the fields within. */
export const FormAnswer = createContext<FormState>(IDLE)

/** What the ids of the fields of the form around begin with; '' outside of any. */
export const FormId = createContext('')

/** Id of a field of a form: a page may hold the same form once a row, whose fields share a name. */
export const fieldId = (form: string, name: string): string => `${form}-${name}`
