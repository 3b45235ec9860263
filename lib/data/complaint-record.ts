import 'server-only'
import type { ComplaintCase } from '@/lib/domain/complaint/complaint'
import type { ComplaintStepKind } from '@/lib/domain/complaint/move'
import { limitOf } from '@/lib/domain/complaint/term'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { Complaint, Prisma } from '@/prisma/generated/client'
import { dayOrNull, dbDayOrNull, fromDb, toDb } from './date'
import type { Tx } from './db'

/** A complaint as the rules ask for it. */
export const caseOfComplaint = (row: Complaint): ComplaintCase => ({
  state: row.state,
  filedOn: fromDb(row.filedOn),
  receivedOn: dayOrNull(row.receivedOn),
  passedOn: dayOrNull(row.passedOn),
  waitsSince: dayOrNull(row.waitsSince),
  dueOn: dayOrNull(row.dueOn),
  extended: row.extended,
  askedOn: dayOrNull(row.askedOn),
  answer: row.answer,
  answeredOn: dayOrNull(row.answeredOn),
  rating: row.rating,
  ratedOn: dayOrNull(row.ratedOn),
  revisit: row.revisit,
  revisitOn: dayOrNull(row.revisitOn),
  revisitGood: row.revisitGood,
  closedOn: dayOrNull(row.closedOn),
  refusal: row.refusal,
  reopened: row.reopened,
  urged: row.urged,
  leadId: row.leadOrgId,
  againstId: row.againstOrgId,
  reachable: row.contact !== null || row.enterpriseId !== null,
})

/** The columns of a complaint after a move, with the day of the limit that runs then. */
export function columnsOfCase(after: ComplaintCase, calendar: WorkCalendar): Prisma.ComplaintUncheckedUpdateInput {
  const { state, extended, answer, rating, revisit, revisitGood, refusal, reopened, urged } = after
  return {
    ...{ state, extended, answer, rating, revisit, revisitGood, refusal, reopened, urged },
    leadOrgId: after.leadId,
    againstOrgId: after.againstId,
    receivedOn: dbDayOrNull(after.receivedOn),
    passedOn: dbDayOrNull(after.passedOn),
    waitsSince: dbDayOrNull(after.waitsSince),
    dueOn: dbDayOrNull(after.dueOn),
    clockOn: dbDayOrNull(limitOf(after, calendar)?.dueOn),
    askedOn: dbDayOrNull(after.askedOn),
    answeredOn: dbDayOrNull(after.answeredOn),
    ratedOn: dbDayOrNull(after.ratedOn),
    revisitOn: dbDayOrNull(after.revisitOn),
    closedOn: dbDayOrNull(after.closedOn),
  }
}

/** What is said with a move. */
export type Said = Readonly<{
  text?: string | null
  rating?: number | null
  good?: boolean | null
}>

/** Keeps a move at the end of the history of its complaint, which is locked. @param actorId null of whoever scanned the code */
export async function keepMove(
  tx: Tx,
  id: string,
  kind: ComplaintStepKind,
  from: ComplaintCase | null,
  after: ComplaintCase,
  said: Said,
  on: PlainDate,
  actorId: string | null,
): Promise<void> {
  const nth = await tx.complaintMove.count({ where: { complaintId: id } })
  await tx.complaintMove.create({
    data: {
      complaintId: id,
      nth: nth + 1,
      kind,
      from: from?.state ?? null,
      to: after.state,
      unitId: after.leadId,
      text: said.text || null,
      dueOn: dbDayOrNull(after.dueOn),
      rating: said.rating ?? null,
      good: said.good ?? null,
      on: toDb(on),
      actorId,
    },
  })
}

/** Takes the lock of a complaint; whoever moves it waits for whoever is at it. */
export const lockComplaintRow = (tx: Tx, id: string) =>
  tx.$queryRaw`SELECT 1 FROM "Complaint" WHERE id = ${id}::uuid FOR UPDATE`

/** The next number of a complaint in a district, held until the transaction ends. */
export async function nextComplaintNumber(tx: Tx, districtId: string): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`complaint-number:${districtId}`}))::text`
  const { _max } = await tx.complaint.aggregate({ where: { districtId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}
