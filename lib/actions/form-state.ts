import { printable } from '@/lib/schemas/text'

/** One field somebody else changed meanwhile, in words. */
export type Clash = Readonly<{
  /** Who and when: `王伟 10:20 改为`. */
  author: string
  base: string
  theirs: string
  /** The stored value behind `theirs`, which an answer speaks of. */
  seen: string
}>

/** Two edits of one row: where both changed the same field somebody chooses, the rest has come together by itself. */
export type Conflict = Readonly<{
  clashes: Readonly<Record<string, Clash>>
  /** Notes at fields that were taken over from the other. */
  taken: Readonly<Record<string, Readonly<{ note: string; theirs: string; text: string }>>>
  words: Readonly<{ question: string; mine: string; was: string }>
}>

/** That something was recorded, in words, and the form that takes it back: the name of the undo and its fields. */
export type Acknowledgement = Readonly<{
  text: string
  undo?: Readonly<{ move: string; fields: readonly (readonly [name: string, value: string])[] }>
}>
/** What follows from what was typed, shown before it is saved; sending the same again confirms it. */
export type Preview = Readonly<{ title: string; lines: readonly string[]; shown: string; confirm: string }>

/** What a form knows after it was sent: what to say, where it is wrong, and everything that was typed. */
export type FormState = Readonly<{
  status: 'idle' | 'done' | 'refused'
  message: string | null
  /** Sentences by field name. */
  fields: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
  /** Said above the fields when several are wrong. */
  several?: string
  conflict?: Conflict
  /** A figure that looks odd and may be right: a tick below its field says that it is. */
  question?: Readonly<{ field: string; value: string; words: string }>
  /** What was done, for the bar that says so wherever the form has gone. */
  done?: Acknowledgement
  /** The page is older than the server, or than what somebody else recorded: the word of the way out, which is to load it anew. */
  renew?: string
  preview?: Preview
  /** Recovery codes, shown this once. */
  codes?: readonly string[]
  /** Where what somebody else changed meanwhile can be seen. */
  latest?: Readonly<{ href: string; label: string }>
  /** It waits on this device for a connection: the word of the button that keeps it once more. */
  kept?: string
  /** Under which key it waits. */
  keptKey?: string
  /** Counts answers, so that fields can be drawn anew with what was typed. */
  attempt: number
}>

/** In it somebody shows once more that it is him: its name keeps it out of answers and drafts. */
export const PROOF_FIELD = 'proofPassword'

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

/** Largest form a browser sends: a little less than the server takes, so that the browser can say it and keep what was typed. */
export const FORM_MAX_BYTES = 1_000_000

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
