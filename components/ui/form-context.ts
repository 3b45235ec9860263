'use client'

import { createContext } from 'react'
import { type FormState, IDLE } from '@/lib/actions/form-state'

/** What the last answer to the form around says, for the fields within. */
export const FormAnswer = createContext<FormState>(IDLE)
