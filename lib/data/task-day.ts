import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SEES_TASKS } from '@/lib/domain/sight'
import type { TaskDay } from '@/lib/schemas/task'
import type { Prisma } from '@/prisma/generated/client'
import { countColourDrafts } from './colour-papers'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { visibleTasks } from './meeting-decisions'
import { draftedSlips } from './slip-list'
import { taskRows } from './task-rows'
import { lateTasks, mineWhere, waitingFor } from './task-where'

/** Rows of a first page that lie open; the rest is one press away. */
const OPEN_ROWS = 5

/** Roles whose late tasks are those of everybody they see; the others have their own. */
const WATCHES: ReadonlySet<Actor['role']> = new Set(['HEAD', 'OFFICE', 'DISCIPLINE'])

/**
 * What tasks want of somebody today: signatures, what he has in hand, confirmations, what is late, and for the office what it has to decide.
 *
 * Each count is the size of the list it opens.
 */
export async function loadTaskDay(actor: Actor, today: PlainDate): Promise<TaskDay> {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const seen = visibleTasks(actor)
  const late = WATCHES.has(actor.role)
    ? lateTasks(today, calendar, 1)
    : { AND: [mineWhere(actor), lateTasks(today, calendar, 1)] }
  const count = (where: Prisma.TaskWhereInput) => db.task.count({ where: { AND: [seen, where] } })
  const office = actor.role === 'OFFICE'
  const [sign, hand, confirm, extension, objection] = (
    ['sign', 'hand', 'confirm', 'extension', 'objection'] as const
  ).map((wait) => waitingFor(actor, wait, today, calendar)) as [
    Prisma.TaskWhereInput,
    Prisma.TaskWhereInput,
    Prisma.TaskWhereInput,
    Prisma.TaskWhereInput,
    Prisma.TaskWhereInput,
  ]
  const wanted = [sign, confirm, extension, objection, ...(office ? [] : [late])]
  const first = (where: Prisma.TaskWhereInput) =>
    taskRows(
      db,
      actor,
      { where: { AND: [seen, where] }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], take: OPEN_ROWS },
      today,
      calendar,
    )
  const [signs, hands, lates, confirms, extensions, objections, unsigned, drafts, waiting, inHand, colours] =
    await Promise.all([
      count(sign),
      count(hand),
      count(late),
      count(confirm),
      count(extension),
      count(objection),
      count(waitingFor(actor, 'unsigned', today, calendar)),
      office ? draftedSlips(actor, today, OPEN_ROWS) : { rows: [], count: 0 },
      first({ OR: wanted }),
      first({ AND: [hand, { NOT: { OR: wanted } }] }),
      countColourDrafts(actor),
    ])
  return {
    counts: {
      sign: signs,
      hand: hands,
      late: lates,
      confirm: confirms,
      extension: extensions,
      objection: objections,
      unsigned,
      slips: drafts.count,
      colours,
    },
    // What waits for a word comes before what is being done.
    rows: [...waiting, ...inHand].slice(0, OPEN_ROWS),
    drafts: drafts.rows,
  }
}

/** How many tasks ask the actor himself for more time: nobody but he answers. The size of the list it opens. */
export async function extensionsToDecide(actor: Actor, today: PlainDate): Promise<number> {
  if (!SEES_TASKS.has(actor.role)) return 0
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  return db.task.count({ where: { AND: [visibleTasks(actor), waitingFor(actor, 'extension', today, calendar)] } })
}

/** Whether somebody's late tasks are those of everybody he sees. */
export const watchesTasks = (actor: Actor): boolean => WATCHES.has(actor.role)
