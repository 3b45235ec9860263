import { type TaskColour, type TaskFacts, taskClock, taskColour } from './meeting/task-level'
import type { PlainDate } from './plain-date'
import type { Clock } from './ruler'
import type { FindingState } from './walk'
import type { WorkCalendar } from './work-calendar'

type Dated = Readonly<{ state: FindingState; raisedOn: PlainDate; dueOn: PlainDate; submittedOn: PlainDate | null }>

const AS_TASK = {
  TO_MEND: 'IN_HAND',
  MENDING: 'IN_HAND',
  TO_VERIFY: 'REVIEW',
  CLOSED: 'CLOSED',
  WITHDRAWN: 'WITHDRAWN',
} as const

/** A finding has the limits of every other duty: what it is as a task says its colour. */
const factsOf = ({ state, raisedOn, dueOn, submittedOn }: Dated): TaskFacts => ({
  state: AS_TASK[state],
  issuedOn: raisedOn,
  dueOn,
  submittedOn,
  suspendedOn: null,
  unsignedWd: 0,
})

/** The colour of a finding by the day it is to be mended 整改四色: that of any task with the same days. */
export const findingColour = (finding: Dated, today: PlainDate, calendar: WorkCalendar): TaskColour =>
  taskColour(factsOf(finding), today, calendar)

/** Its clock as a ruler; null once it is struck off. */
export const findingClock = (finding: Dated, today: PlainDate, calendar: WorkCalendar): Clock | null =>
  taskClock(factsOf(finding), today, calendar)
