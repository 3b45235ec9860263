import 'server-only'
import type { NextChange } from '@/lib/domain/next-change'
import type { PlainDate } from '@/lib/domain/plain-date'
import { ownerOf } from '@/lib/domain/reason'
import { leansOnUnpublished, type WorkCalendar, workdaysBetween } from '@/lib/domain/work-calendar'
import type { NextTurn } from '@/lib/schemas/turn'
import type { Level } from '@/prisma/generated/client'
import { dayOrNull } from './date'

/** Columns of a project or procedure that say when its colour turns next. */
export const turnColumns = {
  nextLevelOn: true,
  nextLevel: true,
  nextOwner: true,
  nextJoins: true,
  nextProvisional: true,
} as const

type Cached = Readonly<{
  nextLevelOn: Date | null
  nextLevel: Level | null
  nextOwner: string | null
  nextJoins: boolean
  nextProvisional: boolean
}>

/** The next turn of a row as it was last evaluated. */
export const cachedTurn = (row: Cached): NextTurn => ({
  nextLevelOn: dayOrNull(row.nextLevelOn),
  nextLevel: row.nextLevel,
  nextOwner: row.nextOwner === null ? null : ownerOf(row.nextOwner),
  nextJoins: row.nextJoins,
  nextProvisional: row.nextProvisional,
})

/** The next turn as the rules have just said it. */
export const liveTurn = (next: NextChange | null): NextTurn => ({
  nextLevelOn: next?.on ?? null,
  nextLevel: next?.level ?? null,
  nextOwner: next?.owner ?? null,
  nextJoins: next?.joins ?? false,
  nextProvisional: next?.provisional ?? false,
})

/**
 * A turn with the working days until it. Its day may be certain, as one counted in months is; a number of working days that
 * runs through a year whose holidays are not published is not, and marks it 暂定.
 */
export function countedTurn(turn: NextTurn, today: PlainDate, calendar: WorkCalendar) {
  const { nextLevelOn: day } = turn
  return {
    ...turn,
    nextInWd: day && workdaysBetween(calendar, today, day),
    nextProvisional: turn.nextProvisional || (day !== null && leansOnUnpublished(calendar, today, day)),
  }
}
