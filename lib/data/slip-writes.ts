import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { decideIssue, isDraftSlip, REPLY_WD, type SlipFacts, slipNumber } from '@/lib/domain/meeting/slip'
import { isOpenTask, type TaskState } from '@/lib/domain/meeting/task-move'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type { SlipIssueAllInput, SlipIssueInput, SlipSayInput } from '@/lib/schemas/task'
import type { Prisma, Slip } from '@/prisma/generated/client'
import { toDb } from './date'
import type { Tx } from './db'
import { loadLevelContext } from './level-context'
import { type LockedTask, lockTask } from './lock-task'
import { visibleSlips } from './slip-list'
import { write } from './write'

const factsOf = (slip: Slip): SlipFacts => ({
  kind: slip.kind,
  issued: slip.issuedOn !== null,
  refused: slip.refused !== null,
  closed: slip.closedOn !== null,
})

const waits = (state: TaskState): boolean => isOpenTask(state) && state !== 'SUSPENDED'

/** A slip of the actor's sight, its task locked; refuses one somebody else changed meanwhile. */
async function lockSlip(
  tx: Tx,
  actor: Actor,
  { slipId, version }: SlipIssueInput,
): Promise<Result<LockedTask & { slip: Slip }>> {
  const found = await tx.slip.findFirst({
    where: { AND: [visibleSlips(actor), { id: slipId }] },
    select: { taskId: true },
  })
  if (!found) return err({ code: 'NOT_FOUND' })
  const locked = await lockTask(tx, actor, found.taskId, null)
  if (!locked.ok) return locked
  const slip = locked.value.task.slips.find(({ id }) => id === slipId)
  if (!slip) return err({ code: 'NOT_FOUND' })
  if (slip.version !== version) return err({ code: 'CONFLICT', version: slip.version })
  return ok({ ...locked.value, slip })
}

const written = (task: LockedTask['task'], slip: Slip, detail: Prisma.InputJsonObject) =>
  ok({
    value: { slipId: slip.id, no: slipNumber(slip.kind, task) },
    subject: task.id,
    ...(task.projectId ? { projectId: task.projectId } : {}),
    detail: { kind: slip.kind, ...detail },
  })

/** What a slip says from now on, whatever becomes of its task: matter, day, units in their order, person. */
async function asIssued(tx: Tx, task: LockedTask['task']) {
  const units = await tx.org.findMany({ where: { id: { in: task.supportIds } }, select: { id: true, shortName: true } })
  const names = new Map(units.map(({ id, shortName }) => [id, shortName]))
  const lead = task.leadOrg ? [task.leadOrg.shortName] : []
  return {
    issuedText: task.text,
    issuedDueOn: task.dueOn,
    issuedUnits: [...lead, ...task.supportIds.flatMap((id) => names.get(id) ?? [])],
    issuedOwner: task.owner?.name ?? null,
  }
}

async function issue(tx: Tx, actor: Actor, task: LockedTask['task'], slipId: string, today: PlainDate) {
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  await tx.slip.update({
    where: { id: slipId },
    data: {
      ...(await asIssued(tx, task)),
      issuedOn: toDb(today),
      issuedById: actor.userId,
      replyDueOn: toDb(addWorkdays(calendar, today, REPLY_WD)),
      version: { increment: 1 },
    },
  })
}

/**
 * Issues a draft 签发: from now on its receiver has it, and a working day to answer.
 *
 * @returns err NOT_FOUND, CONFLICT, SLIP_NOT_DRAFT, TASK_NOT_OPEN, SLIP_EARLIER_OPEN
 */
export const issueSlip = write('slip.issue', async (tx, actor, input: SlipIssueInput, today) => {
  const locked = await lockSlip(tx, actor, input)
  if (!locked.ok) return locked
  const { task, slip } = locked.value
  const others = task.slips.filter(({ id }) => id !== slip.id)
  const may = decideIssue(factsOf(slip), others.map(factsOf), waits(task.state))
  if (!may.ok) return may
  await issue(tx, actor, task, slip.id, today)
  return written(task, slip, { on: today })
})

/**
 * Issues every 交办单 a meeting left as a draft, with one press; those of tasks that do not wait any more stay behind.
 *
 * @returns err NOT_FOUND for a meeting of another district, SLIPS_NONE when nothing is left to issue
 */
export const issueSlips = write('slip.issueAll', async (tx, actor, { meetingId }: SlipIssueAllInput, today) => {
  const meeting = await tx.meeting.findFirst({ where: { id: meetingId, districtId: actor.districtId } })
  if (!meeting) return err({ code: 'NOT_FOUND' })
  const drafts = await tx.slip.findMany({
    where: { kind: 'ASSIGN', issuedOn: null, refused: null, closedOn: null, task: { meetingId } },
    select: { id: true, taskId: true },
    orderBy: { taskId: 'asc' },
  })
  let count = 0
  for (const { id, taskId } of drafts) {
    const locked = await lockTask(tx, actor, taskId, null)
    if (!locked.ok) continue
    const slip = locked.value.task.slips.find((one) => one.id === id)
    if (!slip || !isDraftSlip(factsOf(slip)) || !waits(locked.value.task.state)) continue
    await issue(tx, actor, locked.value.task, id, today)
    count++
  }
  if (count === 0) return err({ code: 'SLIPS_NONE' })
  return ok({ value: { count }, subject: meetingId, detail: { count, on: today } })
})

/**
 * The office does not issue what the job drafted 退回; it is not drafted again.
 *
 * @returns err NOT_FOUND, CONFLICT, SLIP_NOT_DRAFT, SLIP_ASSIGN_STAYS, REASON_MISSING
 */
export const refuseSlip = write('slip.refuse', async (tx, actor, input: SlipSayInput, _today) => {
  const locked = await lockSlip(tx, actor, input)
  if (!locked.ok) return locked
  const { task, slip } = locked.value
  if (!isDraftSlip(factsOf(slip))) return err({ code: 'SLIP_NOT_DRAFT' })
  if (slip.kind === 'ASSIGN') return err({ code: 'SLIP_ASSIGN_STAYS' })
  if (!input.text) return err({ code: 'REASON_MISSING', field: 'text' })
  await tx.slip.update({ where: { id: slip.id }, data: { refused: input.text, version: { increment: 1 } } })
  return written(task, slip, { reason: input.text })
})

/**
 * Whoever got a slip answers it 回复; an answer settles nothing by itself.
 *
 * @returns err NOT_FOUND, CONFLICT, FORBIDDEN for whoever does not have its task, SLIP_NOT_ISSUED, SLIP_ANSWERED,
 *          TASK_TEXT_MISSING
 */
export const answerSlip = write('slip.answer', async (tx, actor, input: SlipSayInput, _today) => {
  const locked = await lockSlip(tx, actor, input)
  if (!locked.ok) return locked
  const { task, slip, parts } = locked.value
  if (!parts.receiver) return err({ code: 'FORBIDDEN', action: 'slip.answer' })
  if (!slip.issuedOn || slip.closedOn) return err({ code: 'SLIP_NOT_ISSUED' })
  if (slip.repliedAt) return err({ code: 'SLIP_ANSWERED' })
  if (!input.text) return err({ code: 'TASK_TEXT_MISSING', of: 'ANSWER' })
  await tx.slip.update({
    where: { id: slip.id },
    data: { reply: input.text, repliedAt: new Date(), version: { increment: 1 } },
  })
  return written(task, slip, { answer: input.text })
})
