import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { addMonths } from '@/lib/domain/plain-date'
import { err, ok } from '@/lib/domain/result'
import type { NoticeAnswerInput, NoticeSeeInput } from '@/lib/schemas/notice'
import type { Prisma } from '@/prisma/generated/client'
import { hearOfAccount } from './account-news'
import { outcomesFor, visibleApprovals } from './approval-list'
import { toDb } from './date'
import type { Tx } from './db'
import { noticePath, noticesOf, readableNotices } from './notice-inbox'
import { write } from './write'

const findOwn = (tx: Tx, actor: Actor, id: string) =>
  tx.notice.findFirst({ where: { AND: [{ id }, noticesOf(actor), readableNotices(actor)] } })

/** Whoever asked has looked at what became of it: of one request, or of all of them. */
const hear = (tx: Tx, actor: Actor, one: Prisma.ApprovalWhereInput) =>
  tx.approval.updateMany({
    where: { AND: [one, outcomesFor(actor), visibleApprovals(actor)], heardAt: null },
    data: { heardAt: new Date() },
  })

/**
 * Somebody has looked at what he was told 已看: at one thing with every rung of it, at what became of a request, or at all.
 *
 * @returns where the thing is; err NOT_FOUND when it did not come to him
 */
export const seeNotice = write('notice.see', async (tx, actor, { noticeId, approvalId }: NoticeSeeInput, _today) => {
  if (approvalId) {
    const own = { AND: [{ id: approvalId }, outcomesFor(actor), visibleApprovals(actor)] }
    const row = await tx.approval.findFirst({ where: own, select: { projectId: true } })
    if (!row) return err({ code: 'NOT_FOUND' })
    const { count } = await hear(tx, actor, { id: approvalId })
    const value = { href: `/approvals/${approvalId}` }
    return ok({ value, subject: approvalId, projectId: row.projectId, detail: { count } })
  }
  const one = noticeId ? await findOwn(tx, actor, noticeId) : null
  if (noticeId && !one) return err({ code: 'NOT_FOUND' })
  const { count } = await tx.notice.updateMany({
    where: { ...noticesOf(actor), seenAt: null, ...(one ? { itemId: one.itemId } : {}) },
    data: { seenAt: new Date() },
  })
  const heard = one ? 0 : (await hear(tx, actor, {})).count + (await hearOfAccount(tx, actor))
  const href = one ? noticePath(one) : '/notices'
  return ok({
    value: { href },
    subject: one?.itemId ?? actor.personId,
    ...(one?.projectId ? { projectId: one.projectId } : {}),
    detail: { count: count + heard },
  })
})

/** Months an answer may put something off by; what takes longer needs another plan. */
const ANSWER_MONTHS = 12

/**
 * Answers a warning with a reason and a new day 书面答复. It moves no date and no colour; what has waited for an answer climbs
 * no further for want of one.
 *
 * @returns err NOT_FOUND when nobody told him, NOTICE_OVER, ANSWER_NOT_ASKED for a blue one, ANSWER_PAST, ANSWER_FAR
 * @source four-colours §6: answer in 2 wd: reason + new date
 */
export const answerNotice = write('notice.answer', async (tx, actor, input: NoticeAnswerInput, today) => {
  const found = await findOwn(tx, actor, input.noticeId)
  // A problem, a need and a task are answered where they stand.
  if (!found || (found.itemId !== found.procedureId && found.itemId !== found.projectId))
    return err({ code: 'NOT_FOUND' })
  if (found.endedOn) return err({ code: 'NOTICE_OVER' })
  if (found.level === 'BLUE') return err({ code: 'ANSWER_NOT_ASKED' })
  if (input.newOn < today) return err({ code: 'ANSWER_PAST', today, field: 'newOn' })
  const last = addMonths(today, ANSWER_MONTHS)
  if (input.newOn > last) return err({ code: 'ANSWER_FAR', last, field: 'newOn' })
  const { districtId, procedureId, itemId, since } = found
  const projectId = found.projectId ?? itemId
  const { id } = await tx.noticeAnswer.create({
    data: {
      districtId,
      projectId,
      procedureId,
      itemId,
      since,
      reason: input.reason,
      newOn: toDb(input.newOn),
      on: toDb(today),
      personId: actor.personId,
    },
    select: { id: true },
  })
  await tx.notice.updateMany({ where: { ...noticesOf(actor), itemId, seenAt: null }, data: { seenAt: new Date() } })
  return ok({
    value: { answerId: id },
    subject: itemId,
    projectId,
    detail: { reason: input.reason, newOn: input.newOn },
  })
})
