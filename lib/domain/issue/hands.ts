import type { Level } from '../level-scale'
import { earliest, latest, type PlainDate } from '../plain-date'
import { type CountedDay, countedDay } from '../provisional'
import type { RuleParameters } from '../rule-parameters'
import { addWorkdays, dayWithPassed, dayWithRemaining, type WorkCalendar, workdaysBetween } from '../work-calendar'
import { type IssueHolder, type IssueState, issueHolder } from './issue'
import type { IssueTier } from './tier'

/** What a line of the history says of whose hands a problem was in afterwards. */
export type HandsAfter = Readonly<{
  kind: string
  on: PlainDate
  to: IssueState
  tier: IssueTier
  unitId: string | null
}>

/** A pair of hands, from the day a problem came to them until it left. */
export type Hands = Readonly<{
  holder: IssueHolder
  from: PlainDate
  /** Null while it is still there. */
  to: PlainDate | null
  /** It was given back from here. */
  returned: boolean
}>

const sameHolder = (a: IssueHolder, b: IssueHolder): boolean => holderKey(a) === holderKey(b)

/** One word for a pair of hands. */
export const holderKey = (holder: IssueHolder): string =>
  holder.kind === 'UNIT' ? holder.id : holder.kind === 'TIER' ? holder.tier : holder.kind

/**
 * Whose hands a problem went through, one after the other: there is no day on which nobody had it.
 *
 * @param lines its history, oldest first
 * @source design UX.md row 8: 在谁手里
 */
export function handsOf(lines: readonly HandsAfter[]): Hands[] {
  const hands: Hands[] = []
  let closedOn: PlainDate | null = null
  for (const { kind, on, to, tier, unitId } of lines) {
    const last = hands.at(-1)
    if (kind === 'CLOSE') closedOn = on
    else if (kind === 'REOPEN') closedOn = null
    const holder = issueHolder({ state: to, tier, leadId: unitId, closedOn })
    if (last && last.to === null) {
      if (holder && sameHolder(holder, last.holder)) continue
      hands[hands.length - 1] = { ...last, to: on, returned: kind === 'RETURN' }
    }
    if (holder) hands.push({ holder, from: on, to: null, returned: false })
  }
  return hands
}

/** 'touched': it came and left on that day, which counts for whoever had it before. */
export type HandsCell = 'held' | 'returned' | 'now' | 'left' | 'over' | 'touched' | 'none'

/** A problem's relay 接力: one row a pair of hands, one cell a working day. */
export type IssueRelay = Readonly<{
  days: readonly PlainDate[]
  lanes: readonly Readonly<{
    holder: IssueHolder
    cells: readonly HandsCell[]
    /** Working days it was here, all times together. */
    wd: number
    returned: boolean
    current: boolean
  }>[]
  today: PlainDate
  /** Last day of its term. */
  dueOn: PlainDate | null
}>

const MAX_DAYS = 26
const MAX_LANES = 6
/** Days shown after the last thing that matters. */
const TAIL = 2

/**
 * The relay of a problem by working days: a day belongs to whoever it left on that day, so that the rows add up. Whoever had it
 * for less than a day is in it too, so that it shows every hand its history names.
 *
 * @param dueOn the day its clock runs to; null while it stands
 * @returns null before a working day has passed and none is ahead
 */
export function relayOfIssue(
  lines: readonly HandsAfter[],
  dueOn: PlainDate | null,
  today: PlainDate,
  calendar: WorkCalendar,
): IssueRelay | null {
  const hands = handsOf(lines)
  const [first] = hands
  if (!first) return null
  const end = hands.at(-1)?.to ?? today
  const horizon = addWorkdays(calendar, latest(end, dueOn ?? end), TAIL)
  const start = addWorkdays(calendar, first.from, 1)
  const length = workdaysBetween(calendar, first.from, horizon)
  // A long history keeps its end: what happens next is what people look for.
  const from = length > MAX_DAYS ? latest(start, addWorkdays(calendar, horizon, 1 - MAX_DAYS)) : start
  const days: PlainDate[] = []
  for (let day = from; day <= horizon && days.length < MAX_DAYS; day = addWorkdays(calendar, day, 1)) days.push(day)
  /** The column of a move: the day it was made, or the next one there is. */
  const seenOn = (day: PlainDate) =>
    workdaysBetween(calendar, day, from) > 1 ? undefined : days.find((shown) => shown >= day)
  const keys = [...new Set(hands.map(({ holder }) => holderKey(holder)))]
  const lanes = keys.flatMap((key) => {
    const own = hands.filter(({ holder }) => holderKey(holder) === key)
    const [one] = own
    if (!one) return []
    const current = own.some(({ to }) => to === null)
    const wd = own.reduce((sum, h) => sum + workdaysBetween(calendar, h.from, h.to ?? today), 0)
    const cellOn = (day: PlainDate): HandsCell => {
      const there = own.find((h) => day > h.from && day <= earliest(h.to ?? today, today))
      if (there) {
        if (there.returned) return 'returned'
        if (there.to !== null) return 'held'
        return dueOn !== null && day > dueOn ? 'over' : 'now'
      }
      if (wd === 0 && own.some(({ from, to }) => to !== null && day === seenOn(from))) return 'touched'
      return current && dueOn !== null && day > today && day <= dueOn ? 'left' : 'none'
    }
    return [{ holder: one.holder, cells: days.map(cellOn), wd, returned: own.some((h) => h.returned), current }]
  })
  return { days, lanes: lanes.slice(-MAX_LANES), today, dueOn }
}

/** Days on which a problem turns if nobody moves 不动会怎样. */
export type IssueTurn = CountedDay & Readonly<{ level: Level }>

/**
 * The colours a problem turns to by itself from tomorrow on.
 *
 * @param dueOn the day it is measured by
 * @source four-colours D5
 */
export function issueTurns(
  dueOn: PlainDate,
  today: PlainDate,
  calendar: WorkCalendar,
  p: Pick<RuleParameters, 'issue_blue_wd' | 'issue_red_wd'>,
): IssueTurn[] {
  const counted = (level: Level, on: PlainDate): IssueTurn => ({ level, ...countedDay(calendar, dueOn, on) })
  const turns = [
    counted('BLUE', dayWithRemaining(calendar, dueOn, p.issue_blue_wd)),
    counted('YELLOW', dayWithPassed(calendar, dueOn, 1)),
    counted('RED', dayWithPassed(calendar, dueOn, p.issue_red_wd)),
  ]
  return turns.filter(({ on }) => on > today)
}

/** The unit a text speaks of, by its names; the first that is found 单位建议. */
export function unitInText(
  text: string,
  units: readonly Readonly<{ id: string; names: readonly string[] }>[],
): string | null {
  return units.find(({ names }) => names.some((name) => name.length > 1 && text.includes(name)))?.id ?? null
}
