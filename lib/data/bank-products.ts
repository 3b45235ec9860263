import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Product } from '@/lib/domain/financing/match'
import { fenOfWan } from '@/lib/domain/money'
import { err, gathered, ok } from '@/lib/domain/result'
import type { ProductSaveInput, ProductStopInput } from '@/lib/schemas/financing'
import type { BankProduct } from '@/prisma/generated/client'
import { toDb } from './date'
import { db } from './db'
import { banksIn } from './financing-writes'
import { write } from './write'

/** A product as matching reads it. */
export const productOf = (row: BankProduct): Product => ({
  id: row.id,
  bankId: row.bankId,
  name: row.name,
  minFen: row.minFen,
  maxFen: row.maxFen,
  minMonths: row.minMonths,
  maxMonths: row.maxMonths,
  collaterals: row.collaterals,
  industries: row.industries,
  streetIds: row.streetIds,
  rateFromBp: row.rateFromBp,
})

/** Products that are offered, by bank; a bank reads its own, an enterprise and the office those of all. */
export async function listProducts(actor: Actor) {
  const rows = await db.bankProduct.findMany({
    where: {
      districtId: actor.districtId,
      stoppedOn: null,
      ...(actor.role === 'BANK' ? { bankId: actor.orgId ?? actor.districtId } : {}),
    },
    include: { bank: { select: { id: true, shortName: true } } },
    orderBy: [{ bank: { shortName: 'asc' } }, { name: 'asc' }],
  })
  const streets = await db.org.findMany({
    where: { districtId: actor.districtId, kind: 'STREET', dissolvedOn: null },
    select: { id: true, shortName: true },
    orderBy: { shortName: 'asc' },
  })
  const names = new Map(streets.map(({ id, shortName }) => [id, shortName]))
  return {
    streets: streets.map(({ id, shortName }) => ({ id, name: shortName })),
    rows: rows.map((row) => ({
      ...productOf(row),
      version: row.version,
      bank: row.bank.shortName,
      mine: actor.role === 'OFFICE' || row.bankId === actor.orgId,
      streets: row.streetIds.flatMap((id) => names.get(id) ?? []),
    })),
  }
}

/** Banks of the district, by name. */
export async function listBanks(actor: Actor) {
  const banks = await db.org.findMany({
    where: banksIn(actor.districtId),
    select: { id: true, shortName: true },
    orderBy: { shortName: 'asc' },
  })
  return banks.map(({ id, shortName }) => ({ id, name: shortName }))
}

/**
 * Keeps what a bank lends 银行产品; a bank its own, the office those of a bank without an account.
 *
 * @returns err FINANCING_BANK_MISSING, NOT_FOUND, CONFLICT, FINANCING_RANGE, FINANCING_PRODUCT_TAKEN
 */
export const saveProduct = write('financing.product', async (tx, actor, input: ProductSaveInput) => {
  const { districtId } = actor
  const bankId = actor.role === 'BANK' ? actor.orgId : (input.bankId ?? null)
  const bank = bankId ? await tx.org.findFirst({ where: banksIn(districtId, [bankId]), select: { id: true } }) : null
  if (!bank) return err({ code: 'FINANCING_BANK_MISSING', field: 'bankId' })
  const before = input.productId
    ? await tx.bankProduct.findFirst({ where: { id: input.productId, districtId, bankId: bank.id } })
    : null
  if (input.productId && !before) return err({ code: 'NOT_FOUND' })
  if (before && before.version !== input.version) return err({ code: 'CONFLICT', version: before.version })
  const [minFen, maxFen] = [fenOfWan(input.minWan) ?? 0n, fenOfWan(input.maxWan) ?? 0n]
  const twin = await tx.bankProduct.findFirst({
    where: { districtId, bankId: bank.id, name: input.name, id: { not: before?.id ?? bank.id } },
    select: { id: true },
  })
  const wrong = gathered(
    minFen > maxFen ? { code: 'FINANCING_RANGE', field: 'maxWan' } : null,
    input.minMonths > input.maxMonths ? { code: 'FINANCING_RANGE', field: 'maxMonths' } : null,
    twin ? { code: 'FINANCING_PRODUCT_TAKEN', field: 'name' } : null,
  )
  if (wrong) return err(wrong)
  const streets = await tx.org.findMany({
    where: { districtId, kind: 'STREET', id: { in: input.streets } },
    select: { id: true },
  })
  const data = {
    name: input.name,
    minFen,
    maxFen,
    minMonths: input.minMonths,
    maxMonths: input.maxMonths,
    rateFromBp: input.rate,
    collaterals: input.collaterals,
    industries: input.industries,
    streetIds: streets.map(({ id }) => id),
  }
  const saved = before
    ? await tx.bankProduct.update({ where: { id: before.id }, data: { ...data, version: { increment: 1 } } })
    : await tx.bankProduct.create({ data: { ...data, districtId, bankId: bank.id } })
  return ok({ value: { productId: saved.id }, subject: saved.id, detail: { name: input.name } })
})

/** Takes a product off the list 停用; needs matched by it before keep their banks. @returns err NOT_FOUND, CONFLICT */
export const stopProduct = write('financing.stopProduct', async (tx, actor, input: ProductStopInput, today) => {
  const mine = actor.role === 'BANK' ? { bankId: actor.orgId ?? actor.districtId } : {}
  const product = await tx.bankProduct.findFirst({
    where: { id: input.productId, districtId: actor.districtId, stoppedOn: null, ...mine },
  })
  if (!product) return err({ code: 'NOT_FOUND' })
  if (product.version !== input.version) return err({ code: 'CONFLICT', version: product.version })
  await tx.bankProduct.update({
    where: { id: product.id },
    data: { stoppedOn: toDb(today), version: { increment: 1 } },
  })
  return ok({ value: { productId: product.id }, subject: product.id, detail: { name: product.name } })
})
