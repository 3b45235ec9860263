import type { PlainDate } from '../plain-date'
import type { Indicator, ScoreTable } from '../score'

/** What an item may count for: an indicator, points off, or a red of the subject's own that stood at the data line. */
export const COUNTS_FOR = ['A', 'B', 'C', 'D', 'E', 'EVENT', 'RED'] as const
export type CountsFor = Indicator | 'EVENT' | 'RED'

/** Whether what something counts for is one of the five indicators. */
export const isIndicator = (countsFor: CountsFor): countsFor is Indicator =>
  countsFor !== 'EVENT' && countsFor !== 'RED'

/** What an item is about; it opens where such a thing has its page. */
export const ITEM_KINDS = [
  'PROCEDURE',
  'PROJECT',
  'ISSUE',
  'MILESTONE',
  'UPDATES',
  'RATING',
  'FACTOR',
  'SLIP',
  'TASK',
  'RED',
] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/**
 * Why an item is left out, of numerator and denominator alike 不计入的原因.
 *
 * WAIVED 正当理由; NOT_APPLICABLE the step is not needed; AGENCY_DELAY the agency overran its promise and the steward had
 * said so in time; LEFT the project left the ledger before the item was due; PAUSED the clock stood still at the data line;
 * OBJECTION accepted objection; CORRECTION a later version.
 */
export const OUT_REASONS = [
  'WAIVED',
  'NOT_APPLICABLE',
  'AGENCY_DELAY',
  'LEFT',
  'PAUSED',
  'OBJECTION',
  'CORRECTION',
] as const
export type OutReason = (typeof OUT_REASONS)[number]

/**
 * One fact a score counts 计分明细, for one subject and one indicator.
 *
 * Its share of full marks is `num`/`den`; an indicator's rate is the average of the shares, each as often as its `weight`
 * says: Σ weight · num / den over Σ weight. `n` is how many observations it stands for in the shrinkage; most are one.
 * An EVENT costs points when it counts; a RED costs none and is what its subject is reminded of. The share of neither is read.
 */
export type CountedItem = Readonly<{
  /** Its number in the version: names the item in an objection. */
  seq: number
  table: ScoreTable
  subjectId: string
  indicator: CountsFor
  kind: ItemKind
  /** Row it is about, where there is one. */
  factId: string | null
  projectId: string | null
  /** What a reader calls it: project and item, or the number and text of an issue. */
  label: string
  num: number
  den: number
  weight: number
  n: number
  /** Unfinished at the data line: finishing it would have counted. */
  open: boolean
  dueOn: PlainDate | null
  doneOn: PlainDate | null
  /** Why it is left out; null: it counts. */
  out: OutReason | null
  /** Objection or version that changed it. */
  changedBy: string | null
  /** Numbers its sentence needs: days used and promised, planned and actual in hundredths of a percent, weeks … */
  detail: Readonly<Record<string, number | string>>
}>

/** An item before it has a number. */
export type NewItem = Omit<CountedItem, 'seq' | 'changedBy'>

/** What the office does to an item when it accepts an objection, or corrects a version; COUNT_BAD is for corrections. */
export const REMEDIES = ['LEAVE_OUT', 'COUNT_GOOD', 'COUNT_BAD'] as const
export type Remedy = (typeof REMEDIES)[number]
export type ItemChange = Readonly<{ seq: number; remedy: Remedy }>

/**
 * An item after a remedy: left out of numerator and denominator, counted in full, or as not done.
 *
 * @param because OBJECTION or CORRECTION, the reason a reader is shown
 * @param by      id of the objection, or number of the version
 */
export function remedied(item: CountedItem, remedy: Remedy, because: OutReason, by: string): CountedItem {
  if (remedy === 'LEAVE_OUT') return { ...item, out: because, changedBy: by }
  return { ...item, num: remedy === 'COUNT_GOOD' ? item.den : 0, out: null, changedBy: by }
}
