import { type ClearingAction, type ClearingDay, type ClearingItem, stepsFrom } from './clearing-action'
import { evaluateProcedureProvisionally } from './level'
import { compareLevel, type Level } from './level-scale'
import { addDays, lastDayOfMonth, monthOf, type PlainDate } from './plain-date'

/** A way to a better colour 怎样变绿: what is to be done today, the colour it leads to, and from which day. */
export type Way = Readonly<{
  actions: readonly ClearingAction[]
  level: Level
  /** Today, or the day on which the mark of a late finish has faded (P16). */
  on: PlainDate
  /** The item when all of it is done. */
  item: ClearingItem
}>

/**
 * The shortest ways out of a colour. `deeds` asks for nothing but what has to be done anyway; `relief` moves a plan, which the
 * office must approve, and is told only where it is shorter, sooner, or leads further.
 */
export type Clearing = Readonly<{ deeds: Way | null; relief: Way | null }>

/** Filing, accepting, finishing, and a plan: no way is longer. */
const MOST_STEPS = 4

/** The colour of an item on a day. A project asks otherwise than the item itself. */
export type LevelOf = (item: ClearingItem, day: PlainDate) => Level

type Node = Readonly<{ way: Way; relief: boolean; depth: number }>

const reaches = (level: Level, good: Level) => compareLevel(level, good) <= 0

/** Better ways first: to the colour wanted, then by number of actions, then by day; equal ones as they were found. */
const betterWay = (a: Way, b: Way, good: Level): number =>
  Number(reaches(b.level, good)) - Number(reaches(a.level, good)) ||
  a.actions.length - b.actions.length ||
  (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)

/** The first day from which an item has a colour good enough without another deed; null when it never gets there. */
function clearOn(
  item: ClearingItem,
  levelOf: LevelOf,
  today: PlainDate,
): Readonly<{ on: PlainDate; level: Level }> | null {
  const now = levelOf(item, today)
  if (reaches(now, 'BLUE')) return { on: today, level: now }
  const { state } = item.facts
  if (state !== 'DONE' && state !== 'DONE_TOL') return null
  // The mark of a late finish colours until its month is over (P16).
  const on = addDays(lastDayOfMonth(monthOf(today)), 1)
  const then = levelOf(item, on)
  return reaches(then, 'BLUE') ? { on, level: then } : null
}

/**
 * The shortest ways to a colour, found by doing one thing after the other on the facts and asking the rules again.
 *
 * @param good the colour wanted; where no way leads to it, the shortest to blue
 */
export function waysOf(item: ClearingItem, day: ClearingDay, levelOf: LevelOf, good: 'GREEN' | 'BLUE'): Clearing {
  let [deeds, relief]: [Way | null, Way | null] = [null, null]
  const open: Node[] = [{ way: { actions: [], level: 'RED', on: day.today, item }, relief: false, depth: 0 }]
  for (let node = open.shift(); node; node = open.shift()) {
    const { way, depth } = node
    const clear = clearOn(way.item, levelOf, day.today)
    if (clear) {
      const found: Way = { ...way, ...clear }
      const best = node.relief ? relief : deeds
      if (!best || betterWay(found, best, good) < 0) {
        if (node.relief) relief = found
        else deeds = found
      }
      if (reaches(clear.level, good) && clear.on === day.today) continue
    }
    if (depth === MOST_STEPS) continue
    for (const step of stepsFrom(way.item, day))
      open.push({
        way: { ...way, item: step.item, actions: [...way.actions, ...step.actions] },
        relief: node.relief || step.relief,
        depth: depth + 1,
      })
  }
  const worth = relief && (!deeds || betterWay(relief, deeds, good) < 0 || relief.on < deeds.on)
  return { deeds, relief: worth ? relief : null }
}

/**
 * What would turn a procedure green, or blue where green is out of reach 怎样变绿.
 *
 * @returns `deeds` without actions when nothing need be done; both null when nothing leads even to blue
 * @source four-colours §7.1, §7.4
 * @example whatClears(clearingItem(submitOver), day).deeds?.actions[0]?.code // 'FILE'
 */
export const whatClears = (item: ClearingItem, day: ClearingDay): Clearing =>
  waysOf(item, day, levelOfItem(day), 'GREEN')

const levelOfItem =
  ({ calendar, p }: ClearingDay): LevelOf =>
  ({ facts }, on) =>
    evaluateProcedureProvisionally(facts, on, calendar, p).level
