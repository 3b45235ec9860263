import 'server-only'
import type { BriefFacts, BriefProject } from '@/lib/domain/meeting/brief'
import { taskNumber } from '@/lib/domain/meeting/task-number'
import { addDays, isoWeekOf, type PlainDate } from '@/lib/domain/plain-date'
import type { ProjectReason } from '@/lib/domain/project-level'
import { dayOrNull } from './date'
import type { Tx } from './db'
import { issuerOf } from './paper-issuer'
import { instantOf } from './week-picture'
import { type FrozenWeek, findFrozenWeeks } from './week-snapshots'

/** How a reason is said; lib/data has no words of its own. */
export type SayReason = (reason: ProjectReason, item: string | null) => string

const firstReason = (reasons: unknown): ProjectReason | null =>
  Array.isArray(reasons) ? ((reasons as ProjectReason[])[0] ?? null) : null

/** The projects of a frozen week as its brief speaks of them. */
export async function frozenProjects(tx: Tx, snapshotId: string, say: SayReason): Promise<BriefProject[]> {
  const rows = await tx.weekProject.findMany({
    where: { snapshotId },
    orderBy: { project: { number: 'asc' } },
    select: {
      projectId: true,
      level: true,
      stage: true,
      startOn: true,
      productionOn: true,
      reasons: true,
      name: true,
      item: true,
      raised: true,
      expiries: true,
      project: { select: { name: true } },
    },
  })
  return rows.map((row): BriefProject => {
    const reason = row.level === 'RED' || row.level === 'YELLOW' ? firstReason(row.reasons) : null
    return {
      id: row.projectId,
      // Weeks frozen before briefs were written did not keep it.
      name: row.name ?? row.project.name,
      level: row.level,
      stage: row.stage,
      startOn: dayOrNull(row.startOn),
      productionOn: dayOrNull(row.productionOn),
      reason: reason && say(reason, row.item),
      raised: (row.raised ?? []) as unknown as BriefProject['raised'],
      expiries: (row.expiries ?? []) as unknown as BriefProject['expiries'],
    }
  })
}

/** Decisions that were closed between two lines: their course only grows, so it is read back exactly. */
async function closedBetween(tx: Tx, districtId: string, week: FrozenWeek, before: FrozenWeek | null) {
  const moves = await tx.taskMove.findMany({
    where: {
      kind: 'CLOSE',
      task: { districtId },
      at: { lte: instantOf(week.dataLine), ...(before ? { gt: instantOf(before.dataLine) } : {}) },
    },
    select: { taskId: true },
  })
  const tasks = await tx.task.findMany({
    where: { id: { in: moves.map(({ taskId }) => taskId) } },
    orderBy: [{ year: 'asc' }, { week: 'asc' }, { nth: 'asc' }],
    include: { leadOrg: { select: { shortName: true } }, owner: { select: { name: true } } },
  })
  return tasks.map((task) => ({
    id: task.id,
    no: taskNumber(task),
    text: task.text,
    who: task.leadOrg?.shortName ?? task.owner?.name ?? null,
  }))
}

const FINISHED = ['DONE', 'DONE_TOL'] as const

/** Procedures that were finished between two lines, as far as nobody had taken it back by the later one. */
async function finishedBetween(tx: Tx, districtId: string, week: FrozenWeek, before: FrozenWeek | null) {
  const until = instantOf(week.dataLine)
  const since = instantOf(before?.dataLine ?? { ...week.dataLine, on: addDays(week.dataLine.on, -7) })
  const events = await tx.procedureEvent.findMany({
    where: { procedure: { districtId }, at: { gt: since, lte: until } },
    orderBy: [{ procedure: { project: { number: 'asc' } } }, { procedureId: 'asc' }, { seq: 'asc' }],
    select: {
      procedureId: true,
      seq: true,
      toState: true,
      fromState: true,
      takesBack: true,
      procedure: { select: { projectId: true } },
    },
  })
  const finished = (state: string) => FINISHED.some((one) => one === state)
  const back = new Set(
    events.flatMap(({ procedureId, takesBack }) => (takesBack === null ? [] : [`${procedureId}:${takesBack}`])),
  )
  const rows = events.filter(
    ({ procedureId, seq, fromState, toState, takesBack }) =>
      takesBack === null && finished(toState) && !finished(fromState) && !back.has(`${procedureId}:${seq}`),
  )
  return [
    ...new Map(
      rows.map((row) => [row.procedureId, { id: row.procedureId, projectId: row.procedure.projectId }]),
    ).values(),
  ]
}

/**
 * Everything the brief of a week is made from: the frozen week, the one before, and what was closed between them.
 *
 * Not bound to an actor: a brief is about the whole district, and whoever may not see all of it does not see the brief.
 *
 * @returns null when the week is not frozen
 */
export async function loadBriefFacts(
  tx: Tx,
  districtId: string,
  weekOf: PlainDate,
  say: SayReason,
): Promise<BriefFacts | null> {
  const { week, before } = await findFrozenWeeks(tx, districtId, weekOf)
  if (!week) return null
  const projects = await frozenProjects(tx, week.id, say)
  const earlier = before ? await frozenProjects(tx, before.id, () => '') : []
  return {
    ...(await issuerOf(tx, districtId)),
    ...isoWeekOf(weekOf),
    weekOf,
    line: week.dataLine,
    before: before?.dataLine ?? null,
    projects,
    earlier,
    done: await closedBetween(tx, districtId, week, before),
    finished: await finishedBetween(tx, districtId, week, before),
  }
}
