import { addDays, latest, monthNumberOf, type PlainDate, yearOf, ymd } from './plain-date'
import { countsAsWorkday, isPublished, type WorkCalendar } from './work-calendar'

/** A stretch in which roads are not dug up 禁挖期, both days with it, and the holiday it is kept for. */
export type DigBan = Readonly<{ kind: 'WINTER' | 'HOLIDAY'; from: PlainDate; to: PlainDate; name: string | null }>

/** Days before the first day of a holiday, and after its last, in which no road is dug up. */
const BEFORE = 15
const AFTER = 5

/** Items whose permit is to dig up a road. */
export const ROAD_DIG = 'SG06'

/** The winter a day lies in. The regulation says mid-November to mid-March; decided here: from the 15th to the 15th. */
function winterOf(day: PlainDate): DigBan | null {
  const year = yearOf(day)
  const starts = monthNumberOf(day) >= 7 ? year : year - 1
  const [from, to] = [ymd(starts, 11, 15), ymd(starts + 1, 3, 15)]
  return day >= from && day <= to ? { kind: 'WINTER', from, to, name: null } : null
}

const holidayOn = (day: PlainDate, calendar: WorkCalendar): string | null => {
  const named = calendar.names.get(day)
  return named && !named.working ? named.name : null
}

/** The statutory holiday whose days, or the days around it, a day lies in. */
function holidayOf(day: PlainDate, calendar: WorkCalendar): DigBan | null {
  for (let ahead = -AFTER; ahead <= BEFORE; ahead++) {
    const on = addDays(day, ahead)
    const name = holidayOn(on, calendar)
    if (name === null) continue
    let [first, last] = [on, on]
    while (holidayOn(addDays(first, -1), calendar) === name) first = addDays(first, -1)
    while (holidayOn(addDays(last, 1), calendar) === name) last = addDays(last, 1)
    return { kind: 'HOLIDAY', from: addDays(first, -BEFORE), to: addDays(last, AFTER), name }
  }
  return null
}

/**
 * Why no road is dug up on a day 禁挖期; null where nothing of the calendar forbids it.
 *
 * City-wide events and the age of the road are in no calendar: the agency says them.
 *
 * @source procedures.md R11 (郑州市市政工程设施管理条例 第十八条)
 * @example digBanOn(on('2026-12-01'), calendar)?.to // '2027-03-15'
 */
export const digBanOn = (day: PlainDate, calendar: WorkCalendar): DigBan | null =>
  winterOf(day) ?? holidayOf(day, calendar)

/** What stands against digging on a day, the first working day on which nothing does, and whether that is certain. */
export type DigWait = Readonly<{ ban: DigBan; freeOn: PlainDate; provisional: boolean }>

/**
 * When a road can be dug up for which the permit is there on a day 能挖的第一天; null where it can be at once.
 *
 * @source procedures.md R11 (郑州市市政工程设施管理条例 第十八条)
 */
export function digWait(from: PlainDate, calendar: WorkCalendar): DigWait | null {
  const ban = digBanOn(from, calendar)
  if (!ban) return null
  let day = from
  for (let next: DigBan | null = ban; next; next = digBanOn(day, calendar)) {
    day = latest(day, addDays(next.to, 1))
    while (!countsAsWorkday(calendar, day)) day = addDays(day, 1)
  }
  return { ban, freeOn: day, provisional: !isPublished(calendar, day) }
}
