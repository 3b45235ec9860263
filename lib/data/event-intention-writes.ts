import 'server-only'
import { type Action, type Actor, allows } from '@/lib/domain/access'
import { followRefusal, isMoney } from '@/lib/domain/event-intention'
import { amountQuestion } from '@/lib/domain/finance-event'
import { fenOfWan } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok } from '@/lib/domain/result'
import type {
  FollowVoidInput,
  IntentionAmendInput,
  IntentionFollowInput,
  IntentionLinkInput,
  IntentionSignInput,
} from '@/lib/schemas/event-intention'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { eventScope, followColumns, followOf, IN_ORDER, visibleIntentions } from './finance-event-rows'
import { lockEvent } from './finance-event-writes'
import { financingVisible } from './financing-visible'
import { write } from './write'

/**
 * Records an intention signed at an event 登记意向: of a firm and a bank that were there. It is no credit and no money paid.
 *
 * @returns err NOT_FOUND, FORBIDDEN, EVENT_STATE, EVENT_FIRM_ABSENT, EVENT_BANK_ABSENT, EVENT_AMOUNT_NONE, EVENT_AMOUNT_LARGE and, of the
 *          same firm, bank and amount once more, EVENT_INTENTION_TWICE, until `confirm` says that it is right
 */
export const signIntention = write('financeEvent.sign', async (tx, actor, input: IntentionSignInput) => {
  const locked = await lockEvent(tx, actor, 'financeEvent.sign', { eventId: input.eventId, version: null })
  if (!locked.ok) return locked
  const event = locked.value
  if (event.state !== 'HELD') return err({ code: 'EVENT_STATE' })
  const { enterpriseId, bankId, amountWan } = input
  const [guest, bank] = [
    await tx.eventGuest.findFirst({
      where: { eventId: event.id, enterpriseId, attended: true },
      select: { enterprise: { select: { name: true } } },
    }),
    await tx.eventBank.findFirst({
      where: { eventId: event.id, bankId, attended: true },
      select: { bank: { select: { shortName: true } } },
    }),
  ]
  if (!guest) return err({ code: 'EVENT_FIRM_ABSENT', field: 'enterpriseId' })
  if (!bank) return err({ code: 'EVENT_BANK_ABSENT', field: 'bankId' })
  const fen = fenOfWan(amountWan) ?? 0n
  if (fen <= 0n) return err({ code: 'EVENT_AMOUNT_NONE', field: 'amountWan' })
  const same = await tx.eventIntention.count({
    where: { eventId: event.id, enterpriseId, bankId, intendedFen: fen },
  })
  // Who says that it is another one has seen its amount; one more is asked about again.
  const another = same > 0 ? `${same} ${enterpriseId} ${bankId} ${fen}` : undefined
  const sure = another !== undefined && input.confirm === another
  const question = amountQuestion(fen, amountWan, sure ? amountWan : input.confirm)
  if (question) return err(question)
  if (another !== undefined && !sure)
    return err({
      code: 'EVENT_INTENTION_TWICE',
      field: 'amountWan',
      name: guest.enterprise.name,
      bank: bank.bank.shortName,
      amountFen: fen.toString(),
      confirm: another,
    })
  const intention = await tx.eventIntention.create({
    data: { eventId: event.id, enterpriseId, bankId, intendedFen: fen, signedOn: event.heldOn },
  })
  return ok({
    value: { eventId: event.id, intentionId: intention.id },
    subject: event.id,
    detail: {
      theme: event.theme,
      name: guest.enterprise.name,
      bank: bank.bank.shortName,
      intendedFen: fen.toString(),
    },
  })
})

type About = Readonly<{ intentionId: string; version: number }>

/** Locks an intention of the actor's sight; err NOT_FOUND, FORBIDDEN, CONFLICT with the version now. */
async function lockIntention(tx: Tx, actor: Actor, action: Action, { intentionId, version }: About) {
  await tx.$queryRaw`SELECT 1 FROM "EventIntention" WHERE id = ${intentionId}::uuid FOR UPDATE`
  const row = await tx.eventIntention.findFirst({
    where: { AND: [{ id: intentionId }, visibleIntentions(actor)] },
    include: {
      event: { select: { districtId: true, theme: true } },
      enterprise: { select: { name: true } },
      bank: { select: { shortName: true } },
      follows: { select: { id: true, ...followColumns }, orderBy: IN_ORDER },
    },
  })
  if (!row) return err({ code: 'NOT_FOUND' })
  if (!allows(actor, action, eventScope(row.event.districtId, { bankId: row.bankId })))
    return err({ code: 'FORBIDDEN', action })
  return row.version === version ? ok(row) : err({ code: 'CONFLICT', version: row.version })
}

/**
 * Mends an intention that was recorded wrongly, with a reason 更正意向, while nothing has come of it.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, EVENT_FOLLOWED_ALREADY, EVENT_BANK_ABSENT, EVENT_AMOUNT_NONE, EVENT_AMOUNT_LARGE
 */
export const amendIntention = write('financeEvent.amend', async (tx, actor, input: IntentionAmendInput) => {
  const locked = await lockIntention(tx, actor, 'financeEvent.amend', input)
  if (!locked.ok) return locked
  const row = locked.value
  if (row.follows.some((one) => one.void === null)) return err({ code: 'EVENT_FOLLOWED_ALREADY' })
  const bank = await tx.eventBank.findFirst({
    where: { eventId: row.eventId, bankId: input.bankId, attended: true },
    select: { bank: { select: { shortName: true } } },
  })
  if (!bank) return err({ code: 'EVENT_BANK_ABSENT', field: 'bankId' })
  const fen = fenOfWan(input.amountWan) ?? 0n
  if (fen <= 0n) return err({ code: 'EVENT_AMOUNT_NONE', field: 'amountWan' })
  const question = amountQuestion(fen, input.amountWan, input.confirm)
  if (question) return err(question)
  await tx.eventIntention.update({
    where: { id: row.id },
    data: { bankId: input.bankId, intendedFen: fen, version: { increment: 1 } },
  })
  return ok({
    value: { intentionId: row.id },
    subject: row.eventId,
    detail: {
      theme: row.event.theme,
      name: row.enterprise.name,
      before: { bank: row.bank?.shortName ?? null, intendedFen: row.intendedFen.toString() },
      after: { bank: bank.bank.shortName, intendedFen: fen.toString() },
      reason: input.reason,
    },
  })
})

/**
 * Says which need of the firm an intention is about, or that it is about none 关联融资需求.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, EVENT_NEED_OTHER when it is no need of this firm
 */
export const linkIntention = write('financeEvent.link', async (tx, actor, input: IntentionLinkInput, today) => {
  const locked = await lockIntention(tx, actor, 'financeEvent.link', input)
  if (!locked.ok) return locked
  const row = locked.value
  const need = input.needId
    ? await tx.financingNeed.findFirst({
        where: { AND: [financingVisible(actor, today), { id: input.needId, enterpriseId: row.enterpriseId }] },
        select: { id: true, number: true },
      })
    : null
  if (input.needId && !need) return err({ code: 'EVENT_NEED_OTHER', field: 'needId' })
  await tx.eventIntention.update({
    where: { id: row.id },
    data: { needId: need?.id ?? null, version: { increment: 1 } },
  })
  return ok({
    value: { intentionId: row.id },
    subject: row.eventId,
    detail: { theme: row.event.theme, name: row.enterprise.name, need: need?.number ?? null },
  })
})

/**
 * Records what became of an intention 登记跟踪: a credit granted, money paid (new or renewed), that it goes no further, or how it
 * stands. It answers the 30th, 60th or 90th day that has come.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, EVENT_AMOUNT_LARGE, and what `followRefusal` says
 */
export const followIntention = write(
  'financeEvent.follow',
  async (tx, actor, input: IntentionFollowInput, today: PlainDate) => {
    const locked = await lockIntention(tx, actor, 'financeEvent.follow', input)
    if (!locked.ok) return locked
    const row = locked.value
    const { kind, on, text, amountWan } = input
    const amountFen = isMoney(kind) ? fenOfWan(amountWan) : null
    const refusal = followRefusal(fromDb(row.signedOn), row.follows.map(followOf), { kind, on, amountFen, text }, today)
    if (refusal) return err(refusal)
    const question = amountFen === null ? null : amountQuestion(amountFen, amountWan, input.confirm)
    if (question) return err(question)
    await tx.eventFollow.create({
      data: { intentionId: row.id, kind, amountFen, text: text || null, on: toDb(on), actorId: actor.userId },
    })
    await tx.eventIntention.update({ where: { id: row.id }, data: { version: { increment: 1 } } })
    return ok({
      value: { intentionId: row.id },
      subject: row.eventId,
      detail: {
        theme: row.event.theme,
        name: row.enterprise.name,
        step: kind,
        on,
        ...(amountFen !== null && { amountFen: amountFen.toString() }),
        ...(text && { reason: text }),
      },
    })
  },
)

/**
 * Makes a record void that was a mistake 作废; it stays on the page, struck out, with the reason.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, EVENT_VOID_ALREADY
 */
export const voidFollow = write('financeEvent.void', async (tx, actor, input: FollowVoidInput, today: PlainDate) => {
  const locked = await lockIntention(tx, actor, 'financeEvent.void', input)
  if (!locked.ok) return locked
  const row = locked.value
  const follow = row.follows.find(({ id }) => id === input.followId)
  if (!follow) return err({ code: 'NOT_FOUND' })
  if (follow.void) return err({ code: 'EVENT_VOID_ALREADY' })
  await tx.eventFollowVoid.create({
    data: { followId: follow.id, text: input.text, on: toDb(today), actorId: actor.userId },
  })
  await tx.eventIntention.update({ where: { id: row.id }, data: { version: { increment: 1 } } })
  return ok({
    value: { intentionId: row.id },
    subject: row.eventId,
    detail: {
      theme: row.event.theme,
      name: row.enterprise.name,
      step: follow.kind,
      ...(follow.amountFen !== null && { amountFen: follow.amountFen.toString() }),
      reason: input.text,
    },
  })
})
