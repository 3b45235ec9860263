import 'server-only'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Pause } from '@/lib/domain/procedure'
import type { ProcedureCase, RecordedMove } from '@/lib/domain/procedure-move'
import type { Prisma, Procedure } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'

const day = (value: Date | null): PlainDate | null => value && fromDb(value)

/** Pauses as the JSON column keeps them. */
export const pausesOf = (json: Prisma.JsonValue): readonly Pause[] => json as unknown as readonly Pause[]

/** The columns of a procedure row that its moves decide. */
export const caseOf = (row: Procedure): ProcedureCase => ({
  state: row.state,
  statutoryWd: row.statutoryWd,
  extensionWd: row.extensionWd,
  receivedOn: day(row.receivedOn),
  acceptedOn: day(row.acceptedOn),
  finishedOn: day(row.finishedOn),
  rejectedOn: day(row.rejectedOn),
  supplementSince: day(row.supplementSince),
  supplementLimitWd: row.supplementLimitWd,
  specialSince: day(row.specialSince),
  specialLimitWd: row.specialLimitWd,
  toleranceDueOn: day(row.toleranceDueOn),
  pauses: pausesOf(row.pauses),
  supplements: row.supplements,
  naReason: row.naReason,
  certificateNo: row.certificateNo,
  expiresOn: day(row.expiresOn),
})

const dbDay = (value: PlainDate | null): Date | null => value && toDb(value)

/** The same facts as columns. */
export const columnsOf = (facts: ProcedureCase) => ({
  state: facts.state,
  statutoryWd: facts.statutoryWd,
  extensionWd: facts.extensionWd,
  receivedOn: dbDay(facts.receivedOn),
  acceptedOn: dbDay(facts.acceptedOn),
  finishedOn: dbDay(facts.finishedOn),
  rejectedOn: dbDay(facts.rejectedOn),
  supplementSince: dbDay(facts.supplementSince),
  supplementLimitWd: facts.supplementLimitWd,
  specialSince: dbDay(facts.specialSince),
  specialLimitWd: facts.specialLimitWd,
  toleranceDueOn: dbDay(facts.toleranceDueOn),
  pauses: facts.pauses as unknown as Prisma.InputJsonValue,
  supplements: facts.supplements,
  naReason: facts.naReason,
  certificateNo: facts.certificateNo,
  expiresOn: dbDay(facts.expiresOn),
})

/** A stored event as the fold reads it. */
export const recordedMove = (event: {
  seq: number
  takesBack: number | null
  data: Prisma.JsonValue
}): RecordedMove => ({
  seq: event.seq,
  takesBack: event.takesBack,
  set: ((event.data as { set?: Partial<ProcedureCase> }).set ?? {}) as Partial<ProcedureCase>,
})
