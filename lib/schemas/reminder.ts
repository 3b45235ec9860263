import { z } from 'zod'
import type { Level } from '@/lib/domain/level-scale'
import { type PlainDate, parsePlainDate } from '@/lib/domain/plain-date'
import { REMINDER_SUBJECTS } from '@/lib/domain/reminder'
import type { Failure } from '@/lib/domain/result'
import { ledgerQuery, readLedgerQuery } from './project-address'
import type { ItemName, Live } from './project-row'

// One sentence: it stands in a row beside its button.
export const REMINDER_MAX = 200
// One screen somebody still reads before he sends.
export const REMIND_MAX = 200

const sentence = z.string().trim().max(REMINDER_MAX, 'TEXT_TOO_LONG').default('')
const subject = z.enum(REMINDER_SUBJECTS).default('LEVEL')

/** One reminder or instruction about one project; who gets it follows from the facts, unless an instruction names a unit. */
export const reminder = z.object({
  projectId: z.uuid(),
  subject,
  toOrgId: z.uuid().optional(),
  text: sentence,
  dueOn: z
    .string()
    .optional()
    .transform((text, context) => {
      if (!text) return undefined
      const day = parsePlainDate(text)
      if (!day) context.addIssue({ code: 'custom', message: 'DATE_INVALID' })
      return day ?? undefined
    }),
})
export type ReminderInput = z.output<typeof reminder>

/** The same to several projects. */
export const reminders = z.object({
  projectIds: z.array(z.uuid(), 'NOTHING_TICKED').min(1, 'NOTHING_TICKED').max(REMIND_MAX),
  subject,
  text: sentence,
  /** The ticked projects as the address said them, to come back to. */
  query: z
    .string()
    .max(8_000)
    .transform((query) => {
      const filter = readLedgerQuery(query)
      const { id, pick, page } = filter
      return ledgerQuery(filter, { id, pick, page }).toString()
    }),
})
export type RemindersInput = z.output<typeof reminders>

/** What stands in the address of the reminder page besides the ticked projects. */
export const remindAddress = z.object({
  subject: z.enum(REMINDER_SUBJECTS).optional().catch(undefined),
  done: z.literal('1').optional().catch(undefined),
})

/** Read; with a sentence: answered. */
export const reminderAnswer = z.object({ reminderId: z.uuid(), answer: sentence })
export type ReminderAnswerInput = z.output<typeof reminderAnswer>

/** What would happen if somebody were reminded about a project, or why nothing would. */
export type ReminderLine = Readonly<{
  to: string | null
  /** Who holds the matter but has no account here. */
  instead: string | null
  /** Who was told of the very matter today. */
  told: Readonly<{ to: string; by: string; at: string; seen: boolean }> | null
  refusal: Failure | null
}>

export type RemindedProject = Live & Readonly<{ id: string; name: string; level: Level; line: ReminderLine }>
export type RemindPreview = Readonly<{ total: number; lines: readonly RemindedProject[] }>

/** What of a reminder both sides see. */
type Told = Readonly<{
  id: string
  kind: 'REMINDER' | 'INSTRUCTION'
  projectId: string
  project: string
  procedureId: string | null
  item: ItemName | null
  level: Level
  text: string
  dueOn: PlainDate | null
  on: PlainDate
  /** The instant it was sent, ISO. */
  at: string
}>

/** Something the actor was told and has not answered, and that no fact has settled since. */
export type InboxLine = Told &
  Readonly<{
    from: string
    seen: boolean
    /** Nothing was reported about the project this week. */
    unreported: boolean
  }>

/** Something the actor told somebody, and what became of it. */
export type SentLine = Told &
  Readonly<{
    to: string
    state: 'SETTLED' | 'ANSWERED' | 'SEEN' | 'UNSEEN'
    answer: string | null
    /** Past the day it was wanted by, without an answer or a fact. */
    late: boolean
  }>

/** The same as it stands at its project, for those who coordinate. */
export type ProjectReminder = SentLine & Readonly<{ from: string }>

/** The sentence a leader types on his first page, as its address holds it until it is sent. */
export const instructionAddress = z.object({
  say: z.string().trim().catch(''),
  /** Which project is meant, where the sentence leaves it open. */
  about: z.uuid().optional().catch(undefined),
  said: z.literal('1').optional().catch(undefined),
})

/** A leader's sentence as it was understood, before it is sent. */
export type InstructionDraft = Readonly<{
  text: string
  /** Those it may mean; none where it names none of the reader's. */
  projects: readonly Readonly<{ id: string; name: string }>[]
  /** The one it is about; null while that is open. */
  project: Readonly<{ id: string; name: string }> | null
  /** Who gets it: the unit it names, else whoever holds the matter; null while the project is open or nobody can. */
  to: Readonly<{ orgId: string | null; name: string }> | null
  /** Units it names that have no part in the project and cannot see it. */
  outside: readonly string[]
  /** Units it names where nobody can sign in: they are called, and whoever holds the matter gets it. */
  unheard: readonly string[]
  /** Further units it names; one gets it, the others are named in it. */
  also: readonly string[]
  dueOn: PlainDate | null
  /** Why what it says about time is no day, or why it cannot be sent. */
  dueFault: Failure | null
  refusal: Failure | null
}>
