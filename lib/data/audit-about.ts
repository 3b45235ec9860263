import 'server-only'
import { slipYear } from '@/lib/domain/supervision/slip-number'
import type { AuditAbout } from '@/lib/schemas/administration'
import { isUuid } from '@/lib/schemas/id'
import type { AuditEntry } from '@/prisma/generated/client'
import { fromDb } from './date'
import type { Tx } from './db'

type Entry = Pick<AuditEntry, 'id' | 'action' | 'subject' | 'projectId' | 'detail'>

/** Projects one entry speaks of: its own, or those a form of several was about. */
function projectsOf({ projectId, detail }: Entry): readonly string[] {
  if (projectId) return [projectId]
  const said = detail && typeof detail === 'object' && !Array.isArray(detail) ? detail.projectIds : null
  return Array.isArray(said) ? said.filter(isUuid) : []
}

const ofMeeting = ({ action }: Entry): boolean =>
  /^(?:agenda|meeting|decision|attendance|task|slip|paper)\./.test(action)

/** What an entry of supervision is about; of what is told to the commission alone there is none but what it released. */
function supervisedKind({ action }: Entry): 'complaint' | 'supervision' | 'point' | null {
  if (/^(?:point|plate)\./.test(action)) return 'point'
  if (/^supervision\./.test(action) || action === 'report.release') return 'supervision'
  return /^complaint\./.test(action) ? 'complaint' : null
}

/** The complaints, slips and points some entries are about, by id, with their numbers. */
async function numbersOf(
  tx: Tx,
  districtId: string,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, AuditAbout>> {
  const of = (kind: ReturnType<typeof supervisedKind>) => ({
    where: {
      districtId,
      id: { in: entries.flatMap((e) => (supervisedKind(e) === kind && isUuid(e.subject) ? [e.subject] : [])) },
    },
    select: { id: true, number: true },
  })
  const [complaints, slips, points] = await Promise.all([
    tx.complaint.findMany(of('complaint')),
    tx.supervisionSlip.findMany({ ...of('supervision'), select: { id: true, number: true, issuedOn: true } }),
    tx.monitorPoint.findMany(of('point')),
  ])
  return new Map<string, AuditAbout>([
    ...complaints.map(({ id, number: n }) => [id, { kind: 'complaint', n }] as const),
    ...slips.map(
      ({ id, number: n, issuedOn }) =>
        [id, { kind: 'supervision', year: slipYear({ issuedOn: fromDb(issuedOn) }), n }] as const,
    ),
    ...points.map(({ id, number: n }) => [id, { kind: 'point', n }] as const),
  ])
}

/** What entries are about, by their id; those about neither a project, a meeting nor a matter of supervision are not in it. */
export async function aboutOf(
  tx: Tx,
  districtId: string,
  entries: readonly Entry[],
): Promise<ReadonlyMap<bigint, AuditAbout>> {
  const projects = await tx.project.findMany({
    where: { districtId, id: { in: entries.flatMap((entry) => projectsOf(entry).slice(0, 1)) } },
    select: { id: true, name: true },
  })
  const names = new Map(projects.map(({ id, name }) => [id, name]))
  const subjects = entries.flatMap((entry) => (ofMeeting(entry) && isUuid(entry.subject) ? [entry.subject] : []))
  const week = { year: true, week: true } as const
  const inMeeting = {
    where: { id: { in: subjects }, meeting: { districtId } },
    select: { id: true, meeting: { select: week } },
  }
  const [meetings, tasks, items, decisions, attenders] = await Promise.all([
    tx.meeting.findMany({ where: { districtId, id: { in: subjects } }, select: { id: true, ...week } }),
    tx.task.findMany({ where: { districtId, id: { in: subjects } }, select: { id: true, ...week } }),
    tx.agendaItem.findMany(inMeeting),
    tx.decision.findMany(inMeeting),
    tx.attendance.findMany(inMeeting),
  ])
  const numbers = await numbersOf(tx, districtId, entries)
  const parts = [...items, ...decisions, ...attenders]
  const weeks = new Map(
    [...meetings, ...tasks, ...parts.map(({ id, meeting }) => ({ id, ...meeting }))].map((m) => [m.id, m]),
  )
  const about = new Map<bigint, AuditAbout>()
  for (const entry of entries) {
    const ids = projectsOf(entry)
    const name = names.get(ids[0] ?? '')
    const meeting = weeks.get(entry.subject ?? '')
    const numbered = supervisedKind(entry) && numbers.get(entry.subject ?? '')
    if (numbered) about.set(entry.id, numbered)
    else if (name) about.set(entry.id, { kind: 'projects', name, n: ids.length })
    else if (meeting) about.set(entry.id, { kind: 'meeting', year: meeting.year, week: meeting.week })
  }
  return about
}
