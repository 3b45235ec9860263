import type { PlainDate } from './plain-date'

/** States of a procedure 手续状态; the national case codes they stand for are in the glossary (K9). */
export const PROCEDURE_STATES = [
  'NOT_STARTED',
  'READY',
  'RECEIVED',
  'ACCEPTED',
  'SUPPLEMENT',
  'SPECIAL',
  'DONE',
  'DONE_TOL',
  'REJECTED',
  'WITHDRAWN',
  'NA',
] as const
export type ProcedureState = (typeof PROCEDURE_STATES)[number]

/** A stretch in which the agency clock stood still: the working days in (from, to] do not count (K10). */
export type Pause = Readonly<{ from: PlainDate; to: PlainDate | null; kind: 'SUPPLEMENT' | 'SPECIAL' }>

/** What is known of one procedure; everything its colour depends on. Limits are working days. */
export type ProcedureFacts = Readonly<{
  state: ProcedureState
  promisedWd: number
  /** null: the law sets no limit */
  statutoryWd: number | null
  extensionWd: number
  receivedOn: PlainDate | null
  acceptedOn: PlainDate | null
  finishedOn: PlainDate | null
  rejectedOn: PlainDate | null
  /** Day of the one-time notice 一次性告知 while papers are with the applicant. */
  supplementSince: PlainDate | null
  supplementLimitWd: number | null
  specialSince: PlainDate | null
  specialLimitWd: number | null
  toleranceDueOn: PlainDate | null
  /** Closed pauses; the running one is supplementSince or specialSince. */
  pauses: readonly Pause[]
  planSubmitOn: PlainDate | null
  planFinishOn: PlainDate | null
  enteredOn: PlainDate | null
  /** Earliest unfinished predecessor and who is responsible for it, when there is one. */
  blockedBy: Readonly<{ code: string; owner: string; nameZh?: string; nameEn?: string }> | null
}>
