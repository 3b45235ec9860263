import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { issueTitle } from '@/lib/domain/issue/kind'
import type { KeptProject } from '@/lib/domain/ledger-undone'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ImportBatch, ImportChange, Issue } from '@/prisma/generated/client'
import type { Tx } from './db'
import { fromColumn, type JsonRow, updateRows } from './ledger-rows'
import { refreshProjects } from './levels'
import { removeUnused, type Undone } from './project-ledger-undo'

type After = Readonly<{ version: number; moveIds: readonly string[] }>

/** Whether a problem stands as it was before the batch: an earlier undo has dealt with it. */
const isBack = (issue: Issue, before: JsonRow): boolean =>
  Object.entries(before).every(
    ([column, value]) => JSON.stringify(fromColumn(issue[column as keyof Issue])) === JSON.stringify(value),
  )

/** Of some problems those the commission follows up with a slip, or a complaint became: they are not the ledger's alone any more. */
async function followedUp(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const where = { issueId: { in: [...ids] } }
  const found = await Promise.all([
    tx.supervisionSlip.findMany({ where, select: { issueId: true } }),
    tx.complaint.findMany({ where, select: { issueId: true } }),
  ])
  return new Set(found.flat().flatMap(({ issueId }) => issueId ?? []))
}

/** Names the batch explained are as before, where nobody has explained them otherwise since. */
async function forgetNames(tx: Tx, changes: readonly ImportChange[]) {
  for (const { model, rowId, before, after } of changes) {
    if (model !== 'nameMapping') continue
    const where = { id: rowId, targetId: String((after as JsonRow).targetId) }
    if (before === null) await tx.nameMapping.deleteMany({ where })
    else await tx.nameMapping.updateMany({ where, data: { targetId: String((before as JsonRow).targetId) } })
  }
}

/**
 * Takes a ledger of problems back: what it made goes, what it changed is as before, and its lines leave the history.
 *
 * A problem somebody has worked on since, or the commission follows up, stays as it is. Nothing is touched where all have to stay.
 */
export async function undoIssues(
  tx: Tx,
  actor: Actor,
  batch: ImportBatch & { changes: readonly ImportChange[] },
  today: PlainDate,
): Promise<Undone> {
  const own = batch.changes.filter(({ model }) => model === 'issue')
  const ids = own.map(({ rowId }) => rowId).sort()
  const places = await tx.issue.findMany({ where: { id: { in: ids } }, select: { projectId: true } })
  const projectIds = [...new Set(places.flatMap(({ projectId }) => projectId ?? []))].sort()
  await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ANY(${projectIds}::uuid[]) ORDER BY id FOR UPDATE`
  await tx.$queryRaw`SELECT 1 FROM "Issue" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const found = await tx.issue.findMany({ where: { id: { in: ids } } })
  const byId = new Map(found.map((issue) => [issue.id, issue]))
  const followed = await followedUp(
    tx,
    own.filter(({ before }) => before === null).map(({ rowId }) => rowId),
  )
  const [kept, gone, moves]: [string[], string[], string[]] = [[], [], []]
  const back: { id: string; values: JsonRow }[] = []
  for (const { rowId, before, after } of own) {
    const issue = byId.get(rowId)
    const was = before as JsonRow | null
    const { version, moveIds } = after as unknown as After
    if (!issue) continue
    if (issue.version !== version) {
      if (!was || !isBack(issue, was)) kept.push(rowId)
      continue
    }
    if (followed.has(rowId)) {
      kept.push(rowId)
      continue
    }
    moves.push(...moveIds)
    if (was) back.push({ id: rowId, values: { ...was, version: issue.version + 1 } })
    else gone.push(rowId)
  }
  const restored = gone.length + back.length
  if (restored === 0 && kept.length > 0) return { restored, removed: 0, kept }
  // History goes with the record it belongs to, in this transaction only.
  await tx.$executeRaw`SELECT set_config('app.undo_import', ${batch.id}, true)`
  await tx.issueMove.deleteMany({ where: { id: { in: moves } } })
  await tx.issue.deleteMany({ where: { id: { in: gone } } })
  await updateRows(tx, 'issue', back)
  await forgetNames(tx, batch.changes)
  await removeUnused(tx, batch.changes)
  await refreshProjects(tx, projectIds, today, 'IMPORT', actor.userId)
  return { restored, removed: gone.length, kept }
}

/**
 * Problems an undo had to leave, each with who changed it last since the batch, when, and by which operation; a slip of the
 * commission about it counts as a change.
 */
export async function keptIssues(tx: Tx, ids: readonly string[], batch: ImportBatch): Promise<KeptProject[]> {
  if (ids.length === 0) return []
  const issues = await tx.issue.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, text: true, supervisionSlips: { select: { id: true } } },
    orderBy: { number: 'asc' },
  })
  const issueOf = new Map(issues.flatMap(({ id, supervisionSlips }) => supervisionSlips.map((slip) => [slip.id, id])))
  const traces = await tx.auditEntry.findMany({
    where: { subject: { in: [...ids, ...issueOf.keys()] }, ok: true, at: { gt: batch.at } },
    select: { subject: true, actorName: true, at: true, action: true },
    orderBy: { at: 'asc' },
  })
  const last = new Map(traces.map((trace) => [issueOf.get(trace.subject ?? '') ?? trace.subject, trace]))
  return issues.map(({ id, text }) => {
    const trace = last.get(id)
    return {
      id,
      name: issueTitle(text),
      by: trace?.actorName ?? null,
      at: trace?.at.toISOString() ?? null,
      action: trace?.action ?? null,
    }
  })
}
