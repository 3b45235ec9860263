import { dayWithUsed, usedDays } from './agency-clock'
import { addDays, earliest, latest, type PlainDate } from './plain-date'
import type { Pause, ProcedureFacts } from './procedure'
import { type CountedDay, countedDay } from './provisional'
import { isRunning } from './remaining'
import type { RuleParameters } from './rule-parameters'
import { addWorkdays, dayWithPassed, type WorkCalendar, workdayFrom, workdaysBetween } from './work-calendar'

export type RelayCell = Readonly<{
  day: PlainDate
  agency: 'used' | 'over' | 'paused' | 'left' | 'none'
  applicant: 'held' | 'over' | 'none'
}>

/** In whose hands a procedure was, day by day 接力尺: one cell a working day. */
export type Relay = Readonly<{
  cells: readonly RelayCell[]
  /** Last day of the promise, pauses included; null while it cannot be told because the clock stands. */
  promise: CountedDay | null
  statute: CountedDay | null
  /** Last day of the applicant's notice, while it runs. */
  limit: CountedDay | null
}>

const MAX_CELLS = 25
/** Days shown after the last thing that matters. */
const TAIL = 2

/**
 * The relay of a running procedure, from its receipt to the next thing that happens by itself.
 *
 * @param until a day that must be in sight, for example that of the next colour
 * @returns null when no clock runs
 */
export function relayOf(
  facts: ProcedureFacts,
  until: PlainDate | null,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): Relay | null {
  const start = facts.acceptedOn ?? facts.receivedOn
  if (!start || !isRunning(facts.state)) return null
  const noticedOn = facts.state === 'SUPPLEMENT' ? facts.supplementSince : null
  const since = noticedOn ?? (facts.state === 'SPECIAL' ? facts.specialSince : null)
  const stops: readonly Pause[] = [
    ...facts.pauses,
    ...(since ? [{ from: since, to: null, kind: noticedOn ? ('SUPPLEMENT' as const) : ('SPECIAL' as const) }] : []),
  ]
  // Several papers can be out on one day: it stands still once, and is the applicant's if any of them is with him.
  const stopsOn = (day: PlainDate) => stops.filter((s) => day > s.from && (s.to === null || day <= s.to))
  const limitWd = noticedOn ? (facts.supplementLimitWd ?? p.supp_limit_wd) : null
  const limitOn = noticedOn && limitWd !== null ? dayWithPassed(calendar, noticedOn, limitWd) : null
  const endOf = (days: number) => dayWithUsed(facts, start, days, calendar)
  const promiseOn = endOf(facts.promisedWd)
  const statuteOn = facts.statutoryWd === null ? null : endOf(facts.statutoryWd + facts.extensionWd)
  const ends = [today, promiseOn, limitOn, until].filter((day) => day !== null)
  const horizon = addWorkdays(calendar, ends.reduce(latest), TAIL)
  const first = addWorkdays(calendar, start, 1)
  const length = workdaysBetween(calendar, start, horizon)
  // A long history keeps its end: what happens next is what people look for.
  const from =
    length > MAX_CELLS
      ? latest(first, earliest(addWorkdays(calendar, horizon, 1 - MAX_CELLS), workdayFrom(calendar, today)))
      : first
  const cells: RelayCell[] = []
  let used = usedDays(facts, start, addDays(from, -1), calendar)
  for (let day = from, i = 0; i < MAX_CELLS && day <= horizon; i++, day = addWorkdays(calendar, day, 1)) {
    const now = stopsOn(day)
    const stop = now.find(({ kind }) => kind === 'SUPPLEMENT') ?? now[0]
    const past = day <= today
    if (!stop) used++
    cells.push({
      day,
      agency: stop
        ? past
          ? 'paused'
          : 'none'
        : past
          ? used > facts.promisedWd
            ? 'over'
            : 'used'
          : used <= facts.promisedWd && !since
            ? 'left'
            : 'none',
      applicant:
        stop?.kind === 'SUPPLEMENT' && past ? (limitOn && stop.to === null && day > limitOn ? 'over' : 'held') : 'none',
    })
  }
  const marked = (from: PlainDate | null, on: PlainDate | null) => from && on && countedDay(calendar, from, on)
  return {
    cells,
    promise: marked(start, promiseOn),
    statute: marked(start, statuteOn),
    limit: marked(noticedOn, limitOn),
  }
}
