import 'server-only'
import { type Action, type Actor, relationFor } from '@/lib/domain/access'
import type { Verdict } from '@/lib/domain/ledger-plan'
import type { LedgerReport, ReportRow } from '@/lib/domain/ledger-report'
import type { LedgerNote } from '@/lib/domain/ledger-row'
import { nameKey } from '@/lib/domain/ledger-text'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ItemNames, ProcedureLedger, ProcedureRow } from '@/lib/domain/procedure-ledger'
import { type ProcedurePlan, planProcedureRow } from '@/lib/domain/procedure-ledger-plan'
import type { CatalogItem, Procedure, ProcedureEvent } from '@/prisma/generated/client'
import { dayOrNull, toDb } from './date'
import { db, type Tx } from './db'
import { newId } from './ledger-id'
import { type LevelContext, loadLevelContext } from './level-context'
import { refreshProjects } from './levels'
import { moveContextOf } from './procedure-moves'
import { caseOf, columnsOf } from './procedure-rows'
import { visibleProcedures } from './visible'

type Row = Procedure & {
  item: CatalogItem
  events: ProcedureEvent[]
  project: { id: string; name: string; status: string }
}

/** Names and codes of every item the district’s procedures have, as a ledger may write them. */
export async function loadItemNames(actor: Actor): Promise<ItemNames> {
  const items = await db.catalogItem.findMany({
    where: { procedures: { some: { districtId: actor.districtId } } },
    select: { code: true, nameZh: true },
  })
  return new Map(
    items.flatMap(({ code, nameZh }) => [
      [nameKey(nameZh), code],
      [nameKey(code), code],
    ]),
  )
}

/** The procedures rows mean: by 系统编号, else by project and item. */
async function loadMeant(tx: Tx, actor: Actor, rows: readonly ProcedureRow[], lock: boolean): Promise<Row[]> {
  const named = new Set(rows.map(({ project }) => nameKey(project)))
  const ids = new Set(rows.flatMap(({ id }) => id ?? []))
  const all = await tx.procedure.findMany({
    where: visibleProcedures(actor),
    select: { id: true, projectId: true, project: { select: { name: true } } },
  })
  const meant = all.filter(({ id, project }) => ids.has(id) || named.has(nameKey(project.name)))
  const projectIds = [...new Set(meant.map(({ projectId }) => projectId))].sort()
  if (lock) await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ANY(${projectIds}::uuid[]) ORDER BY id FOR UPDATE`
  return tx.procedure.findMany({
    where: { id: { in: meant.map(({ id }) => id) } },
    include: {
      item: true,
      events: { orderBy: { seq: 'asc' } },
      project: { select: { id: true, name: true, status: true } },
    },
  })
}

type Planned = Readonly<{ row: ProcedureRow; known: Row | null; plan: ProcedurePlan; notes: readonly LedgerNote[] }>

const error = (code: string, params: LedgerNote['params'] = {}): LedgerNote => ({ severity: 'error', code, params })
const NOTHING: ProcedurePlan = { moves: [], planFinishOn: null, changes: [], notes: [] }

const verdictOf = ({ notes, plan }: Planned): Verdict =>
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

async function planRows(
  tx: Tx,
  actor: Actor,
  ledger: ProcedureLedger,
  items: ItemNames,
  today: PlainDate,
  lock: boolean,
): Promise<{ planned: Planned[]; context: LevelContext }> {
  const found = await loadMeant(tx, actor, ledger.rows, lock)
  const context = await loadLevelContext(tx, actor.districtId, today)
  const byId = new Map(found.map((row) => [row.id, row]))
  const byName = new Map(found.map((row) => [`${nameKey(row.project.name)} ${row.code}`, row]))
  const seen = new Map<string, ProcedureRow>()
  const planned = ledger.rows.map((row): Planned => {
    const code = items.get(nameKey(row.item))
    const known = row.id ? byId.get(row.id) : byName.get(`${nameKey(row.project)} ${code ?? row.item.toUpperCase()}`)
    const refuse = (note: LedgerNote): Planned => ({
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
        planSubmitOn: dayOrNull(known.planSubmitOn),
        planFinishOn: dayOrNull(known.planFinishOn),
      },
      moveContextOf(known, context, today, known.events),
      actor.personId,
    )
    if (forbidden(actor, plan)) return refuse(error('MOVE_FORBIDDEN'))
    return { row, known, plan, notes: [...row.notes, ...plan.notes] }
  })
  return { planned, context }
}

function toReport(ledger: ProcedureLedger, planned: readonly Planned[], batchId: string | null): LedgerReport {
  const projects = planned.map((one): ReportRow => {
    const { row, known, plan, notes } = one
    return {
      sheet: row.sheet,
      row: row.row,
      name: `${known?.project.name ?? row.project} · ${known?.item.nameZh ?? row.item}`,
      team: null,
      totalWan: null,
      planWan: null,
      start: null,
      end: null,
      stage: null,
      steward: null,
      verdict: verdictOf(one),
      notes,
      changes: plan.changes,
    }
  })
  const count = (...verdicts: Verdict[]) => projects.filter(({ verdict }) => verdicts.includes(verdict)).length
  return {
    sheets: ledger.sheets,
    skipped: [],
    rows: projects.length,
    created: 0,
    changed: count('changed'),
    unchanged: count('unchanged'),
    rejected: count('error', 'unknown'),
    issues: 0,
    totals: { totalWan: 0, planWan: 0 },
    byTeam: {},
    projects,
    unknown: {},
    batchId,
  }
}

/** What importing a ledger of procedures would do, without doing it 预览. */
export async function previewProcedures(
  actor: Actor,
  ledger: ProcedureLedger,
  items: ItemNames,
  today: PlainDate,
): Promise<LedgerReport> {
  const { planned } = await planRows(db, actor, ledger, items, today, false)
  return toReport(ledger, planned, null)
}

type Written = Readonly<{ model: 'procedure' | 'planChange'; rowId: string; before: object | null; after: object }>

/** Writes the moves and the plan of one procedure, each as if made by hand. */
async function writePlan(tx: Tx, actor: Actor, known: Row, plan: ProcedurePlan, today: PlainDate, reason: string) {
  const seqs: number[] = []
  let seq = known.events.at(-1)?.seq ?? 0
  let facts = caseOf(known)
  for (const { move, from, set } of plan.moves) {
    seq += 1
    seqs.push(seq)
    facts = { ...facts, ...set }
    await tx.procedureEvent.create({
      data: {
        procedureId: known.id,
        seq,
        move: move.kind,
        fromState: from,
        toState: facts.state,
        on: toDb(move.on),
        recordedOn: toDb(today),
        data: { set },
        reason: move.reason ?? reason,
        approverId: move.kind === 'NOT_APPLICABLE' ? actor.personId : null,
        actorId: actor.userId,
      },
    })
  }
  const written: Written[] = []
  const before = dayOrNull(known.planFinishOn)
  if (plan.planFinishOn && before) {
    const id = newId()
    const after = { procedureId: known.id, fromOn: before, toOn: plan.planFinishOn }
    await tx.planChange.create({
      data: {
        id,
        projectId: known.projectId,
        target: 'PROCEDURE_FINISH',
        procedureId: known.id,
        fromOn: toDb(before),
        toOn: toDb(plan.planFinishOn),
        reason,
        nth: known.planMoves + 1,
        actorId: actor.userId,
        on: toDb(today),
      },
    })
    written.push({ model: 'planChange', rowId: id, before: null, after })
  }
  await tx.procedure.update({
    where: { id: known.id },
    data: {
      ...columnsOf(facts),
      ...(plan.planFinishOn && {
        planFinishOn: toDb(plan.planFinishOn),
        baselineFinishOn: known.baselineFinishOn ?? toDb(plan.planFinishOn),
        planMoves: before ? { increment: 1 } : undefined,
      }),
      version: { increment: 1 },
    },
  })
  const was = {
    planFinishOn: before,
    baselineFinishOn: dayOrNull(known.baselineFinishOn),
    planMoves: known.planMoves,
  }
  return { written, was, seqs }
}

/**
 * Writes a ledger of procedures as one batch, inside the transaction of whoever confirms it.
 *
 * Every state is reached by moves, judged as if made by hand; the moves stay in the history when the batch is taken back.
 *
 * @returns the report, its `batchId` null when there was nothing to write
 */
export async function runProcedureImport(
  tx: Tx,
  actor: Actor,
  input: Readonly<{ ledger: ProcedureLedger; items: ItemNames; fileName: string; sha256: string; reason: string }>,
  today: PlainDate,
  id: string,
): Promise<LedgerReport> {
  const { planned, context } = await planRows(tx, actor, input.ledger, input.items, today, true)
  const changed = planned.filter((one) => verdictOf(one) === 'changed')
  const report = toReport(input.ledger, planned, changed.length > 0 ? id : null)
  if (changed.length === 0) return report
  const done: { known: Row; written: Written[]; was: object; seqs: number[] }[] = []
  for (const { known, plan } of changed)
    if (known) done.push({ known, ...(await writePlan(tx, actor, known, plan, today, input.reason)) })
  const projectIds = [...new Set(done.map(({ known }) => known.projectId))]
  await refreshProjects(tx, projectIds, today, 'IMPORT', actor.userId, context)
  const { rows, created, unchanged, rejected } = report
  await tx.importBatch.create({
    data: {
      id,
      districtId: actor.districtId,
      kind: 'PROCEDURE_LEDGER',
      fileName: input.fileName,
      sha256: input.sha256,
      summary: { rows, created, changed: report.changed, unchanged, rejected },
      actorId: actor.userId,
    },
  })
  // Versions as they are once the colours have followed: whatever is later is somebody's.
  const after = await tx.procedure.findMany({
    where: { id: { in: done.map(({ known }) => known.id) } },
    select: { id: true, version: true },
  })
  const versions = new Map(after.map(({ id: rowId, version }) => [rowId, version]))
  const changes = done.flatMap(({ known, written, was, seqs }) => [
    { model: 'procedure', rowId: known.id, before: was, after: { version: versions.get(known.id) ?? 0, seqs } },
    ...written,
  ])
  await tx.importChange.createMany({
    data: changes.map(({ model, rowId, before, after: values }, seq) => ({
      batchId: id,
      seq,
      model,
      rowId,
      before: before ?? undefined,
      after: values,
    })),
  })
  return report
}
