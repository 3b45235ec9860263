import type { Role } from '../access'
import type { PlainDate } from '../plain-date'
import { err, type Failure, gathered, ok, type Result } from '../result'
import type { WorkCalendar } from '../work-calendar'
import type { IssueCase, IssueState, Outcome } from './issue'
import { issueDay } from './term'
import { defaultIssueDue, RAISES_FROM, reopenedDue, tierAbove } from './tier'

export const ISSUE_MOVES = [
  'ASSIGN', // 交办
  'TRANSFER', // 转办
  'RETURN', // 退回
  'RAISE', // 提级
  'REPORT', // 进展
  'ANSWER', // 办理结果
  'CONFIRM', // 确认、评价
  'CLOSE', // 销号
  'REOPEN', // 重办
  'WITHDRAW', // 撤诉
  'OUTSIDE', // 不属政府职责
] as const
export type IssueMoveKind = (typeof ISSUE_MOVES)[number]

/** What somebody is to a problem. */
export type IssuePart = 'LEAD' | 'SETTLER' | 'RAISER'

/** Times a problem may be passed on or given back at one tier; the next one takes it a tier up instead. */
export const PASSES_MAX = 2

/** Whether a problem that is passed on or given back now goes a tier up instead 第三手. */
export const goesUp = ({ passed }: Pick<IssueCase, 'passed'>): boolean => passed >= PASSES_MAX

export type IssueMove = Readonly<{
  kind: IssueMoveKind
  on: PlainDate
  /** The unit it goes to. */
  to?: string | null
  dueOn?: PlainDate | null
  /** Progress, result, or reason. */
  text?: string | null
  outcome?: Outcome | null
  plannedOn?: PlainDate | null
  satisfied?: boolean | null
  understood?: boolean
}>

/** Who moves, and the day it is. */
export type IssueMoveContext = Readonly<{
  today: PlainDate
  calendar: WorkCalendar
  role: Role
  parts: ReadonlySet<IssuePart>
}>

const PASSES: ReadonlySet<IssueMoveKind> = new Set(['TRANSFER', 'RETURN'])
const AT_WORK: readonly IssueState[] = ['IN_HAND', 'IN_PROGRESS']
const ANSWERED: readonly IssueState[] = ['SOLVED', 'EXPLAINED', 'UNSOLVABLE']

const FROM: Readonly<Record<IssueMoveKind, readonly IssueState[]>> = {
  ASSIGN: ['TO_ASSIGN'],
  TRANSFER: AT_WORK,
  RETURN: AT_WORK,
  RAISE: ['TO_ASSIGN', ...AT_WORK],
  REPORT: AT_WORK,
  ANSWER: AT_WORK,
  CONFIRM: ['TO_CONFIRM'],
  CLOSE: ANSWERED,
  REOPEN: ['TO_CONFIRM', ...ANSWERED],
  WITHDRAW: ['TO_ASSIGN', 'TO_CONFIRM', ...AT_WORK],
  OUTSIDE: ['TO_ASSIGN', ...AT_WORK],
}

/** Whose move it is; that of RAISE is a role's, tier by tier. A settler confirms what nobody is asked about again. */
const PARTS: Readonly<Record<Exclude<IssueMoveKind, 'RAISE'>, readonly IssuePart[]>> = {
  ASSIGN: ['SETTLER'],
  TRANSFER: ['LEAD', 'SETTLER'],
  RETURN: ['LEAD'],
  REPORT: ['LEAD'],
  ANSWER: ['LEAD'],
  CONFIRM: ['RAISER', 'SETTLER'],
  CLOSE: ['SETTLER'],
  REOPEN: ['RAISER', 'SETTLER'],
  WITHDRAW: ['RAISER'],
  OUTSIDE: ['SETTLER'],
}

const WANTS_TEXT: ReadonlySet<IssueMoveKind> = new Set([
  'TRANSFER',
  'RETURN',
  'RAISE',
  'REPORT',
  'ANSWER',
  'REOPEN',
  'WITHDRAW',
  'OUTSIDE',
])

/** What was rated before is not rated again: whoever finds a second answer wanting says so by opening it again. */
const mayReopen = ({ state, satisfied }: IssueCase): boolean => state !== 'TO_CONFIRM' || satisfied !== null

const isTheirs = (issue: IssueCase, kind: IssueMoveKind, { role, parts }: IssueMoveContext): boolean =>
  kind === 'RAISE' ? RAISES_FROM[issue.tier].includes(role) : PARTS[kind].some((part) => parts.has(part))

/**
 * Moves somebody may make about a problem now, in the order people use them.
 *
 * @example issueMoves(newIssue('DEPARTMENT', day, calendar), officeContext) // ['ASSIGN', 'RAISE', 'OUTSIDE']
 */
export const issueMoves = (issue: IssueCase, context: IssueMoveContext): readonly IssueMoveKind[] =>
  ISSUE_MOVES.filter(
    (kind) =>
      FROM[kind].includes(issue.state) &&
      isTheirs(issue, kind, context) &&
      !(kind === 'CLOSE' && issue.closedOn) &&
      !(kind === 'REOPEN' && !mayReopen(issue)) &&
      !(tierAbove(issue.tier) === null && (kind === 'RAISE' || (PASSES.has(kind) && goesUp(issue)))),
  )

/** Days a problem may be granted after the one it had first; then it is raised, or answered otherwise. */
export const LATER_DAYS_MAX = 2

/**
 * Whether a “goes on” 推进中 asks for a later day than the one the problem is measured by: then that one rules colour and clock
 * until whoever gives problems out at its level has approved the other.
 *
 * @source four-colours K12, §7.2
 */
export const asksLater = (
  issue: Pick<IssueCase, 'state' | 'dueOn' | 'plannedOn'>,
  { kind, outcome, plannedOn }: Pick<IssueMove, 'kind' | 'outcome' | 'plannedOn'>,
): boolean => {
  if (kind !== 'ANSWER' || outcome !== 'IN_PROGRESS' || !plannedOn) return false
  const day = issueDay(issue)
  return day !== null && plannedOn > day
}

/** What is missing or impossible in what a move says, each at its own field. */
function wrongTerms(issue: IssueCase, move: IssueMove): Failure | null {
  switch (move.kind) {
    case 'ASSIGN':
      return move.to ? null : { code: 'ISSUE_UNIT_MISSING' }
    case 'TRANSFER':
      // Now it goes a tier up, whichever unit is named.
      if (goesUp(issue)) return null
      if (!move.to) return { code: 'ISSUE_UNIT_MISSING' }
      return move.to === issue.leadId ? { code: 'ISSUE_SAME_UNIT' } : null
    case 'ANSWER':
      if (!move.outcome) return { code: 'ISSUE_OUTCOME_MISSING' }
      if (move.outcome !== 'IN_PROGRESS') return move.plannedOn ? { code: 'ISSUE_PLAN_UNWANTED' } : null
      if (!move.plannedOn) return { code: 'ISSUE_PLAN_MISSING' }
      return move.plannedOn <= move.on ? { code: 'ISSUE_PLAN_BACK', on: move.on, plannedOn: move.plannedOn } : null
    case 'CONFIRM':
      if (issue.satisfied !== null && move.satisfied != null) return { code: 'ISSUE_RATED_BEFORE' }
      return null
    default:
      return null
  }
}

/** Back to whoever gives problems out at a tier. */
const toTier = (tier: IssueCase['tier'], on: PlainDate, passed: number): Partial<IssueCase> => ({
  state: 'TO_ASSIGN',
  tier,
  leadId: null,
  heldSince: on,
  passed,
  outcome: null,
  plannedOn: null,
})

/** Passed on or given back once more; the third time it goes a tier up, so that nobody plays ball with it. */
function pass(issue: IssueCase, move: IssueMove): Result<Partial<IssueCase>> {
  if (goesUp(issue)) {
    const above = tierAbove(issue.tier)
    if (!above) return err({ code: 'ISSUE_PASSED_TOO_OFTEN', times: issue.passed })
    return ok(toTier(above, move.on, 0))
  }
  const passed = issue.passed + 1
  if (move.kind === 'RETURN') return ok(toTier(issue.tier, move.on, passed))
  return ok({ state: 'IN_HAND', leadId: move.to ?? null, heldSince: move.on, passed, outcome: null, plannedOn: null })
}

/** In the unit's hands again, with a term from now on: nobody is late for the time it was answered or closed. */
const again = (issue: IssueCase, on: PlainDate, calendar: WorkCalendar): Partial<IssueCase> => ({
  state: 'IN_HAND',
  heldSince: on,
  outcome: null,
  closedOn: null,
  dueOn: reopenedDue(issue, on, calendar),
  reopened: issue.reopened + 1,
  reopenedOn: on,
})

/** A yes settles what was answered, a no opens it again; the enterprise is asked once, afterwards the settler says. */
function confirm(issue: IssueCase, move: IssueMove, { parts, calendar }: IssueMoveContext): Result<Partial<IssueCase>> {
  const { on, satisfied = null, understood = false } = move
  if (issue.satisfied === null && satisfied === null && !parts.has('SETTLER'))
    return err({ code: 'ISSUE_RATING_MISSING' })
  // Whoever gives problems out does not rate how they were solved.
  if ((satisfied !== null || understood) && !parts.has('RAISER')) return err({ code: 'ISSUE_NOT_RAISER' })
  const rated = satisfied === null ? {} : { satisfied }
  if (satisfied === false) return ok({ ...rated, ...again(issue, on, calendar) })
  return ok({ ...rated, state: issue.outcome ?? 'SOLVED', heldSince: on, understood: understood || issue.understood })
}

/**
 * Where a move takes a problem, or why it cannot 问题流转.
 *
 * It is always in one pair of hands. Passing it on, giving it back and raising it want a reason; the term goes on meanwhile,
 * because the enterprise waits all the same; opened again it has a new one.
 *
 * @returns err ISSUE_MOVE_ILLEGAL, ISSUE_MOVE_NOT_YOURS; what is wrong in several fields at once: FUTURE_DATE,
 *          BEFORE_LAST_MOVE, ISSUE_TEXT_MISSING, ISSUE_UNIT_MISSING, ISSUE_SAME_UNIT, ISSUE_OUTCOME_MISSING,
 *          ISSUE_PLAN_MISSING, ISSUE_PLAN_BACK, ISSUE_PLAN_UNWANTED, ISSUE_RATED_BEFORE; then ISSUE_DUE_MISSING, ISSUE_DUE_BACK,
 *          ISSUE_PASSED_TOO_OFTEN, ISSUE_TOP_TIER, ISSUE_RATING_MISSING, ISSUE_NOT_RAISER, ISSUE_CLOSED_BEFORE
 * @source other-mechanisms §9; formats.md §3
 * @example moveIssue(issue, { kind: 'RETURN', on, text: '不属本单位职责' }, context) // TO_ASSIGN
 */
export function moveIssue(issue: IssueCase, move: IssueMove, context: IssueMoveContext): Result<Partial<IssueCase>> {
  const { kind, on } = move
  if (!FROM[kind].includes(issue.state) || (kind === 'REOPEN' && !mayReopen(issue)))
    return err({ code: 'ISSUE_MOVE_ILLEGAL', move: kind, state: issue.state })
  if (!isTheirs(issue, kind, context)) return err({ code: 'ISSUE_MOVE_NOT_YOURS', move: kind })
  const wrong = gathered(
    on > context.today ? { code: 'FUTURE_DATE', on, today: context.today } : null,
    on < issue.heldSince ? { code: 'BEFORE_LAST_MOVE', on, last: issue.heldSince } : null,
    WANTS_TEXT.has(kind) && !move.text?.trim() ? { code: 'ISSUE_TEXT_MISSING', move: kind } : null,
    wrongTerms(issue, move),
  )
  if (wrong) return err(wrong)
  switch (kind) {
    case 'ASSIGN': {
      // A term that runs goes on, unless whoever gives it out says another day.
      const dueOn = move.dueOn ?? issue.dueOn ?? defaultIssueDue(issue.tier, on, context.calendar)
      if (!dueOn) return err({ code: 'ISSUE_DUE_MISSING' })
      if (move.dueOn && move.dueOn < on) return err({ code: 'ISSUE_DUE_BACK', on, dueOn })
      return ok({ state: 'IN_HAND', leadId: move.to ?? null, heldSince: on, dueOn })
    }
    case 'TRANSFER':
    case 'RETURN':
      return pass(issue, move)
    case 'RAISE': {
      const above = tierAbove(issue.tier)
      return above ? ok(toTier(above, on, 0)) : err({ code: 'ISSUE_TOP_TIER' })
    }
    case 'REPORT':
      return ok({})
    case 'ANSWER': {
      const { outcome = null, plannedOn = null } = move
      if (outcome === 'IN_PROGRESS')
        return ok({ state: 'IN_PROGRESS', outcome, plannedOn: asksLater(issue, move) ? issue.plannedOn : plannedOn })
      return ok({ state: 'TO_CONFIRM', outcome, plannedOn: null, heldSince: on })
    }
    case 'CONFIRM':
      return confirm(issue, move, context)
    case 'CLOSE':
      return issue.closedOn ? err({ code: 'ISSUE_CLOSED_BEFORE', on: issue.closedOn }) : ok({ closedOn: on })
    case 'REOPEN':
      return ok(again(issue, on, context.calendar))
    case 'WITHDRAW':
      return ok({ state: 'WITHDRAWN', heldSince: on, closedOn: on })
    case 'OUTSIDE':
      return ok({ state: 'OUTSIDE', heldSince: on, closedOn: on })
  }
}
