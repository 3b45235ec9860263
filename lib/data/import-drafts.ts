import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { GridSheet } from '@/lib/domain/ledger-grid'
import { type LedgerMend, MOST_MENDS, withMends } from '@/lib/domain/ledger-mend'
import type { AnswerKind, LedgerAnswers } from '@/lib/domain/ledger-snapshot'
import { err, ok } from '@/lib/domain/result'
import { isUuid } from '@/lib/schemas/id'
import type { ImportDraftRow } from '@/lib/schemas/import'
import { ledgerAnswers } from '@/lib/schemas/ledger'
import type { Prisma } from '@/prisma/generated/client'
import { db, type Tx } from './db'
import { storeFile } from './stored-files'
import { write } from './write'

/** Drafts an account keeps; the oldest go when another one comes. */
const MOST_DRAFTS = 20

/** A draft with everything a step of the import needs. */
export type ImportDraft = Readonly<{
  id: string
  fileName: string
  fileHash: string
  answers: LedgerAnswers
  mends: readonly LedgerMend[]
  bytes: Uint8Array
}>

const own = (actor: Actor) => ({ districtId: actor.districtId, actorId: actor.userId })
const mendsOf = (stored: Prisma.JsonValue) => stored as unknown as readonly LedgerMend[]
const answersOf = (stored: Prisma.JsonValue): LedgerAnswers => ledgerAnswers.catch({}).parse(stored)

/** A draft of one’s own that has not become a batch; another’s does not exist. */
async function lockDraft(tx: Tx, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "ImportDraft" WHERE id = ${id}::uuid FOR UPDATE`
  return tx.importDraft.findFirst({ where: { id, ...own(actor) } })
}

/**
 * Keeps an uploaded ledger for the wizard 上传. The same file twice is the same draft, with what was answered already.
 *
 * @returns the id of the draft, later that of its batch
 */
export const startImport = write(
  'ledger.draft',
  async (tx, actor, input: Readonly<{ kind: string; fileName: string; bytes: Uint8Array<ArrayBuffer> }>) => {
    const { kind, fileName } = input
    const fileHash = await storeFile(tx, input.bytes)
    const drafts = await tx.importDraft.findMany({
      where: own(actor),
      select: { id: true, fileHash: true, fileName: true },
      orderBy: { createdAt: 'desc' },
    })
    const done = await tx.importBatch.findMany({
      where: { id: { in: drafts.map(({ id }) => id) } },
      select: { id: true },
    })
    const finished = new Set(done.map(({ id }) => id))
    const same = drafts.find((d) => d.fileHash === fileHash && d.fileName === fileName && !finished.has(d.id))
    if (same) return ok({ value: { draftId: same.id }, subject: same.id, detail: { fileName, again: true } })
    const tooMany = drafts.slice(MOST_DRAFTS - 1).map(({ id }) => id)
    await tx.importDraft.deleteMany({ where: { id: { in: tooMany } } })
    const { id } = await tx.importDraft.create({ data: { ...own(actor), kind, fileName, fileHash } })
    return ok({ value: { draftId: id }, subject: id, detail: { fileName, size: input.bytes.length } })
  },
)

/** One answer of a step; an empty target takes an earlier answer back. */
export type DraftAnswer = Readonly<{ kind: AnswerKind; text: string; target: string }>

/** Answers with some more, or fewer. */
export function mergeAnswers(answers: LedgerAnswers, more: readonly DraftAnswer[]): LedgerAnswers {
  const merged: Partial<Record<AnswerKind, Record<string, string>>> = {}
  for (const [kind, texts] of Object.entries(answers)) merged[kind as AnswerKind] = { ...texts }
  for (const { kind, text, target } of more) {
    const texts = { ...merged[kind] }
    delete texts[text]
    merged[kind] = target === '' ? texts : { ...texts, [text]: target }
  }
  return merged
}

/**
 * Keeps what was answered about columns, people and units 对照. It is remembered for later ledgers once the import is
 * confirmed.
 *
 * @returns err NOT_FOUND
 */
export const answerImport = write(
  'ledger.draft',
  async (tx, actor, input: Readonly<{ draftId: string; answers: readonly DraftAnswer[] }>) => {
    const draft = await lockDraft(tx, actor, input.draftId)
    if (!draft) return err({ code: 'NOT_FOUND' })
    const answers = mergeAnswers(answersOf(draft.answers), input.answers)
    await tx.importDraft.update({
      where: { id: draft.id },
      data: { answers: answers as Prisma.InputJsonValue, version: { increment: 1 } },
    })
    return ok({
      value: { draftId: draft.id },
      subject: draft.id,
      detail: { answered: input.answers.filter(({ target }) => target !== '').length },
    })
  },
)

/**
 * Keeps cells that were mended in the preview 改格. The file stays as it was uploaded; every later step reads the mended text.
 *
 * @param input.grids the file as it was uploaded: what stood in a cell is remembered with what it says now
 * @returns err NOT_FOUND, MENDS_TOO_MANY with the most there may be
 */
export const mendImport = write(
  'ledger.draft',
  async (
    tx,
    actor,
    input: Readonly<{
      draftId: string
      grids: readonly GridSheet[]
      mends: readonly Omit<LedgerMend, 'was'>[]
    }>,
  ) => {
    const draft = await lockDraft(tx, actor, input.draftId)
    if (!draft) return err({ code: 'NOT_FOUND' })
    const mends = withMends(input.grids, mendsOf(draft.mends), input.mends)
    if (mends.length > MOST_MENDS) return err({ code: 'MENDS_TOO_MANY', most: MOST_MENDS })
    await tx.importDraft.update({
      where: { id: draft.id },
      data: { mends: mends as unknown as Prisma.InputJsonValue, version: { increment: 1 } },
    })
    return ok({ value: { draftId: draft.id }, subject: draft.id, detail: { mended: mends.length } })
  },
)

/**
 * Throws an uploaded ledger away, with its answers 放弃导入.
 *
 * @returns err NOT_FOUND
 */
export const discardImport = write('ledger.draft', async (tx, actor, input: Readonly<{ draftId: string }>) => {
  const draft = await lockDraft(tx, actor, input.draftId)
  if (!draft) return err({ code: 'NOT_FOUND' })
  await tx.importDraft.delete({ where: { id: draft.id } })
  return ok({ value: null, subject: draft.id, detail: { fileName: draft.fileName } })
})

/** A draft of the actor’s own with its file; null for anybody else’s. */
export async function findDraft(actor: Actor, id: string): Promise<ImportDraft | null> {
  if (!isUuid(id)) return null
  const draft = await db.importDraft.findFirst({ where: { id, ...own(actor) }, include: { file: true } })
  if (!draft) return null
  const { fileName, fileHash, answers, mends, file } = draft
  return { id, fileName, fileHash, answers: answersOf(answers), mends: mendsOf(mends), bytes: file.bytes }
}

/**
 * How a draft stands: its own version, and the last thing its owner and anybody in the district has done. Where none of them
 * has moved, what was decided about it still holds.
 */
export type DraftState = Readonly<{ version: number; own: string | null; all: string | null }>

/** The state of a draft of the actor’s own; null for anybody else’s. */
export async function draftState(actor: Actor, id: string): Promise<DraftState | null> {
  if (!isUuid(id)) return null
  const draft = await db.importDraft.findFirst({ where: { id, ...own(actor) }, select: { version: true } })
  if (!draft) return null
  const last = async (where: Prisma.AuditEntryWhereInput) =>
    (await db.auditEntry.findFirst({ where, select: { id: true }, orderBy: { at: 'desc' } }))?.id.toString() ?? null
  const [mine, all] = await Promise.all([last({ actorId: actor.userId }), last({ districtId: actor.districtId })])
  return { version: draft.version, own: mine, all }
}

/** Ledgers the actor has uploaded and not yet imported, the latest first. */
export async function listDrafts(actor: Actor): Promise<ImportDraftRow[]> {
  const drafts = await db.importDraft.findMany({
    where: own(actor),
    select: { id: true, fileName: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
  })
  const done = await db.importBatch.findMany({
    where: { id: { in: drafts.map(({ id }) => id) } },
    select: { id: true },
  })
  const finished = new Set(done.map(({ id }) => id))
  return drafts
    .filter(({ id }) => !finished.has(id))
    .map(({ id, fileName, createdAt }) => ({ id, fileName, at: createdAt }))
}
