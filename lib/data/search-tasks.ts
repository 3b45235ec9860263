import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { readTaskNumber } from '@/lib/domain/meeting/task-number'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SEES_TASKS } from '@/lib/domain/sight'
import type { Found, TaskHit, Window } from '@/lib/schemas/search'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { visibleTasks } from './meeting-decisions'
import { taskRows } from './task-rows'

const like = (word: string) => word.replace(/[\\%_]/g, '\\$&')

/** The clause of what was typed: a number as it is printed, or words of the matter, alone or beside project, unit, person. */
function clauseOf(words: readonly string[]): Prisma.TaskWhereInput {
  const number = readTaskNumber(words.join(''))
  if (number) return number
  const said = (word: string) => ({ text: { contains: like(word), mode: 'insensitive' as const } })
  const about = (word: string): Prisma.TaskWhereInput => ({
    OR: [
      said(word),
      { project: { searchText: { contains: like(word) } } },
      { leadOrg: { searchText: { contains: like(word) } } },
      { owner: { searchText: { contains: like(word) } } },
    ],
  })
  // Without a word of the matter the project, the unit or the person is the answer, not everything they have to do.
  return { AND: [{ OR: words.map(said) }, ...words.map(about)] }
}

/**
 * Tasks of meetings by their number or their matter, the latest meeting first.
 *
 * Who sees what: `visibleTasks`; roles that have nothing to do with tasks find none.
 */
export async function findTasks(
  actor: Actor,
  words: readonly string[],
  today: PlainDate,
  window: Window,
): Promise<Found<TaskHit>> {
  if (!SEES_TASKS.has(actor.role)) return { hits: [], total: 0 }
  const where = { AND: [visibleTasks(actor), clauseOf(words)] }
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const orderBy: Prisma.TaskOrderByWithRelationInput[] = [{ year: 'desc' }, { week: 'desc' }, { nth: 'asc' }]
  const [rows, total] = await Promise.all([
    taskRows(db, actor, { where, orderBy, ...window }, today, calendar),
    db.task.count({ where }),
  ])
  return {
    hits: rows.map(({ id, no, text, project, lead, owner, state, handed, level, dueOn, closedOn }) => ({
      id,
      no,
      text,
      project: project?.name ?? null,
      who: lead?.name ?? owner,
      state,
      handed,
      level,
      dueOn: closedOn ? null : dueOn,
    })),
    total,
  }
}
