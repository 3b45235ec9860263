import 'server-only'
import type { DraftInput } from '@/lib/data/import-confirm'
import { findDraft, type ImportDraft } from '@/lib/data/import-drafts'
import { previewIssues } from '@/lib/data/issue-ledger-import'
import { type LedgerInput, loadLedgerWords, previewColours } from '@/lib/data/ledger-import'
import { previewMark } from '@/lib/data/preview-mark'
import { previewProcedures } from '@/lib/data/procedure-ledger-import'
import { loadItemNames } from '@/lib/data/procedure-ledger-rows'
import { previewRegister } from '@/lib/data/register-import'
import type { Actor } from '@/lib/domain/access'
import { readIssueLedger } from '@/lib/domain/issue/ledger'
import { type Ledger, readLedger } from '@/lib/domain/ledger'
import { type ShownSheet, shownColumns } from '@/lib/domain/ledger-columns'
import type { GridSheet } from '@/lib/domain/ledger-grid'
import { mendGrids } from '@/lib/domain/ledger-mend'
import { type LedgerNames, ledgerNames } from '@/lib/domain/ledger-names'
import type { LedgerReport } from '@/lib/domain/ledger-report'
import type { SheetColumn } from '@/lib/domain/ledger-sheet'
import type { LedgerAnswers } from '@/lib/domain/ledger-snapshot'
import type { PlainDate } from '@/lib/domain/plain-date'
import { readProcedureLedger } from '@/lib/domain/procedure-ledger'
import { readRegisterLedger } from '@/lib/domain/register/ledger'
import { err, type Failure, ok, type Result } from '@/lib/domain/result'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { registerWords } from '@/lib/i18n/register-words'
import { translator } from '@/lib/i18n/translator'
import type { PreviewLevels } from '@/lib/schemas/import'
import { readUploadTable } from './read-upload-table'
import { loadIssueWays, loadProcedureWays, loadThreeWay } from './three-way'

/** An uploaded ledger read with what was answered so far, before anything is decided about its rows. */
export type ReadImport = Readonly<{
  draft: ImportDraft
  /** As mended. */
  grids: readonly GridSheet[]
  /** As uploaded. */
  uploaded: readonly GridSheet[]
  ledger: Ledger
  input: LedgerInput & Pick<DraftInput, 'procedures' | 'issues' | 'register'>
  sheets: readonly ShownSheet[]
}>

/** The same with what it would do; the report is there once a header is found. */
export type OpenImport = ReadImport &
  Readonly<{
    report: LedgerReport | null
    /** The colours that will follow, worked out when they are first asked for. */
    levels: (() => Promise<PreviewLevels>) | null
    names: LedgerNames
    mark: string | null
    /** Why there is no report. */
    refusal: Failure | null
  }>

const reasonOf = ({ fileName }: ImportDraft): string => translator(LEDGER_LOCALE)('ledger.reason', { file: fileName })

/**
 * Reads an uploaded ledger again: what it says now, with the answers and the mended cells there are.
 *
 * @param answers instead of those kept with the draft, to try them
 * @returns err NOT_FOUND, or why the file or an answer is refused
 */
export async function readImport(
  actor: Actor,
  draftId: string,
  today: PlainDate,
  answers?: LedgerAnswers,
): Promise<Result<ReadImport>> {
  const draft = await findDraft(actor, draftId)
  if (!draft) return err({ code: 'NOT_FOUND' })
  const given = answers ?? draft.answers
  const read = await readUploadTable(draft.bytes, draft.fileName)
  if (!read.ok) return read
  const grids = mendGrids(read.value, draft.mends)
  const { fileName, fileHash: sha256, mends } = draft
  const common = { answers: given, fileName, sha256, reason: reasonOf(draft), strict: false, mends }
  const items = await loadItemNames(actor)
  const ways = await loadProcedureWays(actor, grids, items, given, today)
  const procedures = readProcedureLedger(grids, today, items, ways)
  const ledger: Ledger = { sheets: [], skipped: [], rows: [] }
  const fixed = { draft, grids, uploaded: read.value, ledger }
  if (procedures) {
    const input = { ...common, ledger, procedures: { ledger: procedures, items }, issues: null, register: null }
    return ok({ ...fixed, input, sheets: fixedColumns(procedures.sheets) })
  }
  const issues = readIssueLedger(grids, today, await loadIssueWays(actor, grids, given, today))
  if (issues)
    return ok({
      ...fixed,
      input: { ...common, ledger, procedures: null, issues, register: null },
      sheets: fixedColumns(issues.sheets),
    })
  const register = readRegisterLedger(grids, today, registerWords())
  if (register)
    return ok({
      ...fixed,
      input: { ...common, ledger, procedures: null, issues: null, register },
      sheets: fixedColumns(register.sheets),
    })
  return readProjects(actor, { draft, grids, uploaded: read.value }, common, today)
}

/** Columns of a ledger whose headers are known: nobody is asked what they are. */
const fixedColumns = (
  sheets: readonly Readonly<{ name: string; headerRow: number; columns: readonly SheetColumn[] }>[],
) => sheets.map((sheet) => ({ ...sheet, columns: sheet.columns.map((c) => ({ ...c, samples: [], set: '' })) }))

/** The same read as a ledger of projects. */
async function readProjects(
  actor: Actor,
  file: Pick<ReadImport, 'draft' | 'grids' | 'uploaded'>,
  common: Omit<LedgerInput, 'ledger'>,
  today: PlainDate,
): Promise<Result<ReadImport>> {
  const { grids } = file
  const given = common.answers
  const words = await loadLedgerWords(actor, given)
  if (!words.ok) return words
  const exported = await loadThreeWay(actor, grids, words.value, given, today)
  const ledger = readLedger(grids, today, words.value, exported)
  const input = { ...common, ledger, procedures: null, issues: null, register: null }
  return ok({ ...file, ledger, input, sheets: shownColumns(grids, ledger) })
}

type Decided = Result<Readonly<{ report: LedgerReport; levels: (() => Promise<PreviewLevels>) | null }>>

/** What the import would do; null where no header was found. */
async function decide(actor: Actor, { input, ledger }: ReadImport, today: PlainDate): Promise<Decided | null> {
  if (input.procedures)
    return ok(await previewProcedures(actor, { ...input.procedures, answers: input.answers }, today))
  if (input.issues) return previewIssues(actor, { ...input, ledger: input.issues }, today)
  // Enterprises and packs have no colour.
  if (input.register) return ok({ report: await previewRegister(actor, input.register), levels: null })
  return ledger.rows.length === 0 ? null : previewColours(actor, input, today)
}

/** Asked for again, the same answer. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null
  return () => {
    answer ??= work().catch((error: unknown) => {
      answer = null
      throw error
    })
    return answer
  }
}

/**
 * Reads an uploaded ledger and decides about every row: what is shown is what the file, the answers and the library say now.
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
  const read = await readImport(actor, draftId, today, answers)
  if (!read.ok) return read
  const { input, draft } = read.value
  const decided = await decide(actor, read.value, today)
  if (!decided?.ok) {
    const names = decided
      ? ledgerNames({ projects: [], unknown: {} }, input.answers)
      : { cells: [], asked: [], answered: [], made: [] }
    const refusal = decided?.error ?? { code: 'NO_LEDGER' }
    return ok({ ...read.value, report: null, levels: null, mark: null, names, refusal })
  }
  const { report, levels } = decided.value
  return ok({
    ...read.value,
    report,
    levels: levels && once(levels),
    mark: previewMark(report, draft.mends),
    names: ledgerNames(report, input.answers),
    refusal: null,
  })
}
