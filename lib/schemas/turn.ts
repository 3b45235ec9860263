import type { Deadline } from '@/lib/domain/deadline'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Dimension } from '@/lib/domain/project-level'
import type { Owner } from '@/lib/domain/reason'

/** What turns a project's colour next, where it is not what the colour already speaks of. */
export type TurnedBy = Readonly<{
  dimension: Dimension
  /** The third yellow month in a row. */
  third: boolean
  item: Readonly<{ nameZh: string; nameEn: string }> | null
}>

/** How the procedure a project's colour speaks of turns by itself, where its project keeps its colour (D1). */
export type OwnTurn = Readonly<{ on: PlainDate; level: Level; provisional: boolean }>

/** What happens to a colour by itself, as the rules foresaw it when they were last asked 不动会怎样. */
export type NextTurn = Readonly<{
  nextLevelOn: PlainDate | null
  nextLevel: Level | null
  /** Who has to move first from that day on. */
  nextOwner: Owner | null
  /** The colour stays, and whoever has to move now still has to then. */
  nextJoins: boolean
  /** Counted through a year whose holidays are not published 暂定. */
  nextProvisional: boolean
}>

/** The same of something whose colour may have reached its end: with the limit that is still ahead of its clock. */
export type Turn = NextTurn & Readonly<{ level: Level; deadline: Deadline | null }>
