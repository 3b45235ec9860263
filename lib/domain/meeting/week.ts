import { addDays, isoWeekOf, mondayOf, type PlainDate, ymd } from '../plain-date'
import { addWorkdays, countsAsWorkday, leansOnUnpublished, type WorkCalendar } from '../work-calendar'

/** A day of the working week, Monday 1 … Friday 5, and the hour something is due. */
export type Slot = Readonly<{ weekday: number; hour: number }>

/** How a district runs its week 例会节奏. */
export type WeekRhythm = Readonly<{
  /** 截数: what is known by then is what the meeting speaks of. */
  dataLine: Slot
  agenda: Slot
  send: Slot
  meeting: Slot
  /** Topics a meeting takes before somebody has to say why it takes more. */
  maxTopics: number
}>

/** @source domain meetings-and-ranking.md A2 */
export const DEFAULT_RHYTHM: WeekRhythm = {
  dataLine: { weekday: 4, hour: 18 },
  agenda: { weekday: 5, hour: 10 },
  send: { weekday: 5, hour: 17 },
  meeting: { weekday: 1, hour: 15 },
  maxTopics: 12,
}

/** A day and an hour of it, Asia/Shanghai. */
export type Moment = Readonly<{ on: PlainDate; hour: number }>

/** The days of one meeting 例会周; it is named after the week it would be held in if there were no holidays. */
export type MeetingWeek = Readonly<{
  /** Monday of that week. */
  weekOf: PlainDate
  year: number
  week: number
  dataLine: Moment
  agenda: Moment
  send: Moment
  meeting: Moment
  /** Some day is not the usual one, because people do not work on it. */
  shifted: boolean
  /** Some of its days are in a year whose holidays are not published 暂定. */
  provisional: boolean
}>

const workdayUpTo = (calendar: WorkCalendar, day: PlainDate): PlainDate =>
  countsAsWorkday(calendar, day) ? day : addWorkdays(calendar, day, -1)

/** Days a weekday lies before the day of the meeting, 1–7. */
const back = (slot: Slot, meeting: Slot): number => ((meeting.weekday - slot.weekday + 6) % 7) + 1

/** Whether the four come one after the other in the week before a meeting. */
export function isRhythm({ dataLine, agenda, send, meeting, maxTopics }: WeekRhythm): boolean {
  const at = (slot: Slot) => -24 * back(slot, meeting) + slot.hour
  const slots = [dataLine, agenda, send, meeting]
  return (
    slots.every(({ weekday, hour }) => weekday >= 1 && weekday <= 5 && hour >= 0 && hour <= 23) &&
    at(dataLine) < at(agenda) &&
    at(agenda) < at(send) &&
    maxTopics >= 1
  )
}

const nominalMeeting = (weekOf: PlainDate, { meeting }: WeekRhythm) => addDays(weekOf, meeting.weekday - 1)

/** The day of a slot, and what comes after it: never later than that leaves room for. */
function slotBefore(slot: Slot, nominal: PlainDate, next: Moment, calendar: WorkCalendar): Moment {
  const latest = slot.hour < next.hour ? next.on : addDays(next.on, -1)
  return { on: workdayUpTo(calendar, nominal < latest ? nominal : latest), hour: slot.hour }
}

/**
 * When the data line, agenda and meeting of a week are.
 *
 * A day nobody works on becomes the last working day before it, and what has to come before it moves along, so that the
 * order stays.
 *
 * @param weekOf any day of the week of the meeting
 * @returns null when holidays leave the week no meeting of its own: it falls together with the one before
 * @source domain meetings-and-ranking.md A2
 * @example weekOfMeeting(on('2026-11-23'), DEFAULT_RHYTHM, calendar) // data line 11-19 18:00, meeting 11-23
 */
export function weekOfMeeting(weekOf: PlainDate, rhythm: WeekRhythm, calendar: WorkCalendar): MeetingWeek | null {
  const monday = mondayOf(weekOf)
  const nominal = nominalMeeting(monday, rhythm)
  const meeting = { on: workdayUpTo(calendar, nominal), hour: rhythm.meeting.hour }
  if (meeting.on <= workdayUpTo(calendar, addDays(nominal, -7))) return null
  const usual = (slot: Slot) => addDays(nominal, -back(slot, rhythm.meeting))
  const send = slotBefore(rhythm.send, usual(rhythm.send), { ...meeting, hour: 0 }, calendar)
  const agenda = slotBefore(rhythm.agenda, usual(rhythm.agenda), send, calendar)
  const dataLine = slotBefore(rhythm.dataLine, usual(rhythm.dataLine), agenda, calendar)
  const shifted =
    meeting.on !== nominal ||
    send.on !== usual(rhythm.send) ||
    agenda.on !== usual(rhythm.agenda) ||
    dataLine.on !== usual(rhythm.dataLine)
  const provisional = leansOnUnpublished(calendar, dataLine.on, meeting.on)
  return { weekOf: monday, ...isoWeekOf(monday), dataLine, agenda, send, meeting, shifted, provisional }
}

/** Whether a moment has come. */
export const hasCome = (moment: Moment, now: Moment): boolean =>
  moment.on < now.on || (moment.on === now.on && moment.hour <= now.hour)

/** Weeks looked through for one that has a meeting of its own; the longest holiday is shorter. */
const LONGEST_GAP = 4

/** The latest week whose data line has come; the one people prepare or hold. */
export function currentWeek(now: Moment, rhythm: WeekRhythm, calendar: WorkCalendar): MeetingWeek {
  let monday = addDays(mondayOf(now.on), 14)
  for (let i = 0; i < LONGEST_GAP + 3; i++, monday = addDays(monday, -7)) {
    const week = weekOfMeeting(monday, rhythm, calendar)
    if (week && hasCome(week.dataLine, now)) return week
  }
  throw new Error(`no meeting week before ${now.on}`)
}

/** The week with a meeting of its own before, or after, another one. */
export function neighbourWeek(
  week: MeetingWeek,
  step: 1 | -1,
  rhythm: WeekRhythm,
  calendar: WorkCalendar,
): MeetingWeek {
  for (let i = 1; i <= LONGEST_GAP; i++) {
    const other = weekOfMeeting(addDays(week.weekOf, 7 * step * i), rhythm, calendar)
    if (other) return other
  }
  throw new Error(`no meeting week beside ${week.weekOf}`)
}

/**
 * The day of the first meeting after a day, by the rhythm 下次例会.
 *
 * @example nextMeetingOn(on('2026-11-25'), DEFAULT_RHYTHM, calendar) // '2026-11-30'
 */
export function nextMeetingOn(day: PlainDate, rhythm: WeekRhythm, calendar: WorkCalendar): PlainDate {
  // A meeting may be held before its own week, on the last working day before a holiday.
  for (let i = 0; i <= LONGEST_GAP + 1; i++) {
    const week = weekOfMeeting(addDays(mondayOf(day), 7 * i), rhythm, calendar)
    if (week && week.meeting.on > day) return week.meeting.on
  }
  throw new Error(`no meeting after ${day}`)
}

/**
 * Weeks whose data line has come and that are not frozen, oldest first 补冻.
 *
 * @param last the latest frozen week; null before the first, which takes only the current one
 * @param most weeks made up for at most; what lies further back is gone
 */
export function weeksToFreeze(
  last: PlainDate | null,
  now: Moment,
  rhythm: WeekRhythm,
  calendar: WorkCalendar,
  most: number,
): MeetingWeek[] {
  const weeks: MeetingWeek[] = []
  let week = currentWeek(now, rhythm, calendar)
  while (weeks.length < most && (last === null || week.weekOf > last)) {
    weeks.unshift(week)
    if (last === null) break
    week = neighbourWeek(week, -1, rhythm, calendar)
  }
  return weeks
}

/** A week as it stands in an address: `2026-48`. */
export const weekKey = ({ year, week }: { year: number; week: number }): string =>
  `${year}-${String(week).padStart(2, '0')}`

/** The Monday a key of a week means; null when the year has no such week. */
export function mondayOfKey(key: string): PlainDate | null {
  const match = /^(\d{4})-(\d{2})$/.exec(key)
  if (!match) return null
  const [year, week] = [Number(match[1]), Number(match[2])]
  if (year < 2000 || year > 2199 || week < 1) return null
  const monday = addDays(mondayOf(ymd(year, 1, 4)), 7 * (week - 1))
  return weekKey(isoWeekOf(monday)) === key ? monday : null
}
