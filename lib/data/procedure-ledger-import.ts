import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { LedgerMend } from '@/lib/domain/ledger-mend'
import type { LedgerReport } from '@/lib/domain/ledger-report'
import type { LedgerAnswers } from '@/lib/domain/ledger-snapshot'
import { nameKey } from '@/lib/domain/ledger-text'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureLedger } from '@/lib/domain/procedure-ledger'
import type { ItemNames } from '@/lib/domain/procedure-ledger-header'
import { isUuid } from '@/lib/schemas/id'
import type { PreviewLevels } from '@/lib/schemas/import'
import { db, type Tx } from './db'
import { newId } from './ledger-id'
import { insertRows } from './ledger-rows'
import { refreshProjects } from './levels'
import { decideProcedures, verdictOf } from './procedure-ledger-decide'
import { procedureReport } from './procedure-ledger-report'
import { type WrittenProcedure, writeProcedures } from './procedure-ledger-writes'
import { levelsOfProcedures } from './procedure-preview-levels'

/** A ledger of procedures to import: its rows as read, the office's answers, and the file they came from. */
export type ProcedureLedgerInput = Readonly<{
  ledger: ProcedureLedger
  items: ItemNames
  answers: LedgerAnswers
  mends: readonly LedgerMend[]
  fileName: string
  sha256: string
  reason: string
}>

/** What importing a ledger of procedures would do, without doing it 预览, and the colours that will follow. */
export async function previewProcedures(
  actor: Actor,
  input: Pick<ProcedureLedgerInput, 'ledger' | 'items' | 'answers'>,
  today: PlainDate,
): Promise<Readonly<{ report: LedgerReport; levels: () => Promise<PreviewLevels> }>> {
  const { planned, context } = await decideProcedures(db, actor, input, today, false)
  return {
    report: procedureReport(input.ledger, planned, null),
    levels: () => levelsOfProcedures(db, planned, today, context),
  }
}

/** Remembers whom the office has said a name means, for later ledgers. */
async function rememberPeople(tx: Tx, { districtId }: Actor, answers: LedgerAnswers) {
  const said = Object.entries(answers.PERSON ?? {}).filter(([, target]) => isUuid(target))
  const people = await tx.person.findMany({
    where: { districtId, id: { in: said.map(([, target]) => target) } },
    select: { id: true },
  })
  const known = new Set(people.map(({ id }) => id))
  for (const [text, targetId] of said) {
    if (!known.has(targetId)) continue
    const key = { districtId, kind: 'PERSON', text: nameKey(text) }
    await tx.nameMapping.upsert({
      where: { districtId_kind_text: key },
      create: { ...key, targetId },
      update: { targetId },
    })
  }
}

async function saveBatch(
  tx: Tx,
  actor: Actor,
  input: ProcedureLedgerInput,
  report: LedgerReport,
  done: readonly WrittenProcedure[],
  id: string,
) {
  const { rows, created, changed, unchanged, rejected } = report
  await tx.importBatch.create({
    data: {
      id,
      districtId: actor.districtId,
      kind: 'PROCEDURE_LEDGER',
      fileName: input.fileName,
      sha256: input.sha256,
      summary: { rows, created, changed, unchanged, rejected, mends: input.mends },
      actorId: actor.userId,
    },
  })
  // Versions as they are once the colours have followed: whatever is later is somebody's.
  const after = await tx.procedure.findMany({
    where: { id: { in: done.map(({ known }) => known.id) } },
    select: { id: true, version: true },
  })
  const versions = new Map(after.map(({ id: rowId, version }) => [rowId, version]))
  const changes = done.flatMap(({ known, before, seqs, planChange }) => [
    { model: 'procedure', rowId: known.id, before, after: { version: versions.get(known.id) ?? 0, seqs } },
    ...(planChange
      ? [
          {
            model: 'planChange',
            rowId: planChange.id,
            before: null,
            after: { procedureId: known.id, fromOn: planChange.fromOn, toOn: planChange.toOn },
          },
        ]
      : []),
  ])
  await insertRows(
    tx,
    'importChange',
    changes.map((change, seq) => ({ id: newId(), batchId: id, seq, ...change })),
  )
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
  input: ProcedureLedgerInput,
  today: PlainDate,
  id: string,
): Promise<LedgerReport> {
  const { planned, context } = await decideProcedures(tx, actor, input, today, true)
  await rememberPeople(tx, actor, input.answers)
  const changed = planned.flatMap((one) =>
    verdictOf(one) === 'changed' && one.known ? [{ known: one.known, plan: one.plan }] : [],
  )
  const report = procedureReport(input.ledger, planned, changed.length > 0 ? id : null)
  if (changed.length === 0) return report
  const done = await writeProcedures(tx, actor, changed, today, input.reason)
  const projectIds = [...new Set(done.map(({ known }) => known.projectId))]
  await refreshProjects(tx, projectIds, today, 'IMPORT', actor.userId, context)
  await saveBatch(tx, actor, input, report, done, id)
  return report
}
