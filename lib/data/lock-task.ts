import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { partsIn, type TaskParts } from '@/lib/domain/meeting/task-parts'
import { err, ok, type Result } from '@/lib/domain/result'
import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from './db'
import { visibleTasks } from './meeting-decisions'
import { peopleColumns, peopleOf } from './task-rows'

const locked = { ...peopleColumns, slips: true } satisfies Prisma.TaskInclude
/** A task that is being changed, with its slips. */
export type LockedTask = Readonly<{ task: Prisma.TaskGetPayload<{ include: typeof locked }>; parts: TaskParts }>

/**
 * Locks a task of the actor's sight; everything about one task, its slips too, waits for this lock.
 *
 * @param version what the writer saw; null for changes that have a version of their own
 * @returns err NOT_FOUND when it is absent or out of sight, CONFLICT with the version now
 */
export async function lockTask(
  tx: Tx,
  actor: Actor,
  taskId: string,
  version: number | null,
): Promise<Result<LockedTask>> {
  await tx.$queryRaw`SELECT 1 FROM "Task" WHERE id = ${taskId}::uuid FOR UPDATE`
  const task = await tx.task.findFirst({ where: { AND: [{ id: taskId }, visibleTasks(actor)] }, include: locked })
  if (!task) return err({ code: 'NOT_FOUND' })
  if (version !== null && task.version !== version) return err({ code: 'CONFLICT', version: task.version })
  return ok({ task, parts: partsIn(actor, peopleOf(task)) })
}
