import { type Fraction, over, plus, reduced, whole } from '../decimal'
import { INDICATORS, type Indicator } from '../score'
import { type CountedItem, isIndicator } from './item'

/** What is known of one indicator of one subject: Σ weight · share, Σ weight, and observations. */
export type Sum = Readonly<{ good: Fraction; of: number; n: number }>

/** Sums of one subject, with the events that cost it points, those of them that still stand open, and its own reds. */
export type SubjectSums = Readonly<{
  indicators: Readonly<Record<Indicator, Sum>>
  events: number
  openEvents: number
  /** Own reds at the data line; null in what was counted before they were listed. */
  reds: number | null
}>

const NONE: Sum = { good: whole(0), of: 0, n: 0 }

/** A subject nothing was counted of. */
export const NO_SUMS: SubjectSums = {
  indicators: { A: NONE, B: NONE, C: NONE, D: NONE, E: NONE },
  events: 0,
  openEvents: 0,
  reds: 0,
}

type Counted = Pick<CountedItem, 'indicator' | 'num' | 'den' | 'weight' | 'n' | 'open' | 'out'>

function shift(sums: SubjectSums, item: Counted, sign: 1 | -1): SubjectSums {
  if (item.out !== null) return sums
  if (item.indicator === 'EVENT')
    return { ...sums, events: sums.events + sign, openEvents: sums.openEvents + (item.open ? sign : 0) }
  if (!isIndicator(item.indicator)) return { ...sums, reds: (sums.reds ?? 0) + sign }
  const { good, of, n } = sums.indicators[item.indicator]
  const share = over(whole(item.num * item.weight * sign), whole(item.den))
  const sum: Sum = { good: reduced(plus(good, share)), of: of + item.weight * sign, n: n + item.n * sign }
  return { ...sums, indicators: { ...sums.indicators, [item.indicator]: sum } }
}

/** Sums with one item more; an item that is left out changes nothing. */
export const withItem = (sums: SubjectSums, item: Counted): SubjectSums => shift(sums, item, 1)

/** Sums with one item less: what a change of that item starts from. */
export const withoutItem = (sums: SubjectSums, item: Counted): SubjectSums => shift(sums, item, -1)

/** Sums of the items of every subject. */
export function sumItems(items: Iterable<CountedItem>): Map<string, SubjectSums> {
  const sums = new Map<string, SubjectSums>()
  for (const item of items) sums.set(item.subjectId, withItem(sums.get(item.subjectId) ?? NO_SUMS, item))
  return sums
}

/** The rate a sum stands for; null: nothing observed. */
export const rateOf = ({ good, of }: Sum): Fraction | null => (of === 0 ? null : over(good, whole(of)))

/** Everything of a district together, indicator by indicator. */
export function pooled(all: Iterable<SubjectSums>): Readonly<Record<Indicator, Sum>> {
  const total: Record<Indicator, Sum> = { ...NO_SUMS.indicators }
  for (const { indicators } of all)
    for (const i of INDICATORS) {
      const [a, b] = [total[i], indicators[i]]
      total[i] = { good: reduced(plus(a.good, b.good)), of: a.of + b.of, n: a.n + b.n }
    }
  return total
}
