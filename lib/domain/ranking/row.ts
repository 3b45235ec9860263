import type { Level } from '../level-scale'
import type { PlainDate } from '../plain-date'
import type { Stage } from '../project'
import type { Indicator, ScoreTable } from '../score'
import type { RankingParameters } from './parameters'

/** One component of a score. Decimals are strings, exact where they are sums, rounded half up where they are shown. */
export type RowPart = Readonly<{
  weight: number
  /** Σ weight · share, as a reduced fraction of whole numbers `num`/`den`. */
  num: string
  den: string
  /** Σ weight: what the sum is divided by. */
  of: number
  /** Observations. */
  n: number
  /** Raw rate to four places; null: nothing observed. */
  rate: string | null
  /** District mean it is drawn towards, to four places. */
  mean: string
  /** Rate after shrinkage, to four places. */
  adjusted: string
  /** Points, to two places. */
  points: string
}>

/** How many projects a steward has: one, two to four, five or more. */
export const BANDS = ['ONE', 'FEW', 'MANY'] as const
export type Band = (typeof BANDS)[number]

/** Why somebody is shown and not ranked: too few due items, or too few projects in the area. */
export type Unranked = 'FEW_DUE' | 'FEW_PROJECTS'

/** One subject in the table of a month 排名行. */
export type RankingRow = Readonly<{
  subjectId: string
  name: string
  /** Group the table can be filtered by: the band of a steward, the kind of a unit. */
  group: string | null
  /** Null: shown, not ranked. */
  rank: number | null
  unranked: Unranked | null
  /** Points to one decimal, half up. */
  score: string
  /** As if nothing were filled up or taken off. */
  raw: string
  parts: Readonly<Record<Indicator, RowPart>>
  /** Events that cost points, those of them that still stood at the data line, and the points they cost. */
  deduction: Readonly<{ events: number; open: number; points: number }>
  /**
   * Reds of its own that stood at the data line 月末自己负责的红; not there in what was counted before they were listed: an open
   * deduction stood for them then.
   */
  reds?: number
  /** Due items of A and C: what the minimum sample counts. */
  due: number
  /** Projects the subject had a part in during the month. */
  projects: number
  band: Band | null
  praised: boolean
  /** Why it stands on the list of reminders; empty: it does not. */
  reminded: readonly ('BELOW' | 'RED')[]
}>

/** The mean of an indicator, and whether anybody was observed at all. */
export type Mean = Readonly<{
  /** Exact, as a reduced fraction. */
  num: string
  den: string
  /** To four places. */
  shown: string
  /** Observations it rests on; 0: the start mean of the parameters, and the page says so. */
  n: number
}>
export type Means = Readonly<Record<Indicator, Mean>>

/** A scored table of a month. */
export type MonthTable = Readonly<{ rows: readonly RankingRow[]; means: Means; median: string | null }>

/** One project in the table of projects: classic bulletin layout. Shares are hundredths of a percent, money 分 as text. */
export type ProjectLine = Readonly<{
  subjectId: string
  name: string
  number: number
  taskforceId: string | null
  taskforce: string | null
  areaId: string | null
  area: string | null
  stewardId: string | null
  leadUnit: string | null
  stage: Stage
  /** By deviation, the one furthest ahead first; null: no plan is measured. */
  rank: number | null
  totalFen: string | null
  yearPlanFen: string | null
  /** Completed in the year up to the data line. */
  doneFen: string | null
  /** Completed in the month 本期新增. */
  newFen: string | null
  planned: number | null
  actual: number | null
  /** actual − planned: negative is behind. */
  deviation: number | null
  /** Calendar days of the month in each colour. */
  colourDays: Readonly<Record<Level, number>>
  /** Colour at the data line. */
  level: Level
  /** Day it left the ledger within the month. */
  leftOn: PlainDate | null
}>

/** What a version says beside its lines and items; frozen with it. */
export type RankingContent = Readonly<{
  month: string
  dataLineOn: PlainDate
  district: string
  parameters: RankingParameters
  means: Readonly<Record<ScoreTable, Means>>
  medians: Readonly<Record<ScoreTable, string | null>>
  /** Counts of the district 总体: projects, colours at the data line, sums of money. */
  overall: Readonly<{
    projects: number
    levels: Readonly<Record<Level, number>>
    totalFen: string
    yearPlanFen: string
    doneFen: string
    newFen: string
    /** doneFen of yearPlanFen, and the share of the year that is over; hundredths of a percent. */
    actual: number | null
    yearShare: number
    counted: number
    leftOut: number
  }>
}>
