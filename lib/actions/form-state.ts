import { printable } from '@/lib/schemas/text'

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

/** Fields never handed back to the browser. */
const SECRET = /password/i

/** What was typed, for a form that is drawn again. */
export function valuesOf(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$') || SECRET.test(name)) continue
    // A list of ticks, one a line.
    const text = printable(value)
    values[name] = name.endsWith('[]') && name in values ? `${values[name]}\n${text}` : text
  }
  return values
}

export const IDLE: FormState = { status: 'idle', message: null, fields: {}, values: {}, attempt: 0 }

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
