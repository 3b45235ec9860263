import { LADDER, type LadderItem, rungsReached, type Step, type Told } from './escalation-ladder'
import { CLOSES_AT, type Moment } from './message-hours'
import type { PlainDate } from './plain-date'
import { addWorkdays, type WorkCalendar } from './work-calendar'

/** The last evening by which everything that was due must have been told: that of the working day before. */
export const toldBy = (today: PlainDate, calendar: WorkCalendar): Moment => ({
  day: addWorkdays(calendar, today, -1),
  minute: CLOSES_AT - 1,
})

const rankOf = (step: Step): number => LADDER.findIndex((rung) => rung.step === step)

/**
 * The red rungs of an item that nobody was told of by a moment, neither of it nor of a higher one: somebody was forgotten.
 *
 * @param since day its warning began
 * @source four-colours §6: every red older than its step was told, or is waived
 */
export function untoldRungs(
  item: LadderItem,
  since: PlainDate,
  told: readonly Told[],
  by: Moment,
  calendar: WorkCalendar,
): readonly Step[] {
  const highest = Math.max(
    -1,
    ...told.filter((one) => one.itemId === item.id && one.since === since).map(({ step }) => rankOf(step)),
  )
  const red = new Set<string>(LADDER.filter(({ level }) => level === 'RED').map(({ step }) => step))
  return rungsReached(item, by, calendar).filter((step) => red.has(step) && rankOf(step) > highest)
}
