import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { mergeFields } from '@/lib/domain/merge-fields'
import { type PlainDate, parsePlainDate, yearOf } from '@/lib/domain/plain-date'
import { fitsMilestones } from '@/lib/domain/project'
import { err, ok, type Result } from '@/lib/domain/result'
import type { ProcedureReplanInput } from '@/lib/schemas/procedure'
import type { MilestoneChangeInput } from '@/lib/schemas/project-change'
import type { PlanTarget } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { answersOf, conflictOf } from './edit-conflict'
import { refreshProjects } from './levels'
import { lockProject } from './lock-project'
import { visibleProcedures } from './visible'
import { write } from './write'

type PlanMove = Readonly<{
  projectId: string
  target: PlanTarget
  milestoneId?: string
  procedureId?: string
  from: PlainDate
  to: PlainDate
  reason: string | undefined
  /** How often it has moved before. */
  moves: number
}>

/** Appends a moved promise 改期; refuses one without a reason. */
async function appendPlanMove(tx: Tx, actor: Actor, move: PlanMove, today: PlainDate): Promise<Result<null>> {
  if (!move.reason) return err({ code: 'REASON_MISSING', nth: move.moves + 1 })
  await tx.planChange.create({
    data: {
      projectId: move.projectId,
      target: move.target,
      milestoneId: move.milestoneId ?? null,
      procedureId: move.procedureId ?? null,
      fromOn: toDb(move.from),
      toOn: toDb(move.to),
      reason: move.reason,
      nth: move.moves + 1,
      actorId: actor.userId,
      on: toDb(today),
    },
  })
  return ok(null)
}

const PLAN_FIELDS = ['planSubmitOn', 'planFinishOn'] as const
/** The planned days somebody typed; a filing day left empty is left as it is. */
const planOf = ({ planSubmitOn, planFinishOn }: ProcedureReplanInput) =>
  planSubmitOn ? { planSubmitOn, planFinishOn } : { planFinishOn }

/**
 * Sets or moves the plan of a procedure. The first date set is the baseline and stays; a later one is 第n次.
 *
 * Whatever else happened to the procedure since the form was opened does not matter; a day somebody else moved as well is
 * put before whoever moved it second.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, PLAN_REVERSED, REASON_MISSING, NO_CHANGE
 */
export const replanProcedure = write('procedure.replan', async (tx, actor, input: ProcedureReplanInput, today) => {
  const seen = await tx.procedure.findFirst({
    where: { AND: [{ id: input.procedureId }, visibleProcedures(actor)] },
    select: { projectId: true },
  })
  if (!seen) return err({ code: 'NOT_FOUND' })
  const locked = await lockProject(tx, actor, 'procedure.replan', seen.projectId)
  if (!locked.ok) return locked
  const row = await tx.procedure.findUniqueOrThrow({ where: { id: input.procedureId } })
  const before = row.planFinishOn && fromDb(row.planFinishOn)
  const beforeSubmit = row.planSubmitOn && fromDb(row.planSubmitOn)
  const theirs = { planSubmitOn: beforeSubmit ?? '', planFinishOn: before ?? '' }
  const moved = row.version !== input.version
  if (moved && input.base.planFinishOn === undefined) return err({ code: 'CONFLICT', version: row.version })
  const { planSubmitOn = '', planFinishOn = '' } = input.base
  const base = moved ? { planSubmitOn, planFinishOn } : theirs
  const merge = mergeFields(PLAN_FIELDS, base, theirs, planOf(input), answersOf(input))
  if (Object.keys(merge.clashes).length > 0)
    return err({ code: 'CONFLICT', version: row.version, ...(await conflictOf(tx, row.id, merge)) })
  const finishOn = parsePlainDate(merge.values.planFinishOn)
  const submitOn = parsePlainDate(merge.values.planSubmitOn)
  if (!finishOn) return err({ code: 'DATE_INVALID' })
  if (submitOn && submitOn > finishOn) return err({ code: 'PLAN_REVERSED', submitOn, finishOn })
  if (before === finishOn && beforeSubmit === submitOn) return err({ code: 'NO_CHANGE' })
  const common = { projectId: row.projectId, procedureId: row.id, reason: input.reason, moves: row.planMoves }
  if (before && before !== finishOn) {
    const appended = await appendPlanMove(
      tx,
      actor,
      { ...common, target: 'PROCEDURE_FINISH', from: before, to: finishOn },
      today,
    )
    if (!appended.ok) return appended
  } else if (beforeSubmit && submitOn && beforeSubmit !== submitOn) {
    const appended = await appendPlanMove(
      tx,
      actor,
      { ...common, target: 'PROCEDURE_SUBMIT', from: beforeSubmit, to: submitOn },
      today,
    )
    if (!appended.ok) return appended
  }
  const { version } = await tx.procedure.update({
    where: { id: row.id },
    data: {
      planFinishOn: toDb(finishOn),
      planSubmitOn: submitOn && toDb(submitOn),
      baselineFinishOn: row.baselineFinishOn ?? toDb(finishOn),
      planMoves: before || beforeSubmit ? { increment: 1 } : undefined,
      version: { increment: 1 },
    },
    select: { version: true },
  })
  await refreshProjects(tx, [row.projectId], today, 'FACT', actor.userId)
  return ok({
    value: { procedureId: row.id, projectId: row.projectId, version },
    subject: row.id,
    projectId: row.projectId,
    detail: {
      before: { planFinishOn: before, planSubmitOn: beforeSubmit },
      after: { planFinishOn: finishOn, planSubmitOn: submitOn },
      reason: input.reason,
    },
  })
})

/**
 * Plans a milestone, moves its plan (with a reason), or records that it was reached.
 *
 * @returns err NOT_FOUND, FORBIDDEN, FUTURE_DATE (an actual day lies ahead), MILESTONE_ORDER, MILESTONE_ORDER_LATER,
 *          REASON_MISSING, NO_CHANGE
 */
export const changeMilestone = write('project.milestone', async (tx, actor, input: MilestoneChangeInput, today) => {
  const locked = await lockProject(tx, actor, 'project.milestone', input.projectId)
  if (!locked.ok) return locked
  if (input.actualOn && input.actualOn > today) return err({ code: 'FUTURE_DATE', on: input.actualOn, today })
  const key = { projectId: input.projectId, kind: input.kind }
  const others = await tx.milestone.findMany({
    where: { projectId: input.projectId, kind: { not: input.kind } },
    select: { kind: true, plannedOn: true, actualOn: true },
  })
  for (const [on, column] of [
    [input.plannedOn, 'plannedOn'],
    [input.actualOn, 'actualOn'],
  ] as const) {
    if (!on) continue
    const days = others.flatMap((m) => (m[column] ? [[m.kind, fromDb(m[column])] as const] : []))
    const fits = fitsMilestones(input.kind, on, new Map(days))
    if (!fits.ok) return fits
  }
  const row = await tx.milestone.upsert({ where: { projectId_kind: key }, create: key, update: {} })
  const planned = row.plannedOn && fromDb(row.plannedOn)
  const actual = row.actualOn && fromDb(row.actualOn)
  const plannedOn = input.plannedOn ?? planned
  const actualOn = input.actualOn ?? actual
  if (plannedOn === planned && actualOn === actual) return err({ code: 'NO_CHANGE' })
  if (planned && plannedOn && planned !== plannedOn) {
    const move = {
      ...key,
      target: 'MILESTONE' as const,
      milestoneId: row.id,
      from: planned,
      to: plannedOn,
      reason: input.reason,
      moves: row.moves,
    }
    const moved = await appendPlanMove(tx, actor, move, today)
    if (!moved.ok) return moved
  }
  await tx.milestone.update({
    where: { id: row.id },
    data: {
      plannedOn: plannedOn && toDb(plannedOn),
      actualOn: actualOn && toDb(actualOn),
      baselineOn: row.baselineOn ?? (plannedOn && toDb(plannedOn)),
      monthOnly: plannedOn === planned && row.monthOnly,
      moves: planned && plannedOn !== planned ? { increment: 1 } : undefined,
      version: { increment: 1 },
    },
  })
  // 入库 is a milestone and a fact of the project (D4): one entry serves both.
  if (input.kind === 'ENROLMENT' && actualOn) {
    await tx.project.update({ where: { id: input.projectId }, data: { enrolledOn: toDb(actualOn) } })
  }
  // The plan of the year counts from the day the project was established (D2).
  if (input.kind === 'IN_LIBRARY' && input.actualOn) {
    const { projectId, actualOn: entered } = input
    await tx.yearPlan.updateMany({ where: { projectId, year: yearOf(entered) }, data: { fromOn: toDb(entered) } })
    await tx.yearPlan.updateMany({ where: { projectId, year: { not: yearOf(entered) } }, data: { fromOn: null } })
  }
  await refreshProjects(tx, [input.projectId], today, 'FACT', actor.userId)
  return ok({
    value: { projectId: input.projectId },
    subject: row.id,
    projectId: input.projectId,
    detail: {
      kind: input.kind,
      before: { planned, actual },
      after: { planned: plannedOn, actual: actualOn },
      reason: input.reason,
    },
  })
})
