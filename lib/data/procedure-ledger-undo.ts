import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { replay } from '@/lib/domain/procedure-move'
import type { ImportBatch, ImportChange, Procedure, ProcedureEvent } from '@/prisma/generated/client'
import { dayOrNull } from './date'
import type { Tx } from './db'
import { newId } from './ledger-id'
import { insertRows, type JsonRow, updateRows } from './ledger-rows'
import { refreshProjects } from './levels'
import type { ProcedureBefore } from './procedure-ledger-writes'
import { recordedMove } from './procedure-rows'
import type { Undone } from './project-ledger-undo'

type After = { version: number; seqs: number[] }
type Row = Procedure & { events: ProcedureEvent[] }

/** Whether an earlier undo of the same batch has dealt with a procedure: its moves are taken back and its plan is as before. */
const isBack = (row: Row, was: ProcedureBefore, seqs: readonly number[]): boolean =>
  seqs.every((seq) => row.events.some(({ takesBack }) => takesBack === seq)) &&
  dayOrNull(row.planFinishOn) === was.planFinishOn &&
  row.planMoves === was.planMoves &&
  (was.promisedWd === undefined || row.promisedWd === was.promisedWd) &&
  (was.handlerId === undefined || row.handlerId === was.handlerId)

/** The rows that take the moves of a batch back, the last first, and what the procedure is then. */
function takenBack(row: Row, seqs: readonly number[], actor: Actor, reason: string, today: PlainDate) {
  let seq = row.events.at(-1)?.seq ?? 0
  let state = row.state
  const moves = row.events.map(recordedMove)
  const events = [...seqs].reverse().map((takesBack): JsonRow => {
    seq += 1
    moves.push({ seq, takesBack, set: {} })
    const fromState = state
    state = replay(moves).state
    return {
      id: newId(),
      procedureId: row.id,
      seq,
      move: 'TAKE_BACK',
      fromState,
      toState: state,
      on: today,
      recordedOn: today,
      at: new Date(),
      data: {},
      reason,
      actorId: actor.userId,
      takesBack,
    }
  })
  return { events, facts: replay(moves) }
}

/**
 * Takes a ledger of procedures back: its moves are taken back one by one, which the history shows; its plans, promises and
 * handlers are as before.
 *
 * A procedure somebody has worked on since stays as it is; its project is named. Nothing is touched where all have to stay.
 */
export async function undoProcedures(
  tx: Tx,
  actor: Actor,
  batch: ImportBatch & { changes: readonly ImportChange[] },
  reason: string,
  today: PlainDate,
): Promise<Undone> {
  const own = batch.changes.filter(({ model }) => model === 'procedure')
  const places = await tx.procedure.findMany({
    where: { id: { in: own.map(({ rowId }) => rowId) } },
    select: { id: true, projectId: true },
  })
  const projectIds = [...new Set(places.map(({ projectId }) => projectId))].sort()
  await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ANY(${projectIds}::uuid[]) ORDER BY id FOR UPDATE`
  const rows = await tx.procedure.findMany({
    where: { id: { in: places.map(({ id }) => id) } },
    include: { events: { orderBy: { seq: 'asc' } } },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const kept = new Set<string>()
  const restored = new Map<string, Row>()
  const [events, columns]: [JsonRow[], { id: string; values: JsonRow }[]] = [[], []]
  for (const { rowId, before, after } of own) {
    const [row, was, { version, seqs }] = [byId.get(rowId), before as ProcedureBefore, after as After]
    if (!row) continue
    if (row.version !== version) {
      if (!isBack(row, was, seqs)) kept.add(row.projectId)
      continue
    }
    const taken = takenBack(row, seqs, actor, reason, today)
    events.push(...taken.events)
    columns.push({ id: row.id, values: { ...taken.facts, ...was, version: row.version + 1 } })
    restored.set(row.id, row)
  }
  if (restored.size === 0) return { restored: 0, removed: 0, kept: [...kept] }
  await insertRows(tx, 'procedureEvent', events)
  await updateRows(tx, 'procedure', columns)
  // History goes with the record it belongs to; the trigger lets it, in this transaction only.
  await tx.$executeRaw`SELECT set_config('app.undo_import', ${batch.id}, true)`
  const moved = batch.changes.flatMap(({ model, rowId, after }) =>
    model === 'planChange' && restored.has((after as { procedureId: string }).procedureId) ? [rowId] : [],
  )
  await tx.planChange.deleteMany({ where: { id: { in: moved } } })
  const touched = [...new Set([...restored.values()].map(({ projectId }) => projectId))]
  await refreshProjects(tx, touched, today, 'IMPORT', actor.userId)
  return { restored: restored.size, removed: 0, kept: [...kept] }
}
