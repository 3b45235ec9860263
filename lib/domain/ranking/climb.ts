import type { PlainDate } from '../plain-date'
import type { ScoreTable } from '../score'
import { type CountedItem, isIndicator } from './item'
import { subjectOfRow, sumsOfRow, tableOfSums } from './month-table'
import type { RankingParameters } from './parameters'
import type { RankingRow } from './row'
import { type SubjectSums, withItem, withoutItem } from './sums'

/** A step upwards: the items to finish, by number, and the place and score the rules then give. */
export type Climb = Readonly<{ seqs: readonly number[]; rank: number; score: string }>

/** More items than this are no advice. */
export const CLIMB_MOST = 10

/**
 * What could have been done in time: it counted, and not in full, whether it is still open or was done late. Stars, and how
 * much faster than promised, are a matter of more or less.
 */
export const isFinishable = (item: CountedItem): boolean =>
  item.out === null &&
  isIndicator(item.indicator) &&
  item.num < item.den &&
  item.kind !== 'RATING' &&
  !(item.table === 'AGENCY' && item.indicator === 'B')

/** An item that would help: one that stands among those counted and lost, or one that is still to be counted. */
type Help = Readonly<{
  item: CountedItem
  counted: boolean
  /** Events that would not have come about. */
  events: readonly CountedItem[]
}>

/** What cost points because the same procedure took too long: within its promise it stays within its statute. */
const eventsOf = ({ indicator, kind, factId }: CountedItem, items: readonly CountedItem[]): CountedItem[] =>
  indicator === 'A' && kind === 'PROCEDURE' && factId !== null
    ? items.filter((e) => e.indicator === 'EVENT' && e.out === null && e.kind === kind && e.factId === factId)
    : []

/**
 * “完成这 n 件可升到第 m”: what the items that lost points, done in time, would have made of a row, by asking the rules again each time.
 *
 * A case done within its promise would not have gone beyond its statute either: what that cost is given back with it.
 *
 * The items that bring most come first; each step names the fewest with which the row stands higher than before. The other
 * rows stay as they are; the district's means move along.
 *
 * @param rows  all rows of the table
 * @param items of the row
 * @returns empty when nothing was lost, or nothing would change its place; a row that is not ranked does not climb
 */
export function climb(
  table: ScoreTable,
  subjectId: string,
  rows: readonly RankingRow[],
  items: readonly CountedItem[],
  p: RankingParameters,
): Climb[] {
  const row = rows.find((r) => r.subjectId === subjectId)
  if (!row || row.rank === null) return []
  const helps = items.filter(isFinishable).map((item): Help => ({ item, counted: true, events: eventsOf(item, items) }))
  return stepsUp(table, row, row.rank, rows, helps, p)
}

/**
 * What can still be done in the running month 本月还能做的: `lost` is counted and can be made good until the month ends, `ahead`
 * falls due later in it.
 */
export type Chances = Readonly<{ lost: readonly CountedItem[]; ahead: readonly CountedItem[] }>

/**
 * What a subject can still do for its place in the running month: items that fall due after today, a start or an item due
 * today, and projects behind their plan. What is late already stays late.
 *
 * Numbered anew, those that are counted already first.
 *
 * @param sofar items of the subject counted up to today
 * @param whole items of the subject as the month would be counted at its end, if nothing more were done
 */
export function chancesOf(sofar: readonly CountedItem[], whole: readonly CountedItem[], today: PlainDate): Chances {
  const mendable = ({ kind, open, dueOn }: CountedItem) =>
    kind === 'PROJECT' || (open && (dueOn === null || dueOn >= today))
  const lost = sofar.filter((item) => isFinishable(item) && mendable(item))
  const ahead = whole.filter((item) => isFinishable(item) && item.open && item.dueOn !== null && item.dueOn > today)
  return {
    lost: lost.map((item, i) => ({ ...item, seq: i + 1 })),
    ahead: ahead.map(({ detail: { used: _atMonthEnd, ...detail }, ...item }, i) => ({
      ...item,
      detail,
      seq: lost.length + i + 1,
    })),
  }
}

/**
 * As `climb`, for the running month: what its chances, done in time, would make of the place as it stands today. Whoever has
 * too few items to be ranked yet may come to a place by them.
 *
 * @param rows all rows of the table, counted up to today
 */
export function climbAhead(
  table: ScoreTable,
  subjectId: string,
  rows: readonly RankingRow[],
  { lost, ahead }: Chances,
  p: RankingParameters,
): Climb[] {
  const row = rows.find((r) => r.subjectId === subjectId)
  if (!row) return []
  const helps = [
    ...lost.map((item): Help => ({ item, counted: true, events: [] })),
    ...ahead.map((item): Help => ({ item, counted: false, events: [] })),
  ]
  return stepsUp(table, row, row.rank ?? rows.length + 1, rows, helps, p)
}

function stepsUp(
  table: ScoreTable,
  row: RankingRow,
  from: number,
  rows: readonly RankingRow[],
  helps: readonly Help[],
  p: RankingParameters,
): Climb[] {
  const { subjectId } = row
  const subjects = rows.map(subjectOfRow)
  const sums = new Map<string, SubjectSums>(rows.map((r) => [r.subjectId, sumsOfRow(r)]))
  const ask = (own: SubjectSums) => {
    const again = tableOfSums(table, subjects, new Map(sums).set(subjectId, own), p)
    return again.rows.find((r) => r.subjectId === subjectId)
  }
  const finish = (own: SubjectSums, { item, counted, events }: Help) =>
    events.reduce(withoutItem, withItem(counted ? withoutItem(own, item) : own, { ...item, num: item.den }))
  const steps: Climb[] = []
  const done: number[] = []
  let left = helps
  let [own, best] = [sumsOfRow(row), from]
  while (left.length > 0 && done.length < CLIMB_MOST && best > 1) {
    // Items of one indicator and share bring the same: one of each is asked about.
    const kinds = new Map(
      left.map((help) => {
        const { indicator, num, den, weight, n } = help.item
        return [`${help.counted} ${help.events.length} ${indicator} ${num}/${den} ${weight} ${n}`, help]
      }),
    )
    const [first] = [...kinds.values()]
      .map((help) => ({ help, points: gain(help, row, p) + help.events.length * p.tables[table].deduction.each }))
      .sort((a, b) => b.points - a.points || a.help.item.seq - b.help.item.seq)
    if (!first) break
    own = finish(own, first.help)
    done.push(first.help.item.seq)
    left = left.filter(({ item }) => item.seq !== first.help.item.seq)
    const now = ask(own)
    if (now && now.rank !== null && now.rank < best) {
      best = now.rank
      steps.push({ seqs: [...done], rank: now.rank, score: now.score })
    }
  }
  return steps
}

/** How much an item would bring, for the order they are tried in; what it brings exactly the rules say. */
function gain({ item, counted }: Help, row: RankingRow, p: RankingParameters): number {
  if (!isIndicator(item.indicator)) return 0
  const { weight, of, n, num, den, mean } = row.parts[item.indicator]
  const prior = p.priors[item.indicator]
  if (counted) {
    const missing = (item.den - item.num) / item.den
    return of === 0 ? 0 : (weight * missing * item.weight * n) / (of * (n + prior))
  }
  const adjusted = (good: number, all: number, seen: number) =>
    seen + prior === 0 ? Number(mean) : ((all === 0 ? 0 : good / all) * seen + prior * Number(mean)) / (seen + prior)
  const good = Number(num) / Number(den)
  return weight * (adjusted(good + item.weight, of + item.weight, n + item.n) - adjusted(good, of, n))
}
