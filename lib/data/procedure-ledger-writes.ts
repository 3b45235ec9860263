import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedurePlan } from '@/lib/domain/procedure-ledger-plan'
import { dayOrNull } from './date'
import type { Tx } from './db'
import { newId } from './ledger-id'
import { insertRows, type JsonRow, updateRows } from './ledger-rows'
import type { MeantProcedure } from './procedure-ledger-rows'
import { caseOf } from './procedure-rows'

/** What a batch keeps of one procedure, enough to take it back. */
export type ProcedureBefore = Readonly<{
  planFinishOn: PlainDate | null
  baselineFinishOn: PlainDate | null
  planMoves: number
  promisedWd?: number
  handlerId?: string | null
}>

/** A procedure a ledger has written: what it was, the numbers of its new moves, the id of its moved plan. */
export type WrittenProcedure = Readonly<{
  known: MeantProcedure
  before: ProcedureBefore
  seqs: readonly number[]
  planChange: Readonly<{ id: string; fromOn: PlainDate; toOn: PlainDate }> | null
}>

/** The rows of one procedure: its moves as events, its moved plan, its new columns. */
function rowsOf(known: MeantProcedure, plan: ProcedurePlan, actor: Actor, today: PlainDate, reason: string) {
  const before = dayOrNull(known.planFinishOn)
  let seq = known.events.at(-1)?.seq ?? 0
  let facts = caseOf(known)
  const events = plan.moves.map(({ move, from, set }): JsonRow => {
    seq += 1
    facts = { ...facts, ...set }
    return {
      id: newId(),
      procedureId: known.id,
      seq,
      move: move.kind,
      fromState: from,
      toState: facts.state,
      on: move.on,
      recordedOn: today,
      at: new Date(),
      data: { set, by: actor.role },
      reason: move.reason ?? reason,
      approverId: move.kind === 'NOT_APPLICABLE' ? actor.personId : null,
      actorId: actor.userId,
    }
  })
  const moved = plan.planFinishOn && before ? { id: newId(), fromOn: before, toOn: plan.planFinishOn } : null
  const planned = plan.planFinishOn && {
    planFinishOn: plan.planFinishOn,
    baselineFinishOn: dayOrNull(known.baselineFinishOn) ?? plan.planFinishOn,
    planMoves: known.planMoves + (before ? 1 : 0),
  }
  return {
    events,
    planChange: moved,
    columns: {
      ...facts,
      ...planned,
      ...(plan.promisedWd !== null && { promisedWd: plan.promisedWd }),
      ...(plan.handlerId !== null && { handlerId: plan.handlerId }),
      version: known.version + 1,
    },
  }
}

/**
 * Writes the moves, plans, promises and handlers of a ledger, each as if made by hand, in a fixed number of statements
 * whatever the number of rows.
 */
export async function writeProcedures(
  tx: Tx,
  actor: Actor,
  rows: readonly Readonly<{ known: MeantProcedure; plan: ProcedurePlan }>[],
  today: PlainDate,
  reason: string,
): Promise<WrittenProcedure[]> {
  const made = rows.map(({ known, plan }) => ({ known, ...rowsOf(known, plan, actor, today, reason) }))
  await insertRows(
    tx,
    'procedureEvent',
    made.flatMap(({ events }) => events),
  )
  await insertRows(
    tx,
    'planChange',
    made.flatMap(({ known, planChange }) =>
      planChange
        ? [
            {
              ...planChange,
              projectId: known.projectId,
              target: 'PROCEDURE_FINISH',
              procedureId: known.id,
              reason,
              nth: known.planMoves + 1,
              approverId: actor.personId,
              actorId: actor.userId,
              on: today,
            },
          ]
        : [],
    ),
  )
  await updateRows(
    tx,
    'procedure',
    made.map(({ known, columns }) => ({ id: known.id, values: columns })),
  )
  return made.map(({ known, events, planChange }) => ({
    known,
    before: {
      planFinishOn: dayOrNull(known.planFinishOn),
      baselineFinishOn: dayOrNull(known.baselineFinishOn),
      planMoves: known.planMoves,
      promisedWd: known.promisedWd,
      handlerId: known.handlerId,
    },
    seqs: events.map(({ seq }) => Number(seq)),
    planChange,
  }))
}
