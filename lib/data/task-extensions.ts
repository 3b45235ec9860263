import 'server-only'
import { runsTask, type TaskState } from '@/lib/domain/meeting/task-move'
import { taskNumber } from '@/lib/domain/meeting/task-number'
import { mayExtend } from '@/lib/domain/meeting/task-parts'
import { decideExtension } from '@/lib/domain/meeting/task-term'
import { err, ok } from '@/lib/domain/result'
import type { TaskAskInput, TaskExtendInput } from '@/lib/schemas/task'
import type { Prisma, Task } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { loadLevelContext } from './level-context'
import { lockTask } from './lock-task'
import { dropDrafts } from './task-moves'
import { write } from './write'

const termOf = (task: Task) => ({
  issuedOn: fromDb(task.issuedOn),
  dueOn: fromDb(task.dueOn),
  extensions: task.extensions,
})

const mayAsk = (state: TaskState): boolean => runsTask(state) && state !== 'TO_SIGN'

const written = (task: Task, detail: Prisma.InputJsonObject) =>
  ok({
    value: { taskId: task.id, no: taskNumber(task) },
    subject: task.id,
    ...(task.projectId ? { projectId: task.projectId } : {}),
    detail,
  })

/**
 * Asks for more time 申请延期: a working day ahead at least, once, half of the term at most; whoever answers for its level decides.
 *
 * @returns err NOT_FOUND, CONFLICT, FORBIDDEN for whoever does not have it, TASK_MOVE_ILLEGAL, TASK_EXTENSION_ASKED,
 *          TASK_TEXT_MISSING, and those of `decideExtension`
 */
export const askExtension = write('task.askExtension', async (tx, actor, input: TaskAskInput, today) => {
  const locked = await lockTask(tx, actor, input.taskId, input.version)
  if (!locked.ok) return locked
  const { task, parts } = locked.value
  if (!parts.receiver) return err({ code: 'FORBIDDEN', action: 'task.askExtension' })
  if (!mayAsk(task.state)) return err({ code: 'TASK_MOVE_ILLEGAL', taskState: task.state })
  if (task.askedUntilOn) return err({ code: 'TASK_EXTENSION_ASKED' })
  if (!input.text) return err({ code: 'TASK_TEXT_MISSING', of: 'ASK_EXTENSION' })
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  const decided = decideExtension(termOf(task), today, input.untilOn, calendar)
  if (!decided.ok) return decided
  await tx.task.update({
    where: { id: task.id },
    data: { askedUntilOn: toDb(input.untilOn), version: { increment: 1 } },
  })
  await tx.taskMove.create({
    data: {
      taskId: task.id,
      kind: 'ASK_EXTENSION',
      from: task.state,
      to: task.state,
      text: input.text,
      untilOn: toDb(input.untilOn),
      on: toDb(today),
      actorId: actor.userId,
    },
  })
  return written(task, { toOn: input.untilOn, reason: input.text })
})

/**
 * Whoever answers for the level, or the office, grants or refuses the time somebody asked for 批延期.
 *
 * What was asked for in time is granted in full, however long it took.
 *
 * @returns err NOT_FOUND, CONFLICT, FORBIDDEN for whoever answers for another level or project, TASK_EXTENSION_NOT_ASKED, TASK_TEXT_MISSING when it is refused without a reason
 */
export const decideTaskExtension = write('task.extend', async (tx, actor, input: TaskExtendInput, today) => {
  const locked = await lockTask(tx, actor, input.taskId, input.version)
  if (!locked.ok) return locked
  const { task, parts } = locked.value
  if (!mayExtend(parts)) return err({ code: 'FORBIDDEN', action: 'task.extend' })
  const { askedUntilOn } = task
  if (!askedUntilOn) return err({ code: 'TASK_EXTENSION_NOT_ASKED' })
  const grants = input.decision === 'APPROVE'
  if (!grants && !input.text) return err({ code: 'TASK_TEXT_MISSING', of: 'REFUSE_EXTENSION' })
  await tx.task.update({
    where: { id: task.id },
    data: {
      askedUntilOn: null,
      ...(grants ? { dueOn: askedUntilOn, extensions: { increment: 1 } } : {}),
      version: { increment: 1 },
    },
  })
  // What was drafted while somebody thought about it is not late any more.
  if (grants) await dropDrafts(tx, task.id)
  await tx.taskMove.create({
    data: {
      taskId: task.id,
      kind: grants ? 'EXTEND' : 'REFUSE_EXTENSION',
      from: task.state,
      to: task.state,
      text: input.text || null,
      untilOn: askedUntilOn,
      on: toDb(today),
      actorId: actor.userId,
    },
  })
  return written(task, { decision: input.decision, toOn: fromDb(askedUntilOn), reason: input.text })
})
