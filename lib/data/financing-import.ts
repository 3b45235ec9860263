import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { OfferMove } from '@/lib/domain/financing/offer'
import { planResult } from '@/lib/domain/financing/result-plan'
import type { ResultLine } from '@/lib/domain/financing/result-sheet'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, type Failure, ok } from '@/lib/domain/result'
import { isUuid } from '@/lib/schemas/id'
import type { FinancingState, Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { db, type Tx } from './db'
import { MOVE_ACTIONS } from './financing-detail'
import { makeOfferMove } from './financing-offers'
import { offerBefore, restoreOffer } from './financing-restore'
import { offerColumns, offerOf } from './financing-rows'
import { consentOn } from './financing-visible'
import { write } from './write'

/** A row with what importing it does: moves, nothing, or why it stays out. */
export type PlannedResult = Readonly<{
  line: ResultLine
  offerId: string | null
  needId: string | null
  enterprise: string | null
  bank: string | null
  moves: readonly OfferMove[]
  refusal: Failure | null
}>

/** How an offer was before a batch moved it, and what was added to it. */
type Change = Readonly<{
  offerId: string
  needId: string
  needBefore: FinancingState
  before: Readonly<Record<string, string | number | null>>
  version: number
  moveIds: readonly string[]
  paymentIds: readonly string[]
}>

const columns = {
  ...offerColumns,
  need: {
    select: {
      amountFen: true,
      rateCeilingBp: true,
      state: true,
      enterprise: { select: { name: true } },
      offers: { select: { id: true, state: true, grantedFen: true } },
    },
  },
} satisfies Prisma.FinancingOfferSelect

/** What each row of a workbook would do, held against the needs as they stand now. */
async function planRows(
  tx: Tx,
  actor: Actor,
  lines: readonly ResultLine[],
  today: PlainDate,
): Promise<PlannedResult[]> {
  const ids = lines.flatMap(({ id }) => (isUuid(id) ? [id] : []))
  const records = await tx.financingOffer.findMany({
    where: { id: { in: ids }, need: { districtId: actor.districtId } },
    select: columns,
  })
  const byId = new Map(records.map((record) => [record.id, record]))
  const agreed = new Set(
    (
      await tx.financingConsent.findMany({
        where: { needId: { in: records.map(({ needId }) => needId) }, ...consentOn(today) },
        select: { needId: true, bankId: true },
      })
    ).map(({ needId, bankId }) => `${needId} ${bankId}`),
  )
  const seen = new Set<string>()
  return lines.map((line): PlannedResult => {
    const record = byId.get(line.id)
    const none = { line, offerId: null, needId: null, enterprise: null, bank: null, moves: [] }
    if (!record) return { ...none, refusal: { code: 'FINANCING_ROW_UNKNOWN', text: line.id } }
    const about = {
      line,
      offerId: record.id,
      needId: record.needId,
      enterprise: record.need.enterprise.name,
      bank: record.bank.shortName,
    }
    const stays = (refusal: Failure) => ({ ...about, moves: [], refusal })
    if (seen.has(record.id)) return stays({ code: 'FINANCING_ROW_TWICE' })
    seen.add(record.id)
    const paidOf = (kind: 'NEW' | 'RENEWED') =>
      record.payments.reduce((sum, payment) => sum + (payment.kind === kind ? payment.fen : 0n), 0n)
    const othersFen = record.need.offers.reduce(
      (sum, { id, state, grantedFen }) => sum + (id === record.id || state === 'WITHDRAWN' ? 0n : (grantedFen ?? 0n)),
      0n,
    )
    const planned = planResult(
      offerOf(record),
      { newFen: paidOf('NEW'), renewedFen: paidOf('RENEWED') },
      line,
      { appliedFen: record.need.amountFen, othersFen, rateCeilingBp: record.need.rateCeilingBp },
      today,
    )
    if (!planned.ok) return stays(planned.error)
    if (planned.value.length > 0 && !agreed.has(`${record.needId} ${record.bankId}`))
      return stays({ code: 'FINANCING_NO_CONSENT', name: record.bank.shortName })
    return { ...about, moves: planned.value, refusal: null }
  })
}

/**
 * Holds what a bank sent back until somebody has looked at it 导入预览; nothing is moved yet.
 *
 * @returns err FORBIDDEN
 */
export const holdResults = write(
  'financing.hold',
  async (tx, actor, input: Readonly<{ fileName: string; lines: readonly ResultLine[] }>, today) => {
    const held = await tx.financingImport.create({
      data: {
        districtId: actor.districtId,
        fileName: input.fileName,
        lines: input.lines as unknown as Prisma.InputJsonValue,
        heldOn: toDb(today),
        actorId: actor.userId,
      },
    })
    return ok({ value: { importId: held.id }, subject: held.id, detail: { name: input.fileName } })
  },
)

const linesOf = (value: Prisma.JsonValue) => value as unknown as readonly ResultLine[]

/** A held workbook with what each row does, or did. @returns null when the district has no such import */
export async function findResultImport(actor: Actor, id: string, today: PlainDate) {
  const held = await db.financingImport.findFirst({ where: { id, districtId: actor.districtId } })
  if (!held) return null
  const { fileName, doneAt, undoneAt } = held
  const changes = (held.changes as unknown as readonly Change[] | null) ?? []
  const rows = await planRows(db, actor, linesOf(held.lines), today)
  const moved = new Set(changes.map(({ offerId }) => offerId))
  return { id, fileName, heldOn: fromDb(held.heldOn), doneAt, undoneAt, rows, moved }
}

/** Imports of results, the latest first. */
export async function listResultImports(actor: Actor) {
  const rows = await db.financingImport.findMany({
    where: { districtId: actor.districtId },
    select: { id: true, fileName: true, heldOn: true, doneAt: true, undoneAt: true },
    orderBy: { at: 'desc' },
    take: 50,
  })
  return rows.map((row) => ({ ...row, heldOn: fromDb(row.heldOn) }))
}

/** Moves one row and remembers how it was. */
async function runRow(tx: Tx, actor: Actor, row: PlannedResult & { offerId: string }, today: PlainDate) {
  const record = await tx.financingOffer.findUniqueOrThrow({
    where: { id: row.offerId },
    include: {
      need: { select: { id: true, state: true } },
      moves: { select: { id: true } },
      payments: { select: { id: true } },
    },
  })
  for (const move of row.moves) {
    const made = await makeOfferMove(
      tx,
      actor,
      MOVE_ACTIONS[move.kind],
      { offerId: record.id, version: null },
      move,
      today,
    )
    if (!made.ok) return made
  }
  const after = await tx.financingOffer.findUniqueOrThrow({
    where: { id: record.id },
    select: { version: true, moves: { select: { id: true } }, payments: { select: { id: true } } },
  })
  const added = (now: readonly { id: string }[], was: readonly { id: string }[]) => {
    const known = new Set(was.map(({ id }) => id))
    return now.flatMap(({ id }) => (known.has(id) ? [] : [id]))
  }
  return ok<Change>({
    offerId: record.id,
    needId: record.need.id,
    needBefore: record.need.state,
    before: offerBefore(record),
    version: after.version,
    moveIds: added(after.moves, record.moves),
    paymentIds: added(after.payments, record.payments),
  })
}

type Confirmed = Readonly<{ importId: string; changed: number; rejected: number }>

/**
 * Imports the good rows of a held workbook as one batch that can be taken back 导入对接结果.
 *
 * Each row goes the way a bank goes itself: consent, limits and reasons hold; what stays out stays out with its words.
 *
 * @returns err NOT_FOUND, FINANCING_IMPORT_DONE, FINANCING_IMPORT_NOTHING
 */
export const importResults = write(
  'financing.import',
  async (tx, actor, input: Readonly<{ importId: string }>, today) => {
    await tx.$queryRaw`SELECT 1 FROM "FinancingImport" WHERE id = ${input.importId}::uuid FOR UPDATE`
    const held = await tx.financingImport.findFirst({ where: { id: input.importId, districtId: actor.districtId } })
    if (!held) return err({ code: 'NOT_FOUND' })
    if (held.doneAt) return err({ code: 'FINANCING_IMPORT_DONE' })
    const planned = await planRows(tx, actor, linesOf(held.lines), today)
    const changes: Change[] = []
    for (const row of planned) {
      const { offerId } = row
      if (row.refusal || row.moves.length === 0 || !offerId) continue
      const done = await runRow(tx, actor, { ...row, offerId }, today)
      if (!done.ok) return done
      changes.push(done.value)
    }
    if (changes.length === 0) return err({ code: 'FINANCING_IMPORT_NOTHING' })
    await tx.financingImport.update({
      where: { id: held.id },
      data: { doneAt: new Date(), changes: changes as unknown as Prisma.InputJsonValue },
    })
    const rejected = planned.filter(({ refusal }) => refusal !== null).length
    const value: Confirmed = { importId: held.id, changed: changes.length, rejected }
    return ok({ value, subject: held.id, detail: { name: held.fileName, rowCount: changes.length } })
  },
  { size: 'bulk' },
)

async function restore(tx: Tx, change: Change) {
  await tx.financingMove.deleteMany({ where: { id: { in: [...change.moveIds] } } })
  await tx.financingPayment.deleteMany({ where: { id: { in: [...change.paymentIds] } } })
  await restoreOffer(tx, change)
}

/**
 * Takes an import of results back 撤销导入; a row somebody has worked on since stays as it is.
 *
 * @returns err NOT_FOUND, FINANCING_IMPORT_UNDONE, FINANCING_IMPORT_KEPT when every row was worked on since
 */
export const undoResults = write(
  'financing.undoImport',
  async (tx, actor, input: Readonly<{ importId: string }>) => {
    await tx.$queryRaw`SELECT 1 FROM "FinancingImport" WHERE id = ${input.importId}::uuid FOR UPDATE`
    const held = await tx.financingImport.findFirst({ where: { id: input.importId, districtId: actor.districtId } })
    if (!held) return err({ code: 'NOT_FOUND' })
    if (!held.doneAt || held.undoneAt) return err({ code: 'FINANCING_IMPORT_UNDONE' })
    const changes = (held.changes as unknown as readonly Change[] | null) ?? []
    // History goes with the batch it came with, in this transaction only.
    await tx.$executeRaw`SELECT set_config('app.undo_import', ${held.id}, true)`
    let kept = 0
    for (const change of changes) {
      await tx.$queryRaw`SELECT 1 FROM "FinancingNeed" WHERE id = ${change.needId}::uuid FOR UPDATE`
      const { version } = await tx.financingOffer.findUniqueOrThrow({
        where: { id: change.offerId },
        select: { version: true },
      })
      if (version === change.version) await restore(tx, change)
      else kept += 1
    }
    if (kept === changes.length) return err({ code: 'FINANCING_IMPORT_KEPT' })
    await tx.financingImport.update({ where: { id: held.id }, data: { undoneAt: new Date() } })
    return ok({
      value: { importId: held.id, kept },
      subject: held.id,
      detail: { name: held.fileName, rowCount: changes.length - kept },
    })
  },
  { size: 'bulk' },
)
