import 'server-only'
import { type CountedItem, type ItemChange, type OutReason, remedied } from '@/lib/domain/ranking/item'
import { subjectOfRow, sumsOfRow, tableOfSums } from '@/lib/domain/ranking/month-table'
import { NO_SUMS, type SubjectSums, withItem, withoutItem } from '@/lib/domain/ranking/sums'
import { err, ok, type Result } from '@/lib/domain/result'
import type { ScoreTable } from '@/lib/domain/score'
import type { Prisma, RankingVersion } from '@/prisma/generated/client'
import type { Tx } from './db'
import { contentOfVersion, itemOfRow, rewriteTable, rowsOfTable } from './ranking-version'

/** What a change did, for the decision and the log. */
export type Recounted = Readonly<{ seq: number; remedy: ItemChange['remedy']; label: string }>

/**
 * Applies changes to items of an unsigned version and counts their tables again 重算: only what changed is taken out of the
 * sums and put in anew, which is the same as counting everything.
 *
 * @param by id of the objection, or the number of the version, that changes them
 * @param of items that may be changed; null: any of the version
 * @returns err CHANGE_MISSING, CHANGE_TWICE (one item in two ways), ITEM_UNKNOWN
 */
export async function recount(
  tx: Tx,
  version: RankingVersion,
  changes: readonly ItemChange[],
  because: OutReason,
  by: string,
  of: Readonly<{ table: ScoreTable; subjectId: string }> | null,
): Promise<Result<readonly Recounted[]>> {
  if (changes.length === 0) return err({ code: 'CHANGE_MISSING' })
  if (new Set(changes.map(({ seq }) => seq)).size < changes.length)
    return err({ code: 'CHANGE_TWICE', field: 'changes' })
  const found = await tx.rankingItem.findMany({
    where: { versionId: version.id, seq: { in: changes.map(({ seq }) => seq) }, ...(of ?? {}) },
  })
  const items = new Map(found.map((row) => [row.seq, itemOfRow(row)]))
  const pairs: { was: CountedItem; now: CountedItem; remedy: ItemChange['remedy'] }[] = []
  for (const { seq, remedy } of changes) {
    const was = items.get(seq)
    if (!was) return err({ code: 'ITEM_UNKNOWN', seq })
    pairs.push({ was, now: remedied(was, remedy, because, by), remedy })
  }
  let content = version.content
  for (const table of new Set(pairs.map(({ was }) => was.table))) {
    const rows = await rowsOfTable(tx, version.id, table)
    const sums = new Map<string, SubjectSums>(rows.map((row) => [row.subjectId, sumsOfRow(row)]))
    for (const { was, now } of pairs) {
      if (was.table !== table) continue
      const own = sums.get(was.subjectId) ?? NO_SUMS
      sums.set(was.subjectId, withItem(withoutItem(own, was), now))
    }
    const { parameters } = contentOfVersion(version)
    const counted = tableOfSums(table, rows.map(subjectOfRow), sums, parameters)
    content = (await rewriteTable(tx, { id: version.id, content }, table, counted)) as unknown as Prisma.JsonValue
  }
  for (const { now } of pairs)
    await tx.rankingItem.update({
      where: { versionId_seq: { versionId: version.id, seq: now.seq } },
      data: { num: now.num, out: now.out, changedBy: now.changedBy },
    })
  return ok(pairs.map(({ was, remedy }) => ({ seq: was.seq, remedy, label: was.label })))
}
