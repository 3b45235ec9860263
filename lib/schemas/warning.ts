import { z } from 'zod'
import type { Level } from '@/lib/domain/level-scale'
import { type PlainDate, parsePlainDate } from '@/lib/domain/plain-date'
import type { BoardGroup, BoardMatrix } from '@/lib/domain/warning-board'
import type { Live } from './project-row'
import type { Turn } from './turn'

export const BOARD_GROUPINGS = ['taskforce', 'street', 'owner', 'leader'] as const
export type BoardGrouping = (typeof BOARD_GROUPINGS)[number]

/** What stands for projects without the thing they are grouped by. */
export const NO_GROUP = 'none'

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const day = one(
  z
    .string()
    .transform((text, context) => {
      const read = parsePlainDate(text)
      if (!read) context.addIssue('not a day')
      return read ?? z.NEVER
    })
    .optional(),
).catch(undefined)

/** What the address of the board says; anything it cannot read falls back to the default. */
export const warningQuery = z.object({
  by: one(z.enum(BOARD_GROUPINGS).default('taskforce')).catch('taskforce'),
  from: day,
  to: day,
  /** The list beside the board: a group, colours, and what turned. */
  group: one(z.string().max(80).optional()).catch(undefined),
  now: one(z.enum(['RED', 'YELLOW', 'BLUE', 'GREEN', 'GREY', 'LEFT']).optional()).catch(undefined),
  was: one(z.enum(['RED', 'YELLOW', 'BLUE', 'GREEN', 'GREY', 'NEW']).optional()).catch(undefined),
  turned: one(z.enum(['1']).optional()).catch(undefined),
  page: one(z.coerce.number().int().min(1).max(10_000).default(1)).catch(1),
})
export type WarningQuery = z.infer<typeof warningQuery>

/** A project in one of the board's lists; `Now` says whether it must still be there. */
export type BoardRow<Now extends Level | null = Level | null> = Live &
  Turn &
  Readonly<{
    id: string
    name: string
    /** Null: not in the ledger on that day. */
    was: Level | null
    now: Now
    /** Its colour today, where the board looks at another day. */
    level: Level
  }>

export type NamedGroup = BoardGroup & Readonly<{ key: string; name: string | null }>

/** The board with the list that was asked for. */
export type WarningBoard = Readonly<{
  from: PlainDate
  to: PlainDate
  groups: readonly NamedGroup[]
  groupCounts: Readonly<Record<BoardGrouping, number>>
  total: BoardGroup
  matrix: BoardMatrix
  turned: readonly BoardRow[]
  turnedCount: number
  list: Readonly<{ rows: readonly BoardRow[]; count: number; pages: number }> | null
}>
