import 'server-only'
import { rowKey } from '@/lib/domain/ledger-report'
import { evaluateProcedureProvisionally } from '@/lib/domain/level'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureCase } from '@/lib/domain/procedure-move'
import type { PreviewLevels, RowLevel } from '@/lib/schemas/import'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import type { Tx } from './db'
import { chunksOf } from './ledger-rows'
import type { LevelContext } from './level-context'
import { graphMoves } from './levels'
import { colourOf, noColours } from './preview-levels'
import { type PlannedProcedure, verdictOf } from './procedure-ledger-decide'
import { procedureName } from './procedure-ledger-report'
import { caseOf, columnsOf } from './procedure-rows'
import { type FactsProcedure, type FactsRow, loadFactsRows, projectFactsOf } from './project-facts'

/** A procedure as it will be once its row is in. */
function after(row: FactsProcedure, one: PlannedProcedure): FactsProcedure {
  const { known, plan } = one
  if (!known) return row
  const facts: ProcedureCase = Object.assign({ ...caseOf(known) }, ...plan.moves.map(({ set }) => set))
  const { pauses, ...columns } = columnsOf(facts)
  return {
    ...row,
    ...columns,
    pauses: pauses as Prisma.JsonValue,
    promisedWd: plan.promisedWd ?? row.promisedWd,
    planFinishOn: plan.planFinishOn ? toDb(plan.planFinishOn) : row.planFinishOn,
  }
}

/** Items that become free or wait again, as the graph will move them by itself. */
function opened(row: FactsRow): FactsRow {
  const turns = new Map(graphMoves(row).map(({ id, to }) => [id, to]))
  return { ...row, procedures: row.procedures.map((p) => ({ ...p, state: turns.get(p.id) ?? p.state })) }
}

const isIn = (one: PlannedProcedure) => ['changed', 'unchanged'].includes(verdictOf(one))

/**
 * The colours the procedures of a ledger will have once it is in, and how many of their projects will have which: the rules
 * of every evaluation, asked of the facts as the import would leave them.
 */
export async function levelsOfProcedures(
  tx: Tx,
  planned: readonly PlannedProcedure[],
  today: PlainDate,
  context: LevelContext,
): Promise<PreviewLevels> {
  const { calendar, parameters } = context
  const meant = new Map(planned.flatMap((one) => (one.known && isIn(one) ? [[one.known.id, one] as const] : [])))
  const projectIds = [...new Set([...meant.values()].flatMap(({ known }) => known?.projectId ?? []))]
  const keys = new Map(
    [...meant].map(([id, one]) => [id, rowKey({ sheet: one.row.sheet, row: one.row.row, name: procedureName(one) })]),
  )
  const counts = noColours()
  const levels = new Map<string, RowLevel>()
  for (const chunk of chunksOf(projectIds, 200))
    for (const row of await loadFactsRows(tx, chunk, today)) {
      const then = opened({
        ...row,
        procedures: row.procedures.map((p) => {
          const one = meant.get(p.id)
          return one ? after(p, one) : p
        }),
      })
      counts[colourOf(then, null, today, context).level] += 1
      const now = new Map(row.procedures.map((p) => [p.id, p.level]))
      for (const { id, facts } of projectFactsOf(then, today, calendar, parameters).procedures) {
        if (!meant.has(id)) continue
        const { level, reasons } = evaluateProcedureProvisionally(facts, today, calendar, parameters)
        const [reason] = reasons
        levels.set(keys.get(id) ?? id, {
          level,
          was: now.get(id) ?? null,
          reason: reason ? { ...reason, dimension: 'D1', subjectId: id, item: null } : null,
        })
      }
    }
  return { counts, rows: levels }
}
