import { earliest, latest, type PlainDate } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { type CountedDay, countedDay } from './provisional'
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
  const since = facts.supplementSince ?? facts.specialSince
  const runs =
    facts.state === 'RECEIVED' ||
    facts.state === 'ACCEPTED' ||
    facts.state === 'SUPPLEMENT' ||
    facts.state === 'SPECIAL'
  if (!start || !runs) return null
  const stops = [
    ...facts.pauses,
    ...(since
      ? [{ from: since, to: null, kind: facts.supplementSince ? ('SUPPLEMENT' as const) : ('SPECIAL' as const) }]
      : []),
  ]
  const stopOf = (day: PlainDate) => stops.find((s) => day > s.from && (s.to === null || day <= s.to))
  const stood = facts.pauses.reduce(
    (sum, s) => sum + workdaysBetween(calendar, latest(s.from, start), s.to ?? today),
    0,
  )
  const limitWd = facts.supplementSince ? (facts.supplementLimitWd ?? p.supp_limit_wd) : null
  const limitOn =
    facts.supplementSince && limitWd !== null ? dayWithPassed(calendar, facts.supplementSince, limitWd) : null
  const after = (days: number) => (since ? null : dayWithPassed(calendar, start, days + stood))
  const promiseOn = after(facts.promisedWd)
  const statuteOn = facts.statutoryWd === null ? null : after(facts.statutoryWd + facts.extensionWd)
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
  let used = workdaysBetween(calendar, start, from) - 1
  for (const s of facts.pauses)
    used -= Math.max(0, workdaysBetween(calendar, latest(s.from, start), earliest(s.to ?? today, from)))
  for (let day = from, i = 0; i < MAX_CELLS && day <= horizon; i++, day = addWorkdays(calendar, day, 1)) {
    const stop = stopOf(day)
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
    limit: marked(facts.supplementSince, limitOn),
  }
}
