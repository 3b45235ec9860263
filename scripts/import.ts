// npm run import -- FILE [--dry-run] [--strict] [--map FILE] [--json] [--district CODE], or --undo BATCH_ID
// Exit code: 0 when something could be done, 1 when nothing could be read or --strict refused, 2 for a wrong call.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadIssueWays, loadThreeWay } from '@/lib/actions/three-way'
import { scriptActor } from '@/lib/auth/script-actor'
import { businessDay } from '@/lib/clock'
import { closeDatabase } from '@/lib/data/close-database'
import { type IssueLedgerInput, importIssues, previewIssues } from '@/lib/data/issue-ledger-import'
import { importLedger, type LedgerInput, loadLedgerWords, previewLedger } from '@/lib/data/ledger-import'
import { findOfficeAccount } from '@/lib/data/ledger-office'
import { undoLedger } from '@/lib/data/ledger-undo'
import type { Actor } from '@/lib/domain/access'
import { readIssueLedger } from '@/lib/domain/issue/ledger'
import { readLedger } from '@/lib/domain/ledger'
import type { LedgerReport } from '@/lib/domain/ledger-report'
import { err, type Failure, ok, type Result } from '@/lib/domain/result'
import { readTableApart } from '@/lib/files/apart'
import { XLSX_LIMITS } from '@/lib/files/xlsx-limits'
import { ledgerReportText, ledgerUndoneText } from '@/lib/i18n/ledger-report-text'
import { changeText, ledgerRefusalText, noteText } from '@/lib/i18n/ledger-text'
import { translator } from '@/lib/i18n/translator'
import { ledgerAnswers, ledgerUndo } from '@/lib/schemas/ledger'

const LOCALE = 'zh-CN'
const t = translator(LOCALE)

type Options = Readonly<{
  file: string | undefined
  dryRun: boolean
  strict: boolean
  json: boolean
  map: string | undefined
  undo: string | undefined
  district: string | undefined
}>

/** npm runs a command in the project's folder; a path is meant from where it was called. */
const fromCaller = (file: string | undefined) => file && path.resolve(process.env.INIT_CWD ?? '.', file)

function readOptions(): Options | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        map: { type: 'string' },
        undo: { type: 'string' },
        district: { type: 'string' },
      },
    })
    const { map, undo, district, strict, json } = values
    if (positionals.length !== (undo === undefined ? 1 : 0)) return null
    return {
      file: fromCaller(positionals[0]),
      dryRun: values['dry-run'],
      strict,
      json,
      map: fromCaller(map),
      undo,
      district,
    }
  } catch {
    return null
  }
}

function readBytes(file: string): Result<Buffer> {
  const found = fs.statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile()) return err({ code: 'FILE_MISSING', text: file })
  if (found.size > XLSX_LIMITS.fileBytes) return err({ code: 'FILE_TOO_LARGE', limit: XLSX_LIMITS.fileBytes })
  return ok(fs.readFileSync(file))
}

function readAnswers(file: string | undefined): Result<LedgerInput['answers']> {
  if (file === undefined) return ok({})
  if (!fs.existsSync(file)) return err({ code: 'MAP_MISSING', text: file })
  try {
    return ok(ledgerAnswers.parse(JSON.parse(fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))))
  } catch {
    return err({ code: 'MAP_INVALID', text: path.basename(file) })
  }
}

type Strict = Readonly<{ strict: boolean }>
/** A file as its header says what it is: a ledger of projects, or of problems. */
type Input = (LedgerInput & Readonly<{ issues: null }>) | (IssueLedgerInput & Strict & Readonly<{ issues: true }>)

async function readInput(actor: Actor, file: string, options: Options): Promise<Result<Input>> {
  const bytes = readBytes(file)
  if (!bytes.ok) return bytes
  const grid = await readTableApart(bytes.value, path.basename(file))
  if (!grid.ok) return grid
  const answers = readAnswers(options.map)
  if (!answers.ok) return answers
  const today = businessDay()
  const fileName = path.basename(file)
  const common = {
    answers: answers.value,
    fileName,
    sha256: createHash('sha256').update(bytes.value).digest('hex'),
    reason: t('ledger.reason', { file: fileName }),
    strict: options.strict,
    mends: [],
  }
  const problems = readIssueLedger(grid.value, today, await loadIssueWays(actor, grid.value, answers.value, today))
  if (problems) return ok({ ...common, ledger: problems, issues: true })
  const words = await loadLedgerWords(actor, answers.value)
  if (!words.ok) return words
  const exported = await loadThreeWay(actor, grid.value, words.value, answers.value, today)
  const ledger = readLedger(grid.value, today, words.value, exported)
  return ledger.rows.length === 0 ? err({ code: 'NO_LEDGER' }) : ok({ ...common, ledger, issues: null })
}

/** What the file would do; writes nothing. */
async function preview(actor: Actor, input: Input): Promise<Result<LedgerReport>> {
  if (!input.issues) return previewLedger(actor, input, businessDay())
  const shown = await previewIssues(actor, input, businessDay())
  return shown.ok ? ok(shown.value.report) : shown
}

const writeInput = (actor: Actor, input: Input): Promise<Result<LedgerReport>> =>
  input.issues
    ? importIssues(actor, input, { today: businessDay() })
    : importLedger(actor, input, { today: businessDay() })

/** The report with its codes put into words, as people script against it. */
const spoken = (report: LedgerReport) => ({
  ...report,
  sheets: report.sheets.map(({ name }) => name),
  projects: report.projects.map(({ notes, changes, stage, ...row }) => ({
    ...row,
    stage: stage && t(`project.stage.${stage}`),
    messages: [...notes.map((note) => noteText(note, LOCALE)), ...changes.map((change) => changeText(change, LOCALE))],
    codes: notes.map(({ code }) => code),
  })),
})

function fail(failure: Failure, options: Options, code = 1) {
  const text = ledgerRefusalText(failure, LOCALE)
  if (options.json) console.log(JSON.stringify({ file: options.file ?? null, error: { code: failure.code, text } }))
  else console.error(text)
  process.exitCode = code
}

async function importFile(actor: Actor, file: string, options: Options) {
  const input = await readInput(actor, file, options)
  if (!input.ok) return fail(input.error, options, input.error.code.startsWith('MAP_') ? 2 : 1)
  const done = options.dryRun ? await preview(actor, input.value) : await writeInput(actor, input.value)
  const refused = !done.ok && done.error.code === 'LEDGER_NOT_CLEAN' ? done.error : null
  const shown = refused ? await preview(actor, input.value) : done
  if (!shown.ok) return fail(shown.error, options)
  const report = shown.value
  // The counts of a refused import say what it would have done, as those of a rehearsal do.
  const strictly = options.strict && report.rejected > 0
  if (options.json) console.log(JSON.stringify({ file: path.basename(file), ...spoken(report), refused: strictly }))
  else
    console.log(
      ledgerReportText(
        report,
        { file: path.basename(file), dryRun: options.dryRun, refused: refused !== null },
        LOCALE,
      ),
    )
  // A refused report ends with it; a rehearsal says it besides.
  if (strictly && !options.json && !refused)
    console.error(ledgerRefusalText({ code: 'LEDGER_NOT_CLEAN', rejected: report.rejected }, LOCALE))
  if (strictly || report.rejected === report.rows) process.exitCode = 1
}

async function undoBatch(actor: Actor, batchId: string, options: Options) {
  const input = ledgerUndo.safeParse({ batchId })
  if (!input.success) return fail({ code: 'NOT_FOUND' }, options)
  const undone = await undoLedger(actor, { ...input.data, reason: t('ledger.undoReason') }, { today: businessDay() })
  if (!undone.ok) return fail(undone.error, options)
  console.log(options.json ? JSON.stringify(undone.value) : ledgerUndoneText(undone.value, LOCALE))
}

async function run(options: Options) {
  const account = await findOfficeAccount(options.district)
  if (!account.ok) return fail(account.error, options)
  const actor = await scriptActor(account.value)
  if (!actor) return fail({ code: 'OFFICE_MISSING' }, options)
  if (options.undo !== undefined) await undoBatch(actor, options.undo, options)
  else if (options.file !== undefined) await importFile(actor, options.file, options)
}

const options = readOptions()
if (options) {
  await run(options)
  await closeDatabase()
} else {
  console.error(t('ledger.report.usage'))
  process.exitCode = 2
}
