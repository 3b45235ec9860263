import 'server-only'
import type { Action, Actor } from '@/lib/domain/access'
import { moveTask, type TaskMove, waitsForPaper } from '@/lib/domain/meeting/task-move'
import { taskNumber } from '@/lib/domain/meeting/task-number'
import { isPartOf } from '@/lib/domain/meeting/task-parts'
import type { PlainDate } from '@/lib/domain/plain-date'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import { err, ok, type Result } from '@/lib/domain/result'
import { addWorkdays, type WorkCalendar, workdaysBetween } from '@/lib/domain/work-calendar'
import type { TaskMoveInput, TaskReassignInput, TaskSubmitInput } from '@/lib/schemas/task'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { loadLevelContext } from './level-context'
import { type LockedTask, lockTask } from './lock-task'
import { evidenceFor } from './task-evidence'
import { visibleProcedures, visibleProjects } from './visible'
import { write } from './write'

type Task = LockedTask['task']
type Scene<I> = Readonly<{ tx: Tx; actor: Actor; task: Task; input: I; today: PlainDate; calendar: WorkCalendar }>
type Change = Prisma.TaskUncheckedUpdateInput
/** What a move does besides the state; decided before anything is written. */
type Effect<I> = (scene: Scene<I>) => Promise<Result<Change>> | Result<Change>

/** Papers of a task nobody has issued yet are not needed any more. */
export const dropDrafts = (tx: Tx, taskId: string) =>
  tx.slip.deleteMany({ where: { taskId, kind: { not: 'ASSIGN' }, issuedOn: null, refused: null } })

/** The papers of a task that is over are over as well. */
const closeSlips = (tx: Tx, taskId: string, today: PlainDate) =>
  tx.slip.updateMany({
    where: { taskId, closedOn: null },
    data: { closedOn: toDb(today), version: { increment: 1 } },
  })

/** Day the receiver got it: the one its paper was issued on; while it has not been, today. */
function assignedOn({ slips, issuedOn }: Task, today: PlainDate): PlainDate {
  const slip = slips.find(({ kind }) => kind === 'ASSIGN')
  if (!slip) return fromDb(issuedOn)
  return slip.issuedOn ? fromDb(slip.issuedOn) : today
}

/**
 * A move of a task as a write: policy, lock, version, whose move it is, `moveTask`, then its effect.
 *
 * What somebody asked for before, an extension or an objection, is over with any move but a report.
 */
const moving = <I extends TaskMoveInput>(
  action: Action,
  move: TaskMove,
  evidenceOf: (scene: Scene<I>) => Promise<boolean> | boolean,
  effect: Effect<I>,
) =>
  write(action, async (tx, actor, input: I, today) => {
    const locked = await lockTask(tx, actor, input.taskId, input.version)
    if (!locked.ok) return locked
    const { task, parts } = locked.value
    if (move !== 'CLOSE' && !isPartOf(move, parts)) return err({ code: 'FORBIDDEN', action })
    if (
      waitsForPaper(
        move,
        task.slips.every(({ kind, issuedOn }) => kind !== 'ASSIGN' || issuedOn !== null),
      )
    )
      return err({ code: 'TASK_NOT_HANDED' })
    const { calendar } = await loadLevelContext(tx, actor.districtId, today)
    const scene = { tx, actor, task, input, today, calendar }
    const moved = moveTask(
      { state: task.state, issuedOn: assignedOn(task, today) },
      move,
      { on: today, text: input.text, evidence: await evidenceOf(scene), raiser: parts.raiser },
      calendar,
    )
    if (!moved.ok) return moved
    const change = await effect(scene)
    if (!change.ok) return change
    const waits = move === 'REPORT' ? {} : { askedUntilOn: null, objectedOn: null }
    await tx.task.update({
      where: { id: task.id },
      data: { ...waits, ...change.value, state: moved.value, version: { increment: 1 } },
    })
    await tx.taskMove.create({
      data: {
        taskId: task.id,
        kind: move,
        from: task.state,
        to: moved.value,
        text: input.text || null,
        on: toDb(today),
        actorId: actor.userId,
      },
    })
    return ok({
      value: { taskId: task.id, no: taskNumber(task) },
      subject: task.id,
      ...(task.projectId ? { projectId: task.projectId } : {}),
      detail: { before: task.state, after: moved.value, reason: input.text },
    })
  })

const always = () => true
const nothing = (): Result<Change> => ok({})

/**
 * Signs a task 签收: it is mine, and I am at it. An objection nobody has decided is taken back by it, and the history says so.
 *
 * @returns err NOT_FOUND, CONFLICT, FORBIDDEN for whoever does not have it, TASK_NOT_HANDED before its paper is issued,
 *          TASK_MOVE_ILLEGAL
 */
export const signTask = moving<TaskMoveInput>('task.sign', 'SIGN', always, async ({ tx, actor, task, today }) => {
  if (task.objectedOn)
    await tx.taskMove.create({
      data: {
        taskId: task.id,
        kind: 'DROP_OBJECTION',
        from: task.state,
        to: task.state,
        on: toDb(today),
        // Before the signature itself, which is of the same moment.
        at: new Date(Date.now() - 1),
        actorId: actor.userId,
      },
    })
  await tx.slip.updateMany({
    where: { taskId: task.id, kind: 'ASSIGN', repliedAt: null },
    data: { repliedAt: new Date(), version: { increment: 1 } },
  })
  return ok({})
})

/**
 * Says that a task is not his 异议, within a working day of its paper; the office decides.
 *
 * @returns as `signTask`, and TASK_TEXT_MISSING, TASK_OBJECTION_LATE
 */
export const objectTask = moving<TaskMoveInput>('task.object', 'OBJECT', always, ({ today }) =>
  ok({ objectedOn: toDb(today) }),
)

/** The office keeps a task with whoever objected 维持交办. @returns as `objectTask`, and TASK_NOT_OBJECTED */
export const upholdTask = moving<TaskMoveInput>('task.uphold', 'UPHOLD', always, ({ task }) =>
  task.objectedOn ? ok({}) : err({ code: 'TASK_NOT_OBJECTED' }),
)

/** Says how far a task is 反馈. @returns as `signTask`, and TASK_TEXT_MISSING */
export const reportTask = moving<TaskMoveInput>('task.report', 'REPORT', always, nothing)

const partsOfEvidence = (evidence: string) => {
  const [kind, id = ''] = evidence.split(':')
  return { procedureId: kind === 'procedure' ? id : null, attachmentId: kind === 'attachment' ? id : null }
}

/** A procedure named as proof that is not finished yet, unless somebody said that it is meant all the same. */
async function unfinished({ tx, task, input }: Scene<TaskSubmitInput>): Promise<Result<null>> {
  const { procedureId } = partsOfEvidence(input.evidence)
  if (!task.projectId || !procedureId || input.confirm === input.evidence) return ok(null)
  const found = await tx.procedure.findUnique({
    where: { id: procedureId },
    select: { state: true, item: { select: { nameZh: true } } },
  })
  if (!found || FINISHED_STATES.has(found.state)) return ok(null)
  const { state, item } = found
  return err({ code: 'TASK_EVIDENCE_OPEN', field: 'evidence', confirm: input.evidence, name: item.nameZh, state })
}

/** Whether what is named proves something about the task's project; a task without a project has no papers here. */
async function proves({ tx, actor, task, input }: Scene<TaskSubmitInput>): Promise<boolean> {
  const { projectId } = task
  if (!projectId) return true
  const { procedureId, attachmentId } = partsOfEvidence(input.evidence)
  if (procedureId)
    return (
      (await tx.procedure.count({ where: { AND: [visibleProcedures(actor), { id: procedureId, projectId }] } })) > 0
    )
  // Where there is nothing to name, nobody is kept from closing it: whoever confirms is told.
  if (!attachmentId) return (await evidenceFor(tx, actor, projectId)).evidence.length === 0
  const where = { id: attachmentId, projectId, removedAt: null, project: visibleProjects(actor) }
  return (await tx.attachment.count({ where })) > 0
}

/**
 * Hands in the result with what proves it 报请销号; whoever raised it confirms.
 *
 * @returns as `signTask`, and TASK_TEXT_MISSING, TASK_EVIDENCE_MISSING, TASK_EVIDENCE_OPEN until `confirm` says that a
 *          procedure is meant although it is not finished
 */
export const submitTask = moving<TaskSubmitInput>('task.submit', 'SUBMIT', proves, async (scene) => {
  const { task, input, today } = scene
  const sure = await unfinished(scene)
  if (!sure.ok) return sure
  const proof = task.projectId ? partsOfEvidence(input.evidence) : { procedureId: null, attachmentId: null }
  return ok({
    result: input.text,
    submittedOn: toDb(today),
    ...proof,
    unproven: proof.procedureId === null && proof.attachmentId === null,
  })
})

/** Sends a result or a report back 退回重办; its clock goes on. @returns as `signTask`, and TASK_TEXT_MISSING */
export const returnTask = moving<TaskMoveInput>('task.return', 'RETURN', always, () =>
  ok({ result: null, procedureId: null, attachmentId: null, unproven: false, submittedOn: null }),
)

/**
 * Whoever raised it confirms that it is settled 销号; its papers are closed with it.
 *
 * @returns as `signTask`, and TASK_NOT_RAISER
 */
export const closeTask = moving<TaskMoveInput>('task.close', 'CLOSE', always, async ({ tx, task, today }) => {
  await dropDrafts(tx, task.id)
  await closeSlips(tx, task.id, today)
  return ok({ closedOn: toDb(today) })
})

/** The office lets a task rest for good reason 挂起. @returns as `signTask`, and TASK_TEXT_MISSING */
export const suspendTask = moving<TaskMoveInput>('task.suspend', 'SUSPEND', always, async ({ tx, task }) => {
  await dropDrafts(tx, task.id)
  return ok({})
})

/** A task goes on 恢复; the working days it rested are added to its term. @returns as `signTask` */
export const resumeTask = moving<TaskMoveInput>('task.resume', 'RESUME', always, async (scene) => {
  const { tx, task, today, calendar } = scene
  const since = await tx.taskMove.findFirst({
    where: { taskId: task.id, kind: 'SUSPEND' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { on: true },
  })
  const rested = since ? workdaysBetween(calendar, fromDb(since.on), today) : 0
  return ok({ dueOn: toDb(addWorkdays(calendar, fromDb(task.dueOn), rested)) })
})

/** The office takes a decision back 撤回. @returns as `signTask`, and TASK_TEXT_MISSING */
export const withdrawTask = moving<TaskMoveInput>('task.withdraw', 'WITHDRAW', always, async ({ tx, task, today }) => {
  await dropDrafts(tx, task.id)
  await closeSlips(tx, task.id, today)
  return ok({})
})

/**
 * Gives a task to another unit or person 改派; its paper becomes a draft again.
 *
 * @returns as `signTask`, and TASK_TEXT_MISSING, TASK_RECEIVER_MISSING, UNIT_DISSOLVED, ACCOUNT_DISABLED for a person
 *          whose account does not work
 */
export const reassignTask = moving<TaskReassignInput>('task.reassign', 'REASSIGN', always, async (scene) => {
  const { tx, actor, task, input, today } = scene
  const { leadOrgId = null, ownerId = null } = input
  if (!leadOrgId && !ownerId) return err({ code: 'TASK_RECEIVER_MISSING' })
  const { districtId } = actor
  const unit = leadOrgId && (await tx.org.findFirst({ where: { id: leadOrgId, districtId, dissolvedOn: null } }))
  if (leadOrgId && !unit) return err({ code: 'UNIT_DISSOLVED', field: 'leadOrgId' })
  const user = ownerId && (await tx.user.findFirst({ where: { personId: ownerId, districtId, disabledAt: null } }))
  if (ownerId && !user) return err({ code: 'ACCOUNT_DISABLED', field: 'ownerId' })
  await dropDrafts(tx, task.id)
  await tx.slip.updateMany({
    where: { taskId: task.id, kind: 'ASSIGN' },
    data: {
      draftedOn: toDb(today),
      issuedOn: null,
      issuedById: null,
      issuedText: null,
      issuedDueOn: null,
      issuedUnits: [],
      issuedOwner: null,
      replyDueOn: null,
      reply: null,
      repliedAt: null,
      version: { increment: 1 },
    },
  })
  return ok({ leadOrgId, ownerId, supportIds: task.supportIds.filter((id) => id !== leadOrgId) })
})
