import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { mergeFields } from '@/lib/domain/merge-fields'
import { type PlainDate, parsePlainDate } from '@/lib/domain/plain-date'
import { planApproval } from '@/lib/domain/plan-change'
import { pastPlanRefusal, planDayRefusal } from '@/lib/domain/plan-day'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import { err, gathered, ok, type Result, refusalOf } from '@/lib/domain/result'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { ProcedureReplanInput } from '@/lib/schemas/procedure'
import type { PlanTarget, Procedure } from '@/prisma/generated/client'
import { askApproval, type RecordedBy } from './approval-requests'
import { type Approval, findApprover, UNASKED } from './approvers'
import { dayOrNull, fromDb, toDb } from './date'
import type { Tx } from './db'
import { answersOf, conflictOf } from './edit-conflict'
import { loadLevelContext } from './level-context'
import { refreshProjects } from './levels'
import { lockProject } from './lock-project'
import { findCorrections, recordedMove } from './plan-correction'
import { previewPlan } from './plan-preview'
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
  /** Which move it is; 0 corrects a proposal, and is none. */
  nth: number
  /** Who approved it; the office for somebody without an account, whose approval it saw. */
  approverId: string | null
  onBehalf: boolean
}>

/** Appends a moved promise 改期 and refuses one without a reason, or a corrected proposal 校正, which needs none. */
export async function appendPlanMove(tx: Tx, userId: string, move: PlanMove, today: PlainDate): Promise<Result<null>> {
  if (move.nth > 0 && !move.reason) return err({ code: 'REASON_MISSING', nth: move.nth })
  await tx.planChange.create({
    data: {
      projectId: move.projectId,
      target: move.target,
      milestoneId: move.milestoneId ?? null,
      procedureId: move.procedureId ?? null,
      fromOn: toDb(move.from),
      toOn: toDb(move.to),
      reason: move.reason ?? '',
      nth: move.nth,
      approverId: move.approverId,
      onBehalf: move.onBehalf,
      actorId: userId,
      on: toDb(today),
    },
  })
  return ok(null)
}

/** By whose approval the plan of a procedure moves once more. */
async function approvePlanMove(
  tx: Tx,
  actor: Actor,
  row: Procedure,
  project: Readonly<{ leaderId: string | null; taskforceId: string | null }>,
  { reason, approverId }: ProcedureReplanInput,
): Promise<Result<Approval>> {
  const approver = await findApprover(tx, actor, planApproval(row.planMoves), approverId, project)
  const wrong = gathered(reason ? null : { code: 'REASON_MISSING', nth: row.planMoves + 1 }, refusalOf(approver))
  return wrong ? err(wrong) : approver
}

/** The planned days of a procedure. */
type PlanDays = Readonly<{ submitOn: PlainDate | null; finishOn: PlainDate }>

/** What is wrong with planned days by themselves. */
function wrongPlan(row: Procedure, { submitOn, finishOn }: PlanDays, calendar: WorkCalendar, today: PlainDate) {
  const [before, beforeSubmit] = [dayOrNull(row.planFinishOn), dayOrNull(row.planSubmitOn)]
  const finishMoved = before !== null && before !== finishOn
  return gathered(
    submitOn && submitOn > finishOn ? { code: 'PLAN_REVERSED', submitOn, finishOn } : null,
    submitOn === beforeSubmit ? null : planDayRefusal(submitOn, 'planSubmitOn', calendar),
    finishOn === before ? null : planDayRefusal(finishOn, 'planFinishOn', calendar),
    finishMoved && !FINISHED_STATES.has(row.state) ? pastPlanRefusal(finishOn, 'planFinishOn', today) : null,
  )
}

type PlanMade = Readonly<{
  days: PlanDays
  reason: string | undefined
  /** Another plan was promised before. */
  moves: boolean
  /** It moves a promise: it is no correction of a proposal. */
  counts: boolean
}>

/** Writes the plan of a procedure in the name of whoever says it, with its line of history; the colours follow. */
async function writePlan(
  tx: Tx,
  { userId, approval }: Omit<RecordedBy, 'role'>,
  row: Procedure,
  { days: { submitOn, finishOn }, reason, moves, counts }: PlanMade,
  today: PlainDate,
): Promise<Result<number>> {
  const [before, beforeSubmit] = [dayOrNull(row.planFinishOn), dayOrNull(row.planSubmitOn)]
  if (moves) {
    const [target, from, to] =
      before !== null && before !== finishOn
        ? (['PROCEDURE_FINISH', before, finishOn] as const)
        : (['PROCEDURE_SUBMIT', beforeSubmit ?? finishOn, submitOn ?? finishOn] as const)
    const { projectId, planMoves } = row
    const move = { projectId, procedureId: row.id, reason, nth: counts ? planMoves + 1 : 0, ...approval }
    const appended = await appendPlanMove(tx, userId, { ...move, target, from, to }, today)
    if (!appended.ok) return appended
  }
  const { version } = await tx.procedure.update({
    where: { id: row.id },
    data: {
      planFinishOn: toDb(finishOn),
      planSubmitOn: submitOn && toDb(submitOn),
      baselineFinishOn: moves && !counts ? toDb(finishOn) : (row.baselineFinishOn ?? toDb(finishOn)),
      planMoves: counts ? { increment: 1 } : undefined,
      version: { increment: 1 },
    },
    select: { version: true },
  })
  await refreshProjects(tx, [row.projectId], today, 'FACT', userId)
  return ok(version)
}

/**
 * Moves a plan that was asked for, once it is approved: judged once more, by the day it is approved on.
 *
 * @returns err PLAN_PAST and the like
 */
export async function grantPlan(
  tx: Tx,
  by: RecordedBy,
  row: Procedure,
  { submitOn, finishOn, reason }: PlanDays & Readonly<{ reason: string }>,
  today: PlainDate,
): Promise<Result<null>> {
  const { calendar } = await loadLevelContext(tx, row.districtId, today)
  const days = { submitOn, finishOn }
  const wrong = wrongPlan(row, days, calendar, today)
  if (wrong) return err(wrong)
  const written = await writePlan(tx, by, row, { days, reason, moves: true, counts: true }, today)
  return written.ok ? ok(null) : written
}

const PLAN_FIELDS = ['planSubmitOn', 'planFinishOn'] as const
/** The planned days somebody typed; a filing day left empty is left as it is. */
const planOf = ({ planSubmitOn, planFinishOn }: ProcedureReplanInput) =>
  planSubmitOn ? { planSubmitOn, planFinishOn } : { planFinishOn }

/**
 * Sets or moves the plan of a procedure. The first date set is the baseline and stays; a later one is 第n次, needs a reason
 * and an approval: the office's for the first two, a leader's from the third on. What follows from it is shown before it is
 * saved, also where it is nothing. A proposed plan its project's first steward corrects in time moves no promise. Where
 * somebody else has to approve it, it is put before him, and `asked` is the request.
 *
 * Whatever else happened to the procedure since the form was opened does not matter; a day somebody else moved as well is
 * put before whoever moved it second.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, PLAN_REVERSED, PLAN_BEFORE_CALENDAR, PLAN_PAST, REASON_MISSING, NO_CHANGE,
 *          APPROVER_MISSING, APPROVER_NOT_ENTITLED, APPROVAL_OPEN, PLAN_SHOWN (what follows, to be confirmed by sending the plan again)
 * @source four-colours K12, §7.2
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
  if (before === finishOn && beforeSubmit === submitOn) return err({ code: 'NO_CHANGE' })
  const days = { submitOn, finishOn }
  const finishMoved = before !== null && before !== finishOn
  const moves = finishMoved || (beforeSubmit !== null && submitOn !== null && beforeSubmit !== submitOn)
  const { calendar } = await loadLevelContext(tx, row.districtId, today)
  const began = moves && (await tx.procedureEvent.count({ where: { procedureId: row.id, ...recordedMove } })) > 0
  const until = (await findCorrections(tx, actor, row.projectId, calendar))({ began, moves: row.planMoves })
  const corrects = moves && until !== null && today <= until
  const counts = moves && !corrects
  const approved = counts ? await approvePlanMove(tx, actor, row, locked.value.project, input) : ok(UNASKED)
  const wrong = gathered(wrongPlan(row, days, calendar, today), refusalOf(approved))
  if (wrong) return err(wrong)
  if (!approved.ok) return approved
  const shown = `${submitOn ?? ''} ${finishOn}`
  const preview = input.shown === shown ? null : await previewPlan(tx, row, days, today)
  // A first plan moves no promise: it is shown only where it cannot be kept, or leaves another no time.
  const unfit = preview && (preview.earliest || preview.tight.length > 0 || preview.milestones.length > 0)
  if (preview && (counts || unfit)) return err({ code: 'PLAN_SHOWN', shown, preview })
  const { id: procedureId, projectId } = row
  const detail = {
    before: { planFinishOn: before, planSubmitOn: beforeSubmit },
    after: { planFinishOn: finishOn, planSubmitOn: submitOn },
    reason: input.reason,
  }
  const approval = approved.value
  if (approval.asks) {
    const terms = { submitOn, finishOn, nth: row.planMoves + 1 }
    const was = { planSubmitOn: beforeSubmit, planFinishOn: before }
    const reason = input.reason ?? ''
    const request = {
      kind: 'PLAN',
      projectId,
      procedureId,
      was,
      terms,
      reason,
      rowVersion: row.version,
      approval,
    } as const
    const asked = await askApproval(tx, actor, request, today)
    if (!asked.ok) return asked
    return ok({
      value: { procedureId, projectId, version: row.version, asked: asked.value as string | null },
      subject: procedureId,
      projectId,
      // Not before and after: nothing has changed yet.
      detail: { asks: approval.approverId, was, terms, reason },
    })
  }
  const by = { userId: actor.userId, approval }
  const written = await writePlan(tx, by, row, { days, reason: input.reason, moves, counts }, today)
  if (!written.ok) return written
  return ok({
    value: { procedureId, projectId, version: written.value, asked: null as string | null },
    subject: procedureId,
    projectId,
    detail: { ...detail, approverId: approval.approverId, ...(corrects ? { corrects } : {}) },
  })
})
