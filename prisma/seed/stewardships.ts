import { fromDb, toDb } from '@/lib/data/date'
import { addDays, daysBetween, type PlainDate } from '@/lib/domain/plain-date'
import type { Prisma } from '@/prisma/generated/client'
import type { ProjectModel } from './build-project'
import type { Random } from './random'
import { instantOn } from './timeline'

/** How many projects one steward may have 首席上限. */
export const MOST_PROJECTS = 8

/**
 * Which steward each of the projects goes to: the first has eight, the last one, everybody else six or seven.
 *
 * @param wanted indexes of the projects the first steward is to have
 */
export function dealStewards(r: Random, stewards: number, projects: number, wanted: readonly number[]): number[] {
  const rest = stewards - 2
  const loads = Array.from({ length: rest }, (_, i) => Math.floor((projects - MOST_PROJECTS - 1 + i) / rest))
  const places = r.shuffle([...loads.flatMap((load, i) => Array<number>(load).fill(i + 1)), stewards - 1])
  const first = new Set(wanted.slice(0, MOST_PROJECTS))
  return Array.from({ length: projects }, (_, i) => (first.has(i) ? 0 : (places.pop() ?? 0)))
}

/** Stewardships of a project, with an earlier steward and the handover in some. */
export function stewardRows(
  r: Random,
  model: ProjectModel,
  today: PlainDate,
  stewardId: string,
  others: readonly string[],
  newId: () => string,
) {
  const projectId = model.project.id
  const entered = fromDb(model.project.enteredOn as Date)
  const age = daysBetween(entered, today)
  const assignments: Prisma.StewardAssignmentCreateManyInput[] = []
  const handovers: Prisma.HandoverCreateManyInput[] = []
  if (age < 90 || model.histories.length === 0 || !r.chance(0.18)) {
    assignments.push({ id: newId(), projectId, personId: stewardId, fromOn: toDb(entered) })
    return { assignments, handovers }
  }
  const former = r.pick(others.filter((id) => id !== stewardId))
  const on = addDays(today, -r.int(20, age - 40))
  const note = r.pick(['工作岗位调整，项目移交', '借调至区专班，移交所服务项目', '按行业分工调整服务对象'])
  assignments.push({ id: newId(), projectId, personId: former, fromOn: toDb(entered), toOn: toDb(on) })
  assignments.push({ id: newId(), projectId, personId: stewardId, fromOn: toDb(on), note })
  handovers.push({
    id: newId(),
    projectId,
    fromId: former,
    toId: stewardId,
    note,
    openItems: { procedures: [], issues: [], promises: [] },
    state: 'ACCEPTED',
    proposedAt: instantOn(addDays(on, -1), 3_000),
    decidedAt: instantOn(on, 3_000),
  })
  return { assignments, handovers }
}
