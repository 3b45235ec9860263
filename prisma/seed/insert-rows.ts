import type { Tx } from '@/lib/data/db'
import { Prisma } from '@/prisma/generated/client'

type Table =
  | 'Project'
  | 'Procedure'
  | 'ProcedureEvent'
  | 'Milestone'
  | 'PlanChange'
  | 'YearPlan'
  | 'InvestmentEntry'
  | 'WeeklyUpdate'
  | 'StageChange'
  | 'Issue'
  | 'IssueMove'
  | 'StewardAssignment'
  | 'Handover'
  | 'MonthLevel'
  | 'LevelChange'
  | 'RankingObjection'
  | 'Rating'
  | 'Walk'
  | 'WalkStep'
  | 'WalkFinding'
  | 'WalkFindingMove'
  | 'PackBatch'
  | 'GiftPack'
  | 'Enterprise'
  | 'EnterpriseCredit'
  | 'JobNeed'
  | 'JobEvent'
  | 'JobEventPost'

const json = (rows: readonly object[]) =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))

/**
 * Inserts many rows in one statement; columns a row does not name get their default.
 *
 * Several times faster than `createMany`, which plans every value of every row.
 */
export async function insertRows<Row extends object>(tx: Tx, table: Table, rows: readonly Row[]): Promise<void> {
  const shapes = new Map<string, { columns: string[]; rows: Row[] }>()
  for (const row of rows) {
    const columns = Object.entries(row).flatMap(([name, value]) => (value === undefined ? [] : [name]))
    const shape = shapes.get(columns.join()) ?? { columns, rows: [] }
    shape.rows.push(row)
    shapes.set(columns.join(), shape)
  }
  for (const shape of shapes.values()) {
    const columns = Prisma.raw(shape.columns.map((name) => `"${name}"`).join(', '))
    const name = Prisma.raw(`"${table}"`)
    await tx.$executeRaw`
      INSERT INTO ${name} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(null::${name}, ${json(shape.rows)}::jsonb)`
  }
}
