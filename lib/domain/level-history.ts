import type { Level } from './level-scale'
import type { PlainDate } from './plain-date'
import type { Status } from './project'

/** One change of a colour as it was logged. */
export type Turn = Readonly<{ on: PlainDate; from: Level | null; to: Level }>

/** The first of some changes that came after a day; they stand oldest first. */
const nextAfter = <T extends Readonly<{ on: PlainDate }>>(changes: readonly T[], day: PlainDate): T | undefined =>
  changes.find((change) => change.on > day)

/**
 * The colour something had when a day was over 某日颜色: what its next change came from.
 *
 * @param turns   its changes, oldest first
 * @param current its colour now, which speaks where nothing changed since
 * @returns null when its first colour came after that day: it was not there yet
 * @example levelOn([{ on: on('2026-11-24'), from: 'GREEN', to: 'RED' }], 'RED', on('2026-11-23')) // 'GREEN'
 */
export function levelOn(turns: readonly Turn[], current: Level, day: PlainDate): Level | null {
  const after = nextAfter(turns, day)
  return after ? after.from : current
}

/** A project that came into the library, changed colours, and may have left and come back. */
export type LedgerHistory = Readonly<{
  enteredOn: PlainDate
  level: Level
  /** Oldest first, like `moves`. */
  turns: readonly Turn[]
  status: Status
  moves: readonly Readonly<{ on: PlainDate; from: Status; to: Status }>[]
}>

/** Projects the district still runs; the others are history. */
export const isRun = (status: Status): boolean => status === 'ACTIVE' || status === 'SUSPENDED'

/**
 * The colour a project was counted by when a day was over; null when it was not in the ledger then: not yet, or no longer.
 */
export function ledgerLevelOn({ enteredOn, level, turns, status, moves }: LedgerHistory, day: PlainDate): Level | null {
  if (enteredOn > day || !isRun(nextAfter(moves, day)?.from ?? status)) return null
  return levelOn(turns, level, day)
}
