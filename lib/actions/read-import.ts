import 'server-only'
import { findDraft, type ImportDraft } from '@/lib/data/import-drafts'
import {
  type DraftInput,
  type LedgerInput,
  loadLedgerWords,
  previewLedger,
  previewMark,
} from '@/lib/data/ledger-import'
import { loadItemNames, previewProcedures } from '@/lib/data/procedure-ledger-import'
import type { Actor } from '@/lib/domain/access'
import { type Ledger, readLedger } from '@/lib/domain/ledger'
import { type ShownSheet, shownColumns } from '@/lib/domain/ledger-columns'
import type { GridSheet } from '@/lib/domain/ledger-grid'
import { type LedgerNames, ledgerNames } from '@/lib/domain/ledger-names'
import type { LedgerReport } from '@/lib/domain/ledger-report'
import type { LedgerAnswers } from '@/lib/domain/ledger-snapshot'
import type { PlainDate } from '@/lib/domain/plain-date'
import { readProcedureLedger } from '@/lib/domain/procedure-ledger'
import { err, type Failure, ok, type Result } from '@/lib/domain/result'
import { readTable } from '@/lib/files/read-table'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { translator } from '@/lib/i18n/translator'
import { loadProcedureWays, loadThreeWay } from './three-way'

/** An uploaded ledger read with what was answered so far; the report is there once a header is found. */
export type OpenImport = Readonly<{
  draft: ImportDraft
  grids: readonly GridSheet[]
  ledger: Ledger
  input: LedgerInput & Pick<DraftInput, 'procedures'>
  sheets: readonly ShownSheet[]
  report: LedgerReport | null
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
  const grids = await readTable(draft.bytes, draft.fileName)
  if (!grids.ok) return grids
  const procedures = await openProcedures(actor, draft, grids.value, given, today)
  if (procedures) return ok(procedures)
  const words = await loadLedgerWords(actor, given)
  if (!words.ok) return words
  const exported = await loadThreeWay(actor, grids.value, words.value, given, today)
  const ledger = readLedger(grids.value, today, words.value, exported)
  const reason = reasonOf(draft)
  const input = {
    ledger,
    answers: given,
    fileName: draft.fileName,
    sha256: draft.fileHash,
    reason,
    strict: false,
    procedures: null,
  }
  const base = { draft, grids: grids.value, ledger, input, sheets: shownColumns(grids.value, ledger) }
  const nothing = { report: null, mark: null, names: { cells: [], asked: [], answered: [], made: [] } }
  if (ledger.rows.length === 0) return ok({ ...base, ...nothing, refusal: { code: 'NO_LEDGER' } })
  const report = await previewLedger(actor, input, today)
  if (!report.ok)
    return ok({
      ...base,
      ...nothing,
      names: ledgerNames({ projects: [], unknown: {} }, given),
      refusal: report.error,
    })
  return ok({
    ...base,
    report: report.value,
    mark: previewMark(report.value),
    names: ledgerNames(report.value, given),
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
): Promise<OpenImport | null> {
  const items = await loadItemNames(actor)
  const exported = await loadProcedureWays(actor, grids, items, answers, today)
  const ledger = readProcedureLedger(grids, today, items, exported)
  if (!ledger) return null
  const report = await previewProcedures(actor, ledger, items, today)
  const empty: Ledger = { sheets: [], skipped: [], rows: [] }
  const { fileName, fileHash: sha256 } = draft
  return {
    draft,
    grids,
    ledger: empty,
    input: {
      ledger: empty,
      answers: {},
      fileName,
      sha256,
      reason: reasonOf(draft),
      strict: false,
      procedures: { ledger, items },
    },
    sheets: ledger.sheets.map((sheet) => ({
      ...sheet,
      columns: sheet.columns.map((c) => ({ ...c, samples: [], set: '' })),
    })),
    report,
    mark: previewMark(report),
    names: ledgerNames(report, answers),
    refusal: null,
  }
}
