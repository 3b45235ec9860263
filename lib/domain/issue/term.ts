import type { PlainDate } from '../plain-date'
import type { ProjectFacts } from '../project-level'
import { OFFICE_UNIT } from '../reason'
import { leansOnUnpublished, type WorkCalendar } from '../work-calendar'
import type { IssueCase } from './issue'
import { defaultIssueDue, ISSUE_TIERS, type IssueTier } from './tier'

/**
 * The day a problem is measured by (D5): its term, or where the unit said that it goes on 推进中, the day it planned.
 *
 * A “cannot be solved” 无法解决 alone clears no colour: its term goes on until whoever gives problems out strikes it off.
 *
 * @returns null where its clock stands: while whoever raised it is asked 待确认, and once it is settled
 * @source four-colours D5; other-mechanisms §9
 */
export function issueDay({
  state,
  dueOn,
  plannedOn,
  outcome = null,
  closedOn = null,
}: Pick<IssueCase, 'state' | 'dueOn' | 'plannedOn'> &
  Partial<Pick<IssueCase, 'outcome' | 'closedOn'>>): PlainDate | null {
  if (state === 'IN_PROGRESS') return plannedOn ?? dueOn
  if (isUnsolved({ state, outcome, closedOn })) return dueOn
  return state === 'TO_ASSIGN' || state === 'IN_HAND' ? dueOn : null
}

/** Whether a unit said that a problem cannot be solved, and nobody has accepted that yet 无法解决、未销号. */
export const isUnsolved = ({ state, outcome, closedOn }: Pick<IssueCase, 'state' | 'outcome' | 'closedOn'>): boolean =>
  outcome === 'UNSOLVABLE' && closedOn === null && (state === 'TO_CONFIRM' || state === 'UNSOLVABLE')

/** The days a term lies between: it runs from the day a problem was raised, or was opened again. */
export type IssueTermDays = Readonly<{
  dueOn: PlainDate | null
  raisedOn: PlainDate
  reopenedOn: PlainDate | null
}>

/** Day the term of a problem runs from 期限从哪天起算. */
export const termStart = ({ raisedOn, reopenedOn }: Omit<IssueTermDays, 'dueOn'>): PlainDate => reopenedOn ?? raisedOn

/** What a term rests on 期限怎么来: the rule of the level a problem was entered at, a day named when it was given out, an extension that was approved, or a ledger's word. */
export type IssueTermFrom = Readonly<
  | { kind: 'RULE'; tier: IssueTier }
  | { kind: 'REOPENED'; tier: IssueTier; on: PlainDate }
  | { kind: 'GIVEN'; on: PlainDate }
  | { kind: 'EXTENDED'; on: PlainDate }
  | { kind: 'SET' }
>

/**
 * Where the term of a problem comes from; a level it rose to since has no say in it, because the term goes on.
 *
 * @param countedOn the day it is measured by, where that is another one than its term
 * @param lines its history, oldest first
 * @returns null where nobody named a day
 */
export function termFrom(
  { dueOn, raisedOn, reopenedOn, countedOn = null }: IssueTermDays & Readonly<{ countedOn?: PlainDate | null }>,
  lines: readonly Readonly<{ kind: string; on: PlainDate; tier: IssueTier; dueOn: PlainDate | null }>[],
  calendar: WorkCalendar,
): IssueTermFrom | null {
  if (!dueOn) return null
  const longer = lines.findLast(({ kind }) => kind === 'EXTEND')
  if (longer && longer.dueOn === (countedOn ?? dueOn) && longer.on >= (reopenedOn ?? raisedOn))
    return { kind: 'EXTENDED', on: longer.on }
  const again = reopenedOn && ISSUE_TIERS.find((tier) => defaultIssueDue(tier, reopenedOn, calendar) === dueOn)
  if (again) return { kind: 'REOPENED', tier: again, on: reopenedOn }
  const [first] = lines
  if (first && defaultIssueDue(first.tier, raisedOn, calendar) === dueOn) return { kind: 'RULE', tier: first.tier }
  const given = lines.findLast((line) => line.kind === 'ASSIGN' && line.dueOn === dueOn)
  return given ? { kind: 'GIVEN', on: given.on } : { kind: 'SET' }
}

/**
 * Whether a term is 暂定: the rule of a level counted it into a year whose holidays are not published. A day somebody named
 * stands whatever the holidays will be.
 *
 * @source four-colours §11
 */
export const isTermProvisional = ({ dueOn, ...days }: IssueTermDays, calendar: WorkCalendar): boolean => {
  const from = termStart(days)
  return (
    dueOn !== null &&
    leansOnUnpublished(calendar, from, dueOn) &&
    ISSUE_TIERS.some((tier) => defaultIssueDue(tier, from, calendar) === dueOn)
  )
}

/** Whose move a problem is: the unit that has it, else whoever gives it out at its level: the task force, or the office. */
export const issueOwner = (
  issue: Readonly<{
    tier: IssueTier
    outcome: string | null
    leadOrg: Readonly<{ shortName: string }> | null
    owner: Readonly<{ name: string }> | null
  }>,
  taskforce: string | null,
): string => {
  const settler = (issue.tier === 'TASKFORCE' ? taskforce : null) || OFFICE_UNIT
  return issue.outcome === 'UNSOLVABLE' ? settler : (issue.leadOrg?.shortName ?? issue.owner?.name ?? settler)
}

/** Problems whose clock runs, as the colour of a project reads them (D5): the weekly meeting counts for what is the district's. */
export function issueFacts(
  issues: readonly (Pick<IssueCase, 'state' | 'tier' | 'dueOn' | 'plannedOn' | 'outcome' | 'closedOn'> &
    Readonly<{ id: string; meetings: number; owner: string }>)[],
): ProjectFacts['issues'] {
  return issues.flatMap(({ id, owner, meetings, ...issue }) => {
    const dueOn = issueDay(issue)
    const district = issue.tier === 'DISTRICT' || issue.tier === 'CITY'
    const runs = issue.state === 'TO_ASSIGN' || issue.state === 'IN_HAND' || issue.state === 'IN_PROGRESS'
    if (!runs && !(isUnsolved(issue) && dueOn)) return []
    const unstruck = issue.state === 'UNSOLVABLE' ? { unstruck: true as const } : {}
    return [{ id, owner, dueOn, meetings: runs && district ? meetings : 0, ...unstruck }]
  })
}
