import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { slipNumber } from '@/lib/domain/meeting/slip'
import { runsTask } from '@/lib/domain/meeting/task-move'
import { partsIn } from '@/lib/domain/meeting/task-parts'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type WorkCalendar, workdaysLate } from '@/lib/domain/work-calendar'
import { type SlipFilter, type SlipPage, type SlipRow, type SlipState, TASK_PAGE } from '@/lib/schemas/task'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { visibleTasks } from './meeting-decisions'
import { peopleColumns, peopleOf, surroundingsOf, type TaskSurroundings, taskProject } from './task-rows'
import { handedTo, saying, weekOfKey } from './task-where'

const DRAFT = { issuedOn: null, refused: null, closedOn: null } satisfies Prisma.SlipWhereInput

/** The slips an actor sees: those of his tasks; what nobody has issued is the office's alone. */
export const visibleSlips = (actor: Actor): Prisma.SlipWhereInput => ({
  task: visibleTasks(actor),
  ...(actor.role === 'OFFICE' ? {} : { issuedOn: { not: null } }),
})

function inState(state: SlipState): Prisma.SlipWhereInput {
  switch (state) {
    case 'draft':
      return DRAFT
    case 'issued':
      return { issuedOn: { not: null } }
    case 'unanswered':
      return { issuedOn: { not: null }, repliedAt: null, closedOn: null }
    case 'answered':
      return { issuedOn: { not: null }, repliedAt: { not: null }, closedOn: null }
    case 'closed':
      return { closedOn: { not: null }, refused: null, task: { state: { not: 'WITHDRAWN' } } }
    case 'withdrawn':
      return { closedOn: { not: null }, refused: null, task: { state: 'WITHDRAWN' } }
    case 'refused':
      return { refused: { not: null } }
  }
}

/** The slips of a filter, whatever state it asks for. */
function slipsWhere(actor: Actor, { kind, q, mine, unit, meeting }: SlipFilter): Prisma.SlipWhereInput {
  return {
    AND: [
      visibleSlips(actor),
      ...(kind ? [{ kind }] : []),
      ...(q ? [{ task: saying(q) }] : []),
      ...(mine ? [{ task: handedTo(actor) }] : []),
      ...(unit ? [{ task: { leadOrgId: unit } }] : []),
      ...(meeting ? [{ task: weekOfKey(meeting) }] : []),
    ],
  }
}

const columns = {
  task: {
    include: {
      ...peopleColumns,
      moves: { where: { kind: 'SIGN' }, orderBy: { at: 'desc' }, take: 1, select: { on: true } },
    },
  },
} satisfies Prisma.SlipInclude
type Record = Prisma.SlipGetPayload<{ include: typeof columns }>

function stateOf(slip: Record): SlipState {
  if (slip.refused) return 'refused'
  if (slip.closedOn) return slip.task.state === 'WITHDRAWN' ? 'withdrawn' : 'closed'
  if (!slip.issuedOn) return 'draft'
  return slip.repliedAt ? 'answered' : 'unanswered'
}

/** What a slip said when it was issued, with how late its task was on that day. */
function saidBy(slip: Record, calendar: WorkCalendar): SlipRow['said'] {
  const { issuedOn, issuedDueOn, issuedText, issuedUnits, issuedOwner } = slip
  if (!issuedOn || !issuedDueOn) return null
  const dueOn = fromDb(issuedDueOn)
  const lateWd = Math.max(0, workdaysLate(calendar, dueOn, fromDb(issuedOn)))
  return { text: issuedText ?? slip.task.text, dueOn, lateWd, units: issuedUnits, owner: issuedOwner }
}

function rowOf(
  slip: Record,
  actor: Actor,
  { opens }: TaskSurroundings,
  signers: ReadonlyMap<string, string>,
  today: PlainDate,
  calendar: WorkCalendar,
): SlipRow {
  const { task } = slip
  const state = stateOf(slip)
  const until = task.closedOn ?? task.submittedOn
  return {
    id: slip.id,
    version: slip.version,
    no: slipNumber(slip.kind, task),
    kind: slip.kind,
    state,
    taskId: task.id,
    taskState: task.state,
    text: task.text,
    demand: {
      dueOn: fromDb(task.dueOn),
      lateWd: Math.max(
        0,
        runsTask(task.state) || until ? workdaysLate(calendar, fromDb(task.dueOn), until ? fromDb(until) : today) : 0,
      ),
    },
    said: saidBy(slip, calendar),
    extensions: task.extensions,
    project: taskProject(task.project, opens),
    meetingId: task.meetingId,
    lead: task.leadOrg?.shortName ?? null,
    owner: task.owner?.name ?? null,
    draftedOn: fromDb(slip.draftedOn),
    issuedOn: dayOrNull(slip.issuedOn),
    issuedBy: signers.get(slip.issuedById ?? '') ?? null,
    replyDueOn: dayOrNull(slip.replyDueOn),
    signedOn: task.moves[0] ? fromDb(task.moves[0].on) : null,
    reply: slip.reply,
    repliedAt: slip.repliedAt?.toISOString() ?? null,
    refused: slip.refused,
    closedOn: dayOrNull(slip.closedOn),
    mayAnswer: state === 'unanswered' && slip.kind !== 'ASSIGN' && partsIn(actor, peopleOf(task)).receiver,
  }
}

/** Slips as lines of their ledger, in the order they come. */
export async function slipRows(
  actor: Actor,
  query: Pick<Prisma.SlipFindManyArgs, 'where' | 'skip' | 'take'>,
  today: PlainDate,
): Promise<SlipRow[]> {
  const [slips, { calendar }] = await Promise.all([
    db.slip.findMany({
      ...query,
      include: columns,
      orderBy: [
        { draftedOn: 'desc' },
        { task: { year: 'desc' } },
        { task: { week: 'desc' } },
        { task: { nth: 'asc' } },
        { kind: 'asc' },
      ],
    }),
    loadLevelContext(db, actor.districtId, today),
  ])
  const [around, signers] = await Promise.all([
    surroundingsOf(
      actor,
      slips.map(({ task }) => task),
    ),
    db.user.findMany({
      where: { id: { in: slips.flatMap((slip) => slip.issuedById ?? []) } },
      select: { id: true, person: { select: { name: true } } },
    }),
  ])
  const names = new Map(signers.map(({ id, person }) => [id, person.name]))
  return slips.map((slip) => rowOf(slip, actor, around, names, today, calendar))
}

/**
 * One page of the slips 督办台账 with the totals of the filter.
 *
 * Who sees what: `visibleSlips`. Slips are found through their tasks, by the index (districtId, state, dueOn).
 */
export async function listSlips(actor: Actor, filter: SlipFilter, today: PlainDate): Promise<SlipPage> {
  const asked = slipsWhere(actor, filter)
  const where = { AND: [asked, ...(filter.state ? [inState(filter.state)] : [])] }
  const [rows, total, drafts] = await Promise.all([
    slipRows(actor, { where, skip: (filter.page - 1) * TASK_PAGE, take: TASK_PAGE }, today),
    db.slip.count({ where }),
    db.slip.count({ where: { AND: [asked, DRAFT] } }),
  ])
  return { rows, total, drafts }
}

/** Every slip of a filter, for papers and workbooks; none when there are more than `most`. */
export async function listAllSlips(actor: Actor, filter: SlipFilter, today: PlainDate, most: number) {
  const where = { AND: [slipsWhere(actor, filter), ...(filter.state ? [inState(filter.state)] : [])] }
  const total = await db.slip.count({ where })
  const rows: readonly SlipRow[] = total > most ? [] : await slipRows(actor, { where }, today)
  return { total, rows }
}

/** A slip the actor sees, for its paper; null when there is none. */
export const findSlip = async (actor: Actor, id: string, today: PlainDate): Promise<SlipRow | null> =>
  (await slipRows(actor, { where: { AND: [visibleSlips(actor), { id }] } }, today))[0] ?? null

/** Slips that wait for the office to issue them, latest first, and how many there are. */
export async function draftedSlips(actor: Actor, today: PlainDate, most: number) {
  const where = { AND: [visibleSlips(actor), DRAFT] }
  const [rows, count] = await Promise.all([slipRows(actor, { where, take: most }, today), db.slip.count({ where })])
  return { rows, count }
}

/** Meetings that left 交办单 nobody has issued, latest first, and how many each; the office's alone. */
export async function meetingsToIssue(actor: Actor) {
  if (actor.role !== 'OFFICE') return []
  const meetings = await db.meeting.findMany({
    where: { districtId: actor.districtId, tasks: { some: { slips: { some: { kind: 'ASSIGN', ...DRAFT } } } } },
    orderBy: { weekOf: 'desc' },
    select: {
      id: true,
      year: true,
      week: true,
      tasks: {
        where: {
          state: { notIn: ['CLOSED', 'WITHDRAWN', 'SUSPENDED'] },
          slips: { some: { kind: 'ASSIGN', ...DRAFT } },
        },
        select: { id: true },
      },
    },
  })
  return meetings.flatMap(({ id, year, week, tasks }) =>
    tasks.length > 0 ? [{ id, year, week, n: tasks.length }] : [],
  )
}
