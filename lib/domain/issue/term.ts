import type { PlainDate } from '../plain-date'
import type { ProjectFacts } from '../project-level'
import type { IssueCase } from './issue'

/**
 * The day a problem is measured by (D5): its term, or where the unit said that it goes on 推进中, the day it planned.
 *
 * @returns null where its clock stands: while whoever raised it is asked 待确认, and once it is settled
 * @source four-colours D5; other-mechanisms §9
 */
export function issueDay({
  state,
  dueOn,
  plannedOn,
}: Pick<IssueCase, 'state' | 'dueOn' | 'plannedOn'>): PlainDate | null {
  if (state === 'IN_PROGRESS') return plannedOn ?? dueOn
  return state === 'TO_ASSIGN' || state === 'IN_HAND' ? dueOn : null
}

/** Problems whose clock runs, as the colour of a project reads them (D5): the weekly meeting counts for what is the district's. */
export function issueFacts(
  issues: readonly (Pick<IssueCase, 'state' | 'tier' | 'dueOn' | 'plannedOn'> &
    Readonly<{ id: string; meetings: number; owner: string }>)[],
): ProjectFacts['issues'] {
  return issues.flatMap(({ id, owner, meetings, ...issue }) => {
    const dueOn = issueDay(issue)
    const district = issue.tier === 'DISTRICT' || issue.tier === 'CITY'
    const runs = issue.state === 'TO_ASSIGN' || issue.state === 'IN_HAND' || issue.state === 'IN_PROGRESS'
    return runs ? [{ id, owner, dueOn, meetings: district ? meetings : 0 }] : []
  })
}
