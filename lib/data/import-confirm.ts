import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { IssueLedger } from '@/lib/domain/issue/ledger'
import type { LedgerReport } from '@/lib/domain/ledger-report'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureLedger } from '@/lib/domain/procedure-ledger'
import type { ItemNames } from '@/lib/domain/procedure-ledger-header'
import type { RegisterLedger } from '@/lib/domain/register/ledger'
import { err, ok, type Result } from '@/lib/domain/result'
import type { Tx } from './db'
import { runIssueImport } from './issue-ledger-import'
import { importDetail, type LedgerInput, runImport } from './ledger-import'
import { previewMark } from './preview-mark'
import { runProcedureImport } from './procedure-ledger-import'
import { runRegisterImport } from './register-import'
import { write } from './write'

/** Writes a ledger as its kind is written; a refusal rolls back what was written before it is seen that it is not what was shown. */
async function runKind(
  tx: Tx,
  actor: Actor,
  input: DraftInput,
  today: PlainDate,
  { id, seen }: Readonly<{ id: string; seen: string }>,
): Promise<Result<LedgerReport>> {
  const { procedures, issues, register } = input
  if (!procedures && !issues && !register) return runImport(tx, actor, input, today, { id, seen })
  const done = issues
    ? await runIssueImport(tx, actor, { ...input, ledger: issues }, today, id)
    : procedures
      ? ok(await runProcedureImport(tx, actor, { ...input, ...procedures }, today, id))
      : register
        ? ok(await runRegisterImport(tx, actor, { ...input, ledger: register }, id))
        : err({ code: 'NO_LEDGER' })
  if (!done.ok) return done
  return previewMark(done.value, input.mends) === seen ? done : err({ code: 'PREVIEW_STALE' })
}

/** What the office confirms in the wizard: the draft, as it was shown. */
export type DraftInput = LedgerInput &
  Readonly<{
    draftId: string
    seen: string
    /** Set where the file is a ledger of procedures; then the ledger of projects is empty. */
    procedures: Readonly<{ ledger: ProcedureLedger; items: ItemNames }> | null
    /** Set where it is a ledger of problems. */
    issues: IssueLedger | null
    /** Set where it is one of enterprises or of packs handed out. */
    register: RegisterLedger | null
  }>

/**
 * Imports an uploaded ledger as it was shown 确认导入. Its batch bears the draft’s id, so that it can only be done once.
 *
 * The draft stays for its days: whoever mends the rows left out can still take the marked copy. With nothing to write it
 * goes at once.
 *
 * @returns the batch, null when there was nothing to write; err NOT_FOUND, PREVIEW_STALE (look again), ANSWER_UNKNOWN
 */
export const confirmImport = write(
  'ledger.import',
  async (tx, actor, input: DraftInput, today) => {
    const { draftId: id, seen, fileName } = input
    await tx.$queryRaw`SELECT 1 FROM "ImportDraft" WHERE id = ${id}::uuid FOR UPDATE`
    const draft = await tx.importDraft.findFirst({
      where: { id, districtId: actor.districtId, actorId: actor.userId },
      select: { id: true },
    })
    const earlier = await tx.importBatch.findFirst({
      where: { id, districtId: actor.districtId },
      select: { id: true },
    })
    if (earlier) return ok({ value: { batchId: id as string | null }, subject: id, detail: { fileName, again: true } })
    if (!draft) return err({ code: 'NOT_FOUND' })
    const done = await runKind(tx, actor, input, today, { id, seen })
    if (!done.ok) return done
    const { batchId } = done.value
    if (batchId === null) await tx.importDraft.delete({ where: { id } })
    return ok({ value: { batchId }, subject: id, detail: importDetail(done.value, fileName) })
  },
  { size: 'bulk' },
)
