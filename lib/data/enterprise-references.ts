import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from './db'

/** A column of some table that says which enterprise its row is of. */
export type EnterpriseColumn = Readonly<{
  table: string
  column: string
  /** Unique keys it is part of: their other columns, and the condition of a partial one. */
  keys: readonly Readonly<{ others: readonly string[]; when: string | null }>[]
}>

type Key = Readonly<{ table: string; column: string; others: string[] | null; when: string | null }>

const name = (text: string) => Prisma.raw(`"${text.replaceAll('"', '""')}"`)

/**
 * Every column that refers to an enterprise, as the database's own catalogue of foreign keys has it: a noun that comes later is
 * in it the day its table is made. What is the enterprise's own half (资信) is left to the merge.
 */
export async function enterpriseColumns(tx: Tx): Promise<EnterpriseColumn[]> {
  const columns = await tx.$queryRaw<{ table: string; column: string }[]>`
    SELECT t.relname AS "table", a.attname AS "column"
    FROM pg_constraint c
    JOIN pg_class t ON t.oid = c.conrelid
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = '"Enterprise"'::regclass AND cardinality(c.conkey) = 1
      AND t.relname <> 'EnterpriseCredit'
    ORDER BY 1, 2`
  const keys = await tx.$queryRaw<Key[]>`
    SELECT t.relname AS "table", a.attname AS "column",
      (SELECT array_agg(o.attname::text ORDER BY o.attnum) FROM pg_attribute o
         WHERE o.attrelid = i.indrelid AND o.attnum = ANY(i.indkey::int2[]) AND o.attnum <> a.attnum) AS "others",
      pg_get_expr(i.indpred, i.indrelid) AS "when"
    FROM pg_index i
    JOIN pg_class t ON t.oid = i.indrelid
    JOIN pg_constraint c ON c.conrelid = i.indrelid AND c.contype = 'f' AND c.confrelid = '"Enterprise"'::regclass
      AND cardinality(c.conkey) = 1
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = c.conkey[1]
    WHERE i.indisunique AND i.indexprs IS NULL AND a.attnum = ANY(i.indkey::int2[])`
  return columns.map(({ table, column }) => ({
    table,
    column,
    keys: keys
      .filter((key) => key.table === table && key.column === column)
      .map(({ others, when }) => ({ others: others ?? [], when })),
  }))
}

/** Rows of a column that the one that stays has already, by a unique key: nobody can have them twice. */
function twiceSql({ table, column, keys }: EnterpriseColumn, goes: string, stays: string): Prisma.Sql {
  if (keys.length === 0) return Prisma.sql`SELECT ctid FROM ${name(table)} WHERE false`
  const each = keys.map(({ others, when }) => {
    // The condition comes from the catalogue and names columns bare: it is asked of each side by itself.
    const side = (id: string) =>
      Prisma.sql`(SELECT ctid AS row_, * FROM ${name(table)} WHERE ${name(column)} = ${id}::uuid ${when ? Prisma.raw(`AND (${when})`) : Prisma.empty})`
    const same = others.map((other) => Prisma.sql`AND g.${name(other)} = s.${name(other)}`)
    return Prisma.sql`SELECT g.row_ AS ctid FROM ${side(goes)} g JOIN ${side(stays)} s ON true ${Prisma.join([Prisma.empty, ...same], ' ')}`
  })
  return Prisma.join(each, ' UNION ')
}

/** How many rows of a column move, and how many of them the one that stays has already. */
export async function countMoving(tx: Tx, of: EnterpriseColumn, goes: string, stays: string) {
  const [counts] = await tx.$queryRaw<{ n: number; twice: number }[]>`
    SELECT (SELECT count(*)::int FROM ${name(of.table)} WHERE ${name(of.column)} = ${goes}::uuid) AS n,
      (SELECT count(*)::int FROM (${twiceSql(of, goes, stays)}) d) AS twice`
  return counts ?? { n: 0, twice: 0 }
}

/** Moves the rows of a column; what would be there twice is kept of the one that stays. Returns what was left out, whole. */
export async function moveRows(tx: Tx, of: EnterpriseColumn, goes: string, stays: string): Promise<Prisma.JsonValue[]> {
  const { table, column, keys } = of
  const left =
    keys.length === 0
      ? []
      : await tx.$queryRaw<{ row: Prisma.JsonValue }[]>`
          DELETE FROM ${name(table)} t WHERE t.ctid IN (${twiceSql(of, goes, stays)}) RETURNING to_jsonb(t) AS row`
  await tx.$executeRaw`UPDATE ${name(table)} SET ${name(column)} = ${stays}::uuid WHERE ${name(column)} = ${goes}::uuid`
  return left.map(({ row }) => row)
}
