import type { Actor } from '../access'
import type { PlainDate } from '../plain-date'
import { type WorkCalendar, workdaysBetween } from '../work-calendar'
import type { IssueSource, IssueState } from './issue'
import type { IssueMoveKind, IssuePart } from './move'
import { type IssueTier, SETTLES_AT } from './tier'

/** Who a problem belongs to. */
export type IssuePeople = Readonly<{
  state: IssueState
  tier: IssueTier
  leadId: string | null
  /** Nobody of the unit that has it can sign in, or it does not exist any more. */
  leadGone: boolean
  raisedById: string | null
  /** Whoever raised it cannot sign in any more, or nobody is known. */
  raiserGone: boolean
  enterpriseId: string | null
  /** Somebody of the enterprise has an account that works. */
  enterpriseAnswers: boolean
  taskforceId: string | null
  leaderId: string | null
  stewardId: string | null
  satisfied: boolean | null
  heldSince: PlainDate
}>

type Who = Pick<Actor, 'role' | 'orgId' | 'enterpriseId' | 'standsInFor'>

const isSettler = ({ role, orgId, standsInFor }: Who, issue: IssuePeople): boolean => {
  if (!SETTLES_AT[issue.tier].includes(role)) return false
  switch (role) {
    case 'AGENCY_HEAD':
      return orgId !== null && orgId === issue.leadId
    case 'TASKFORCE':
      return orgId !== null && orgId === issue.taskforceId
    case 'LEADER':
      return issue.leaderId !== null && standsInFor.includes(issue.leaderId)
    default:
      return true
  }
}

const isRaiser = ({ role, enterpriseId, standsInFor }: Who, issue: IssuePeople): boolean => {
  if (role === 'CONTACT') return enterpriseId !== null && enterpriseId === issue.enterpriseId
  if (issue.raisedById !== null && standsInFor.includes(issue.raisedById)) return true
  return role === 'OFFICE' && issue.raiserGone
}

/**
 * What somebody is to a problem: of the unit that has it, one who gives problems out at its tier, or who raised it. The office
 * stands in for a unit or a raiser without an account that works.
 *
 * @source domain roles.md §1, column 问题/任务
 */
export function issueParts(who: Who, issue: IssuePeople): ReadonlySet<IssuePart> {
  const parts = new Set<IssuePart>()
  const own = issue.leadId !== null && who.orgId === issue.leadId && who.role !== 'CONTACT'
  if (own || (who.role === 'OFFICE' && issue.leadId !== null && issue.leadGone)) parts.add('LEAD')
  if (isSettler(who, issue)) parts.add('SETTLER')
  if (isRaiser(who, issue)) parts.add('RAISER')
  return parts
}

/** Who wrote down the last answer, and of which unit it is. */
export type IssueAnswered = Readonly<{ unitId: string | null; byUserId: string | null }>

/** Whether somebody answered a problem himself, wrote the answer down, or is of the unit that answered. */
export const isOwnAnswer = ({ userId, orgId }: Pick<Actor, 'userId' | 'orgId'>, answered: IssueAnswered | null) =>
  answered !== null && (answered.byUserId === userId || (answered.unitId !== null && answered.unitId === orgId))

/** Working days an enterprise has to say whether a problem is solved; then it is rung up. */
export const ANSWER_WD = 5

/**
 * How somebody may say whether an answered problem is solved 确认.
 *
 * SELF: he rates it himself. PHONE: the enterprise was rung up 电话回访, because it has no account or has not answered in time;
 * what it said is written down, and not by whoever answered. AGAIN: he rated an answer before and is not asked for that again, but whether he understands
 * another one that explains 理解. SETTLE: it was rated before, and whoever gives it out looks himself.
 *
 * @returns null when it is not his to say
 * @source other-mechanisms §9 (回访); roles.md §1
 */
export function confirmWay(
  who: Who & Pick<Actor, 'userId'>,
  issue: IssuePeople,
  answered: IssueAnswered | null,
  today: PlainDate,
  calendar: WorkCalendar,
): 'SELF' | 'PHONE' | 'AGAIN' | 'SETTLE' | null {
  if (issue.satisfied !== null) {
    // Nobody confirms what his own unit did.
    const own = issue.leadId !== null && who.orgId === issue.leadId
    // Who raised it for an enterprise does not speak for it.
    if (isRaiser(who, issue)) return who.role === 'CONTACT' || issue.enterpriseId === null ? 'AGAIN' : 'SETTLE'
    return isSettler(who, issue) && !own ? 'SETTLE' : null
  }
  const asked = issue.enterpriseId !== null
  if (!asked) return isRaiser(who, issue) ? 'SELF' : null
  if (who.role === 'CONTACT') return isRaiser(who, issue) ? 'SELF' : null
  const late = workdaysBetween(calendar, issue.heldSince, today) > ANSWER_WD
  if ((issue.enterpriseAnswers && !late) || isOwnAnswer(who, answered)) return null
  const steward = issue.stewardId !== null && who.standsInFor.includes(issue.stewardId)
  return who.role === 'OFFICE' || (who.role === 'STEWARD' && steward) ? 'PHONE' : null
}

/** Sources a role enters a problem from, the likeliest first 来源: the first three have their own, the others say where they heard it. */
export function sourcesOf(role: Actor['role']): readonly IssueSource[] {
  switch (role) {
    case 'STEWARD':
    case 'CONTACT':
    case 'STREET':
      return [role]
    case 'AGENCY_HEAD':
      return ['WALKTHROUGH']
    case 'BIZENV':
      return ['ASSISTANCE', 'WALKTHROUGH', 'MONITOR_POINT', 'MEETING']
    case 'LEADER':
      return ['WALKTHROUGH', 'MEETING', 'ASSISTANCE', 'MONITOR_POINT']
    default:
      return ['MEETING', 'WALKTHROUGH', 'ASSISTANCE', 'MONITOR_POINT']
  }
}

/** The tier a problem is entered at: a task force's and a leader's are theirs to settle, all others begin with the departments. */
export const tierOf = (role: Actor['role']): IssueTier =>
  role === 'TASKFORCE' ? 'TASKFORCE' : role === 'LEADER' ? 'DISTRICT' : 'DEPARTMENT'

/** Moves that wait for somebody most; the others fold away. */
export const LEADING_MOVES: readonly IssueMoveKind[] = ['ASSIGN', 'ANSWER', 'CONFIRM', 'CLOSE']
