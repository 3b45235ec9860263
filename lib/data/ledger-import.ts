import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Ledger, LedgerWords } from '@/lib/domain/ledger'
import { acceptAnswers, wordsOf } from '@/lib/domain/ledger-answers'
import type { LedgerMend } from '@/lib/domain/ledger-mend'
import { type LedgerPlan, planImport } from '@/lib/domain/ledger-plan'
import { type LedgerReport, reportOf } from '@/lib/domain/ledger-report'
import type { LedgerAnswers, LedgerWrite } from '@/lib/domain/ledger-snapshot'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import type { PreviewLevels } from '@/lib/schemas/import'
import { db, type Tx } from './db'
import { newId } from './ledger-id'
import { applyWrites, insertRows } from './ledger-rows'
import { loadLedgerSnapshot } from './ledger-snapshot'
import { refreshProjects } from './levels'
import { levelsOfLedger } from './preview-levels'
import { previewMark } from './preview-mark'
import { enterpriseSearchText, issueSearchText, orgSearchText, personSearchText, searchTextOf } from './search-text'
import { write } from './write'

/** A ledger to import: its rows as read, the office's answers, and the file they came from. */
export type LedgerInput = Readonly<{
  ledger: Ledger
  answers: LedgerAnswers
  fileName: string
  sha256: string
  /** Kept with every moved plan and stage, in the office's language: 台账导入：… */
  reason: string
  /** Nothing goes in unless every row does. */
  strict: boolean
  /** Cells mended since the file was uploaded; kept with the batch. */
  mends: readonly LedgerMend[]
}>

/**
 * What the office has explained about headers and stages, with the answers it gives now: needed to read the file.
 *
 * @returns err ANSWER_UNKNOWN
 */
export async function loadLedgerWords(actor: Actor, answers: LedgerAnswers): Promise<Result<LedgerWords>> {
  const { districtId } = actor
  const saved = await db.nameMapping.findMany({ where: { districtId, kind: { in: ['COLUMN', 'STAGE'] } } })
  return wordsOf(saved, answers)
}

/** A new unit, enterprise, person or problem is findable by its pinyin from the first day. */
export function findable(made: LedgerWrite): LedgerWrite {
  const textOf = {
    org: orgSearchText,
    enterprise: enterpriseSearchText,
    person: personSearchText,
    issue: issueSearchText,
  } as const
  if (made.before !== null || !(made.model in textOf)) return made
  const searchText = textOf[made.model as keyof typeof textOf](made.after as never)
  return { ...made, after: { ...made.after, searchText } }
}

type Planned = Readonly<{ plan: LedgerPlan; writes: readonly LedgerWrite[] }>

async function planLedger(
  tx: Tx,
  actor: Actor,
  input: LedgerInput,
  today: PlainDate,
  lock: boolean,
): Promise<Result<Planned>> {
  const { snapshot, mappings } = await loadLedgerSnapshot(
    tx,
    actor.districtId,
    input.ledger.rows,
    lock,
    Object.values(input.answers.PERSON ?? {}),
  )
  const accepted = acceptAnswers(input.answers, snapshot, mappings, newId)
  if (!accepted.ok) return accepted
  const { units, writes, mappings: answered } = accepted.value
  const known = { ...snapshot, units: [...snapshot.units, ...units], mappings: [...snapshot.mappings, ...answered] }
  let [projectNumber, issueNumber] = [snapshot.nextProjectNumber, snapshot.nextIssueNumber]
  const plan = planImport(input.ledger, known, {
    districtId: actor.districtId,
    actorId: actor.userId,
    actorPersonId: actor.personId,
    today,
    reason: input.reason,
    newId,
    searchText: searchTextOf,
    takeProjectNumber: () => projectNumber++,
    takeIssueNumber: () => issueNumber++,
  })
  return ok({ plan, writes: [...writes, ...plan.writes].map(findable) })
}

/**
 * What an import would do, without doing it 预览. The same decision as `importLedger`, on the same facts.
 *
 * @returns err ANSWER_UNKNOWN when an answer names nothing the district has
 */
export async function previewLedger(actor: Actor, input: LedgerInput, today: PlainDate): Promise<Result<LedgerReport>> {
  const planned = await planLedger(db, actor, input, today, false)
  return planned.ok ? ok(reportOf(input.ledger, planned.value.plan, null)) : planned
}

/** As `previewLedger`, with the colours that will follow, worked out when they are asked for. */
export async function previewColours(
  actor: Actor,
  input: LedgerInput,
  today: PlainDate,
): Promise<Result<Readonly<{ report: LedgerReport; levels: () => Promise<PreviewLevels> }>>> {
  const planned = await planLedger(db, actor, input, today, false)
  if (!planned.ok) return planned
  const { plan } = planned.value
  return ok({
    report: reportOf(input.ledger, plan, null),
    levels: () => levelsOfLedger(db, actor.districtId, plan, today),
  })
}

async function saveBatch(
  tx: Tx,
  actor: Actor,
  input: LedgerInput,
  report: LedgerReport,
  writes: readonly LedgerWrite[],
  id: string,
): Promise<void> {
  const { rows, created, changed, unchanged, rejected, issues, totals } = report
  await tx.importBatch.create({
    data: {
      id,
      districtId: actor.districtId,
      kind: 'WEEKLY_LEDGER',
      fileName: input.fileName,
      sha256: input.sha256,
      summary: { rows, created, changed, unchanged, rejected, issues, totals, mends: input.mends },
      actorId: actor.userId,
    },
  })
  const changes = writes.map(({ model, id: rowId, before, after }, seq) => ({
    id: newId(),
    batchId: id,
    seq,
    model,
    rowId,
    before,
    after,
  }))
  await insertRows(tx, 'importChange', changes)
}

/**
 * Writes the good rows of a ledger as one batch, inside the transaction of whoever confirms it.
 *
 * @param seen mark of the preview somebody confirms; null where nobody looked
 * @returns the report, its `batchId` null when there was nothing to write; err ANSWER_UNKNOWN, LEDGER_NOT_CLEAN, PREVIEW_STALE
 */
export async function runImport(
  tx: Tx,
  actor: Actor,
  input: LedgerInput,
  today: PlainDate,
  { id, seen }: Readonly<{ id: string; seen: string | null }>,
): Promise<Result<LedgerReport>> {
  const planned = await planLedger(tx, actor, input, today, true)
  if (!planned.ok) return planned
  const { plan, writes } = planned.value
  const preview = reportOf(input.ledger, plan, null)
  if (input.strict && preview.rejected > 0) return err({ code: 'LEDGER_NOT_CLEAN', rejected: preview.rejected })
  if (seen !== null && previewMark(preview, input.mends) !== seen) return err({ code: 'PREVIEW_STALE' })
  if (writes.length === 0) return ok(preview)
  await applyWrites(tx, writes)
  await saveBatch(tx, actor, input, preview, writes, id)
  const touched = [...new Set(writes.flatMap(({ projectId }) => projectId ?? []))]
  await refreshProjects(tx, touched, today, 'IMPORT', actor.userId)
  return ok({ ...preview, batchId: id })
}

/** What the audit keeps of an import. */
export const importDetail = ({ batchId, created, changed, rejected }: LedgerReport, fileName: string) =>
  batchId === null ? { fileName, writes: 0 } : { fileName, created, changed, rejected }

/**
 * Imports the good rows of a ledger as one batch that can be taken back 导入台账.
 *
 * Rows with errors or open questions stay out and are reported. Nothing to write makes no batch, so the same file twice
 * changes nothing the second time.
 *
 * @returns err ANSWER_UNKNOWN, LEDGER_NOT_CLEAN (strict, and a row would stay out), FORBIDDEN
 */
export const importLedger = write(
  'ledger.import',
  async (tx, actor, input: LedgerInput, today) => {
    const done = await runImport(tx, actor, input, today, { id: newId(), seen: null })
    if (!done.ok) return done
    const { batchId } = done.value
    return ok({
      value: done.value,
      subject: batchId ?? actor.districtId,
      detail: importDetail(done.value, input.fileName),
    })
  },
  { size: 'bulk' },
)
