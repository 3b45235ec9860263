import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import { refusesRoute } from '@/lib/domain/complaint/routing'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ComplaintDetail, ComplaintStep } from '@/lib/schemas/complaint'
import type { Complaint } from '@/prisma/generated/client'
import { asOfDay } from './complaint-list'
import { movesOfComplaint, supervisorUnit } from './complaint-moves'
import { takersOfComplaints } from './complaint-people'
import { complaintRows } from './complaint-rows'
import { type AsOf, visibleComplaints } from './complaint-where'
import { dayOrNull, fromDb } from './date'
import { db } from './db'
import { visibleIssues } from './issue-where'
import { inLedger } from './project-where'
import { visibleProjects } from './visible'

/** Projects offered by name at most. */
const RELATED = 1_000

async function stepsOf(complaintId: string, internal: boolean): Promise<ComplaintStep[]> {
  const moves = await db.complaintMove.findMany({ where: { complaintId }, orderBy: { nth: 'desc' } })
  const [users, orgs] = await Promise.all([
    db.user.findMany({
      where: { id: { in: moves.flatMap(({ actorId }) => actorId ?? []) } },
      select: { id: true, person: { select: { name: true } } },
    }),
    db.org.findMany({
      where: { id: { in: moves.flatMap(({ unitId }) => unitId ?? []) } },
      select: { id: true, shortName: true },
    }),
  ])
  const who = new Map(users.map((user) => [user.id, user.person.name]))
  const units = new Map(orgs.map((org) => [org.id, org.shortName]))
  return moves
    .filter(({ kind }) => internal || kind !== 'NOTE')
    .map(({ nth, kind, on, actorId, unitId, text, dueOn, rating, good }) => ({
      ...{ nth, kind, text, rating, good },
      on: fromDb(on),
      by: who.get(actorId ?? '') ?? null,
      unit: kind === 'PASS' ? (units.get(unitId ?? '') ?? null) : null,
      dueOn: kind === 'RECEIVE' || kind === 'EXTEND' || kind === 'REDO' ? dayOrNull(dueOn) : null,
    }))
}

/** Units it can go to, each with why it may not; and those it can be about. */
async function unitsFor(row: Complaint) {
  const [takers, supervisorUnitId] = await Promise.all([
    takersOfComplaints(db, row.districtId),
    supervisorUnit(db, row.pointId),
  ])
  return takers.map(({ id, shortName }) => ({
    id,
    name: shortName,
    refused: refusesRoute(id, { againstId: row.againstOrgId, supervisorUnitId }),
  }))
}

const projectsFor = (actor: Actor) =>
  db.project.findMany({
    where: { AND: [visibleProjects(actor), inLedger] },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
    take: RELATED,
  })

/**
 * A complaint with its history and what the reader may do about it 诉求投诉.
 *
 * Who sees what: `visibleComplaints`; how to reach whoever said it only who leads or handles it 承办人; what offices say to each
 * other not an enterprise.
 *
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findComplaint(actor: Actor, id: string, today: PlainDate): Promise<ComplaintDetail | null> {
  const asOf: AsOf = await asOfDay(actor, today)
  const where = { AND: [{ id }, visibleComplaints(actor, asOf)] }
  const row = await db.complaint.findFirst({ where })
  if (!row) return null
  const { parts, moves } = await movesOfComplaint(db, actor, row, asOf)
  const steers = parts.has('STEER')
  const [[line], steps, units, projects, issue, photos, around] = await Promise.all([
    complaintRows(db, actor, { where }, asOf),
    stepsOf(id, actor.role !== 'CONTACT'),
    steers ? unitsFor(row) : [],
    steers && !row.issueId && row.state !== 'FILED' && row.state !== 'REFUSED' ? projectsFor(actor) : null,
    row.issueId ? db.issue.findUnique({ where: { id: row.issueId }, select: { id: true, number: true } }) : null,
    db.complaintPhoto.findMany({
      where: { complaintId: id, fileHash: { not: null } },
      select: { id: true, nth: true },
      orderBy: { nth: 'asc' },
    }),
    db.complaint.findUniqueOrThrow({
      where: { id },
      select: { enterprise: { select: { name: true } } },
    }),
  ])
  if (!line) return null
  const opensIssue = issue && (await db.issue.count({ where: { AND: [{ id: issue.id }, visibleIssues(actor)] } })) > 0
  return {
    ...line,
    filedHour: row.filedHour,
    passedOn: dayOrNull(row.passedOn),
    contact: steers || parts.has('HANDLE') || parts.has('FILER') ? row.contact : null,
    hasContact: row.contact !== null,
    enterprise: around.enterprise?.name ?? null,
    answer: row.answer,
    refusal: row.refusal,
    revisit: row.revisit,
    revisitOn: dayOrNull(row.revisitOn),
    askedOn: dayOrNull(row.askedOn),
    extended: row.extended,
    issue: issue && { ...issue, open: opensIssue ?? false },
    photos,
    steps,
    moves,
    units: moves.includes('PASS') ? units : [],
    accusable: moves.includes('RECEIVE') ? units.map(({ id: unit, name }) => ({ id: unit, name })) : [],
    projects,
    mayRepeat:
      steers &&
      row.repeatOfId === null &&
      row.state !== 'REFUSED' &&
      relationFor(actor.role, 'complaint.repeat') !== null,
  }
}
