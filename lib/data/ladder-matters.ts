import 'server-only'
import { steeringRole } from '@/lib/domain/complaint/routing'
import { complaintMatter } from '@/lib/domain/complaint/term'
import { isOpenNeed, needDay } from '@/lib/domain/factor-need'
import type { IssueCase, IssueState } from '@/lib/domain/issue/issue'
import { issueTitle } from '@/lib/domain/issue/kind'
import { issueDay, isUnsolved } from '@/lib/domain/issue/term'
import type { Turn } from '@/lib/domain/level-history'
import { type DueMatter, dueTurns } from '@/lib/domain/matter-turns'
import { SOON_WD } from '@/lib/domain/meeting/task-level'
import { RUNNING_TASKS, runsTask } from '@/lib/domain/meeting/task-move'
import { taskNumber } from '@/lib/domain/meeting/task-number'
import { SUPERVISE_WD } from '@/lib/domain/meeting/task-term'
import type { PlainDate } from '@/lib/domain/plain-date'
import { supervisionNumber } from '@/lib/domain/supervision/slip-number'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type { Matter } from '@/lib/schemas/notice'
import type { Prisma } from '@/prisma/generated/client'
import { bureauUnits } from './complaint-people'
import { daysOfComplaint } from './complaint-rows'
import { dayOrNull, fromDb, toDb } from './date'
import type { Tx } from './db'
import { waitingNeeds } from './factor-rows'
import { measuredIssue, runningIssue } from './issue-where'
import type { LevelContext } from './level-context'

/** A problem, a need, a task or a complaint in a warning, with whom it is tied to. */
export type MatterRow = Readonly<{
  id: string
  kind: Exclude<Matter['kind'], 'OFFER' | 'SLIP'>
  projectId: string | null
  /** Unit that has to move; null while it is to be given out. */
  unitId: string | null
  handlerId: string | null
  /** Nobody has it yet: its task force gives it out, where it is at that level; a complaint whoever leads it. */
  toGiveOut: 'TASKFORCE' | 'OFFICE' | 'BIZENV' | 'DISCIPLINE' | null
  turns: readonly Turn[]
  answeredOn: readonly PlainDate[]
  project: Readonly<{
    leaderId: string | null
    contactId: string | null
    taskforceId: string | null
  }> | null
}>

const isRunning = (state: IssueState, outcome: string | null, closedOn: Date | null): boolean =>
  runningIssue.state.in.some((one) => one === state) ||
  isUnsolved({ state, outcome: outcome as IssueCase['outcome'], closedOn: dayOrNull(closedOn) })

const ofProject = { select: { leaderId: true, contactId: true, taskforceId: true, status: true } } as const
const inLedger = { OR: [{ projectId: null }, { project: { status: 'ACTIVE' as const } }] }

/** Problems whose day is near or past, or which the district's meetings did not settle. */
async function issuesInWarning(
  tx: Tx,
  districtId: string,
  today: PlainDate,
  { calendar, parameters: p }: LevelContext,
) {
  const near = toDb(addWorkdays(calendar, today, p.issue_blue_wd))
  const rows = await tx.issue.findMany({
    where: {
      districtId,
      AND: [measuredIssue, inLedger, { OR: [{ dueOn: { lte: near } }, { plannedOn: { lte: near } }] }],
    },
    select: {
      id: true,
      projectId: true,
      state: true,
      tier: true,
      dueOn: true,
      plannedOn: true,
      raisedOn: true,
      reopenedOn: true,
      outcome: true,
      closedOn: true,
      leadOrgId: true,
      ownerId: true,
      project: ofProject,
      moves: { where: { kind: { in: ['REPORT', 'ANSWER'] } }, select: { on: true } },
    },
    orderBy: { id: 'asc' },
  })
  return rows.flatMap((row): MatterRow[] => {
    const dueOn = issueDay({
      state: row.state,
      dueOn: row.dueOn && fromDb(row.dueOn),
      plannedOn: row.plannedOn && fromDb(row.plannedOn),
      outcome: row.outcome as IssueCase['outcome'],
      closedOn: row.closedOn && fromDb(row.closedOn),
    })
    if (!dueOn) return []
    const from = fromDb(row.reopenedOn ?? row.raisedOn)
    const matter = { from, dueOn, blueWd: p.issue_blue_wd, redWd: p.issue_red_wd }
    // What its unit said cannot be solved is whoever's who gives problems out at its level.
    const [unitId, handlerId] = row.outcome === 'UNSOLVABLE' ? [null, null] : [row.leadOrgId, row.ownerId]
    return matterRow(row, 'ISSUE', matter, today, calendar, {
      unitId,
      handlerId,
      toGiveOut: unitId || handlerId ? null : row.tier === 'TASKFORCE' ? 'TASKFORCE' : 'OFFICE',
    })
  })
}

async function needsInWarning(tx: Tx, districtId: string, today: PlainDate, { calendar, parameters: p }: LevelContext) {
  const near = toDb(addWorkdays(calendar, today, p.plan_blue_wd))
  const rows = await tx.factorNeed.findMany({
    where: {
      districtId,
      AND: [waitingNeeds, { OR: [{ needBy: { lte: near } }, { state: 'UNMET' }] }],
      project: { status: 'ACTIVE' },
    },
    select: {
      id: true,
      projectId: true,
      state: true,
      needBy: true,
      failedOn: true,
      settledOn: true,
      raisedOn: true,
      leadId: true,
      project: ofProject,
      moves: { where: { kind: { in: ['COMMIT', 'PROVIDE'] } }, select: { on: true } },
    },
    orderBy: { id: 'asc' },
  })
  return rows.flatMap((row): MatterRow[] => {
    const { state } = row
    const failedOn = dayOrNull(row.failedOn)
    const dueOn = needDay({ state, needBy: fromDb(row.needBy), failedOn, settledOn: dayOrNull(row.settledOn) })
    if (!dueOn) return []
    // What its unit said no to is the office's.
    const unitId = state === 'UNMET' ? null : row.leadId
    const matter = { from: fromDb(row.raisedOn), dueOn, blueWd: p.plan_blue_wd, redWd: p.plan_red_wd }
    return matterRow(row, 'FACTOR', matter, today, calendar, {
      unitId,
      handlerId: null,
      toGiveOut: unitId ? null : 'OFFICE',
    })
  })
}

async function tasksInWarning(tx: Tx, districtId: string, today: PlainDate, { calendar }: LevelContext) {
  const rows = await tx.task.findMany({
    where: {
      districtId,
      state: { in: [...RUNNING_TASKS] },
      dueOn: { lte: toDb(addWorkdays(calendar, today, SOON_WD)) },
      AND: [inLedger],
    },
    select: {
      id: true,
      projectId: true,
      dueOn: true,
      issuedOn: true,
      leadOrgId: true,
      ownerId: true,
      project: ofProject,
      moves: { where: { kind: 'REPORT' }, select: { on: true } },
    },
    orderBy: { id: 'asc' },
  })
  return rows.flatMap((row): MatterRow[] =>
    matterRow(
      row,
      'TASK',
      { from: fromDb(row.issuedOn), dueOn: fromDb(row.dueOn), blueWd: SOON_WD, redWd: SUPERVISE_WD },
      today,
      calendar,
      { unitId: row.leadOrgId, handlerId: row.ownerId, toGiveOut: row.leadOrgId || row.ownerId ? null : 'OFFICE' },
    ),
  )
}

/**
 * Complaints somebody took up and whose day is near or past. Of its project nobody is told: who said it is no business of an
 * enterprise or its steward.
 */
async function complaintsInWarning(tx: Tx, districtId: string, today: PlainDate, { calendar }: LevelContext) {
  const near = toDb(addWorkdays(calendar, today, SOON_WD))
  const rows = await tx.complaint.findMany({
    where: { districtId, state: { in: ['RECEIVED', 'IN_HAND'] }, clockOn: { lte: near } },
    select: {
      id: true,
      state: true,
      filedOn: true,
      receivedOn: true,
      passedOn: true,
      waitsSince: true,
      dueOn: true,
      clockOn: true,
      answeredOn: true,
      leadOrgId: true,
      againstOrgId: true,
      moves: { where: { kind: { in: ['REPORT', 'ASK_MORE'] } }, select: { on: true } },
    },
    orderBy: { id: 'asc' },
  })
  const bureau = rows.length > 0 ? await bureauUnits(tx, districtId) : []
  return rows.flatMap((row): MatterRow[] => {
    const matter = complaintMatter(daysOfComplaint(row), calendar)
    if (!matter) return []
    const unitId = row.state === 'IN_HAND' ? row.leadOrgId : null
    return matterRow({ ...row, projectId: null, project: null }, 'COMPLAINT', matter, today, calendar, {
      unitId,
      handlerId: null,
      toGiveOut: unitId ? null : steeringRole(row.againstOrgId, bureau),
    })
  })
}

function matterRow(
  row: Readonly<{
    id: string
    projectId: string | null
    project: MatterRow['project']
    moves: readonly Readonly<{ on: Date }>[]
  }>,
  kind: MatterRow['kind'],
  matter: DueMatter,
  today: PlainDate,
  calendar: LevelContext['calendar'],
  hands: Pick<MatterRow, 'unitId' | 'handlerId' | 'toGiveOut'>,
): MatterRow[] {
  const turns = dueTurns(matter, today, calendar)
  if (turns.length === 0) return []
  const { id, projectId, project } = row
  return [{ id, kind, projectId, project, ...hands, turns, answeredOn: row.moves.map(({ on }) => fromDb(on)) }]
}

/** The problems, needs, tasks and complaints of a district that are blue, yellow or red; four questions, however many there are. */
export async function mattersInWarning(
  tx: Tx,
  districtId: string,
  today: PlainDate,
  context: LevelContext,
): Promise<MatterRow[]> {
  const issues = await issuesInWarning(tx, districtId, today, context)
  const needs = await needsInWarning(tx, districtId, today, context)
  const tasks = await tasksInWarning(tx, districtId, today, context)
  return [...issues, ...needs, ...tasks, ...(await complaintsInWarning(tx, districtId, today, context))]
}

/** What a notice is kept with where it is about a problem, a need, a task, a complaint or a slip. */
export const matterColumns = {
  issue: { select: { number: true, text: true, state: true, outcome: true, closedOn: true } },
  factor: { select: { kind: true, state: true, settledOn: true } },
  task: { select: { year: true, week: true, nth: true, text: true, state: true } },
  complaint: { select: { number: true, text: true, state: true } },
  financing: { select: { number: true } },
  supervision: { select: { number: true, issuedOn: true, matter: true, state: true } },
} satisfies Prisma.NoticeInclude
type Of = Prisma.NoticeGetPayload<{ include: typeof matterColumns }>

/** What a notice is about where that is no procedure and no project; null else. */
export function matterOf({
  issueId,
  issue,
  factorId,
  factor,
  taskId,
  task,
  complaintId,
  complaint,
  financingId,
  financing,
  supervisionId,
  supervision,
}: Pick<
  Of,
  | 'issueId'
  | 'issue'
  | 'factorId'
  | 'factor'
  | 'taskId'
  | 'task'
  | 'complaintId'
  | 'complaint'
  | 'financingId'
  | 'financing'
  | 'supervisionId'
  | 'supervision'
>): Matter | null {
  if (issueId && issue)
    return {
      kind: 'ISSUE',
      id: issueId,
      no: String(issue.number),
      text: issueTitle(issue.text),
      over: !isRunning(issue.state, issue.outcome, issue.closedOn),
    }
  if (factorId && factor)
    return {
      kind: 'FACTOR',
      id: factorId,
      no: factor.kind,
      text: null,
      over: !isOpenNeed(factor.state) && (factor.state !== 'UNMET' || factor.settledOn !== null),
    }
  if (taskId && task)
    return { kind: 'TASK', id: taskId, no: taskNumber(task), text: task.text, over: !runsTask(task.state) }
  if (complaintId && complaint)
    return {
      kind: 'COMPLAINT',
      id: complaintId,
      no: String(complaint.number),
      text: issueTitle(complaint.text),
      over: complaint.state !== 'RECEIVED' && complaint.state !== 'IN_HAND',
    }
  // Whose need it is stands on its page, for whoever may see it that day.
  if (financingId && financing)
    return { kind: 'OFFER', id: financingId, no: String(financing.number), text: null, over: false }
  if (supervisionId && supervision) {
    const { number, issuedOn, matter, state } = supervision
    return {
      kind: 'SLIP',
      id: supervisionId,
      no: supervisionNumber({ number, issuedOn: fromDb(issuedOn) }),
      text: issueTitle(matter),
      over: state === 'CLOSED',
    }
  }
  return null
}
