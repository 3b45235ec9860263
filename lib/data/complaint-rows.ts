import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { ComplaintCase } from '@/lib/domain/complaint/complaint'
import { isMerged } from '@/lib/domain/complaint/move'
import { complaintClock, complaintColour } from '@/lib/domain/complaint/term'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ComplaintRow } from '@/lib/schemas/complaint'
import type { Prisma } from '@/prisma/generated/client'
import { type AsOf, visibleComplaints } from './complaint-where'
import { dayOrNull, fromDb } from './date'
import type { Tx } from './db'
import { openProjects } from './factor-rows'

const unit = { select: { id: true, shortName: true } } as const

const complaintColumns = {
  id: true,
  version: true,
  number: true,
  kind: true,
  text: true,
  place: true,
  point: { select: { id: true, name: true, number: true } },
  state: true,
  leadOrg: unit,
  againstOrg: unit,
  project: { select: { id: true, name: true } },
  filedOn: true,
  receivedOn: true,
  passedOn: true,
  waitsSince: true,
  dueOn: true,
  clockOn: true,
  answeredOn: true,
  closedOn: true,
  rating: true,
  revisitGood: true,
  urged: true,
  reopened: true,
  repeatOf: { select: { id: true, number: true } },
} satisfies Prisma.ComplaintSelect
type ComplaintRecord = Prisma.ComplaintGetPayload<{ select: typeof complaintColumns }>

type DatedRecord = Pick<
  ComplaintRecord,
  'state' | 'filedOn' | 'receivedOn' | 'passedOn' | 'waitsSince' | 'dueOn' | 'clockOn' | 'answeredOn'
>

/** The days of a complaint as the rules ask for them. */
export const daysOfComplaint = (
  row: DatedRecord,
): Pick<ComplaintCase, 'state' | 'filedOn' | 'receivedOn' | 'passedOn' | 'waitsSince' | 'dueOn' | 'answeredOn'> &
  Readonly<{ clockOn: PlainDate | null }> => ({
  state: row.state,
  filedOn: fromDb(row.filedOn),
  receivedOn: dayOrNull(row.receivedOn),
  passedOn: dayOrNull(row.passedOn),
  waitsSince: dayOrNull(row.waitsSince),
  dueOn: dayOrNull(row.dueOn),
  clockOn: dayOrNull(row.clockOn),
  answeredOn: dayOrNull(row.answeredOn),
})

const named = (org: ComplaintRecord['leadOrg']) => org && { id: org.id, name: org.shortName }

/**
 * A complaint as a line of a list.
 *
 * @param opens projects and complaints the reader may open
 */
function complaintRowOf(record: ComplaintRecord, opens: ReadonlySet<string>, { today, calendar }: AsOf): ComplaintRow {
  const days = daysOfComplaint(record)
  const { id, version, number, kind, text, place, point, project, rating, revisitGood, urged, reopened } = record
  return {
    ...{ id, version, number, kind, text, place, point, rating, revisitGood, urged, reopened },
    state: days.state,
    lead: named(record.leadOrg),
    against: named(record.againstOrg),
    project: project && { ...project, open: opens.has(project.id) },
    filedOn: days.filedOn,
    receivedOn: days.receivedOn,
    dueOn: days.dueOn,
    clockOn: days.clockOn,
    answeredOn: days.answeredOn,
    closedOn: dayOrNull(record.closedOn),
    repeatOf: record.repeatOf && { ...record.repeatOf, open: opens.has(record.repeatOf.id) },
    merged: isMerged(days, record.repeatOf !== null),
    ...complaintColour(days, today, calendar),
    clock: complaintClock(days, today, calendar),
  }
}

/** Complaints as lines of a list, in the order they come. */
export async function complaintRows(
  tx: Tx,
  actor: Actor,
  query: Pick<Prisma.ComplaintFindManyArgs, 'where' | 'orderBy' | 'skip' | 'take'>,
  asOf: AsOf,
): Promise<ComplaintRow[]> {
  const records = await tx.complaint.findMany({ ...query, select: complaintColumns })
  const firsts = records.flatMap(({ repeatOf }) => repeatOf?.id ?? [])
  const [projects, complaints] = await Promise.all([
    openProjects(
      actor,
      records.flatMap(({ project }) => project?.id ?? []),
    ),
    firsts.length === 0
      ? []
      : tx.complaint.findMany({
          where: { AND: [{ id: { in: firsts } }, visibleComplaints(actor, asOf)] },
          select: { id: true },
        }),
  ])
  const opens = new Set([...projects, ...complaints.map(({ id }) => id)])
  return records.map((record) => complaintRowOf(record, opens, asOf))
}
