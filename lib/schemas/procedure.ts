import { z } from 'zod'
import { DESPITE } from '@/lib/domain/move-doubts'
import { type PlainDate, parsePlainDate } from '@/lib/domain/plain-date'
import { MOVES } from '@/lib/domain/procedure-move'
import { mergeTerms } from './merge'

// Printed on one line of the 督办单.
export const REASON_MAX = 200
// A notice names every paper that is missing, however many lines that takes.
const NOTICE_MAX = 2_000
const MATERIAL_MAX = 120
const MATERIALS_MAX = 40
// Read under the row it is about.
export const NOTE_MAX = 100

export const plainDate = z.string().transform((text, context): PlainDate => {
  const day = parsePlainDate(text.trim())
  if (day) return day
  context.addIssue({ code: 'custom', message: 'DATE_INVALID' })
  return z.NEVER
})

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional())

/** What a notice lists, as one line of the register: the papers ticked, then what was written. */
const withReason = <T extends { materials: readonly string[]; reason?: string | undefined }>(move: T): T => {
  const reason = [move.materials.join('、'), move.reason].filter(Boolean).join('；')
  return move.materials.length > 0 ? { ...move, reason: reason.slice(0, NOTICE_MAX) } : move
}

const moveFields = z.object({
  procedureId: z.uuid(),
  version: z.coerce.number().int(),
  kind: z.enum(MOVES).exclude(['OPEN', 'BLOCK']),
  on: plainDate,
  limitWd: optional(
    z.coerce.number({ error: 'LIMIT_INVALID' }).int('LIMIT_INVALID').min(1, 'LIMIT_INVALID').max(250, 'LIMIT_INVALID'),
  ),
  days: optional(
    z.coerce.number({ error: 'LIMIT_INVALID' }).int('LIMIT_INVALID').min(1, 'LIMIT_INVALID').max(250, 'LIMIT_INVALID'),
  ),
  dueOn: optional(plainDate),
  certificateNo: optional(z.string().trim().max(60, 'TEXT_TOO_LONG')),
  expiresOn: optional(plainDate),
  reason: optional(z.string().trim().max(REASON_MAX, 'TEXT_TOO_LONG')),
  approverId: optional(z.uuid()),
  /** Days of earlier steps that were never recorded 补录. */
  receivedOn: optional(plainDate),
  acceptedOn: optional(plainDate),
  /** How it can be so although the record says otherwise. */
  despite: optional(z.enum(DESPITE)),
  despiteNote: optional(z.string().trim().max(REASON_MAX, 'TEXT_TOO_LONG')),
  /** Papers missing, all of them at once 一次性告知. */
  materials: z.array(z.string().trim().min(1).max(MATERIAL_MAX)).max(MATERIALS_MAX).default([]),
})

/** One move of a procedure, as a form or a phone button sends it. */
export const procedureMove = moveFields.transform(withReason)
export type ProcedureMoveInput = Omit<z.output<typeof moveFields>, 'materials'> & { materials?: readonly string[] }

/** Where a list goes on after a move: which list, and the row that opens next. */
const listPlace = z.object({
  list: z.enum(['home', 'unit']).catch('home'),
  next: optional(z.uuid()).catch(undefined),
})
export type ListPlace = z.infer<typeof listPlace>

/** A move made inside the row of a list. */
export const queueMove = moveFields.extend(listPlace.shape).transform(withReason)

/** 转办: who of the agency handles a procedure from now on, and a sentence for him. */
export const procedureAssignment = z.object({
  procedureId: z.uuid(),
  version: z.coerce.number().int(),
  handlerId: z.uuid('HANDLER_MISSING'),
  note: z.string().trim().min(1, 'NOTE_MISSING').max(NOTE_MAX, 'TEXT_TOO_LONG'),
})
export type ProcedureAssignmentInput = z.infer<typeof procedureAssignment>
export const queueAssignment = procedureAssignment.extend(listPlace.shape)

/** What of a move decides what follows from it; the address of its page may say it, and what it says wrongly is ignored. */
export const moveTerms = moveFields
  .pick({ on: true, limitWd: true, days: true, dueOn: true, receivedOn: true, acceptedOn: true })
  .partial()
  .catch({})
export type MoveTerms = z.infer<typeof moveTerms>
export const MOVE_TERMS = ['on', 'limitWd', 'days', 'dueOn', 'receivedOn', 'acceptedOn'] as const

export const takeBack = z.object({
  procedureId: z.uuid(),
  version: z.coerce.number().int(),
  reason: z.string().trim().min(1, 'REASON_MISSING').max(REASON_MAX, 'TEXT_TOO_LONG'),
})
export type TakeBackInput = z.infer<typeof takeBack>

/** The same from the list the move was made in. */
export const queueTakeBack = takeBack.extend(listPlace.pick({ list: true }).shape)

/** Moving a promised day needs a reason; the first setting of one does not. */
export const procedureReplan = z.object({
  procedureId: z.uuid(),
  version: z.coerce.number().int(),
  ...mergeTerms,
  planSubmitOn: optional(plainDate),
  planFinishOn: plainDate,
  reason: optional(z.string().trim().max(REASON_MAX, 'TEXT_TOO_LONG')),
  approverId: optional(z.uuid()),
  /** Plan whose consequences were shown; another one is shown first. */
  shown: optional(z.string().max(40)),
})
export type ProcedureReplanInput = z.infer<typeof procedureReplan>
