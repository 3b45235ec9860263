import 'server-only'
import { MILESTONES } from '@/lib/domain/project'
import type { ProjectMilestone } from '@/lib/domain/project-plan'
import { dayOrNull } from './date'
import { db } from './db'

/**
 * Planned and actual days of the milestones of some projects, in their order; for the Gantt of the ledger.
 *
 * @param ids of projects the actor sees: they come from a list bound to him
 */
export async function milestonesOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly ProjectMilestone[]>> {
  const found = await db.milestone.findMany({
    where: { projectId: { in: [...ids] }, OR: [{ plannedOn: { not: null } }, { actualOn: { not: null } }] },
    select: { projectId: true, kind: true, plannedOn: true, actualOn: true, monthOnly: true },
  })
  const lines = new Map<string, ProjectMilestone[]>(ids.map((id) => [id, []]))
  for (const m of found)
    lines.get(m.projectId)?.push({
      kind: m.kind,
      plannedOn: dayOrNull(m.plannedOn),
      actualOn: dayOrNull(m.actualOn),
      monthOnly: m.monthOnly,
    })
  for (const line of lines.values()) line.sort((a, b) => MILESTONES.indexOf(a.kind) - MILESTONES.indexOf(b.kind))
  return lines
}
