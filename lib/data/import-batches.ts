import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { issueTitle } from '@/lib/domain/issue/kind'
import type { LedgerMend } from '@/lib/domain/ledger-mend'
import type { KeptProject } from '@/lib/domain/ledger-undone'
import { isUuid } from '@/lib/schemas/id'
import type { ImportBatchRow } from '@/lib/schemas/import'
import type { ImportBatch } from '@/prisma/generated/client'
import { db } from './db'
import { REGISTER_BATCHES, registerNames } from './register-undo'

/** Imports on one page of the list. */
export const BATCHES_SIZE = 20

const count = (summary: ImportBatch['summary'], name: string): number => {
  const value = summary && typeof summary === 'object' && !Array.isArray(summary) ? summary[name] : 0
  return typeof value === 'number' ? value : 0
}

async function toRows(batches: readonly ImportBatch[]): Promise<ImportBatchRow[]> {
  const users = await db.user.findMany({
    where: { id: { in: batches.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, person: { select: { name: true } } },
  })
  const names = new Map(users.map(({ id, person }) => [id, person.name]))
  return batches.map(({ id, kind, fileName, at, undoneAt, undo, actorId, summary }) => ({
    id,
    state: undoneAt ? 'undone' : undo ? 'partlyUndone' : 'inForce',
    kind,
    fileName,
    at,
    undoneAt,
    by: actorId === null ? null : (names.get(actorId) ?? null),
    created: count(summary, 'created'),
    changed: count(summary, 'changed'),
    unchanged: count(summary, 'unchanged'),
    rejected: count(summary, 'rejected'),
  }))
}

/** The imports of the district, the latest first, a page of them. */
export async function listBatches(actor: Actor, page: number): Promise<{ rows: ImportBatchRow[]; total: number }> {
  const where = { districtId: actor.districtId }
  const [batches, total] = await Promise.all([
    db.importBatch.findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * BATCHES_SIZE,
      take: BATCHES_SIZE,
    }),
    db.importBatch.count({ where }),
  ])
  return { rows: await toRows(batches), total }
}

/** Cells that were mended in the preview of a batch. */
const mendsOf = (summary: ImportBatch['summary']): readonly LedgerMend[] => {
  const mends = summary && typeof summary === 'object' && !Array.isArray(summary) ? summary.mends : undefined
  return Array.isArray(mends) ? (mends as unknown as readonly LedgerMend[]) : []
}

/** What the last undo of a batch had to leave. */
const keptOf = (undo: ImportBatch['undo']): readonly KeptProject[] =>
  (undo as unknown as Readonly<{ kept: readonly KeptProject[] }> | null)?.kept ?? []

/** Projects named on the page of an import; a first ledger has hundreds, which the list of projects shows better. */
const NAMED = 500

/** The name a row had when a batch made it. */
const nameIn = (after: unknown): string =>
  after && typeof after === 'object' && 'name' in after && typeof after.name === 'string' ? after.name : ''

/** Problems a batch touched, by their headings. */
async function issuesOf(ids: readonly string[]) {
  const found = await db.issue.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, text: true },
    orderBy: { number: 'asc' },
  })
  return found.map(({ id, text }) => ({ id, name: issueTitle(text) }))
}

/** One import of the district with the projects it touched; null for another district’s. */
export async function findBatch(actor: Actor, id: string) {
  if (!isUuid(id)) return null
  const batch = await db.importBatch.findFirst({ where: { id, districtId: actor.districtId } })
  const [row] = batch ? await toRows([batch]) : []
  if (!batch || !row) return null
  const ofProcedures = row.kind === 'PROCEDURE_LEDGER'
  const ofIssues = row.kind === 'ISSUE_LEDGER'
  const ofRegister = REGISTER_BATCHES.has(row.kind)
  const model = ofProcedures ? 'procedure' : ofIssues ? 'issue' : 'project'
  const touched = await db.importChange.findMany({
    where: { batchId: id, ...(ofRegister ? {} : { model }) },
    select: { rowId: true, before: true, after: true },
    orderBy: { seq: 'asc' },
  })
  const made = new Set(touched.filter(({ before }) => before === null).map(({ rowId }) => rowId))
  const ids = touched.map(({ rowId }) => rowId)
  const found = ofRegister
    ? await registerNames(db, row.kind, ids)
    : ofIssues
      ? await issuesOf(ids)
      : await db.project.findMany({
          where: ofProcedures ? { procedures: { some: { id: { in: ids } } } } : { id: { in: ids } },
          select: { id: true, name: true },
          orderBy: { number: 'asc' },
        })
  const [mends, kept] = [mendsOf(batch.summary), keptOf(batch.undo)]
  const left = new Set(kept.map((one) => one.id))
  const isBack = (projectId: string) => row.state === 'undone' || (row.state === 'partlyUndone' && !left.has(projectId))
  const here = new Set(found.map((p) => p.id))
  const projects = [
    ...found.map((p) => ({ ...p, fate: made.has(p.id) ? 'made' : isBack(p.id) ? 'putBack' : 'changed' }) as const),
    // What an undo removed is still told by its name.
    ...touched.flatMap(({ rowId, after }) =>
      ofProcedures || here.has(rowId) ? [] : [{ id: rowId, name: nameIn(after), fate: 'removed' } as const],
    ),
  ]
  // What another undo would still have to deal with.
  const open = row.state === 'partlyUndone' && !ofProcedures ? [...left] : ids
  const goes = open.filter((rowId) => made.has(rowId)).length
  return {
    ...row,
    mends,
    kept,
    touched: touched.length,
    undoing: { goes, back: open.length - goes },
    projects: projects.slice(0, NAMED),
  }
}
