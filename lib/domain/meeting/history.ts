import type { PlainDate } from '../plain-date'
import type { TaskState } from './task-move'

/** A meeting that was held, with how long it took; null where nobody pressed start or end. */
export type HeldMeeting = Readonly<{ id: string; minutes: number | null }>

/** A decision as its history counts it. */
export type PastTask = Readonly<{
  id: string
  unitId: string | null
  unit: string | null
  issuedOn: PlainDate
  dueOn: PlainDate
  closedOn: PlainDate | null
  state: TaskState
}>

/** Decisions and what became of them; each list holds the rows its figure counts. */
export type TaskHistory = Readonly<{
  decided: readonly PastTask[]
  /** Closed, or its day is over: only of these it can be said whether they were in time. */
  due: readonly PastTask[]
  onTime: readonly PastTask[]
  closed: readonly PastTask[]
  /** Hundredths of a per cent; null when nothing was due yet. */
  onTimeShare: number | null
  /** Working days from the meeting to the end; null when nothing has ended. */
  medianWd: number | null
}>

/** The middle of some numbers, the mean of the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** A part of a whole in hundredths of a per cent, half up; null of nothing. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part * 10_000) / whole + 0.5)

/** Average length of the meetings whose length is known, in whole minutes; null when none is. */
export function averageMinutes(meetings: readonly HeldMeeting[]): number | null {
  const known = meetings.flatMap(({ minutes }) => minutes ?? [])
  return known.length === 0 ? null : Math.round(known.reduce((sum, n) => sum + n, 0) / known.length)
}

/**
 * What became of some decisions 议定事项办理情况. One that was withdrawn was no decision; one that stands still is due
 * when it goes on.
 */
export function taskHistory(
  tasks: readonly PastTask[],
  today: PlainDate,
  workdays: (from: PlainDate, to: PlainDate) => number,
): TaskHistory {
  const decided = tasks.filter(({ state }) => state !== 'WITHDRAWN')
  const closed = decided.filter(({ closedOn }) => closedOn !== null)
  const due = decided.filter(
    ({ closedOn, dueOn, state }) => closedOn !== null || (dueOn < today && state !== 'SUSPENDED'),
  )
  const onTime = closed.filter(({ closedOn, dueOn }) => closedOn !== null && closedOn <= dueOn)
  return {
    decided,
    due,
    onTime,
    closed,
    onTimeShare: shareOf(onTime.length, due.length),
    medianWd: median(closed.map(({ issuedOn, closedOn }) => workdays(issuedOn, closedOn ?? issuedOn))),
  }
}

/** The same for each unit that leads one, who was given most first; those without a unit come last. */
export function historyByUnit(
  tasks: readonly PastTask[],
  today: PlainDate,
  workdays: (from: PlainDate, to: PlainDate) => number,
): readonly Readonly<{ unitId: string | null; unit: string | null; history: TaskHistory }>[] {
  const groups = new Map<string, PastTask[]>()
  for (const task of tasks) {
    const key = task.unitId ?? ''
    groups.set(key, [...(groups.get(key) ?? []), task])
  }
  return [...groups.values()]
    .map((rows) => ({
      unitId: rows[0]?.unitId ?? null,
      unit: rows[0]?.unit ?? null,
      history: taskHistory(rows, today, workdays),
    }))
    .filter(({ history }) => history.decided.length > 0)
    .sort(
      (a, b) =>
        Number(a.unitId === null) - Number(b.unitId === null) ||
        b.history.decided.length - a.history.decided.length ||
        ((a.unit ?? '') < (b.unit ?? '') ? -1 : 1),
    )
}
