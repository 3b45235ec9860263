import { addDays, type PlainDate, weekdayOf } from './plain-date'

/** Working days of red after which the leader of the project goes to see it, and after which the head is told. */
export const ON_SITE_WD = 5
export const HEAD_WD = 10

/** How far a red project has come on its way up 逐级上报. */
export type Escalation = 'TOLD' | 'ON_SITE' | 'HEAD'

/**
 * Whose word a red project wants by now.
 *
 * @param redWd working days since it turned red
 * @source domain four-colours §6
 */
export const escalationOf = (redWd: number): Escalation =>
  redWd >= HEAD_WD ? 'HEAD' : redWd >= ON_SITE_WD ? 'ON_SITE' : 'TOLD'

/** Whether a red project wants the leader's, or the head's, own word: the rest is in somebody's hands. */
export const wantsWord = (role: 'LEADER' | 'HEAD', step: Escalation): boolean =>
  role === 'HEAD' ? step === 'HEAD' : step !== 'TOLD'

const THURSDAY = 4

/**
 * The last day whose evening closed the week's data 截数: the Thursday before `today`. On a Thursday the line of this
 * week is still to come.
 *
 * @example lastDataLine(on('2026-11-23')) // '2026-11-19'
 */
export function lastDataLine(today: PlainDate): PlainDate {
  const back = (weekdayOf(today) - THURSDAY + 7) % 7
  return addDays(today, -(back === 0 ? 7 : back))
}
