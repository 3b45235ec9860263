import type { PlainDate } from './plain-date'

/** The days a report speaks of, both ends included. 期间 */
export type Period = Readonly<{ from: PlainDate; to: PlainDate }>

/** What a figure is worth, with its unit. Yuan and foreign money are two kinds, so that nothing can add them. */
export type FigureValue =
  | Readonly<{ kind: 'count'; n: number }>
  /** 分 */
  | Readonly<{ kind: 'money'; fen: bigint }>
  /** Hundredths of a currency that is not the yuan. */
  | Readonly<{ kind: 'foreign'; minor: bigint; currency: string }>
  /** A percentage is worked out from its counts when it is said, never kept; a whole of nothing has none. */
  | Readonly<{ kind: 'share'; part: bigint; whole: bigint }>
  /** Days, working days or minutes; null where there is nothing to take the middle of. */
  | Readonly<{ kind: 'time'; amount: number | null; unit: 'day' | 'workday' | 'minute' }>
  /** Distinct names in the order they are said, such as countries. */
  | Readonly<{ kind: 'names'; names: readonly string[] }>

/**
 * A number a report can state 统计数: its name (`service.what`, worded and defined in the namespace `figures`), what it is
 * worth, and the list whose rows are exactly the ones counted.
 */
export type Figure = Readonly<{ name: string; value: FigureValue; href: string }>
