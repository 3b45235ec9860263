import 'server-only'
import type { DraftInput } from '@/lib/data/import-confirm'
import { findDraft, type ImportDraft } from '@/lib/data/import-drafts'
import { type LedgerInput, loadLedgerWords, previewColours } from '@/lib/data/ledger-import'
import { previewMark } from '@/lib/data/preview-mark'
import { previewProcedures } from '@/lib/data/procedure-ledger-import'
import { loadItemNames } from '@/lib/data/procedure-ledger-rows'
import type { Actor } from '@/lib/domain/access'
import { type Ledger, readLedger } from '@/lib/domain/ledger'
import { type ShownSheet, shownColumns } from '@/lib/domain/ledger-columns'
import type { GridSheet } from '@/lib/domain/ledger-grid'
import { mendGrids } from '@/lib/domain/ledger-mend'
import { type LedgerNames, ledgerNames } from '@/lib/domain/ledger-names'
import type { LedgerReport } from '@/lib/domain/ledger-report'
import type { LedgerAnswers } from '@/lib/domain/ledger-snapshot'
import type { PlainDate } from '@/lib/domain/plain-date'
import { readProcedureLedger } from '@/lib/domain/procedure-ledger'
import type {} from '@/lib/domain/procedure-ledger-header'
import { err, type Failure, ok, type Result } from '@/lib/domain/result'
import { readTable } from '@/lib/files/read-table'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { translator } from '@/lib/i18n/translator'
import type { PreviewLevels } from '@/lib/schemas/import'
import { loadProcedureWays, loadThreeWay } from './three-way'

/** An uploaded ledger read with what was answered so far; the report is there once a header is found. */
export type OpenImport = Readonly<{
  draft: ImportDraft
  /** As mended. */
  grids: readonly GridSheet[]
  /** As uploaded. */
  uploaded: readonly GridSheet[]
  ledger: Ledger
  input: LedgerInput & Pick<DraftInput, 'procedures'>
  sheets: readonly ShownSheet[]
  report: LedgerReport | null
  /** The colours that will follow, worked out when they are asked for. */
  levels: (() => Promise<PreviewLevels>) | null
  names: LedgerNames
  mark: string | null
  /** Why there is no report. */
  refusal: Failure | null
}>

/**
 * Reads an uploaded ledger again, as every step does: what is shown is always what the file, the answers and the library
 * say now.
 *
 * @param answers instead of those kept with the draft, to try them
 * @returns err NOT_FOUND, or why the file or an answer is refused
 */
export async function openImport(
  actor: Actor,
  draftId: string,
  today: PlainDate,
  answers?: LedgerAnswers,
): Promise<Result<OpenImport>> {
  const draft = await findDraft(actor, draftId)
  if (!draft) return err({ code: 'NOT_FOUND' })
  const given = answers ?? draft.answers
  const read = await readTable(draft.bytes, draft.fileName)
  if (!read.ok) return read
  const grids = mendGrids(read.value, draft.mends)
  const procedures = await openProcedures(actor, draft, grids, given, today)
  if (procedures) return ok({ ...procedures, uploaded: read.value })
  const words = await loadLedgerWords(actor, given)
  if (!words.ok) return words
  const exported = await loadThreeWay(actor, grids, words.value, given, today)
  const ledger = readLedger(grids, today, words.value, exported)
  const reason = reasonOf(draft)
  const input = {
    ledger,
    answers: given,
    fileName: draft.fileName,
    sha256: draft.fileHash,
    reason,
    strict: false,
    mends: draft.mends,
    procedures: null,
  }
  const base = { draft, grids, uploaded: read.value, ledger, input, sheets: shownColumns(grids, ledger) }
  const nothing = { report: null, levels: null, mark: null, names: { cells: [], asked: [], answered: [], made: [] } }
  if (ledger.rows.length === 0) return ok({ ...base, ...nothing, refusal: { code: 'NO_LEDGER' } })
  const preview = await previewColours(actor, input, today)
  if (!preview.ok)
    return ok({
      ...base,
      ...nothing,
      names: ledgerNames({ projects: [], unknown: {} }, given),
      refusal: preview.error,
    })
  const { report, levels } = preview.value
  return ok({
    ...base,
    report,
    levels,
    mark: previewMark(report, draft.mends),
    names: ledgerNames(report, given),
    refusal: null,
  })
}

const reasonOf = ({ fileName }: ImportDraft): string => translator(LEDGER_LOCALE)('ledger.reason', { file: fileName })

/** The same of a ledger of procedures; null where the file is none. */
async function openProcedures(
  actor: Actor,
  draft: ImportDraft,
  grids: readonly GridSheet[],
  answers: LedgerAnswers,
  today: PlainDate,
): Promise<Omit<OpenImport, 'uploaded'> | null> {
  const items = await loadItemNames(actor)
  const exported = await loadProcedureWays(actor, grids, items, answers, today)
  const ledger = readProcedureLedger(grids, today, items, exported)
  if (!ledger) return null
  const { report, levels } = await previewProcedures(actor, { ledger, items, answers }, today)
  const empty: Ledger = { sheets: [], skipped: [], rows: [] }
  const { fileName, fileHash: sha256 } = draft
  return {
    draft,
    grids,
    ledger: empty,
    input: {
      ledger: empty,
      answers,
      fileName,
      sha256,
      reason: reasonOf(draft),
      strict: false,
      mends: draft.mends,
      procedures: { ledger, items },
    },
    sheets: ledger.sheets.map((sheet) => ({
      ...sheet,
      columns: sheet.columns.map((c) => ({ ...c, samples: [], set: '' })),
    })),
    report,
    levels,
    mark: previewMark(report, draft.mends),
    names: ledgerNames(report, answers),
    refusal: null,
  }
}
