import { type Level, worst } from './level-scale'

export type Aggregate = Readonly<{
  /** The project's colour. */
  level: Level
  /** The colour as if nothing were waived. */
  raw: Level
  /** Red only because it is yellow for the third month running. */
  escalated: boolean
}>

/**
 * Colour of a project from those of its dimensions 综合颜色: the worst that is not waived; yellow at two month ends
 * running and still yellow is red.
 *
 * @param dims      colour by dimension
 * @param waived    dimensions with a waiver in force 正当理由豁免: left out, but `raw` keeps them
 * @param lastMonth frozen colour of the last month end; `monthBefore` the one before it
 * @source four-colours §5; S04, S05
 * @example aggregate({ procedure: 'YELLOW' }, [], 'YELLOW', 'YELLOW') // RED, escalated
 */
export function aggregate(
  dims: Readonly<Record<string, Level>>,
  waived: readonly string[] = [],
  lastMonth: Level | null = null,
  monthBefore: Level | null = null,
): Aggregate {
  const raw = worst(Object.values(dims))
  const level = worst(Object.entries(dims).flatMap(([name, value]) => (waived.includes(name) ? [] : [value])))
  const escalated = level === 'YELLOW' && lastMonth === 'YELLOW' && monthBefore === 'YELLOW'
  return { level: escalated ? 'RED' : level, raw, escalated }
}
