import { on } from '../plain-date'
import type { Indicator, ScoreTable } from '../score'
import type { BulletinFacts } from './bulletin-facts'
import { DEFAULT_RANKING_PARAMETERS } from './parameters'
import type { Mean, Means, ProjectLine, RankingContent, RankingRow, RowPart } from './row'

/** An id that looks like one. */
export const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

const part = (num: number, of: number, points: string): RowPart => ({
  weight: 20,
  num: String(num),
  den: '1',
  of,
  n: of,
  rate: of === 0 ? null : String(num / of),
  mean: '0.8',
  adjusted: '0.8',
  points,
})

/** A row of a table; five items of everything, all of them kept, unless it says otherwise. */
export const rowOf = (n: number, name: string, more: Partial<RankingRow> = {}): RankingRow =>
  ({
    subjectId: idOf(n),
    name,
    group: null,
    rank: 1,
    unranked: null,
    score: '90.0',
    raw: '92.0',
    parts: Object.fromEntries((['A', 'B', 'C', 'D', 'E'] as Indicator[]).map((i) => [i, part(5, 5, '18.00')])),
    deduction: { events: 0, open: 0, points: 0 },
    due: 10,
    projects: 5,
    band: null,
    praised: false,
    reminded: [],
    reds: 0,
    ...more,
  }) as RankingRow

/** Parts of which some indicators say something else: kept, due, points. */
export const partsWith = (
  some: Readonly<Partial<Record<Indicator, readonly [number, number, string]>>>,
): RankingRow['parts'] => {
  const { parts } = rowOf(0, '')
  return { ...parts, ...Object.fromEntries(Object.entries(some).map(([i, values]) => [i, part(...values)])) }
}

const YI = 10_000_000_000

/** A project with amounts in 亿元. */
export const projectOf = (
  n: number,
  { total = 10, plan = 4, done = 2, new: fresh = 0.5, red = 0 } = {},
  more: Partial<ProjectLine> = {},
): ProjectLine => ({
  subjectId: idOf(n),
  name: `项目${n}`,
  number: n,
  taskforceId: idOf(901),
  taskforce: '商贸专班',
  areaId: idOf(801),
  area: '德化街',
  stewardId: null,
  leadUnit: null,
  stage: 'CONSTRUCTION',
  rank: n,
  totalFen: String(total * YI),
  yearPlanFen: String(plan * YI),
  doneFen: String(done * YI),
  newFen: String(fresh * YI),
  planned: 8_000,
  actual: 5_000,
  deviation: -3_000,
  colourDays: { GREY: 0, GREEN: 31 - red, BLUE: 0, YELLOW: 0, RED: red },
  level: red > 0 ? 'RED' : 'GREEN',
  leftOn: null,
  ...more,
})

const mean = (num: number, den: number): Mean => ({ num: String(num), den: String(den), shown: '0.8', n: 10 })
const MEANS: Means = { A: mean(4, 5), B: mean(4, 5), C: mean(3, 4), D: mean(4, 5), E: mean(4, 5) }
const each = <T>(value: T) =>
  ({ STEWARD: value, AGENCY: value, TASKFORCE: value, AREA: value }) as Record<ScoreTable, T>

/** What a version of October 2026 says beside its lines. */
export const contentOf = (more: Partial<RankingContent['overall']> = {}): RankingContent => ({
  month: '2026-10',
  dataLineOn: on('2026-10-31'),
  district: '二七区',
  parameters: DEFAULT_RANKING_PARAMETERS,
  means: each(MEANS),
  medians: each('85.0'),
  overall: {
    projects: 2,
    levels: { GREY: 0, GREEN: 1, BLUE: 0, YELLOW: 0, RED: 1 },
    totalFen: String(20 * YI),
    yearPlanFen: String(8 * YI),
    doneFen: String(4 * YI),
    newFen: String(YI),
    actual: 5_000,
    yearShare: 8_329,
    counted: 40,
    leftOut: 2,
    ...more,
  },
})

/** Facts of a small month: two projects, an agency that overran, an area too small to be ranked. */
export const factsOf = (more: Partial<BulletinFacts> = {}): BulletinFacts => ({
  district: '二七区“双轮驱动”',
  office: '区“双轮驱动”领导小组办公室',
  nth: 1,
  draft: false,
  on: on('2026-11-09'),
  note: null,
  content: contentOf(),
  rows: {
    STEWARD: [rowOf(701, '张管家', { praised: true })],
    AGENCY: [
      rowOf(601, '政务局', { rank: 1, score: '91.0', praised: true }),
      rowOf(602, '住建局', {
        rank: 2,
        score: '58.8',
        parts: partsWith({ A: [46, 48, '38.20'], C: [10, 12, '21.00'] }),
        deduction: { events: 1, open: 0, points: 3 },
        reminded: ['BELOW'],
      }),
    ],
    TASKFORCE: [rowOf(901, '商贸专班', { praised: true })],
    AREA: [rowOf(801, '德化街', { rank: null, unranked: 'FEW_PROJECTS' })],
  },
  projects: [projectOf(1, { done: 1, red: 4 }), projectOf(2, { done: 3 })],
  objections: { heard: 2, accepted: 1 },
  ...more,
})
