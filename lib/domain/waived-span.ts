import type { PlainDate } from './plain-date'

/** Days on which a dimension is left out of a colour, the first and the last one included. */
export type WaivedSpan<D extends string = string> = Readonly<{
  dimension: D
  fromOn: PlainDate
  lastOn: PlainDate
  /** Its last day is the next working day of a year whose holidays are not published. 暂定 */
  provisional?: true
}>

/**
 * Dimensions that are waived on a day, each once.
 *
 * @source four-colours §5 正当理由豁免
 */
export const waivedOn = <D extends string>(spans: readonly WaivedSpan<D>[], day: PlainDate): readonly D[] => [
  ...new Set(spans.flatMap(({ dimension, fromOn, lastOn }) => (fromOn <= day && day <= lastOn ? [dimension] : []))),
]
