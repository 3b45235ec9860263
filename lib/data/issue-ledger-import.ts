import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { IssueLedger } from '@/lib/domain/issue/ledger'
import type { LedgerMend } from '@/lib/domain/ledger-mend'
import type { LedgerReport } from '@/lib/domain/ledger-report'
import type { LedgerAnswers, LedgerWrite } from '@/lib/domain/ledger-snapshot'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import type { PreviewLevels } from '@/lib/schemas/import'
import { db, type Tx } from './db'
import { type DecidedIssues, decideIssues, verdictOf } from './issue-ledger-decide'
import { issueReport } from './issue-ledger-report'
import { type WrittenIssue, writeIssues } from './issue-ledger-writes'
import { levelsOfIssues } from './issue-preview-levels'
import { newId } from './ledger-id'
import { findable, importDetail } from './ledger-import'
import { applyWrites, insertRows } from './ledger-rows'
import { refreshProjects } from './levels'
import { write } from './write'

/** A ledger of problems to import: its rows as read, the office's answers, and the file they came from. */
export type IssueLedgerInput = Readonly<{
  ledger: IssueLedger
  answers: LedgerAnswers
  mends: readonly LedgerMend[]
  fileName: string
  sha256: string
  reason: string
}>

/**
 * What importing a ledger of problems would do, without doing it 预览, and the colours that will follow.
 *
 * @returns err ANSWER_UNKNOWN when an answer names nothing the district has
 */
export async function previewIssues(
  actor: Actor,
  input: Pick<IssueLedgerInput, 'ledger' | 'answers' | 'reason'>,
  today: PlainDate,
): Promise<Result<Readonly<{ report: LedgerReport; levels: () => Promise<PreviewLevels> }>>> {
  const decided = await decideIssues(db, actor, input, today, false)
  if (!decided.ok) return decided
  return ok({
    report: issueReport(input.ledger, decided.value, null),
    levels: () => levelsOfIssues(db, decided.value, today),
  })
}

async function saveBatch(
  tx: Tx,
  actor: Actor,
  input: IssueLedgerInput,
  report: LedgerReport,
  { writes }: DecidedIssues,
  done: readonly WrittenIssue[],
  id: string,
) {
  const { rows, created, changed, unchanged, rejected } = report
  await tx.importBatch.create({
    data: {
      id,
      districtId: actor.districtId,
      kind: 'ISSUE_LEDGER',
      fileName: input.fileName,
      sha256: input.sha256,
      summary: { rows, created, changed, unchanged, rejected, mends: input.mends },
      actorId: actor.userId,
    },
  })
  const after = await tx.issue.findMany({
    where: { id: { in: done.map((one) => one.id) } },
    select: { id: true, version: true, text: true },
  })
  const rowsAfter = new Map(after.map((row) => [row.id, row]))
  const changes = [
    ...writes.map(({ model, id: rowId, before, after: made }) => ({ model, rowId, before, after: made })),
    ...done.map(({ id: rowId, before, moveIds }) => {
      const row = rowsAfter.get(rowId)
      return { model: 'issue', rowId, before, after: { version: row?.version ?? 0, name: row?.text ?? '', moveIds } }
    }),
  ]
  await insertRows(
    tx,
    'importChange',
    changes.map((change, seq) => ({ id: newId(), batchId: id, seq, ...change })),
  )
}

/**
 * Writes the good rows of a ledger of problems as one batch, inside the transaction of whoever confirms it.
 *
 * @returns the report, its `batchId` null when there was nothing to write; err ANSWER_UNKNOWN
 */
export async function runIssueImport(
  tx: Tx,
  actor: Actor,
  input: IssueLedgerInput,
  today: PlainDate,
  id: string,
): Promise<Result<LedgerReport>> {
  const decided = await decideIssues(tx, actor, input, today, true)
  if (!decided.ok) return decided
  const writes: readonly LedgerWrite[] = decided.value.writes.map(findable)
  const good = decided.value.planned.flatMap((one) => {
    const verdict = verdictOf(one)
    return one.plan && (verdict === 'new' || verdict === 'changed') ? [{ ...one, plan: one.plan }] : []
  })
  const nothing = good.length === 0 && writes.length === 0
  const report = issueReport(input.ledger, decided.value, nothing ? null : id)
  if (nothing) return ok(report)
  await applyWrites(tx, writes)
  const done = await writeIssues(tx, actor, good, today)
  await saveBatch(tx, actor, input, report, { ...decided.value, writes }, done, id)
  const projectIds = [...new Set(done.flatMap(({ projectId }) => projectId ?? []))]
  await refreshProjects(tx, projectIds, today, 'IMPORT', actor.userId)
  return ok(report)
}

/**
 * Imports the good rows of a ledger of problems as one batch that can be taken back 导入问题台账.
 *
 * @param input.strict nothing goes in unless every row does
 * @returns err ANSWER_UNKNOWN, LEDGER_NOT_CLEAN (strict, and a row would stay out), FORBIDDEN
 */
export const importIssues = write(
  'ledger.import',
  async (tx, actor, input: IssueLedgerInput & Readonly<{ strict: boolean }>, today) => {
    const done = await runIssueImport(tx, actor, input, today, newId())
    if (!done.ok) return done
    const { batchId, rejected } = done.value
    if (input.strict && rejected > 0) return err({ code: 'LEDGER_NOT_CLEAN', rejected })
    return ok({
      value: done.value,
      subject: batchId ?? actor.districtId,
      detail: importDetail(done.value, input.fileName),
    })
  },
  { size: 'bulk' },
)
