import { dayWithUsed, usedDays } from './agency-clock'
import { latest, type PlainDate } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { isRunning } from './remaining'
import { addWorkdays, type WorkCalendar } from './work-calendar'

/**
 * When an item can be finished at the earliest, told for every later day at once: not before `floorOn`, where a clock
 * that runs now ends, and not before `restWd` working days from that day. 预计办结
 */
export type Outlook = Readonly<{ floorOn: PlainDate | null; restWd: number }>

export type OutlookItem = Readonly<{ code: string; waitsFor: readonly string[]; facts: ProcedureFacts }>

const later = (a: PlainDate | null, b: PlainDate | null): PlainDate | null => (a && b ? latest(a, b) : (a ?? b))

/** A running item ends with its promise; while papers are out, with their limit and what is left of the promise. */
function runningOutlook(facts: ProcedureFacts, calendar: WorkCalendar): Outlook {
  const start = facts.acceptedOn ?? facts.receivedOn
  if (!start) return { floorOn: null, restWd: facts.promisedWd }
  const since = facts.supplementSince ?? facts.specialSince
  if (!since) return { floorOn: dayWithUsed(facts, start, facts.promisedWd, calendar), restWd: 0 }
  const left = Math.max(0, facts.promisedWd - usedDays(facts, start, since, calendar))
  const limit = facts.supplementLimitWd ?? facts.specialLimitWd ?? 0
  return { floorOn: addWorkdays(calendar, since, limit + left), restWd: left }
}

/**
 * Outlooks of the open items of a project, forward through its graph with the promise of the rest.
 *
 * @param items open items in an order in which predecessors come first, or any: an item is looked up when it is needed
 * @source four-colours P18
 */
export function outlooksOf(items: readonly OutlookItem[], calendar: WorkCalendar): ReadonlyMap<string, Outlook> {
  const byCode = new Map(items.map((item) => [item.code, item]))
  const known = new Map<string, Outlook>()
  const visit = (item: OutlookItem, path: ReadonlySet<string>): Outlook => {
    const cached = known.get(item.code)
    if (cached) return cached
    const own = item.facts.promisedWd
    let outlook: Outlook = { floorOn: null, restWd: own }
    if (isRunning(item.facts.state)) outlook = runningOutlook(item.facts, calendar)
    else
      for (const code of item.waitsFor) {
        const before = byCode.get(code)
        if (!before || path.has(code)) continue
        const ahead = visit(before, new Set([...path, code]))
        outlook = {
          floorOn: later(outlook.floorOn, ahead.floorOn && addWorkdays(calendar, ahead.floorOn, own)),
          restWd: Math.max(outlook.restWd, ahead.restWd + own),
        }
      }
    known.set(item.code, outlook)
    return outlook
  }
  for (const item of items) visit(item, new Set([item.code]))
  return known
}

/** The day an item can be finished at the earliest, as seen on a day. */
export const outlookOn = (outlook: Outlook, today: PlainDate, calendar: WorkCalendar): PlainDate => {
  const fromToday = addWorkdays(calendar, today, outlook.restWd)
  return outlook.floorOn ? latest(outlook.floorOn, fromToday) : fromToday
}
