import type { Level } from './level-scale'
import type { PlainDate } from './plain-date'

/** One change of a colour as it was logged. */
export type Turn = Readonly<{ on: PlainDate; from: Level | null; to: Level }>

/**
 * The colour something had when a day was over 某日颜色.
 *
 * @param turns   its changes, oldest first
 * @param current its colour now, which speaks where nothing ever changed
 * @returns null when its first colour came after that day: it was not there yet
 * @example levelOn([{ on: on('2026-11-24'), from: 'GREEN', to: 'RED' }], 'RED', on('2026-11-23')) // 'GREEN'
 */
export function levelOn(turns: readonly Turn[], current: Level, day: PlainDate): Level | null {
  const before = turns.findLast((turn) => turn.on <= day)
  if (before) return before.to
  const after = turns[0]
  return after ? after.from : current
}
