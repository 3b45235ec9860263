import 'server-only'
import { missingSlips } from '@/lib/domain/meeting/slip'
import { lateBefore } from '@/lib/domain/meeting/task-level'
import { RUNNING_TASKS } from '@/lib/domain/meeting/task-move'
import { slipDue, URGE_WD } from '@/lib/domain/meeting/task-term'
import type { PlainDate } from '@/lib/domain/plain-date'
import { fromDb, toDb } from './date'
import { db } from './db'
import { loadLevelContext } from './level-context'

/**
 * Drafts the papers late tasks of a district have grown up to 催办单、督办单; a person issues them.
 *
 * It asks what is late today, not what became late today: run twice it drafts nothing twice, days late it skips nothing.
 * A task whose project left the library is not urged on; the office withdraws it.
 *
 * @returns how many were drafted now
 */
export const draftSlips = (districtId: string, today: PlainDate): Promise<number> =>
  db.$transaction(
    async (tx) => {
      const { calendar } = await loadLevelContext(tx, districtId, today)
      const where = {
        districtId,
        state: { in: [...RUNNING_TASKS] },
        dueOn: { lt: toDb(lateBefore(calendar, today, URGE_WD)) },
        OR: [{ projectId: null }, { project: { status: { in: ['ACTIVE' as const, 'SUSPENDED' as const] } } }],
      }
      const late = await tx.task.findMany({ where, select: { id: true } })
      // Whoever moves a task meanwhile is waited for, and what he did counts.
      await tx.$queryRaw`SELECT 1 FROM "Task" WHERE id = ANY(${late.map(({ id }) => id)}::uuid[]) ORDER BY id FOR UPDATE`
      const tasks = await tx.task.findMany({
        where: { AND: [where, { id: { in: late.map(({ id }) => id) } }] },
        select: { id: true, dueOn: true, slips: { select: { kind: true } } },
      })
      const data = tasks.flatMap(({ id, dueOn, slips }) =>
        missingSlips(
          slipDue(fromDb(dueOn), today, calendar),
          slips.map(({ kind }) => kind),
        ).map((kind) => ({ taskId: id, kind, draftedOn: toDb(today) })),
      )
      const { count } = await tx.slip.createMany({ data, skipDuplicates: true })
      return count
    },
    { maxWait: 10_000, timeout: 60_000 },
  )
