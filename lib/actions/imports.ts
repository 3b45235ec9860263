'use server'

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
import { textAt } from '@/lib/domain/ledger-mend'
import { nameKey } from '@/lib/domain/ledger-text'
import { err, ok, type Result } from '@/lib/domain/result'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { translator } from '@/lib/i18n/translator'
import {
  importColumns,
  importConfirm,
  importDiscard,
  importMends,
  importNames,
  type PreviewView,
} from '@/lib/schemas/import'
import { ledgerUndo } from '@/lib/schemas/ledger'
import { printable } from '@/lib/schemas/text'
import { defineAction } from './define-action'
import { openImport } from './read-import'

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
  const open = await openImport(actor, input.draftId, options.today)
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
    const wrong = Object.entries(input.text).find(
      ([n, text]) => text === refusal.text && input.kind[n] === refusal.kind,
    )
    return err(wrong ? { ...refusal, field: `target.${wrong[0]}` } : refusal)
  }
  const done = await answerImport(actor, { draftId: input.draftId, answers }, options)
  if (!done.ok || !tried.ok) return done
  // A row that no longer waits for its street may name somebody nobody knows: asked at once, not found in the preview.
  const shown = new Set(answers.map(({ kind, text }) => `${kind} ${text}`))
  const { asked, cells } = tried.value.names
  const more =
    asked.some(({ kind, text }) => !shown.has(`${kind} ${text}`)) || cells.some(({ key }) => !shown.has(`CELL ${key}`))
  return ok({ ...done.value, more })
}

/** Who and which units the names are. */
export const saveNames = defineAction(importNames, answerNames, {
  goTo: ({ draftId, more }) => stepOf(more ? 'names' : 'preview')({ draftId }),
})

/** Only cells of the ledger’s own columns, below its header, and only those that say something else than before. */
async function mend(
  actor: Actor,
  input: Readonly<{
    draftId: string
    at: Readonly<Record<string, Readonly<{ sheet: string; row: number; column: number }>>>
    cell: Readonly<Record<string, string>>
    show: PreviewView
    page: number
  }>,
  options: WriteOptions,
): Promise<Result<{ draftId: string; show: PreviewView; page: number; mended: number }>> {
  const { draftId, show, page } = input
  const open = await openImport(actor, draftId, options.today)
  if (!open.ok) return open
  const { sheets, grids, uploaded } = open.value
  const mends = Object.entries(input.at).flatMap(([n, place]) => {
    const text = input.cell[n]
    const sheet = sheets.find(({ name }) => name === place.sheet)
    const column = sheet?.columns.find((c) => c.column === place.column)
    if (text === undefined || !sheet || !column || place.row <= sheet.headerRow) return []
    return text.replace(/\r\n?/g, '\n') === printable(textAt(grids, place))
      ? []
      : [{ ...place, label: column.label, text }]
  })
  const value = { draftId, show, page, mended: mends.length }
  if (mends.length === 0) return ok(value)
  const done = await mendImport(actor, { draftId, grids: uploaded, mends }, options)
  return done.ok ? ok(value) : done
}

/** Cells mended beside their errors; what they say is checked again at once. */
export const mendCells = defineAction(importMends, mend, {
  goTo: ({ draftId, show, page, mended }) =>
    `/imports/${draftId}?step=preview&show=${show}&page=${page}&mended=${mended}`,
})

async function confirm(
  actor: Actor,
  input: Readonly<{ draftId: string; seen: string }>,
  options: WriteOptions,
): Promise<Result<{ batchId: string | null; stale?: string }>> {
  const open = await openImport(actor, input.draftId, options.today)
  if (!open.ok) return open
  const done = await confirmImport(actor, { ...open.value.input, ...input }, options)
  // Not a refusal to read beside the button: what has to be read is the preview as it is now.
  if (!done.ok && done.error.code === 'PREVIEW_STALE') return ok({ batchId: null, stale: input.draftId })
  return done
}

/** Writes what the preview showed, as one batch. */
export const confirmDraft = defineAction(importConfirm, confirm, {
  goTo: ({ batchId, stale }) =>
    stale ? `/imports/${stale}?step=preview&stale=1` : batchId ? `/imports/${batchId}` : '/imports?done=nothing',
})

/** Throws an upload away. */
export const discardDraft = defineAction(importDiscard, discardImport, { goTo: () => '/imports?done=discarded' })

const undo = (actor: Actor, input: Readonly<{ batchId: string }>, options: WriteOptions) =>
  undoLedger(actor, { ...input, reason: translator(LEDGER_LOCALE)('ledger.undoReason') }, options)

/** Takes a batch back. */
export const undoBatch = defineAction(ledgerUndo, undo, {
  goTo: ({ batchId, restored, kept }) => `/imports/${batchId}?restored=${restored}&kept=${kept.length}`,
})
