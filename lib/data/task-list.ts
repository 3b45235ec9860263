import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { TASK_STATES } from '@/lib/domain/meeting/task-move'
import type { PlainDate } from '@/lib/domain/plain-date'
import {
  TASK_PAGE,
  TASK_TABS,
  type TaskChoices,
  type TaskFilter,
  type TaskPage,
  type TaskRow,
  type TaskTab,
} from '@/lib/schemas/task'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { visibleTasks } from './meeting-decisions'
import { taskRows } from './task-rows'
import { inTab, lateTasks, tasksWhere } from './task-where'

/** What is open by its day, what is over by when it ended, everything by its number. */
const orderOf = (tab: TaskTab): Prisma.TaskOrderByWithRelationInput[] => {
  const number = [{ year: 'desc' }, { week: 'desc' }, { nth: 'asc' }] as const
  if (tab === 'CLOSED') return [{ closedOn: 'desc' }, ...number]
  return tab === 'all' || tab === 'WITHDRAWN' ? [...number] : [{ dueOn: 'asc' }, ...number]
}

const everyTab = (states: ReadonlyMap<string, number>): Record<TaskTab, number> => {
  const of = (state: string) => states.get(state) ?? 0
  const all = TASK_STATES.reduce((sum, state) => sum + of(state), 0)
  const counts = Object.fromEntries(TASK_TABS.map((tab) => [tab, of(tab)])) as Record<TaskTab, number>
  return { ...counts, all, open: all - of('CLOSED') - of('WITHDRAWN') }
}

/**
 * One page of the tasks of meetings 任务 with the totals of the whole filter.
 *
 * Who sees what: `visibleTasks`. The order comes from the index (districtId, state, dueOn).
 */
export async function listTasks(actor: Actor, filter: TaskFilter, today: PlainDate): Promise<TaskPage> {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const asked = tasksWhere(actor, filter, today, calendar)
  const where = { AND: [asked, inTab(filter.state)] }
  const window = { skip: (filter.page - 1) * TASK_PAGE, take: TASK_PAGE }
  const [rows, groups, late] = await Promise.all([
    taskRows(db, actor, { where, orderBy: orderOf(filter.state), ...window }, today, calendar),
    db.task.groupBy({ by: ['state'], where: asked, _count: { _all: true } }),
    db.task.count({ where: { AND: [where, lateTasks(today, calendar, 1)] } }),
  ])
  const counts = everyTab(new Map(groups.map(({ state, _count }) => [state, _count._all])))
  return { rows, total: counts[filter.state], late, counts }
}

/** Every task of a filter, for papers and workbooks: the rows on screen, all pages of them. */
export async function listAllTasks(actor: Actor, filter: TaskFilter, today: PlainDate, most: number) {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const where = { AND: [tasksWhere(actor, filter, today, calendar), inTab(filter.state)] }
  const total = await db.task.count({ where })
  const rows: readonly TaskRow[] =
    total > most ? [] : await taskRows(db, actor, { where, orderBy: orderOf(filter.state) }, today, calendar)
  return { total, rows }
}

/** What waits for somebody about one project, for its page. */
export async function openTasksOf(actor: Actor, projectId: string, today: PlainDate): Promise<TaskRow[]> {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const where = { AND: [visibleTasks(actor), { projectId }, inTab('open')] }
  return taskRows(db, actor, { where, orderBy: orderOf('open'), take: TASK_PAGE }, today, calendar)
}

/** What the filter fields offer: units that occur among the actor's own tasks, and the meetings that decided them. */
export async function taskChoices(actor: Actor): Promise<TaskChoices> {
  const tasks = await db.task.findMany({
    where: visibleTasks(actor),
    select: { leadOrgId: true, supportIds: true, year: true, week: true },
    distinct: ['leadOrgId', 'supportIds', 'year', 'week'],
  })
  const units = await db.org.findMany({
    where: { id: { in: tasks.flatMap((task) => [...(task.leadOrgId ? [task.leadOrgId] : []), ...task.supportIds]) } },
    select: { id: true, shortName: true },
    orderBy: { shortName: 'asc' },
  })
  const weeks = new Map(tasks.map(({ year, week }) => [year * 100 + week, { year, week }]))
  return {
    units: units.map(({ id, shortName }) => ({ id, name: shortName })),
    meetings: [...weeks.entries()].sort(([a], [b]) => b - a).map(([, week]) => week),
  }
}
