import { dayWithUsed, usedDays } from '../agency-clock'
import { addDays, type PlainDate } from '../plain-date'
import type { ScoreTable } from '../score'
import type { WorkCalendar } from '../work-calendar'
import type { RankedProcedure, RankedProject } from './facts'
import type { NewItem, OutReason } from './item'
import { countedOn, hadLeft, type Span, stewardOn, within } from './span'

/** The agency's clock as it stood at the data line; null: it had not begun. */
type LineClock = Readonly<{
  start: PlainDate
  facts: Parameters<typeof usedDays>[0]
  paused: boolean
  doneOn: PlainDate | null
}>

function clockAt(p: RankedProcedure, last: PlainDate): LineClock | null {
  if (!p.acceptedOn || p.acceptedOn > last) return null
  const running = p.pausedSince ? [{ from: p.pausedSince, to: null, kind: 'SUPPLEMENT' as const }] : []
  const pauses = [...p.pauses, ...running]
    .filter(({ from }) => from <= last)
    .map((pause) => (pause.to !== null && pause.to > last ? { ...pause, to: null } : pause))
  const doneOn = doneBy(p, last)
  return {
    start: p.acceptedOn,
    facts: { state: 'ACCEPTED', supplementSince: null, specialSince: null, pauses },
    paused: doneOn === null && pauses.some(({ to }) => to === null),
    doneOn,
  }
}

const doneBy = ({ finishedOn }: RankedProcedure, last: PlainDate): PlainDate | null =>
  finishedOn && finishedOn <= last ? finishedOn : null

type Base = Omit<NewItem, 'indicator' | 'num' | 'den' | 'detail' | 'out' | 'dueOn' | 'doneOn' | 'open'>

const baseOf = (table: ScoreTable, subjectId: string, p: RankedProcedure, project: RankedProject): Base => ({
  table,
  subjectId,
  kind: 'PROCEDURE',
  factId: p.id,
  projectId: project.id,
  label: `${project.name} ${p.item}`,
  weight: 1,
  n: 1,
})

const leftReason = (p: RankedProcedure, project: RankedProject, day: PlainDate): OutReason | null =>
  p.state === 'NA' ? 'NOT_APPLICABLE' : hadLeft(project, day) ? 'LEFT' : null

/**
 * What an agency did in a month 部门: A finished within the promise, B how much faster than promised, D at most one notice
 * for more papers, and days beyond the statute that cost points.
 *
 * A case counts for A on the day it is finished or on the last day of the promise, whichever comes first; days the papers were
 * elsewhere are not the agency's. One whose clock stands still at the data line is left out.
 *
 * @source meetings-and-ranking B2, 部门
 */
export function observeAgencyProcedure(
  p: RankedProcedure,
  project: RankedProject,
  span: Span,
  calendar: WorkCalendar,
): NewItem[] {
  const clock = clockAt(p, span.last)
  if (!clock || !p.agencyId || p.state === 'WITHDRAWN') return []
  const base = baseOf('AGENCY', p.agencyId, p, project)
  const { start, facts, doneOn } = clock
  const used = usedDays(facts, start, doneOn ?? span.last, calendar)
  const detail = { used, promised: p.promisedWd }
  const items: NewItem[] = []
  const dueOn = dayWithUsed(facts, start, p.promisedWd, calendar)
  const day = dueOn ? countedOn(dueOn, doneOn) : doneOn
  if (day && within(span, day)) {
    const good = doneOn !== null && used <= p.promisedWd
    const out = leftReason(p, project, day)
    items.push({ ...base, indicator: 'A', num: good ? 1 : 0, den: 1, open: !doneOn, dueOn, doneOn, out, detail })
  } else if (clock.paused && dueOn === null) {
    const without = dayWithUsed(
      { ...facts, pauses: facts.pauses.filter(({ to }) => to) },
      start,
      p.promisedWd,
      calendar,
    )
    if (without && within(span, without))
      items.push({ ...base, indicator: 'A', num: 0, den: 1, open: true, dueOn: null, doneOn, out: 'PAUSED', detail })
  }
  if (doneOn && within(span, doneOn)) {
    const out = leftReason(p, project, doneOn)
    const shared = { ...base, open: false, dueOn, doneOn, out }
    if (p.promisedWd > 0) {
      const saved = Math.max(0, p.promisedWd - used)
      items.push({ ...shared, indicator: 'B', num: saved, den: p.promisedWd, detail })
    }
    const once = p.supplements <= 1
    items.push({ ...shared, indicator: 'D', num: once ? 1 : 0, den: 1, detail: { supplements: p.supplements } })
  }
  const over = statuteOver(p, clock, span, calendar)
  if (over && !hadLeft(project, span.first))
    items.push({ ...base, ...over, indicator: 'EVENT', num: 0, den: 1, out: null, detail: { used } })
  return items
}

/** A case that stood beyond its statute on some day of the month; it counts once for each month it does. */
function statuteOver(p: RankedProcedure, clock: LineClock, span: Span, calendar: WorkCalendar) {
  if (p.statutoryWd === null) return null
  const dueOn = dayWithUsed(clock.facts, clock.start, p.statutoryWd + p.extensionWd, calendar)
  // Over from the day after; a case finished in the month before stands no longer.
  if (!dueOn || addDays(dueOn, 1) > span.last) return null
  const { doneOn } = clock
  if (doneOn && (doneOn <= dueOn || doneOn < span.first)) return null
  return { open: doneOn === null, dueOn, doneOn }
}

/**
 * 手续按期率 of a steward: items against their planned day of completion, for whoever answered for the project on the day they
 * count.
 *
 * An item the agency kept longer than it promised is left out where that was said in the system by the planned day.
 *
 * @source meetings-and-ranking B2, 管家 A
 */
export function observeStewardProcedure(
  p: RankedProcedure,
  project: RankedProject,
  span: Span,
  calendar: WorkCalendar,
): NewItem[] {
  const dueOn = p.planFinishOn
  if (!dueOn || p.state === 'WITHDRAWN') return []
  const doneOn = doneBy(p, span.last)
  const day = countedOn(dueOn, doneOn)
  const steward = stewardOn(project.stewards, day)
  if (!steward || !within(span, day)) return []
  const good = doneOn !== null && doneOn <= dueOn
  const clock = clockAt(p, span.last)
  const promiseOn = clock && dayWithUsed(clock.facts, clock.start, p.promisedWd, calendar)
  const agencyLate = !good && promiseOn !== null && promiseOn < (doneOn ?? span.last)
  const raised = p.raisedOn !== null && p.raisedOn <= dueOn
  const out = leftReason(p, project, day) ?? (agencyLate && raised ? 'AGENCY_DELAY' : null)
  const late: NewItem['detail'] = agencyLate ? { agency: 1 } : {}
  return [
    {
      ...baseOf('STEWARD', steward, p, project),
      indicator: 'A',
      num: good ? 1 : 0,
      den: 1,
      open: !doneOn && p.state !== 'NA',
      dueOn,
      doneOn,
      out,
      detail: late,
    },
  ]
}
