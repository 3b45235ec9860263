import type { ScoreTable } from '../score'
import type { RankedIssue, RankedProject } from './facts'
import type { NewItem, OutReason } from './item'
import { countedOn, hadLeft, type Span, stewardOn, within } from './span'

/** An issue's text is named by its beginning. */
const LABEL_MAX = 40

/**
 * 问题按期闭环率: an issue counts on the day it is closed or due, whichever comes first; for the steward of that day, the unit
 * that leads it, the team and the area of its project. One that was withdrawn 撤诉 is left out.
 *
 * @source meetings-and-ranking B2, C of every table
 */
export function observeIssue(issue: RankedIssue, project: RankedProject | null, span: Span): NewItem[] {
  const { dueOn } = issue
  const doneOn = issue.closedOn && issue.closedOn <= span.last ? issue.closedOn : null
  const day = countedOn(dueOn, doneOn)
  if (!within(span, day)) return []
  const good = doneOn !== null && doneOn <= dueOn
  const out: OutReason | null =
    issue.withdrawn && doneOn ? 'NOT_APPLICABLE' : project && hadLeft(project, day) ? 'LEFT' : null
  const text = issue.text.length > LABEL_MAX ? `${issue.text.slice(0, LABEL_MAX)}…` : issue.text
  const item = (table: ScoreTable, subjectId: string | null | undefined): NewItem[] =>
    subjectId
      ? [
          {
            table,
            subjectId,
            indicator: 'C',
            kind: 'ISSUE',
            factId: issue.id,
            projectId: issue.projectId,
            label: `${project ? `${project.name} ` : ''}${text}`,
            num: good ? 1 : 0,
            den: 1,
            weight: 1,
            n: 1,
            open: !doneOn,
            dueOn,
            doneOn,
            out,
            detail: { number: issue.number },
          },
        ]
      : []
  return [
    ...item('STEWARD', project && stewardOn(project.stewards, day)),
    ...item('AGENCY', issue.leadOrgId),
    ...item('TASKFORCE', project?.taskforceId),
    ...item('AREA', project?.areaId),
  ]
}
