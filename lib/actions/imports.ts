'use server'

import type { z } from 'zod'
import { confirmImport } from '@/lib/data/import-confirm'
import {
  answerImport,
  type DraftAnswer,
  discardImport,
  findDraft,
  mendImport,
  mergeAnswers,
} from '@/lib/data/import-drafts'
import { undoLedger } from '@/lib/data/ledger-undo'
import type { WriteOptions } from '@/lib/data/write'
import type { Actor } from '@/lib/domain/access'
import type { LedgerField } from '@/lib/domain/ledger-column'
import { distinctColumns } from '@/lib/domain/ledger-columns'
import { headerInSet } from '@/lib/domain/ledger-header'
import { type LedgerMend, MEND_CHARS, textAt } from '@/lib/domain/ledger-mend'
import { MOST_MADE } from '@/lib/domain/ledger-names'
import { LEFT_OUT, nameKey } from '@/lib/domain/ledger-text'
import { twinsOf } from '@/lib/domain/ledger-twins'
import { eachOf, err, gathered, ok, type Result } from '@/lib/domain/result'
import { cellKeyOf } from '@/lib/i18n/mend-cells'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { translator } from '@/lib/i18n/translator'
import { importColumns, importDiscard, importNames, importPreview, type PreviewView } from '@/lib/schemas/import'
import { ledgerUndo } from '@/lib/schemas/ledger'
import { printable } from '@/lib/schemas/text'
import { defineAction } from './define-action'
import { viewImport } from './held-import'
import { type OpenImport, openImport, readImport } from './read-import'

const stepOf = (step: string) => (value: { draftId: string }) => `/imports/${value.draftId}?step=${step}`

/** Only what differs from how the file is read is an answer; the rest stays a guess. */
async function answerColumns(
  actor: Actor,
  input: Readonly<{
    draftId: string
    text: Readonly<Record<string, string>>
    target: Readonly<Record<string, LedgerField | ''>>
  }>,
  options: WriteOptions,
): Promise<Result<{ draftId: string }>> {
  const open = await viewImport(actor, input.draftId, options.today)
  if (!open.ok) return open
  const columns = new Map(distinctColumns(open.value.sheets).map((c) => [nameKey(headerInSet(c.set, c.label)), c]))
  const answers = Object.entries(input.text).flatMap(([n, text]): DraftAnswer[] => {
    const [column, target] = [columns.get(nameKey(text)), input.target[n] ?? '']
    if (!column || target === '' || (column.field ?? 'ignored') === target) return []
    // Of this set of headers for certain; of any other ledger with the same header as the best guess.
    return [text, column.label].map((said) => ({ kind: 'COLUMN', text: said, target }))
  })
  return answerImport(actor, { draftId: input.draftId, answers }, options)
}

/** What each header is. */
export const saveColumns = defineAction(importColumns, answerColumns, { goTo: stepOf('names') })

async function answerNames(
  actor: Actor,
  input: Readonly<{
    draftId: string
    kind: Readonly<Record<string, DraftAnswer['kind']>>
    text: Readonly<Record<string, string>>
    target: Readonly<Record<string, string>>
  }>,
  options: WriteOptions,
): Promise<Result<{ draftId: string; more?: boolean }>> {
  const answers = Object.entries(input.text).flatMap(([n, text]): DraftAnswer[] => {
    const kind = input.kind[n]
    return kind ? [{ kind, text, target: input.target[n] ?? '' }] : []
  })
  const draft = await findDraft(actor, input.draftId)
  if (!draft) return err({ code: 'NOT_FOUND' })
  const tried = await openImport(actor, input.draftId, options.today, mergeAnswers(draft.answers, answers))
  const refusal = tried.ok ? tried.value.refusal : tried.error
  if (refusal) {
    const placed = eachOf(refusal).map((each) => {
      const at = Object.keys(input.text).find((n) => input.text[n] === each.text && input.kind[n] === each.kind)
      return at ? { ...each, field: `target.${at}` } : each
    })
    return err(gathered(...placed) ?? refusal)
  }
  const done = await answerImport(actor, { draftId: input.draftId, answers }, options)
  if (!done.ok || !tried.ok) return done
  // A row that no longer waits for its street may name somebody nobody knows: asked at once, not found in the preview.
  // Whoever will be made for it is shown once as well.
  const keyOf = (kind: string, text: string) => `${kind} ${nameKey(text)}`
  const shown = new Set(answers.map(({ kind, text }) => keyOf(kind, text)))
  const isNew = ({ kind, text }: Readonly<{ kind: string; text: string }>) => !shown.has(keyOf(kind, text))
  const { asked, cells, made } = tried.value.names
  const listed = made.length <= MOST_MADE || made.every(isNew)
  const more =
    asked.some(isNew) || cells.some(({ key }) => !shown.has(keyOf('CELL', key))) || (listed && made.some(isNew))
  return ok({ ...done.value, more })
}

/** Who and which units the names are. */
export const saveNames = defineAction(importNames, answerNames, {
  goTo: ({ draftId, more }) => stepOf(more ? 'names' : 'preview')({ draftId }),
})

type PreviewInput = z.output<typeof importPreview>

/** Only cells of the ledger’s own columns, below its header, and only those that say something else than before. */
function typedMends({ at, cell }: PreviewInput, { sheets, grids }: OpenImport) {
  return Object.entries(at).flatMap(([n, place]) => {
    const text = cell[n]
    const sheet = sheets.find(({ name }) => name === place.sheet)
    const column = sheet?.columns.find((c) => c.column === place.column)
    if (text === undefined || !sheet || !column || place.row <= sheet.headerRow) return []
    return text.replace(/\r\n?/g, '\n') === printable(textAt(grids, place))
      ? []
      : [{ n, mend: { ...place, label: column.label, text } }]
  })
}

/** Mends of whole rows: of a project that stands in several one is kept, or one left out earlier comes back. */
function rowMends({ use, restore }: PreviewInput, { report, draft }: OpenImport): Omit<LedgerMend, 'was'>[] {
  const left = use && report ? twinsOf(report.projects, use) : []
  const out = left.flatMap(({ sheet, row }) => {
    const column = report?.sheets.find(({ name }) => name === sheet)?.columns.find(({ field }) => field === 'name')
    return column ? [{ sheet, row, column: column.column, label: column.label, text: LEFT_OUT }] : []
  })
  const back = draft.mends.filter((mend) => restore && cellKeyOf(mend) === cellKeyOf(restore))
  return [...out, ...back.map(({ was, ...mend }) => ({ ...mend, text: was }))]
}

/** Where to go once what was typed is kept: a step, or rows of the preview. */
type Place = Readonly<{ step: 'columns' | 'names' } | { step: 'preview'; show: PreviewView; page: number }>

type Previewed = Readonly<{
  batchId: string | null
  /** Look at the preview again: why, and how many cells were mended. */
  again?: Readonly<{ draftId: string; to: Place; stale?: true; mended?: number; first?: boolean }>
}>

/** Whoever writes with cells typed but not checked has them checked first: what was typed is neither lost nor written unseen. */
async function mendOrWrite(actor: Actor, input: PreviewInput, options: WriteOptions): Promise<Result<Previewed>> {
  const { draftId, show, page, seen, go } = input
  const open = await viewImport(actor, draftId, options.today)
  if (!open.ok) return open
  const typed = typedMends(input, open.value)
  const long = typed.filter(({ mend }) => mend.text.length > MEND_CHARS)
  const wrong = gathered(...long.map(({ n }) => ({ code: 'CELL_TOO_LONG', field: `cell.${n}` })))
  if (wrong) return err(wrong)
  const write = input.do === 'write'
  const rows = rowMends(input, open.value)
  const kept = new Set(rows.map(cellKeyOf))
  const mends = [...typed.flatMap(({ mend }) => (kept.has(cellKeyOf(mend)) ? [] : [mend])), ...rows]
  if (mends.length > 0) {
    const done = await mendImport(actor, { draftId, grids: open.value.uploaded, mends }, options)
    if (!done.ok) return done
  }
  if (mends.length > 0 || !write) {
    const to: Place = go ?? { step: 'preview', show, page }
    // Who only turns the page has asked for nothing: no word about mended cells unless there are some.
    const mended = go && mends.length === 0 ? undefined : mends.length
    return ok({ batchId: null, again: { draftId, to, mended, first: write } })
  }
  // What is written is decided on the library as it is now, whatever was shown a minute ago.
  const read = await readImport(actor, draftId, options.today)
  if (!read.ok) return read
  const done = await confirmImport(actor, { ...read.value.input, draftId, seen }, options)
  // Not a refusal to read beside the button: what has to be read is the preview as it is now.
  if (!done.ok && done.error.code === 'PREVIEW_STALE')
    return ok({ batchId: null, again: { draftId, to: { step: 'preview', show: 'todo', page: 1 }, stale: true } })
  return done
}

/** The preview, sent: cells mended beside their errors and checked again, or all of it written as one batch. */
export const sendPreview = defineAction(importPreview, mendOrWrite, {
  goTo: ({ batchId, again }) => {
    if (!again) return batchId ? `/imports/${batchId}` : '/imports?done=nothing'
    const { draftId, to, stale, mended, first } = again
    if (stale) return `/imports/${draftId}?step=preview&stale=1`
    if (to.step !== 'preview') return `/imports/${draftId}?step=${to.step}`
    const said = mended === undefined ? '' : `&mended=${mended}${first ? '&first=1' : ''}`
    return `/imports/${draftId}?step=preview&show=${to.show}&page=${to.page}${said}`
  },
})

/** Throws an upload away. */
export const discardDraft = defineAction(importDiscard, discardImport, { goTo: () => '/imports?done=discarded' })

const undo = (actor: Actor, input: Readonly<{ batchId: string }>, options: WriteOptions) =>
  undoLedger(actor, { ...input, reason: translator(LEDGER_LOCALE)('ledger.undoReason') }, options)

/** Takes a batch back. */
export const undoBatch = defineAction(ledgerUndo, undo, {
  goTo: ({ batchId, restored, removed, kept }) =>
    `/imports/${batchId}?restored=${restored}&removed=${removed}&kept=${kept.length}`,
})
