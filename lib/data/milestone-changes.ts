import 'server-only'
import { mergeFields } from '@/lib/domain/merge-fields'
import { startDoubts } from '@/lib/domain/move-doubts'
import { type PlainDate, parsePlainDate, yearOf } from '@/lib/domain/plain-date'
import { planApproval } from '@/lib/domain/plan-change'
import { planDayRefusal } from '@/lib/domain/plan-day'
import { earlierWorks, fitsMilestones, MILESTONES, type MilestoneKind, PLANNED_ORDER } from '@/lib/domain/project'
import { err, type Failure, gathered, ok, type Result, refusalOf } from '@/lib/domain/result'
import type { NamedDoubts } from '@/lib/schemas/procedure-detail'
import type { MilestoneChangeInput } from '@/lib/schemas/project-change'
import type { Milestone } from '@/prisma/generated/client'
import { askApproval, type RecordedBy } from './approval-requests'
import { type Approval, findApprover, UNASKED } from './approvers'
import { dayOrNull, fromDb, toDb } from './date'
import type { Tx } from './db'
import { answersOf, conflictOf } from './edit-conflict'
import { loadLevelContext } from './level-context'
import { refreshProjects } from './levels'
import { lockProject } from './lock-project'
import { namedDoubts } from './move-doubts'
import { appendPlanMove } from './plan-changes'
import { findCorrections } from './plan-correction'
import { write } from './write'

const FIELDS = ['plannedOn', 'actualOn'] as const
type Days = Readonly<Record<(typeof FIELDS)[number], PlainDate | null>>

/** The days typed, brought together with what somebody else made of the same milestone meanwhile. */
async function mergedDays(tx: Tx, row: Milestone, input: MilestoneChangeInput): Promise<Result<Days>> {
  const theirs = { plannedOn: dayOrNull(row.plannedOn) ?? '', actualOn: dayOrNull(row.actualOn) ?? '' }
  const began = input.began[input.kind]
  const base = began ? { plannedOn: began.plannedOn ?? '', actualOn: began.actualOn ?? '' } : theirs
  // A day left empty stays as it is.
  const typed = Object.fromEntries(
    FIELDS.flatMap((field) =>
      input[field] && !(field === 'actualOn' && input.takeBack) ? [[field, input[field]]] : [],
    ),
  )
  // Another day than the one he saw is not taken back.
  if (input.takeBack && base.actualOn !== theirs.actualOn) return err({ code: 'CONFLICT', version: row.version })
  const merge = mergeFields(FIELDS, base, theirs, typed, answersOf(input))
  if (Object.keys(merge.clashes).length > 0)
    return err({ code: 'CONFLICT', version: row.version, ...(await conflictOf(tx, row.id, merge)) })
  return ok({
    plannedOn: parsePlainDate(merge.values.plannedOn),
    actualOn: parsePlainDate(merge.values.actualOn),
  })
}

/**
 * Days of the milestones of the works that come before and have no day yet, as they were said with it.
 *
 * @returns err EARLIER_MISSING with the kinds still to be said; each is a field of the form
 */
function earlierDays(
  kind: MilestoneKind,
  actual: ReadonlyMap<MilestoneKind, PlainDate>,
  said: MilestoneChangeInput['earlier'],
): Result<ReadonlyMap<MilestoneKind, PlainDate>> {
  const missing = earlierWorks(kind).filter((earlier) => !actual.has(earlier))
  const open = missing.filter((earlier) => !said[earlier])
  if (open.length > 0) return err({ code: 'EARLIER_MISSING', kind, missing: open })
  return ok(new Map(missing.flatMap((earlier) => (said[earlier] ? [[earlier, said[earlier]] as const] : []))))
}

type Fit = Readonly<{
  kind: MilestoneKind
  on: PlainDate
  field: string
  days: ReadonlyMap<MilestoneKind, PlainDate>
  order?: typeof PLANNED_ORDER
  /** Day it may not lie after. */
  by?: PlainDate
}>

/** Whether days stand in the order of the works, and none that is said to be reached lies ahead; names the fields that are wrong. */
function fitAll(all: readonly Fit[]): Failure | null {
  return gathered(
    ...all.map(({ kind, on, field, days, order, by }): Failure | null => {
      if (by && on > by) return { code: 'FUTURE_DATE', on, today: by, field }
      const fits = fitsMilestones(kind, on, days, order)
      return fits.ok ? null : { ...fits.error, field }
    }),
  )
}

/** Records that milestones which come before were reached on the days said with a later one. */
async function recordEarlier(tx: Tx, projectId: string, earlier: ReadonlyMap<MilestoneKind, PlainDate>) {
  for (const [kind, on] of earlier)
    await tx.milestone.upsert({
      where: { projectId_kind: { projectId, kind } },
      create: { projectId, kind, actualOn: toDb(on) },
      update: { actualOn: toDb(on), version: { increment: 1 } },
    })
}

/** Milestones that need this one and are reached: it is not taken back from under them. */
function neededBy(kind: MilestoneKind, reached: ReadonlyMap<MilestoneKind, PlainDate>): Failure | null {
  const later = MILESTONES.find((other) => reached.has(other) && earlierWorks(other).includes(kind))
  return later ? { code: 'MILESTONE_NEEDED', kind, after: later } : null
}

/** What has to be confirmed before the works are said to have begun 开工, by name. */
async function findStartDoubts(tx: Tx, projectId: string, on: PlainDate): Promise<NamedDoubts | null> {
  const project = await tx.project.findUniqueOrThrow({
    where: { id: projectId },
    select: {
      enteredOn: true,
      template: { select: { startConditions: true } },
      procedures: { select: { code: true, state: true, finishedOn: true }, orderBy: { code: 'asc' } },
    },
  })
  const conditions = new Set(project.template?.startConditions)
  const permits = project.procedures
    .filter(({ code }) => conditions.has(code))
    .map((permit) => ({ ...permit, finishedOn: dayOrNull(permit.finishedOn) }))
  const doubts = startDoubts(permits, on, fromDb(project.enteredOn))
  return doubts && namedDoubts(tx, projectId, doubts)
}

/** Whether a start of the works that does not go together with the record was confirmed with the case it is. */
function confirmed(doubts: NamedDoubts | null, { despite, despiteNote }: MilestoneChangeInput): Failure | null {
  if (!doubts) return null
  if (!despite) return { code: 'MOVE_DOUBTED', asks: 'despite', ...doubts }
  return despite === 'OTHER' && !despiteNote ? { code: 'REASON_MISSING', field: 'despiteNote' } : null
}

/** Appends the line of a milestone's plan that moves. */
const writeMove = (
  tx: Tx,
  userId: string,
  approval: Approval,
  row: Milestone,
  { counts, ...move }: Readonly<{ from: PlainDate; to: PlainDate; reason: string | undefined; counts: boolean }>,
  today: PlainDate,
) =>
  appendPlanMove(
    tx,
    userId,
    {
      projectId: row.projectId,
      target: 'MILESTONE',
      milestoneId: row.id,
      ...move,
      nth: counts ? row.moves + 1 : 0,
      ...approval,
    },
    today,
  )

/**
 * Moves the plan of a milestone that was asked for, once it is approved: judged once more beside the others as they are now.
 *
 * @returns err MILESTONE_ORDER, MILESTONE_ORDER_LATER
 */
export async function grantMilestone(
  tx: Tx,
  { userId, approval }: RecordedBy,
  row: Milestone,
  { plannedOn, reason }: Readonly<{ plannedOn: PlainDate; reason: string }>,
  today: PlainDate,
): Promise<Result<null>> {
  const { projectId, kind } = row
  const others = await tx.milestone.findMany({
    where: { projectId, kind: { not: kind } },
    select: { kind: true, plannedOn: true, actualOn: true },
  })
  const expected = new Map(
    others.flatMap((m) => {
      const day = dayOrNull(m.actualOn) ?? dayOrNull(m.plannedOn)
      return day ? [[m.kind, day] as const] : []
    }),
  )
  const misfit = fitAll([{ kind, on: plannedOn, field: 'plannedOn', days: expected, order: PLANNED_ORDER }])
  if (misfit) return err(misfit)
  const from = dayOrNull(row.plannedOn)
  if (!from) return err({ code: 'APPROVAL_OUTDATED' })
  const moved = await writeMove(tx, userId, approval, row, { from, to: plannedOn, reason, counts: true }, today)
  if (!moved.ok) return moved
  await tx.milestone.update({
    where: { id: row.id },
    data: { plannedOn: toDb(plannedOn), monthOnly: false, moves: { increment: 1 }, version: { increment: 1 } },
  })
  await refreshProjects(tx, [projectId], today, 'FACT', userId)
  return ok(null)
}

/**
 * Plans a milestone, moves its plan (with a reason and an approval, the office's for the first two and a leader's from the
 * third on, and in the order of the others), or records that it was reached; the works are reached in their order, so days of earlier ones that nobody recorded are said
 * with it. A start of the works the record speaks against is asked about first, and an actual day is corrected or taken back
 * with a reason. A proposed day its project's first steward corrects in time moves no promise. A day somebody else changed
 * meanwhile is put before whoever changed it second.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, FUTURE_DATE (an actual day lies ahead), MILESTONE_ORDER,
 *          MILESTONE_ORDER_LATER, PLAN_BEFORE_CALENDAR, EARLIER_MISSING, REASON_MISSING, APPROVER_MISSING, APPROVER_NOT_ENTITLED,
 *          MOVE_DOUBTED (to be confirmed with the case it is), MILESTONE_NEEDED (another one that is reached needs it),
 *          NO_CHANGE
 * @source four-colours K12, §7.2
 */
export const changeMilestone = write('project.milestone', async (tx, actor, input: MilestoneChangeInput, today) => {
  const locked = await lockProject(tx, actor, 'project.milestone', input.projectId)
  if (!locked.ok) return locked
  const { projectId, kind } = input
  const key = { projectId, kind }
  const others = await tx.milestone.findMany({
    where: { projectId, kind: { not: kind } },
    select: { kind: true, plannedOn: true, actualOn: true },
  })
  const row = await tx.milestone.upsert({ where: { projectId_kind: key }, create: key, update: {} })
  const merged = await mergedDays(tx, row, input)
  if (!merged.ok) return merged
  const planned = dayOrNull(row.plannedOn)
  const actual = dayOrNull(row.actualOn)
  const plannedOn = merged.value.plannedOn ?? planned
  // The day a project was entered is a fact of its own.
  const takesBack = input.takeBack && kind !== 'IN_LIBRARY'
  const actualOn = takesBack ? null : (merged.value.actualOn ?? actual)
  if (plannedOn === planned && actualOn === actual) return err({ code: 'NO_CHANGE' })
  const daysOf = (column: 'plannedOn' | 'actualOn') =>
    new Map(others.flatMap((m) => (m[column] ? [[m.kind, fromDb(m[column])] as const] : [])))
  const reached = daysOf('actualOn')
  const expected = new Map([...daysOf('plannedOn'), ...reached])
  const earlier: Result<ReadonlyMap<MilestoneKind, PlainDate>> =
    actualOn && actualOn !== actual ? earlierDays(kind, reached, input.earlier) : ok(new Map())
  const before = earlier.ok ? earlier.value : new Map<MilestoneKind, PlainDate>()
  const misfit = fitAll([
    ...(plannedOn && plannedOn !== planned
      ? [{ kind, on: plannedOn, field: 'plannedOn', days: expected, order: PLANNED_ORDER }]
      : []),
    ...(earlier.ok && actualOn && actualOn !== actual
      ? [...before, [kind, actualOn] as const].map(([each, on]) => ({
          kind: each,
          on,
          field: each === kind ? 'actualOn' : `earlier.${each}`,
          days: new Map([...reached, ...before, [kind, actualOn] as const]),
          by: today,
        }))
      : []),
  ])
  const moves = planned !== null && plannedOn !== null && planned !== plannedOn
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  const began = actual !== null
  const until = (await findCorrections(tx, actor, projectId, calendar))({ began, moves: row.moves })
  const corrects = moves && until !== null && today <= until
  const counts = moves && !corrects
  const approved: Result<Approval> = counts
    ? await findApprover(tx, actor, planApproval(row.moves), input.approverId, locked.value.project)
    : ok(UNASKED)
  const corrected = actual !== null && actualOn !== actual
  const begunOn = kind === 'START' ? (actualOn === actual ? null : actualOn) : (before.get('START') ?? null)
  const doubts = begunOn && (await findStartDoubts(tx, projectId, begunOn))
  const wrong = gathered(
    refusalOf(earlier),
    takesBack ? neededBy(kind, reached) : null,
    misfit ? null : confirmed(doubts, input),
    plannedOn === planned ? null : planDayRefusal(plannedOn, 'plannedOn', calendar),
    misfit,
    (counts || corrected) && !input.reason ? { code: 'REASON_MISSING', nth: row.moves + 1, asks: 'reason' } : null,
    approved.ok ? null : { ...approved.error, asks: 'approverId' },
  )
  if (wrong) return err(wrong)
  const approval = approved.ok ? approved.value : UNASKED
  // What somebody else has to approve waits for him; the day it was reached does not.
  const planNow = approval.asks ? planned : plannedOn
  let asked: string | null = null
  if (moves && approval.asks) {
    const [was, terms] = [
      { kind, plannedOn: planned },
      { plannedOn, nth: row.moves + 1 },
    ]
    const reason = input.reason ?? ''
    const rowVersion = row.version + 1
    const request = {
      kind: 'MILESTONE',
      projectId,
      milestoneId: row.id,
      was,
      terms,
      reason,
      rowVersion,
      approval,
    } as const
    const put = await askApproval(tx, actor, request, today)
    if (!put.ok) return put
    asked = put.value
  } else if (moves) {
    const { reason } = input
    const moved = await writeMove(
      tx,
      actor.userId,
      approval,
      row,
      { from: planned, to: plannedOn, reason, counts },
      today,
    )
    if (!moved.ok) return moved
  }
  await tx.milestone.update({
    where: { id: row.id },
    data: {
      plannedOn: planNow && toDb(planNow),
      actualOn: actualOn && toDb(actualOn),
      baselineOn: (corrects ? null : row.baselineOn) ?? (planNow && toDb(planNow)),
      monthOnly: planNow === planned && row.monthOnly,
      moves: counts && !asked ? { increment: 1 } : undefined,
      version: { increment: 1 },
    },
  })
  await recordEarlier(tx, projectId, before)
  // 入库 is a milestone and a fact of the project (D4): one entry serves both.
  if (input.kind === 'ENROLMENT' && (actualOn || takesBack)) {
    await tx.project.update({ where: { id: input.projectId }, data: { enrolledOn: actualOn && toDb(actualOn) } })
  }
  // The plan of the year counts from the day the project was established (D2).
  if (kind === 'IN_LIBRARY' && actualOn) {
    await tx.yearPlan.updateMany({ where: { projectId, year: yearOf(actualOn) }, data: { fromOn: toDb(actualOn) } })
    await tx.yearPlan.updateMany({ where: { projectId, year: { not: yearOf(actualOn) } }, data: { fromOn: null } })
  }
  await refreshProjects(tx, [input.projectId], today, 'FACT', actor.userId)
  return ok({
    value: { projectId: input.projectId, asked },
    subject: row.id,
    projectId: input.projectId,
    detail: {
      kind: input.kind,
      before: { plannedOn: planned, actualOn: actual },
      after: { plannedOn: planNow, actualOn },
      ...(before.size > 0 ? { earlier: Object.fromEntries(before) } : {}),
      reason: input.reason,
      ...(asked ? { asks: approval.approverId, wants: plannedOn } : {}),
      ...(approval.approverId && !asked ? { approverId: approval.approverId } : {}),
      ...(corrects ? { corrects } : {}),
      ...(doubts ? { despite: { reason: input.despite, note: input.despiteNote, ...doubts } } : {}),
    },
  })
})
