import type { PlainDate } from '@/lib/domain/plain-date'

/** What a unit is late with, each number the rows of one list 部门逾期. */
export type LateAgency = Readonly<{
  id: string
  name: string
  procedures: number
  issues: number
  tasks: number
  slips: number
}>

/** What came in at a point lately, and how much of it is open. */
export type PointLine = Readonly<{ id: string; name: string; received: number; open: number }>

/** What the commission finds first: who drags his feet, what was said at the points, its own slips. */
export type DisciplineDay = Readonly<{
  late: readonly LateAgency[]
  lateUnits: number
  points: readonly PointLine[]
  /** Days the points are counted over. */
  from: PlainDate
  /** Points nothing came in at in these days. */
  quietPoints: number
  received: number
}>
