import 'server-only'
import type { CountedMonth } from '@/lib/domain/ranking/count-month'
import type { CountedItem, CountsFor, ItemKind, OutReason } from '@/lib/domain/ranking/item'
import type { MonthTable, ProjectLine, RankingContent, RankingRow } from '@/lib/domain/ranking/row'
import { SCORE_TABLES, type ScoreTable } from '@/lib/domain/score'
import type { Prisma, RankingItem, RankingVersion } from '@/prisma/generated/client'
import { dayOrNull } from './date'
import type { Tx } from './db'

/** Rows written in one statement. */
const BATCH = 5_000

/** What a version says beside its lines and items. */
export const contentOfVersion = ({ content }: Pick<RankingVersion, 'content'>): RankingContent =>
  content as unknown as RankingContent
export const rowOfLine = ({ body }: { body: Prisma.JsonValue }): RankingRow => body as unknown as RankingRow
export const projectOfLine = ({ body }: { body: Prisma.JsonValue }): ProjectLine => body as unknown as ProjectLine

/** An item as it is kept. */
export const itemOfRow = (row: RankingItem): CountedItem => ({
  seq: row.seq,
  table: row.table as ScoreTable,
  subjectId: row.subjectId,
  indicator: row.indicator as CountsFor,
  kind: row.kind as ItemKind,
  factId: row.factId,
  projectId: row.projectId,
  label: row.label,
  num: row.num,
  den: row.den,
  weight: row.weight,
  n: row.n,
  open: row.open,
  dueOn: dayOrNull(row.dueOn),
  doneOn: dayOrNull(row.doneOn),
  out: row.out as OutReason | null,
  changedBy: row.changedBy,
  detail: row.detail as Record<string, number | string>,
})

type Line = Readonly<{
  table: string
  subjectId: string
  position: number
  rank: number | null
  score: number | null
  body: unknown
}>

const scoreLines = (table: ScoreTable, { rows }: MonthTable): Line[] =>
  rows.map((body, i) => ({
    table,
    subjectId: body.subjectId,
    position: i + 1,
    rank: body.rank,
    score: Math.round(Number(body.score) * 10),
    body,
  }))

const projectLines = (projects: readonly ProjectLine[]): Line[] =>
  projects.map((body, i) => ({
    table: 'PROJECT',
    subjectId: body.subjectId,
    position: i + 1,
    rank: body.rank,
    score: body.deviation,
    body,
  }))

async function insertLines(tx: Tx, versionId: string, lines: readonly Line[]): Promise<void> {
  for (let i = 0; i < lines.length; i += BATCH) {
    const rows = JSON.stringify(lines.slice(i, i + BATCH))
    await tx.$executeRaw`
      INSERT INTO "RankingLine" ("versionId", "table", "subjectId", "position", "rank", "score", "body")
      SELECT ${versionId}::uuid, "table", "subjectId", "position", "rank", "score", "body"
      FROM jsonb_populate_recordset(null::"RankingLine", ${rows}::jsonb)`
  }
}

async function insertItems(tx: Tx, versionId: string, items: readonly CountedItem[]): Promise<void> {
  for (let i = 0; i < items.length; i += BATCH) {
    const rows = JSON.stringify(items.slice(i, i + BATCH))
    await tx.$executeRaw`
      INSERT INTO "RankingItem" ("versionId", "seq", "table", "subjectId", "indicator", "kind", "factId", "projectId", "label",
        "num", "den", "weight", "n", "open", "dueOn", "doneOn", "out", "changedBy", "detail")
      SELECT ${versionId}::uuid, "seq", "table", "subjectId", "indicator", "kind", "factId", "projectId", "label",
        "num", "den", "weight", "n", "open", "dueOn", "doneOn", "out", "changedBy", "detail"
      FROM jsonb_populate_recordset(null::"RankingItem", ${rows}::jsonb)`
  }
}

/** Writes what was counted under a version that has no lines yet. */
export async function writeCounted(
  tx: Tx,
  versionId: string,
  { tables, projects, items }: CountedMonth,
): Promise<void> {
  const lines = SCORE_TABLES.flatMap((table) => scoreLines(table, tables[table]))
  await insertLines(tx, versionId, [...lines, ...projectLines(projects)])
  await insertItems(tx, versionId, items)
}

/** The rows of a table of a version, in their order. */
export const rowsOfTable = async (tx: Tx, versionId: string, table: ScoreTable): Promise<RankingRow[]> =>
  (
    await tx.rankingLine.findMany({
      where: { versionId, table },
      orderBy: { position: 'asc' },
      select: { body: true },
    })
  ).map(rowOfLine)

/** Writes a table of an unsigned version again, with what its content says about it. */
export async function rewriteTable(
  tx: Tx,
  version: Pick<RankingVersion, 'id' | 'content'>,
  table: ScoreTable,
  counted: MonthTable,
): Promise<RankingContent> {
  await tx.rankingLine.deleteMany({ where: { versionId: version.id, table } })
  await insertLines(tx, version.id, scoreLines(table, counted))
  const was = contentOfVersion(version)
  const content: RankingContent = {
    ...was,
    means: { ...was.means, [table]: counted.means },
    medians: { ...was.medians, [table]: counted.median },
  }
  await tx.rankingVersion.update({
    where: { id: version.id },
    data: { content: content as unknown as Prisma.InputJsonValue },
  })
  return content
}

/** Begins a version with the lines and items of another. */
export async function copyParts(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "RankingLine" ("versionId", "table", "subjectId", "position", "rank", "score", "body")
    SELECT ${toId}::uuid, "table", "subjectId", "position", "rank", "score", "body"
    FROM "RankingLine" WHERE "versionId" = ${fromId}::uuid`
  await tx.$executeRaw`
    INSERT INTO "RankingItem" ("versionId", "seq", "table", "subjectId", "indicator", "kind", "factId", "projectId", "label",
      "num", "den", "weight", "n", "open", "dueOn", "doneOn", "out", "changedBy", "detail")
    SELECT ${toId}::uuid, "seq", "table", "subjectId", "indicator", "kind", "factId", "projectId", "label",
      "num", "den", "weight", "n", "open", "dueOn", "doneOn", "out", "changedBy", "detail"
    FROM "RankingItem" WHERE "versionId" = ${fromId}::uuid`
}
