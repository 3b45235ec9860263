import type { Level } from '../level-scale'
import type { PlainDate } from '../plain-date'
import type { Clock } from '../ruler'
import { type WorkCalendar, workdaysBetween } from '../work-calendar'
import type { IssueCase } from './issue'
import { issueDay, termStart } from './term'

/**
 * The clock of a problem as a ruler: working days since its term began, its day, and where it turns red. While whoever raised it
 * is asked it stands.
 *
 * @param redWd working days past its day at which it is red
 * @returns null once it is settled, and where nobody named a day
 * @source four-colours D5
 */
export function issueClock(
  issue: IssueCase & Readonly<{ raisedOn: PlainDate }>,
  level: Level,
  redWd: number,
  today: PlainDate,
  calendar: WorkCalendar,
): Clock | null {
  const asked = issue.state === 'TO_CONFIRM'
  const day = asked ? issue.dueOn : issueDay(issue)
  const from = termStart(issue)
  if (!day || day < from) return null
  const term = workdaysBetween(calendar, from, day)
  return {
    kind: 'clock',
    whose: 'SPECIAL',
    used: workdaysBetween(calendar, from, asked ? issue.heldSince : today),
    promised: term,
    statutory: term + redWd,
    level,
    paused: asked,
  }
}
