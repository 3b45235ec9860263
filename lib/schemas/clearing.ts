import type { ClearingAction } from '@/lib/domain/clearing-action'
import type { FactorKind } from '@/lib/domain/factor-need'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ItemName } from './project-row'

/** A problem or a need as its line names it: what a problem says, the kind a need is of. */
export type ClearingPart = Readonly<{ kind: 'ISSUE'; text: string } | { kind: 'NEED'; of: FactorKind }>

/** One thing somebody does about a colour, and the way to it for a reader who may do it. */
export type ClearingLine = Readonly<{
  key: string
  code: ClearingAction['code']
  params: ClearingAction['params']
  /** The procedure it is about, where a list speaks of several. */
  item: ItemName | null
  /** The problem or need it is about, where the reader sees it. */
  part: ClearingPart | null
  /** The item that is to be finished before. */
  before: ItemName | null
  /** Who can do it: a unit or a person, as people call them. */
  owner: ClearingAction['owner']
  name: string | null
  /** Where the reader does it; null where it is another's, or not the next thing yet. */
  href: string | null
}>

/** A way out of a colour: what is to be done, the colour it leads to, and from which day. */
export type ClearingWay = Readonly<{
  lines: readonly ClearingLine[]
  level: Level
  on: PlainDate
  /** What others have to do besides, where only the reader's own is listed. */
  others: number
}>

/** The shortest way out of a colour 怎样转绿, and one that moves a plan where that is shorter. */
export type ClearingWays = Readonly<{ deeds: ClearingWay | null; relief: ClearingWay | null }>
