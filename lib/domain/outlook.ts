import { dayWithUsed, usedDays } from './agency-clock'
import { latest, type PlainDate } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { isRunning } from './remaining'
import { addWorkdays, dayWithPassed, type WorkCalendar, workdayFrom } from './work-calendar'

type Stretch = Readonly<{ floorOn: PlainDate | null; restWd: number }>

/**
 * When an item can be finished at the earliest, told for every later day at once: not before `floorOn`, where a clock
 * that runs now ends, and not before `restWd` working days from that day. Each piece holds from its day on; the first, whose
 * day is null, until the next. 预计办结
 */
export type Outlook = readonly Readonly<{ from: PlainDate | null } & Stretch>[]

export type OutlookItem = Readonly<{ code: string; waitsFor: readonly string[]; facts: ProcedureFacts }>

const later = (a: PlainDate | null, b: PlainDate | null): PlainDate | null => (a && b ? latest(a, b) : (a ?? b))

/** First day on which what was received counts as accepted, because nobody said anything (K5). */
const deemedOn = ({ state, receivedOn }: ProcedureFacts, calendar: WorkCalendar, acceptWd: number) =>
  state === 'RECEIVED' && receivedOn ? dayWithPassed(calendar, receivedOn, acceptWd + 1) : null

/** A running item ends with its promise; one whose clock stands may go on tomorrow and needs what is left of it. */
function runningStretch(facts: ProcedureFacts, start: PlainDate | null, calendar: WorkCalendar): Stretch {
  const { promisedWd } = facts
  if (!start) return { floorOn: null, restWd: promisedWd }
  const endsOn = dayWithUsed(facts, start, promisedWd, calendar)
  if (endsOn) return { floorOn: endsOn, restWd: 0 }
  const since = facts.state === 'SUPPLEMENT' ? facts.supplementSince : facts.specialSince
  return { floorOn: null, restWd: promisedWd - (since ? usedDays(facts, start, since, calendar) : 0) }
}

/** Where every item stands from one day on, forward through the graph. */
function stretchesFrom(
  from: PlainDate | null,
  items: readonly OutlookItem[],
  calendar: WorkCalendar,
  acceptWd: number,
): ReadonlyMap<string, Stretch> {
  const byCode = new Map(items.map((item) => [item.code, item]))
  const known = new Map<string, Stretch>()
  const startOf = (facts: ProcedureFacts) => {
    if (facts.state !== 'RECEIVED') return facts.acceptedOn
    const deemed = deemedOn(facts, calendar, acceptWd)
    return from && deemed && deemed <= from ? facts.receivedOn : null
  }
  const visit = (item: OutlookItem, path: ReadonlySet<string>): Stretch => {
    const cached = known.get(item.code)
    if (cached) return cached
    const own = item.facts.promisedWd
    let stretch: Stretch = { floorOn: null, restWd: own }
    if (isRunning(item.facts.state)) stretch = runningStretch(item.facts, startOf(item.facts), calendar)
    else
      for (const code of item.waitsFor) {
        const before = byCode.get(code)
        if (!before || path.has(code)) continue
        const ahead = visit(before, new Set([...path, code]))
        stretch = {
          floorOn: later(stretch.floorOn, ahead.floorOn && addWorkdays(calendar, ahead.floorOn, own)),
          restWd: Math.max(stretch.restWd, ahead.restWd + own),
        }
      }
    known.set(item.code, stretch)
    return stretch
  }
  for (const item of items) visit(item, new Set([item.code]))
  return known
}

/**
 * Outlooks of the open items of a project, forward through its graph with the promise of the rest: for any later day the
 * very finish a `forecast` of that day gives by the promises, as long as no fact changes. Colours rest on promises alone.
 *
 * @param items    open items in an order in which predecessors come first, or any: an item is looked up when it is needed
 * @param acceptWd days after which what was received counts as accepted
 * @source four-colours P18
 */
export function outlooksOf(
  items: readonly OutlookItem[],
  calendar: WorkCalendar,
  acceptWd: number,
): ReadonlyMap<string, Outlook> {
  const turns = new Set(items.flatMap(({ facts }) => deemedOn(facts, calendar, acceptWd) ?? []))
  const found = new Map<string, Outlook>()
  for (const from of [null, ...[...turns].sort()])
    for (const [code, stretch] of stretchesFrom(from, items, calendar, acceptWd)) {
      const pieces = found.get(code) ?? []
      const last = pieces.at(-1)
      if (last?.floorOn !== stretch.floorOn || last.restWd !== stretch.restWd)
        found.set(code, [...pieces, { from, ...stretch }])
    }
  return found
}

/** The day an item can be finished at the earliest, as seen on a day. */
export function outlookOn(outlook: Outlook, today: PlainDate, calendar: WorkCalendar): PlainDate {
  const { floorOn, restWd } = outlook.findLast(({ from }) => from === null || from <= today) ?? {
    floorOn: null,
    restWd: 0,
  }
  const fromToday = addWorkdays(calendar, today, restWd)
  return workdayFrom(calendar, floorOn ? latest(floorOn, fromToday) : fromToday)
}
