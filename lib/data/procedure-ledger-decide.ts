import 'server-only'
import { type Action, type Actor, relationFor } from '@/lib/domain/access'
import type { Verdict } from '@/lib/domain/ledger-plan'
import type { LedgerNote } from '@/lib/domain/ledger-row'
import type { LedgerAnswers } from '@/lib/domain/ledger-snapshot'
import { nameKey } from '@/lib/domain/ledger-text'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureLedger, ProcedureRow } from '@/lib/domain/procedure-ledger'
import { findHandler } from '@/lib/domain/procedure-ledger-handler'
import type { ItemNames } from '@/lib/domain/procedure-ledger-header'
import { type ProcedurePlan, planProcedureRow } from '@/lib/domain/procedure-ledger-plan'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import { dayOrNull } from './date'
import type { Tx } from './db'
import { type LevelContext, loadLevelContext } from './level-context'
import { loadHandlers, loadMeantProcedures, type MeantProcedure } from './procedure-ledger-rows'
import { moveContextOf } from './procedure-moves'
import { caseOf } from './procedure-rows'

/** A row of a ledger of procedures with the procedure it means and what it does to it. */
export type PlannedProcedure = Readonly<{
  row: ProcedureRow
  known: MeantProcedure | null
  plan: ProcedurePlan
  notes: readonly LedgerNote[]
}>

const error = (code: string, params: LedgerNote['params'] = {}): LedgerNote => ({ severity: 'error', code, params })
const NOTHING: ProcedurePlan = {
  moves: [],
  planFinishOn: null,
  promisedWd: null,
  handlerId: null,
  changes: [],
  notes: [],
}

/** What becomes of a row: it stays out with an error or a question, else it changes something or nothing. */
export const verdictOf = ({ notes, plan }: Pick<PlannedProcedure, 'notes' | 'plan'>): Verdict =>
  notes.some(({ severity }) => severity === 'error')
    ? 'error'
    : notes.some(({ severity }) => severity === 'question')
      ? 'unknown'
      : plan.changes.length > 0
        ? 'changed'
        : 'unchanged'

/** Moves the actor’s role may not make by hand it may not make by a ledger either. */
const forbidden = (actor: Actor, plan: ProcedurePlan): boolean =>
  [
    ...plan.moves.map(({ move }) => `procedure.${move.kind}` as Action),
    ...(plan.planFinishOn ? (['procedure.replan'] as const) : []),
  ].some((action) => relationFor(actor.role, action) === null)

/** Whom a word of a ledger means, as answered now or earlier, by `nameKey`. */
async function loadPeopleAnswers(tx: Tx, { districtId }: Actor, answers: LedgerAnswers) {
  const saved = await tx.nameMapping.findMany({
    where: { districtId, kind: 'PERSON' },
    select: { text: true, targetId: true },
  })
  return new Map([
    ...saved.map(({ text, targetId }) => [text, targetId] as const),
    ...Object.entries(answers.PERSON ?? {}).map(([text, target]) => [nameKey(text), target] as const),
  ])
}

const statutoryOf = ({ statutoryDays, statutoryUnit }: MeantProcedure) => ({ days: statutoryDays, unit: statutoryUnit })

/**
 * Decides what a ledger of procedures does, row by row; writes nothing. The preview and the import both ask this.
 *
 * @param lock takes the projects meant for the transaction
 */
export async function decideProcedures(
  tx: Tx,
  actor: Actor,
  input: Readonly<{ ledger: ProcedureLedger; items: ItemNames; answers: LedgerAnswers }>,
  today: PlainDate,
  lock: boolean,
): Promise<{ planned: PlannedProcedure[]; context: LevelContext }> {
  const { ledger, items } = input
  const found = await loadMeantProcedures(tx, actor, ledger.rows, items, lock)
  const context = await loadLevelContext(tx, actor.districtId, today)
  const handlers = ledger.rows.some(({ handler }) => handler !== null) ? await loadHandlers(tx, actor, found) : []
  const answers = await loadPeopleAnswers(tx, actor, input.answers)
  const byId = new Map(found.map((row) => [row.id, row]))
  const byName = new Map(found.map((row) => [`${nameKey(row.project.name)} ${row.code}`, row]))
  const names = new Map(handlers.map(({ id, name }) => [id, name]))
  const seen = new Map<string, ProcedureRow>()
  const planned = ledger.rows.map((row): PlannedProcedure => {
    const code = items.get(nameKey(row.item))
    const known = row.id ? byId.get(row.id) : byName.get(`${nameKey(row.project)} ${code ?? row.item.toUpperCase()}`)
    const refuse = (note: LedgerNote): PlannedProcedure => ({
      row,
      known: known ?? null,
      plan: NOTHING,
      notes: [...row.notes, note],
    })
    if (!known)
      return refuse(
        row.id
          ? error('ID_UNKNOWN', { text: row.id.slice(0, 40) })
          : error('PROCEDURE_UNKNOWN', { project: row.project, item: row.item }),
      )
    if (known.project.status !== 'ACTIVE') return refuse(error('OUT_OF_LIBRARY', { status: known.project.status }))
    const twin = seen.get(known.id)
    if (twin)
      return refuse(
        error('TWICE', { row: twin.row, sheet: twin.sheet, elsewhere: twin.sheet === row.sheet ? 'no' : 'yes' }),
      )
    seen.set(known.id, row)
    const bad = row.notes.some(({ severity }) => severity !== 'warning')
    if (bad) return { row, known, plan: NOTHING, notes: row.notes }
    const plan = planProcedureRow(
      row,
      {
        facts: caseOf(known),
        promisedWd: known.promisedWd,
        statutory: statutoryOf(known),
        planSubmitOn: dayOrNull(known.planSubmitOn),
        planFinishOn: dayOrNull(known.planFinishOn),
        planMoves: known.planMoves,
      },
      moveContextOf(known, context, today, known.events),
      actor.personId,
    )
    if (forbidden(actor, plan)) return refuse(error('MOVE_FORBIDDEN'))
    if (plan.notes.some(({ severity }) => severity === 'error'))
      return { row, known, plan, notes: [...row.notes, ...plan.notes] }
    // Of what has ended nobody has it any more: the name in the ledger is history.
    const handler = FINISHED_STATES.has(known.state)
      ? { id: null, notes: [] }
      : findHandler(row.handler, known.handler, known.agencyId, handlers, answers)
    const handed = {
      field: 'procedure.handler',
      from: known.handler?.name ?? null,
      to: names.get(handler.id ?? '') ?? null,
    }
    return {
      row,
      known,
      plan: handler.id === null ? plan : { ...plan, handlerId: handler.id, changes: [...plan.changes, handed] },
      notes: [...row.notes, ...plan.notes, ...handler.notes],
    }
  })
  return { planned, context }
}
