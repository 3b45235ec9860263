import type { Level } from '../level-scale'
import { addDays, type PlainDate } from '../plain-date'
import type { Clock } from '../ruler'
import { addWorkdays, type WorkCalendar, workdaysBetween, workdaysLate } from '../work-calendar'
import { runsTask, type TaskState } from './task-move'
import { SUPERVISE_WD } from './task-term'

/** Working days to its day from which a task is blue. */
export const SOON_WD = 2

/** The facts the colour of a task follows from. */
export type TaskFacts = Readonly<{
  state: TaskState
  issuedOn: PlainDate
  dueOn: PlainDate
  submittedOn: PlainDate | null
  /** Since when it is suspended; null while it is not. */
  suspendedOn: PlainDate | null
  /** Working days it has waited for a signature beyond the time for it. */
  unsignedWd: number
}>

/** Why a task has its colour: a code for its sentence, and the working days it speaks of. */
export type TaskReason = Readonly<{
  code: 'LEFT' | 'UNSIGNED' | 'OVER' | 'WAITS' | 'WAITS_LATE' | 'SUSPENDED' | 'CLOSED' | 'WITHDRAWN'
  n: number
}>

/** A colour and its reason. */
export type TaskColour = Readonly<{ level: Level; reason: TaskReason }>

/**
 * The colour of a task 事项四色: blue two working days ahead, yellow once it is late, red from five working days on. Blue as
 * well while nobody has signed for it in time: a small slip, as of a procedure that was received and not accepted.
 *
 * A task that is handed in is not late any more; if it was, it stays yellow until it is closed. What is suspended for good
 * reason is grey.
 *
 * @source domain four-colours.md §2 (蓝), §4 (P9), §5 (D5) and row 12; a late task that is made up stays yellow, never green
 */
export function taskColour(task: TaskFacts, today: PlainDate, calendar: WorkCalendar): TaskColour {
  const colour = (level: Level, code: TaskReason['code'], n = 0): TaskColour => ({ level, reason: { code, n } })
  switch (task.state) {
    case 'CLOSED':
    case 'WITHDRAWN':
      return colour(task.state === 'CLOSED' ? 'GREEN' : 'GREY', task.state)
    case 'SUSPENDED':
      return colour('GREY', 'SUSPENDED')
    case 'REVIEW': {
      const late = workdaysLate(calendar, task.dueOn, task.submittedOn ?? today)
      return late > 0 ? colour('YELLOW', 'WAITS_LATE', late) : colour('GREEN', 'WAITS')
    }
    default: {
      const late = workdaysLate(calendar, task.dueOn, today)
      if (late > 0) return colour(late >= SUPERVISE_WD ? 'RED' : 'YELLOW', 'OVER', late)
      if (task.unsignedWd > 0) return colour('BLUE', 'UNSIGNED', task.unsignedWd)
      return colour(-late <= SOON_WD ? 'BLUE' : 'GREEN', 'LEFT', -late + 0)
    }
  }
}

/**
 * The clock of a task as a ruler: working days since it was issued, its term, and where it turns red.
 *
 * @returns null once it is closed or withdrawn
 */
export function taskClock(task: TaskFacts, today: PlainDate, calendar: WorkCalendar): Clock | null {
  if (task.state === 'CLOSED' || task.state === 'WITHDRAWN') return null
  const until = task.state === 'REVIEW' ? task.submittedOn : task.state === 'SUSPENDED' ? task.suspendedOn : null
  const term = workdaysBetween(calendar, task.issuedOn, task.dueOn)
  return {
    kind: 'clock',
    whose: 'SPECIAL',
    used: workdaysBetween(calendar, task.issuedOn, until ?? today),
    promised: term,
    statutory: term + SUPERVISE_WD,
    level: taskColour(task, today, calendar).level,
    paused: !runsTask(task.state),
  }
}

/**
 * First day that is not yet `n` working days late on a day: what was due before it is, so that a list can ask its index.
 *
 * @example lateBefore(calendar, on('2026-11-23'), 1) // 2026-11-23: due on the Sunday before is late, due today is not
 */
export const lateBefore = (calendar: WorkCalendar, today: PlainDate, n: number): PlainDate =>
  addWorkdays(calendar, addDays(today, 1), -n)
