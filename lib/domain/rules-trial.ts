import { evaluateProcedureProvisionally, leadingReason } from './level'
import { LEVELS, type Level } from './level-scale'
import type { PlainDate } from './plain-date'
import { evaluateProjectProvisionally, type ProjectFacts } from './project-level'
import type { Reason } from './reason'
import { err, type Result } from './result'
import { DEFAULT_PARAMETERS, type ParameterName, type RuleParameters, readParameters } from './rule-parameters'
import type { WorkCalendar } from './work-calendar'

/** A threshold that is another one in a draft. */
export type ThresholdChange = Readonly<{ name: ParameterName; from: number; to: number }>

export const PARAMETER_NAMES = Object.keys(DEFAULT_PARAMETERS) as readonly ParameterName[]

/** What a draft changes, in the order of the rule book. */
export const thresholdChanges = (before: RuleParameters, after: RuleParameters): readonly ThresholdChange[] =>
  PARAMETER_NAMES.flatMap((name) =>
    before[name] === after[name] ? [] : [{ name, from: before[name], to: after[name] }],
  )

/**
 * A draft: the thresholds that are named, all others as they are.
 *
 * @returns err THRESHOLD_INVALID or THRESHOLD_ORDER at the field of the threshold, NO_CHANGE
 */
export function draftOf(before: RuleParameters, named: Readonly<Record<string, number>>): Result<RuleParameters> {
  const read = readParameters({ ...before, ...named })
  if (read.ok) return thresholdChanges(before, read.value).length > 0 ? read : err({ code: 'NO_CHANGE' })
  const { code, name, less, trouble, most, low, high, strict } = read.error
  // Days before an expiry are counted down: there the milder colour has more of them.
  const than = less === 'expiry_yellow_cd' ? 'DOWN' : strict
  if (code === 'PARAMETER_ORDER')
    return err({ code: 'THRESHOLD_ORDER', field: `params.${less}`, low, high, strict: than })
  // The share of a promise is kept as a part of one, and typed in per cent.
  const told = name === 'warn_ratio' ? Number(most ?? 0) * 100 : (most ?? 0)
  return err({ code: 'THRESHOLD_INVALID', field: `params.${name}`, trouble: trouble ?? 'NUMBER', most: told })
}

/** The colour a row would have, and the first reason for it. */
export type TriedLevel = Readonly<{ level: Level; reason: Reason | null }>
/** A project and its procedures under some parameters; a project nobody measures is grey with all of them. */
export type TriedProject = Readonly<{ project: TriedLevel; procedures: ReadonlyMap<string, TriedLevel> }>

/**
 * The colours of a project and its procedures on a day under some parameters: what the day's evaluation decides, without
 * when each turns next 试算.
 */
export function levelsUnder(
  facts: ProjectFacts,
  day: PlainDate,
  calendar: WorkCalendar,
  parameters: RuleParameters,
): TriedProject {
  const { level, reasons } = evaluateProjectProvisionally(facts, day, calendar, parameters)
  const procedures = facts.procedures.map((item) => {
    const found = evaluateProcedureProvisionally(item.facts, day, calendar, parameters)
    return [item.id, { level: found.level, reason: leadingReason(found) }] as const
  })
  return { project: { level, reason: reasons[0] ?? null }, procedures: new Map(procedures) }
}

/** Rows by colour, as they are and as they would be, and how many would turn from which to which. */
export type LevelTally = Readonly<{
  before: Readonly<Record<Level, number>>
  after: Readonly<Record<Level, number>>
  moves: readonly Readonly<{ from: Level; to: Level; n: number }>[]
  turned: number
}>
export type TrialCounts = Readonly<{ projects: LevelTally; procedures: LevelTally }>

const none = (): Record<Level, number> => ({ GREY: 0, GREEN: 0, BLUE: 0, YELLOW: 0, RED: 0 })

/** Counts rows as they come, so that no district has to lie in memory. */
export function tallyLevels() {
  const [before, after] = [none(), none()]
  const moves = new Map<string, number>()
  return {
    add(from: Level, to: Level): void {
      before[from] += 1
      after[to] += 1
      if (from !== to) moves.set(`${from} ${to}`, (moves.get(`${from} ${to}`) ?? 0) + 1)
    },
    tally(): LevelTally {
      const pairs = LEVELS.flatMap((from) => LEVELS.map((to) => ({ from, to, n: moves.get(`${from} ${to}`) ?? 0 })))
      const turned = pairs.filter(({ n }) => n > 0)
      return { before, after, moves: turned, turned: turned.reduce((sum, { n }) => sum + n, 0) }
    },
  }
}

/** Parameters as a trial keeps them; they were checked when it began. */
export function keptParameters(kept: unknown): RuleParameters {
  const read = readParameters(kept as Record<string, unknown>)
  if (!read.ok) throw new Error(`tried parameters are not valid: ${read.error.code}`)
  return read.value
}
