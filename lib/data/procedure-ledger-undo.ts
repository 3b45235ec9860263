import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { LedgerUndone } from '@/lib/domain/ledger-undone'
import { type PlainDate, parsePlainDate } from '@/lib/domain/plain-date'
import { replay } from '@/lib/domain/procedure-move'
import { err, ok, type Result } from '@/lib/domain/result'
import type { ImportBatch, ImportChange } from '@/prisma/generated/client'
import { dbDayOrNull, toDb } from './date'
import type { Tx } from './db'
import { refreshProjects } from './levels'
import { columnsOf, recordedMove } from './procedure-rows'

type Before = { planFinishOn: string | null; baselineFinishOn: string | null; planMoves: number }
type After = { version: number; seqs: number[] }

/**
 * Takes a ledger of procedures back: its moves are taken back one by one, which the history shows; its plans are as before.
 *
 * A procedure somebody has worked on since stays as it is, and its project is named.
 *
 * @returns err ALL_CHANGED_SINCE
 */
export async function undoProcedures(
  tx: Tx,
  actor: Actor,
  batch: ImportBatch & { changes: readonly ImportChange[] },
  reason: string,
  today: PlainDate,
): Promise<Result<LedgerUndone>> {
  const own = batch.changes.filter(({ model }) => model === 'procedure')
  const moved = batch.changes.filter(({ model }) => model === 'planChange')
  const select = { id: true, projectId: true }
  const places = await tx.procedure.findMany({ where: { id: { in: own.map(({ rowId }) => rowId) } }, select })
  const projectIds = [...new Set(places.map(({ projectId }) => projectId))].sort()
  await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ANY(${projectIds}::uuid[]) ORDER BY id FOR UPDATE`
  const rows = await tx.procedure.findMany({
    where: { id: { in: places.map(({ id }) => id) } },
    include: { events: { orderBy: { seq: 'asc' } }, project: { select: { id: true, name: true } } },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const [touched, kept] = [new Set<string>(), new Map<string, string>()]
  let restored = 0
  const gone: string[] = []
  for (const change of own) {
    const [row, before, after] = [byId.get(change.rowId), change.before as Before, change.after as After]
    if (!row) continue
    const back = after.seqs.every((seq) => row.events.some(({ takesBack }) => takesBack === seq))
    if (row.version !== after.version) {
      // An earlier undo of the same batch has dealt with it.
      if (after.seqs.length === 0 || !back) kept.set(row.project.id, row.project.name)
      continue
    }
    let seq = row.events.at(-1)?.seq ?? 0
    const moves = row.events.map(recordedMove)
    let state = row.state
    for (const takesBack of [...after.seqs].reverse()) {
      seq += 1
      moves.push({ seq, takesBack, set: {} })
      const facts = replay(moves)
      await tx.procedureEvent.create({
        data: {
          procedureId: row.id,
          seq,
          move: 'TAKE_BACK',
          fromState: state,
          toState: facts.state,
          on: toDb(today),
          recordedOn: toDb(today),
          reason,
          actorId: actor.userId,
          takesBack,
        },
      })
      state = facts.state
    }
    await tx.procedure.update({
      where: { id: row.id },
      data: {
        ...columnsOf(replay(moves)),
        planFinishOn: dbDayOrNull(parsePlainDate(before.planFinishOn)),
        baselineFinishOn: dbDayOrNull(parsePlainDate(before.baselineFinishOn)),
        planMoves: before.planMoves,
        version: { increment: 1 },
      },
    })
    restored += 1
    touched.add(row.projectId)
    gone.push(
      ...moved
        .filter(({ after: values }) => (values as { procedureId: string }).procedureId === row.id)
        .map(({ rowId }) => rowId),
    )
  }
  if (restored === 0 && kept.size > 0) return err({ code: 'ALL_CHANGED_SINCE', count: kept.size })
  // History goes with the record it belongs to; the trigger lets it, in this transaction only.
  await tx.$executeRaw`SELECT set_config('app.undo_import', ${batch.id}, true)`
  await tx.planChange.deleteMany({ where: { id: { in: gone } } })
  await refreshProjects(tx, [...touched], today, 'IMPORT', actor.userId)
  if (kept.size === 0) await tx.importBatch.update({ where: { id: batch.id }, data: { undoneAt: new Date() } })
  const left = [...kept].map(([id, name]) => ({ id, name }))
  return ok({ batchId: batch.id, restored, kept: left })
}
