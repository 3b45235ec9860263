/** What a form knows after it was sent: what to say, where it is wrong, and everything that was typed. */
export type FormState = Readonly<{
  status: 'idle' | 'done' | 'refused'
  message: string | null
  /** Sentences by field name. */
  fields: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
  /** Counts answers, so that fields can be drawn anew with what was typed. */
  attempt: number
}>

export const IDLE: FormState = { status: 'idle', message: null, fields: {}, values: {}, attempt: 0 }

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
