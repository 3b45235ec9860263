import { earliest, latest, type PlainDate } from './plain-date'
import { addWorkdays, type WorkCalendar, workdayFrom } from './work-calendar'

/** Working days kept in sight before and after today. */
const AXIS = { before: 55, atLeastBefore: 20, after: 50, atLeastAfter: 20 }

/** Working days a timeline shows: from the first of the days given to the last one, and today with room around it. */
export function axisOf(days: readonly PlainDate[], today: PlainDate, calendar: WorkCalendar): PlainDate[] {
  const first = latest(
    addWorkdays(calendar, today, -AXIS.before),
    earliest(addWorkdays(calendar, today, -AXIS.atLeastBefore), days.reduce(earliest, today)),
  )
  const last = earliest(
    addWorkdays(calendar, today, AXIS.after),
    latest(addWorkdays(calendar, today, AXIS.atLeastAfter), days.reduce(latest, today)),
  )
  const axis: PlainDate[] = []
  for (let day = workdayFrom(calendar, first); day <= last; day = addWorkdays(calendar, day, 1)) axis.push(day)
  return axis
}
