import { type Fraction, over, parseDecimal, reduced, toFixedDecimal, whole } from '../decimal'
import { FEWEST_DUE, rank } from '../rank'
import { exactScore, type Indicator, type ScoreTable, type SeenRate } from '../score'
import { type CountedItem, isIndicator } from './item'
import type { RankingParameters } from './parameters'
import type { Band, Mean, Means, MonthTable, RankingRow, RowPart, Unranked } from './row'
import { NO_SUMS, pooled, rateOf, type SubjectSums, sumItems } from './sums'

/** Somebody a table ranks. */
export type Subject = Readonly<{
  id: string
  name: string
  /** Group the table can be filtered by, of a unit; a steward's is his band. */
  group: string | null
  /** Projects he had a part in during the month. */
  projects: number
}>

/** A steward's band by his number of projects. @source meetings-and-ranking B2: bands 1 / 2–4 / ≥5 */
const bandOf = (projects: number): Band | null =>
  projects === 0 ? null : projects === 1 ? 'ONE' : projects < 5 ? 'FEW' : 'MANY'

/** District means of a month: all observations of the district together; an indicator nobody observed takes its start mean. */
export function meansOf(
  sums: ReadonlyMap<string, SubjectSums>,
  startMeans: Readonly<Record<Indicator, string>>,
): Means {
  const total = pooled(sums.values())
  const mean = (i: Indicator): Mean => {
    const rate = rateOf(total[i]) ?? parseDecimal(startMeans[i]) ?? whole(0)
    const { n, d } = reduced(rate)
    return { num: String(n), den: String(d), shown: toFixedDecimal(rate, 4), n: total[i].n }
  }
  return { A: mean('A'), B: mean('B'), C: mean('C'), D: mean('D'), E: mean('E') }
}

const fractionOf = ({ num, den }: Readonly<{ num: string; den: string }>): Fraction => ({
  n: BigInt(num),
  d: BigInt(den),
})

function unrankedOf(table: ScoreTable, subject: Subject, due: number, p: RankingParameters): Unranked | null {
  if (table === 'AREA' && subject.projects < p.fewestProjects) return 'FEW_PROJECTS'
  return due < p.fewestDue ? 'FEW_DUE' : null
}

/** A row before the table says its place. */
type Scored = Omit<RankingRow, 'rank' | 'praised' | 'reminded'>

function scoreRow(table: ScoreTable, subject: Subject, sums: SubjectSums, means: Means, p: RankingParameters): Scored {
  const rule = p.tables[table]
  const seen = (i: Indicator): SeenRate => ({ rate: rateOf(sums.indicators[i]), n: sums.indicators[i].n })
  const exact = exactScore(
    rule,
    p.priors,
    { A: seen('A'), B: seen('B'), C: seen('C'), D: seen('D'), E: seen('E') },
    {
      A: fractionOf(means.A),
      B: fractionOf(means.B),
      C: fractionOf(means.C),
      D: fractionOf(means.D),
      E: fractionOf(means.E),
    },
    sums.events,
  )
  const part = (i: Indicator): RowPart => {
    const { good, of, n } = sums.indicators[i]
    const rate = seen(i).rate
    return {
      weight: rule.weights[i],
      num: String(good.n),
      den: String(good.d),
      of,
      n,
      rate: rate && toFixedDecimal(rate, 4),
      mean: means[i].shown,
      adjusted: toFixedDecimal(exact.parts[i].adjusted, 4),
      points: toFixedDecimal(exact.parts[i].points, 2),
    }
  }
  const due = sums.indicators.A.n + sums.indicators.C.n
  const band = table === 'STEWARD' ? bandOf(subject.projects) : null
  return {
    subjectId: subject.id,
    name: subject.name,
    group: band ?? subject.group,
    unranked: unrankedOf(table, subject, due, p),
    score: toFixedDecimal(exact.total, 1),
    raw: toFixedDecimal(exact.raw, 1),
    parts: { A: part('A'), B: part('B'), C: part('C'), D: part('D'), E: part('E') },
    deduction: { events: sums.events, open: sums.openEvents, points: exact.off },
    ...(sums.reds === null ? {} : { reds: sums.reds }),
    due,
    projects: subject.projects,
    band,
  }
}

const tenths = (score: string): number => Math.round(Number(score) * 10)

/** Middle score of those that are ranked; of an even number the mean of the two in the middle, half up. */
export function medianOf(scores: readonly string[]): string | null {
  const sorted = scores.map(tenths).sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  if (low === undefined || high === undefined) return null
  return toFixedDecimal(over(whole(low + high), whole(20)), 1)
}

/**
 * The table of a month from the sums of its subjects 排名表.
 *
 * Scores to one decimal, half up, once; ranks 1, 1, 3; whoever has too few due items is shown last and not ranked; rows of one
 * rank stand by name. Reminded is who is ranked below the line, and who has a red of his own at the data line, ranked or not.
 *
 * @param sums by subject; whoever has none is at the district's means
 * @source meetings-and-ranking B2
 */
export function tableOfSums(
  table: ScoreTable,
  subjects: readonly Subject[],
  sums: ReadonlyMap<string, SubjectSums>,
  p: RankingParameters,
): MonthTable {
  const own = new Map(subjects.map(({ id }) => [id, sums.get(id) ?? NO_SUMS]))
  const means = meansOf(own, p.tables[table].startMeans)
  const scored = subjects.map((subject) => scoreRow(table, subject, own.get(subject.id) ?? NO_SUMS, means, p))
  // Who is ranked is decided by the district's own minimum above; the rank is told so in its own measure.
  const ranked = rank(
    scored.map(({ subjectId, score, unranked }) => ({ id: subjectId, score, due: unranked ? 0 : FEWEST_DUE })),
  )
  const ranks = new Map(ranked.ok ? ranked.value.map(({ id, rank: place }) => [id, place]) : [])
  const places = [...ranks.values()].filter((place) => place !== null)
  // Where all are equal nobody is ahead of anybody.
  const ahead = places.some((place) => place > 1)
  const rows = scored.map((row): RankingRow => {
    const place = ranks.get(row.subjectId) ?? null
    const below = place !== null && tenths(row.score) < p.remindBelow * 10
    // A red is not a matter of rank: whoever has too few items to be ranked is reminded of it all the same.
    const red = (row.reds ?? row.deduction.open) > 0
    const reminded = [...(below ? (['BELOW'] as const) : []), ...(red ? (['RED'] as const) : [])]
    // Nobody is praised and reminded at once.
    const praised = ahead && place !== null && place <= p.praise && reminded.length === 0
    return { ...row, rank: place, praised, reminded }
  })
  rows.sort(
    (a, b) =>
      Number(a.rank === null) - Number(b.rank === null) ||
      tenths(b.score) - tenths(a.score) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.subjectId < b.subjectId ? -1 : 1),
  )
  return { rows, means, median: medianOf(rows.flatMap((row) => (row.rank === null ? [] : [row.score]))) }
}

/**
 * The table of a month from its items; the order they come in changes nothing.
 *
 * @source meetings-and-ranking B2
 */
export const monthTable = (
  table: ScoreTable,
  subjects: readonly Subject[],
  items: readonly CountedItem[],
  p: RankingParameters,
): MonthTable => tableOfSums(table, subjects, sumItems(items.filter((item) => item.table === table)), p)

/** Sums of a row as it is kept: what counting again after a change begins with. */
export function sumsOfRow({ parts, deduction, reds }: RankingRow): SubjectSums {
  const sum = (i: Indicator) => ({ good: fractionOf(parts[i]), of: parts[i].of, n: parts[i].n })
  return {
    indicators: { A: sum('A'), B: sum('B'), C: sum('C'), D: sum('D'), E: sum('E') },
    events: deduction.events,
    openEvents: deduction.open,
    reds: reds ?? null,
  }
}

/** The subject a row is about, as `tableOfSums` takes it. */
export const subjectOfRow = ({ subjectId, name, group, projects }: RankingRow): Subject => ({
  id: subjectId,
  name,
  group,
  projects,
})

/**
 * Points one counted item adds to its row as it stands, to two places, half up: the difference it makes to the component if
 * it had counted for nothing.
 */
export function pointsOfItem(item: CountedItem, row: RankingRow, prior: number): string | null {
  if (item.out !== null || !isIndicator(item.indicator)) return null
  const { weight, of, n } = row.parts[item.indicator]
  if (of === 0 || n + prior === 0) return null
  const share = over(whole(item.num * item.weight), whole(item.den * of))
  return toFixedDecimal({ n: share.n * BigInt(weight) * BigInt(n), d: share.d * BigInt(n + prior) }, 2)
}
