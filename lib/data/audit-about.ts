import 'server-only'
import type { AuditAbout } from '@/lib/schemas/administration'
import { isUuid } from '@/lib/schemas/id'
import type { AuditEntry } from '@/prisma/generated/client'
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

/** What entries are about, by their id; those about neither a project nor a meeting of the district are not in it. */
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
  const parts = [...items, ...decisions, ...attenders]
  const weeks = new Map(
    [...meetings, ...tasks, ...parts.map(({ id, meeting }) => ({ id, ...meeting }))].map((m) => [m.id, m]),
  )
  const about = new Map<bigint, AuditAbout>()
  for (const entry of entries) {
    const ids = projectsOf(entry)
    const name = names.get(ids[0] ?? '')
    const meeting = weeks.get(entry.subject ?? '')
    if (name) about.set(entry.id, { kind: 'projects', name, n: ids.length })
    else if (meeting) about.set(entry.id, { kind: 'meeting', year: meeting.year, week: meeting.week })
  }
  return about
}
