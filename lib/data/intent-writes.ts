import 'server-only'
import { fenOfWan } from '@/lib/domain/money'
import { err, ok } from '@/lib/domain/result'
import type { IntentEntry, IntentWithdrawal } from '@/lib/schemas/intent'
import { toDb } from './date'
import { enterpriseTyped } from './enterprise-choice'
import { visibleIntents } from './intent-list'
import { write } from './write'

/** 10亿元: above it somebody has probably typed yuan. */
const ASKED_FEN = 100_000_000_000n

/**
 * Writes down credit a bank said it means to give 意向授信. It is neither granted nor paid, and stands in no sum with either.
 *
 * @returns err ENTERPRISE_UNKNOWN, INTENT_BANK_MISSING, INTENT_AMOUNT_MISSING, FUTURE_DATE, INTENT_LARGE asked once
 */
export const recordIntent = write('intent.record', async (tx, actor, input: IntentEntry, today) => {
  const enterprise = await enterpriseTyped(tx, actor.districtId, input.enterprise)
  if (!enterprise) return err({ code: 'ENTERPRISE_UNKNOWN', name: input.enterprise, field: 'enterprise' })
  const bank = await tx.org.findFirst({
    where: { id: input.bankId, districtId: actor.districtId, kind: 'BANK', dissolvedOn: null },
    select: { id: true, shortName: true },
  })
  if (!bank) return err({ code: 'INTENT_BANK_MISSING', field: 'bankId' })
  const amountFen = fenOfWan(input.amountWan) ?? 0n
  if (amountFen <= 0n) return err({ code: 'INTENT_AMOUNT_MISSING', field: 'amountWan' })
  if (input.on > today) return err({ code: 'FUTURE_DATE', on: input.on, today })
  if (amountFen > ASKED_FEN && input.confirm !== input.amountWan)
    return err({ code: 'INTENT_LARGE', field: 'amountWan', wan: input.amountWan, confirm: input.amountWan })
  const intent = await tx.intendedCredit.create({
    data: {
      districtId: actor.districtId,
      enterpriseId: enterprise.id,
      bankId: bank.id,
      amountFen,
      on: toDb(input.on),
      occasion: input.occasion,
      recordedById: actor.personId,
    },
  })
  return ok({
    value: { intentId: intent.id },
    subject: intent.id,
    detail: { enterprise: enterprise.name, bank: bank.shortName, amountFen: amountFen.toString(), on: input.on },
  })
})

/** Takes intended credit back that holds no longer 撤回. @returns err NOT_FOUND, CONFLICT, INTENT_GONE */
export const withdrawIntent = write('intent.withdraw', async (tx, actor, input: IntentWithdrawal, today) => {
  await tx.$queryRaw`SELECT 1 FROM "IntendedCredit" WHERE id = ${input.intentId}::uuid FOR UPDATE`
  const intent = await tx.intendedCredit.findFirst({
    where: { AND: [{ id: input.intentId }, visibleIntents(actor)] },
    select: { id: true, version: true, withdrawnOn: true },
  })
  if (!intent) return err({ code: 'NOT_FOUND' })
  if (intent.version !== input.version) return err({ code: 'CONFLICT', version: intent.version })
  if (intent.withdrawnOn) return err({ code: 'INTENT_GONE' })
  await tx.intendedCredit.update({
    where: { id: intent.id },
    data: { withdrawnOn: toDb(today), withdrawnWhy: input.text, version: { increment: 1 } },
  })
  return ok({ value: { intentId: intent.id }, subject: intent.id, detail: { reason: input.text } })
})
