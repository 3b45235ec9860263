import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { keptName, type LedgerUndone } from '@/lib/domain/ledger-undone'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok } from '@/lib/domain/result'
import { type ImportBatch, type ImportChange, Prisma } from '@/prisma/generated/client'
import { keptProjects } from './changed-since'
import type { Tx } from './db'
import { keptIssues, undoIssues } from './issue-ledger-undo'
import { undoProcedures } from './procedure-ledger-undo'
import { type Undone, undoProjects } from './project-ledger-undo'
import { keptRegister, REGISTER_BATCHES, undoRegister } from './register-undo'
import { write } from './write'

/** Projects the audit names one by one; the batch itself names all of them. */
const NAMED = 50

/** Takes the rows of a batch back, as its kind does. */
function takeBack(
  tx: Tx,
  actor: Actor,
  batch: ImportBatch & { changes: readonly ImportChange[] },
  reason: string,
  today: PlainDate,
): Promise<Undone> {
  if (REGISTER_BATCHES.has(batch.kind)) return undoRegister(tx, batch)
  if (batch.kind === 'PROCEDURE_LEDGER') return undoProcedures(tx, actor, batch, reason, today)
  return batch.kind === 'ISSUE_LEDGER' ? undoIssues(tx, actor, batch, today) : undoProjects(tx, actor, batch, today)
}

/**
 * Takes an import back 撤销导入: what the batch made goes, what it changed is as before.
 *
 * A project somebody has worked on since stays whole, as it is, and is named with who changed it: the answer has it, and
 * the batch keeps it. A batch of which something had to stay can be taken up again once that is settled.
 *
 * @param input.reason kept, with the file’s name, with every move that is taken back
 * @returns err NOT_FOUND, ALREADY_UNDONE, ALL_CHANGED_SINCE (nothing could be taken back) with their names
 */
export const undoLedger = write(
  'ledger.undo',
  async (tx, actor, input: Readonly<{ batchId: string; reason?: string }>, today) => {
    await tx.$queryRaw`SELECT 1 FROM "ImportBatch" WHERE id = ${input.batchId}::uuid FOR UPDATE`
    const batch = await tx.importBatch.findFirst({
      where: { id: input.batchId, districtId: actor.districtId },
      include: { changes: { orderBy: { seq: 'asc' } } },
    })
    if (!batch) return err({ code: 'NOT_FOUND' })
    if (batch.undoneAt) return err({ code: 'ALREADY_UNDONE' })
    const reason = [input.reason, batch.fileName].filter(Boolean).join(' ')
    const { restored, removed, kept: left } = await takeBack(tx, actor, batch, reason, today)
    const keptOf = REGISTER_BATCHES.has(batch.kind)
      ? keptRegister
      : batch.kind === 'ISSUE_LEDGER'
        ? keptIssues
        : keptProjects
    const kept = await keptOf(tx, left, batch)
    if (restored === 0 && kept.length > 0)
      return err({ code: 'ALL_CHANGED_SINCE', count: kept.length, names: kept.map(keptName) })
    const at = new Date()
    await tx.importBatch.update({
      where: { id: batch.id },
      data:
        kept.length === 0
          ? { undoneAt: at, undo: Prisma.DbNull }
          : { undo: { at: at.toISOString(), restored, kept: kept.map((one) => ({ ...one })) } },
    })
    const value: LedgerUndone = { batchId: batch.id, restored, removed, kept }
    const names = kept.slice(0, NAMED).map(({ name }) => name)
    return ok({ value, subject: batch.id, detail: { restored, left: kept.length, kept: names } })
  },
  { size: 'bulk' },
)
