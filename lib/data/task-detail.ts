import 'server-only'
import { type Action, type Actor, relationFor } from '@/lib/domain/access'
import {
  mayMoveFrom,
  OBJECTION_WD,
  runsTask,
  TASK_MOVES,
  type TaskMove,
  waitsForPaper,
} from '@/lib/domain/meeting/task-move'
import { isPartOf, mayExtend, type TaskApprover } from '@/lib/domain/meeting/task-parts'
import { extensionEnd } from '@/lib/domain/meeting/task-term'
import { toldApart } from '@/lib/domain/namesake'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type WorkCalendar, workdaysBetween } from '@/lib/domain/work-calendar'
import type { SlipRow, TaskDetail, TaskRow, TaskStep } from '@/lib/schemas/task'
import { dayOrNull, fromDb } from './date'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { visibleTasks } from './meeting-decisions'
import { slipRows, visibleSlips } from './slip-list'
import { evidenceFor } from './task-evidence'
import { peopleOf, surroundingsOf, type TaskRecord, taskColumns, taskRowOf } from './task-rows'
import { visibleProcedures } from './visible'

const ACTIONS = {
  SIGN: 'task.sign',
  OBJECT: 'task.object',
  UPHOLD: 'task.uphold',
  REASSIGN: 'task.reassign',
  REPORT: 'task.report',
  SUBMIT: 'task.submit',
  RETURN: 'task.return',
  CLOSE: 'task.close',
  SUSPEND: 'task.suspend',
  RESUME: 'task.resume',
  WITHDRAW: 'task.withdraw',
} as const satisfies Record<TaskMove, Action>

/** Whether the receiver may still object. */
function mayObject(row: TaskRow, slips: readonly SlipRow[], today: PlainDate, calendar: WorkCalendar): boolean {
  const slip = slips.find(({ kind }) => kind === 'ASSIGN')
  const on = slip ? slip.issuedOn : row.issuedOn
  return row.objectedOn === null && (on === null || workdaysBetween(calendar, on, today) <= OBJECTION_WD)
}

/** Moves the actor may make of a task as it stands; the writes decide again. */
function movesOf(actor: Actor, row: TaskRow, slips: readonly SlipRow[], today: PlainDate, calendar: WorkCalendar) {
  return TASK_MOVES.filter((move) => {
    if (!mayMoveFrom(move, row.state) || !isPartOf(move, row.parts)) return false
    if (relationFor(actor.role, ACTIONS[move]) === null || waitsForPaper(move, row.handed)) return false
    if (move === 'OBJECT') return mayObject(row, slips, today, calendar)
    if (move === 'UPHOLD') return row.objectedOn !== null
    return true
  })
}

async function stepsOf(taskId: string): Promise<TaskStep[]> {
  const moves = await db.taskMove.findMany({ where: { taskId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
  const users = await db.user.findMany({
    where: { id: { in: moves.flatMap((move) => move.actorId ?? []) } },
    select: { id: true, person: { select: { name: true, org: { select: { shortName: true } } } } },
  })
  const names = new Map(users.map(({ id, person }) => [id, person]))
  return moves.map((move) => {
    const person = names.get(move.actorId ?? '')
    return {
      id: move.id,
      kind: move.kind as TaskStep['kind'],
      on: fromDb(move.on),
      at: move.at.toISOString(),
      by: person ? [person.org?.shortName, person.name].filter(Boolean).join(' ') : null,
      text: move.text,
      untilOn: dayOrNull(move.untilOn),
    }
  })
}

/** A paper has no state of its own. */
const PAPER = { state: null, level: null, number: null } as const

async function proofOf(actor: Actor, task: TaskRecord): Promise<TaskDetail['evidence']> {
  const { procedureId, attachmentId } = task
  if (procedureId) {
    const [procedure, seen] = await Promise.all([
      db.procedure.findUnique({
        where: { id: procedureId },
        select: { state: true, level: true, certificateNo: true, item: { select: { nameZh: true } } },
      }),
      db.procedure.count({ where: { AND: [{ id: procedureId }, visibleProcedures(actor)] } }),
    ])
    if (!procedure) return null
    const { state, level, certificateNo, item } = procedure
    return {
      kind: 'procedure',
      id: procedureId,
      name: item.nameZh,
      open: seen > 0,
      state,
      level,
      number: certificateNo,
    }
  }
  if (!attachmentId) return null
  const [paper, seen] = await Promise.all([
    db.attachment.findUnique({ where: { id: attachmentId }, select: { name: true } }),
    db.attachment.count({ where: { id: attachmentId, removedAt: null, procedure: visibleProcedures(actor) } }),
  ])
  return paper && { kind: 'attachment', id: attachmentId, name: paper.name, open: seen > 0, ...PAPER }
}

/** Who decides about more time, as one calls him; null where it is the office. */
const approverName = ({ project }: TaskRecord, approver: TaskApprover | null): string | null =>
  approver && ((approver.kind === 'TEAM' ? project?.taskforce?.shortName : project?.leader?.name) ?? null)

/** Units and people a task may be given to. */
async function receivers(actor: Actor) {
  const { districtId } = actor
  const [units, people] = await Promise.all([
    db.org.findMany({
      where: { districtId, dissolvedOn: null, kind: { notIn: ['ADMIN', 'BANK', 'LEADERSHIP', 'OFFICE'] } },
      select: { id: true, shortName: true },
      orderBy: [{ kind: 'asc' }, { shortName: 'asc' }],
    }),
    db.user.findMany({
      where: {
        districtId,
        disabledAt: null,
        role: { in: ['LEADER', 'TASKFORCE', 'STEWARD', 'AGENCY', 'AGENCY_HEAD', 'STREET'] },
      },
      select: { personId: true, person: { select: { name: true, phone: true, org: { select: { shortName: true } } } } },
      orderBy: [{ orgId: 'asc' }, { personId: 'asc' }],
    }),
  ])
  return {
    units: units.map(({ id, shortName }) => ({ id, name: shortName })),
    people: toldApart(
      people.map(({ personId, person: { org, ...person } }) => ({
        id: personId,
        ...person,
        unit: org?.shortName ?? null,
      })),
      { unitShown: true },
    ).map(({ id, name, unit }) => ({ id, name: [unit, name].filter(Boolean).join(' ') })),
  }
}

/**
 * A task with its history, its papers, and what the reader may do with it.
 *
 * @returns null when there is none the actor may see
 */
export async function findTask(actor: Actor, id: string, today: PlainDate): Promise<TaskDetail | null> {
  const task = await db.task.findFirst({ where: { AND: [visibleTasks(actor), { id }] }, include: taskColumns })
  if (!task) return null
  const [around, { calendar }, steps, slips, evidence] = await Promise.all([
    surroundingsOf(actor, [task]),
    loadLevelContext(db, actor.districtId, today),
    stepsOf(id),
    slipRows(actor, { where: { AND: [visibleSlips(actor), { taskId: id }] } }, today),
    proofOf(actor, task),
  ])
  const row = taskRowOf(task, actor, around, today, calendar)
  const people = peopleOf(task)
  const moves = movesOf(actor, row, slips, today, calendar)
  const asks = row.parts.receiver && relationFor(actor.role, 'task.askExtension') !== null
  const mayAsk = asks && runsTask(row.state) && row.state !== 'TO_SIGN' && row.askedUntilOn === null
  const inTime = row.extensions === 0 && workdaysBetween(calendar, today, row.dueOn) >= 1
  return {
    ...row,
    result: task.result,
    evidence,
    unproven: task.unproven,
    raisedBy: task.raisedBy?.name ?? null,
    approver: approverName(task, people.approver),
    receiverGone: people.receiverGone,
    steps,
    slips: slips.toSorted((a, b) => (a.draftedOn < b.draftedOn ? -1 : a.draftedOn > b.draftedOn ? 1 : 0)),
    moves,
    mayAsk: mayAsk && inTime,
    mayDecide: row.askedUntilOn !== null && mayExtend(row.parts),
    latestOn: extensionEnd(row, calendar),
    choices: {
      ...(moves.includes('SUBMIT') ? await evidenceFor(db, actor, task.projectId) : { evidence: [], uploadAt: null }),
      ...(moves.includes('REASSIGN') ? await receivers(actor) : { units: [], people: [] }),
    },
  }
}
