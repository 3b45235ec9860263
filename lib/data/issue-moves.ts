import 'server-only'
import { type Action, type Actor, isAgency, relationFor } from '@/lib/domain/access'
import type { IssueCase } from '@/lib/domain/issue/issue'
import {
  asksLater,
  type IssueMove,
  type IssueMoveContext,
  type IssueMoveKind,
  issueMoves,
  LATER_DAYS_MAX,
  moveIssue,
} from '@/lib/domain/issue/move'
import { confirmWay, isOwnAnswer } from '@/lib/domain/issue/parts'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, type Failure, gathered, ok, type Result } from '@/lib/domain/result'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { IssueMoveInput, IssueSayInput, IssueStepKind } from '@/lib/schemas/issue'
import type { Prisma } from '@/prisma/generated/client'
import { dbDayOrNull, toDb } from './date'
import type { Tx } from './db'
import { caseOf, type IssueRecord, issuePeopleOf, refusesUnit } from './issue-rows'
import { loadLevelContext } from './level-context'
import { refreshProjects } from './levels'
import { type LockedIssue, lockIssue } from './lock-issue'
import { write } from './write'

/** Each move of a problem as an action of the policy. */
export const ISSUE_ACTIONS = {
  ASSIGN: 'issue.assign',
  TRANSFER: 'issue.transfer',
  RETURN: 'issue.return',
  RAISE: 'issue.raise',
  REPORT: 'issue.report',
  ANSWER: 'issue.answer',
  CONFIRM: 'issue.confirm',
  CLOSE: 'issue.close',
  REOPEN: 'issue.reopen',
  WITHDRAW: 'issue.withdraw',
  OUTSIDE: 'issue.outside',
} as const satisfies Record<IssueMoveKind, Action>

/** What somebody may do about a problem on a day, as `moveIssue` is told. */
function contextOf(
  actor: Actor,
  { issue, parts, answered }: LockedIssue,
  today: PlainDate,
  calendar: WorkCalendar,
): IssueMoveContext & Readonly<{ way: ReturnType<typeof confirmWay>; ownAnswer: boolean }> {
  const people = issuePeopleOf(issue)
  const way = confirmWay(actor, people, answered, today, calendar)
  // He would ring it up, had he not written the answer down himself.
  const ownAnswer =
    issue.state === 'TO_CONFIRM' &&
    isOwnAnswer(actor, answered) &&
    confirmWay(actor, people, null, today, calendar) === 'PHONE'
  // Whoever rang the enterprise up speaks for it.
  const own = way === 'PHONE' ? new Set([...parts, 'RAISER' as const]) : parts
  return { today, calendar, role: actor.role, parts: own, way, ownAnswer }
}

/** Whether a move is the actor's besides what the rules of the problem say: an agency raises what it has, an answer is confirmed by whom it concerns. */
const isTheirs = (kind: IssueMoveKind, actor: Actor, { parts, way }: ReturnType<typeof contextOf>): boolean =>
  relationFor(actor.role, ISSUE_ACTIONS[kind]) !== null &&
  !(kind === 'CONFIRM' && way === null) &&
  !(kind === 'RAISE' && isAgency(actor.role) && !parts.has('LEAD')) &&
  !(kind === 'RAISE' && actor.role === 'TASKFORCE' && parts.size === 0)

/** Moves the actor may make about a problem now; the writes decide again. */
export function movesOfIssue(
  actor: Actor,
  locked: LockedIssue,
  today: PlainDate,
  calendar: WorkCalendar,
): Readonly<{ moves: readonly IssueMoveKind[]; way: ReturnType<typeof confirmWay>; ownAnswer: boolean }> {
  const context = contextOf(actor, locked, today, calendar)
  // A unit that does not exist any more cannot keep anybody from giving its problem out anew.
  const moves = issueMoves(caseOf(locked.issue), context).filter((kind) => isTheirs(kind, actor, context))
  return { moves, way: context.way, ownAnswer: context.ownAnswer }
}

const columnsOf = (
  change: Partial<IssueCase>,
  tier: IssueCase['tier'],
  today: PlainDate,
): Prisma.IssueUncheckedUpdateInput => ({
  ...('state' in change ? { state: change.state } : {}),
  ...('tier' in change ? { tier: change.tier, ...(change.tier === tier ? {} : { tierSince: toDb(today) }) } : {}),
  ...('leadId' in change ? { leadOrgId: change.leadId } : {}),
  ...('heldSince' in change ? { heldSince: dbDayOrNull(change.heldSince) ?? undefined } : {}),
  ...('passed' in change ? { passed: change.passed } : {}),
  ...('dueOn' in change ? { dueOn: dbDayOrNull(change.dueOn) } : {}),
  ...('plannedOn' in change ? { plannedOn: dbDayOrNull(change.plannedOn) } : {}),
  ...('outcome' in change ? { outcome: change.outcome } : {}),
  ...('satisfied' in change ? { satisfied: change.satisfied } : {}),
  ...('understood' in change ? { understood: change.understood } : {}),
  ...('reopened' in change ? { reopened: change.reopened } : {}),
  // Opened again it is measured anew, by the meetings as well.
  ...('reopenedOn' in change ? { reopenedOn: dbDayOrNull(change.reopenedOn), tierSince: toDb(today) } : {}),
  ...('closedOn' in change ? { closedOn: dbDayOrNull(change.closedOn) } : {}),
})

/** Why a unit a move names cannot take the problem: it is not there, or what began as a complaint is about it 回避. */
async function checkUnits(
  tx: Tx,
  actor: Actor,
  { complaint }: IssueRecord,
  input: IssueMoveInput,
): Promise<Failure | null> {
  const ids = [...new Set([...(input.unitId ? [input.unitId] : []), ...input.supportIds])]
  if (ids.length === 0) return null
  if (input.unitId && input.supportIds.includes(input.unitId))
    return { code: 'ISSUE_SUPPORT_IS_LEAD', field: 'supportIds' }
  const found = await tx.org.findMany({
    where: { id: { in: ids }, districtId: actor.districtId, dissolvedOn: null },
    select: { id: true },
  })
  if (input.unitId && !found.some(({ id }) => id === input.unitId)) return { code: 'UNIT_DISSOLVED', field: 'unitId' }
  if (found.length < ids.length) return { code: 'UNIT_DISSOLVED', field: 'supportIds' }
  return gathered(
    ...(['unitId', 'supportIds'] as const).map((field): Failure | null => {
      const named = field === 'unitId' ? [input.unitId ?? []].flat() : input.supportIds
      const code = named.map((id) => refusesUnit(id, complaint)).find((refusal) => refusal !== null)
      return code ? { code, field } : null
    }),
  )
}

/** Columns a move fills besides those the rules know. */
const besides = (
  kind: IssueMoveKind,
  input: IssueMoveInput,
  way: string | null,
  today: PlainDate,
  actor: Actor,
  issue: IssueRecord,
) => ({
  // What was asked of whoever had it is over once it goes on.
  ...(kind === 'REPORT' ? {} : { askedUntilOn: null }),
  ...(kind === 'ASSIGN' || kind === 'TRANSFER'
    ? {
        ...(input.supportIds.length > 0 ? { supportIds: input.supportIds } : {}),
        ...(kind === 'ASSIGN' && input.issueKind ? { kind: input.issueKind } : {}),
        ownerId: null,
      }
    : {}),
  ...(kind === 'ANSWER' ? { result: input.text } : {}),
  // Whoever of the unit works at it first answers for it 责任人, until it goes elsewhere.
  ...((kind === 'ANSWER' || kind === 'REPORT') && issue.ownerId === null && actor.orgId === issue.leadOrgId
    ? { ownerId: actor.personId }
    : {}),
  ...(kind === 'CONFIRM' && way === 'PHONE' ? { revisitOn: toDb(today), revisit: input.text } : {}),
})

/** Keeps a line of the history of a problem. */
const record = (
  tx: Tx,
  actor: Actor,
  before: IssueRecord,
  after: Readonly<{ state: IssueRecord['state']; tier: IssueRecord['tier']; leadOrgId: string | null }>,
  kind: IssueStepKind,
  said: Partial<Pick<IssueMoveInput, 'text' | 'dueOn' | 'plannedOn' | 'outcome' | 'satisfied'>> & {
    internal?: boolean
  },
  today: PlainDate,
) =>
  tx.issueMove.create({
    data: {
      issueId: before.id,
      kind,
      from: before.state,
      to: after.state,
      tier: after.tier,
      unitId: after.leadOrgId,
      text: said.text || null,
      internal: said.internal ?? false,
      dueOn: dbDayOrNull(said.dueOn),
      plannedOn: dbDayOrNull(said.plannedOn),
      outcome: said.outcome ?? null,
      satisfied: said.satisfied ? said.satisfied === 'yes' : null,
      on: toDb(today),
      actorId: actor.userId,
    },
  })

const answerOf = (issue: IssueRecord) => ({ issueId: issue.id, number: issue.number })

/**
 * A move of a problem as a write: policy, lock, version, whose move it is, `moveIssue`, its line in the history, and the colour of
 * its project.
 */
const moving = (kind: IssueMoveKind) =>
  write(ISSUE_ACTIONS[kind], async (tx, actor, input: IssueMoveInput, today) => {
    const locked = await lockIssue(tx, actor, input.issueId, input.version)
    if (!locked.ok) return locked
    const { issue } = locked.value
    const { calendar } = await loadLevelContext(tx, actor.districtId, today)
    const context = contextOf(actor, locked.value, today, calendar)
    if (kind === 'CONFIRM' && context.ownAnswer) return err({ code: 'ISSUE_OWN_ANSWER' })
    if (!isTheirs(kind, actor, context)) return err({ code: 'FORBIDDEN', action: ISSUE_ACTIONS[kind] })
    if (context.way === 'PHONE' && kind === 'CONFIRM' && !input.text)
      return err({ code: 'ISSUE_CALL_MISSING', field: 'text' })
    const before = caseOf(issue)
    const asked = context.way === 'SELF' || context.way === 'PHONE'
    const move: IssueMove = {
      kind,
      on: today,
      to: input.unitId ?? null,
      dueOn: input.dueOn ?? null,
      text: input.text,
      outcome: input.outcome ?? null,
      plannedOn: input.plannedOn ?? null,
      satisfied: input.satisfied && asked ? input.satisfied === 'yes' : null,
      // That it is understood is said by whom it concerns.
      understood: input.understood && context.way !== 'SETTLE',
    }
    const moved = moveIssue(before, move, context)
    if (!moved.ok) return err(atField(moved.error))
    const later = asksLater(before, move) ? (input.plannedOn ?? null) : null
    if (later && issue.extensions >= LATER_DAYS_MAX)
      return err({ code: 'ISSUE_LATER_TOO_OFTEN', times: issue.extensions, field: 'plannedOn' })
    const wrongUnit = await checkUnits(tx, actor, issue, input)
    if (wrongUnit) return err(wrongUnit)
    const change = columnsOf(moved.value, before.tier, today)
    const after = await tx.issue.update({
      where: { id: issue.id },
      data: {
        ...change,
        ...besides(kind, input, context.way, today, actor, issue),
        ...(later ? { askedUntilOn: toDb(later) } : {}),
        version: { increment: 1 },
      },
    })
    await record(tx, actor, issue, after, kind, input, today)
    if (later)
      await record(tx, actor, { ...issue, state: after.state }, after, 'ASK_EXTENSION', { dueOn: later }, today)
    if (issue.projectId) await refreshProjects(tx, [issue.projectId], today, 'FACT', actor.userId)
    return ok({
      value: answerOf(issue),
      subject: issue.id,
      ...(issue.projectId ? { projectId: issue.projectId } : {}),
      detail: { before: before.state, after: after.state, reason: input.text },
    })
  })

const FIELDS: Readonly<Record<string, string>> = {
  ISSUE_TEXT_MISSING: 'text',
  ISSUE_UNIT_MISSING: 'unitId',
  ISSUE_SAME_UNIT: 'unitId',
  ISSUE_OUTCOME_MISSING: 'outcome',
  ISSUE_PLAN_MISSING: 'plannedOn',
  ISSUE_PLAN_BACK: 'plannedOn',
  ISSUE_PLAN_UNWANTED: 'plannedOn',
  ISSUE_DUE_MISSING: 'dueOn',
  ISSUE_DUE_BACK: 'dueOn',
  ISSUE_RATING_MISSING: 'satisfied',
}

/** A refusal at the field of the form it is about, and those that came with it; its sentence needs neither move nor state. */
const atField = ({ move: _move, state: _state, ...failure }: Failure): Failure => ({
  ...(failure as Failure),
  ...(FIELDS[failure.code] ? { field: FIELDS[failure.code] } : {}),
  ...(Array.isArray(failure.also) ? { also: (failure.also as Failure[]).map(atField) } : {}),
})

/**
 * Gives a problem to a unit 分办; one that began as a complaint never to the unit it is about, nor to the supervisor's.
 *
 * @returns err NOT_FOUND, CONFLICT, FORBIDDEN, UNIT_DISSOLVED, COMPLAINT_ROUTE_AGAINST, COMPLAINT_ROUTE_SUPERVISOR, and those of
 *          `moveIssue`
 */
export const assignIssue = moving('ASSIGN')
/** Passes it on 转办; the third time it goes a tier up. @returns as `assignIssue` */
export const transferIssue = moving('TRANSFER')
/** Gives it back 退回. @returns as `assignIssue` */
export const returnIssue = moving('RETURN')
/** Brings it before the tier above 提级. @returns as `assignIssue` */
export const raiseIssue = moving('RAISE')
/** Says how far it is 进展. @returns as `assignIssue` */
export const reportIssue = moving('REPORT')
/**
 * The unit's answer 办理结果; one that goes on past its day asks for that, as `askIssueExtension` does.
 *
 * @returns as `assignIssue`, and ISSUE_LATER_TOO_OFTEN
 */
export const answerIssue = moving('ANSWER')
/**
 * Says whether it is solved 确认、评价; the enterprise once, or who rang it up.
 *
 * @returns as `assignIssue`, ISSUE_CALL_MISSING without what was heard on the telephone, ISSUE_OWN_ANSWER
 */
export const confirmIssue = moving('CONFIRM')
/** Strikes it off the list 销号. @returns as `assignIssue` */
export const closeIssue = moving('CLOSE')
/** Opens it again 重办. @returns as `assignIssue` */
export const reopenIssue = moving('REOPEN')
/** Whoever raised it takes it back 撤诉. @returns as `assignIssue` */
export const withdrawIssue = moving('WITHDRAW')
/** Says that it is not the government's to solve 不属政府职责. @returns as `assignIssue` */
export const outsideIssue = moving('OUTSIDE')

/** What is said beside the moves: it changes nobody's hands. */
const saying = (
  action: Action,
  kind: IssueStepKind,
  effect: (
    locked: LockedIssue,
    input: IssueSayInput,
    actor: Actor,
    today: PlainDate,
    tx: Tx,
  ) => Promise<Result<Prisma.IssueUncheckedUpdateInput>>,
) =>
  write(action, async (tx, actor, input: IssueSayInput, today) => {
    const locked = await lockIssue(tx, actor, input.issueId, input.version)
    if (!locked.ok) return locked
    const { issue } = locked.value
    const change = await effect(locked.value, input, actor, today, tx)
    if (!change.ok) return change
    await tx.issue.update({ where: { id: issue.id }, data: { ...change.value, version: { increment: 1 } } })
    // What an enterprise writes it can read.
    const internal = input.internal && actor.role !== 'CONTACT'
    await record(tx, actor, issue, issue, kind, { text: input.text, internal }, today)
    return ok({
      value: answerOf(issue),
      subject: issue.id,
      ...(issue.projectId ? { projectId: issue.projectId } : {}),
      detail: { reason: input.text },
    })
  })

/** Writes a sentence into the history 记一句; whoever sees the problem may. @returns err NOT_FOUND, CONFLICT */
export const noteIssue = saying('issue.note', 'NOTE', async () => ok({}))

/**
 * Asks whoever has it to hurry 催办; once a day, so that nobody drowns in it.
 *
 * @returns err NOT_FOUND, CONFLICT, ISSUE_NOT_RUNNING, ISSUE_URGED_TODAY
 */
export const urgeIssue = saying('issue.urge', 'URGE', async ({ issue }, _input, _actor, today, tx) => {
  if (issue.state !== 'TO_ASSIGN' && issue.state !== 'IN_HAND' && issue.state !== 'IN_PROGRESS')
    return err({ code: 'ISSUE_NOT_RUNNING' })
  const before = await tx.issueMove.count({ where: { issueId: issue.id, kind: 'URGE', on: toDb(today) } })
  return before > 0 ? err({ code: 'ISSUE_URGED_TODAY' }) : ok({ urged: { increment: 1 } })
})

/**
 * Asks the enterprise afterwards how it is 回访 and keeps what it said; that changes no state, who hears a no opens it again.
 *
 * @returns err NOT_FOUND, CONFLICT, ISSUE_NOT_ANSWERED before there is an answer to ask about
 */
export const revisitIssue = saying('issue.revisit', 'REVISIT', async ({ issue }, input, _actor, today) =>
  issue.outcome === null || issue.state === 'IN_PROGRESS'
    ? err({ code: 'ISSUE_NOT_ANSWERED' })
    : ok({ revisitOn: toDb(today), revisit: input.text }),
)
