import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { eventMovesFrom } from '@/lib/domain/job'
import { err, ok, type Result } from '@/lib/domain/result'
import type {
  JobEditInput,
  JobEventEditInput,
  JobEventPlanInput,
  JobOfferInput,
  JobRaiseInput,
} from '@/lib/schemas/job'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { findEnterpriseNamed } from './enterprise-people'
import { jobColumns, visibleJobEvents, visibleJobs } from './job-rows'
import { visibleEnterprises } from './visible-enterprises'
import { write } from './write'

/** Yuan as typed in 分; the schema has let nothing else through. */
function fenOf(yuan: string): bigint | null {
  if (yuan === '') return null
  const [whole = '0', rest = ''] = yuan.split('.')
  return BigInt(whole) * 100n + BigInt(rest.padEnd(2, '0'))
}

/** A pay from–to; a single figure is both; err JOB_PAY_REVERSED. */
function payOf(payFrom: string, payTo: string): Result<{ payFromFen: bigint | null; payToFen: bigint | null }> {
  const [from, to] = [fenOf(payFrom || payTo), fenOf(payTo)]
  if (from !== null && to !== null && from > to) return err({ code: 'JOB_PAY_REVERSED', field: 'payTo' })
  return ok({ payFromFen: from || null, payToFen: from ? to : null })
}

/** The enterprise a need is of: the actor's own, or one of his sight by its name; err ENTERPRISE_UNKNOWN. */
export async function namedEnterprise(
  tx: Tx,
  actor: Actor,
  name: string,
): Promise<Result<{ id: string; name: string }>> {
  const unknown = err({ code: 'ENTERPRISE_UNKNOWN', field: 'enterprise' })
  const id =
    actor.role === 'CONTACT'
      ? actor.enterpriseId
      : ((await findEnterpriseNamed(tx, actor.districtId, name))?.id ?? null)
  if (!id) return unknown
  const seen = await tx.enterprise.findFirst({
    where: { AND: [{ id }, visibleEnterprises(actor)] },
    select: { id: true, name: true },
  })
  return seen ? ok(seen) : unknown
}

/**
 * Says that an enterprise looks for people 提出用工需求.
 *
 * @returns err ENTERPRISE_UNKNOWN, JOB_PAY_REVERSED
 */
export const raiseJob = write('job.raise', async (tx, actor, input: JobRaiseInput, today) => {
  const enterprise = await namedEnterprise(tx, actor, input.enterprise ?? '')
  if (!enterprise.ok) return enterprise
  const pay = payOf(input.payFrom, input.payTo)
  if (!pay.ok) return pay
  const { post, number, note } = input
  const need = await tx.jobNeed.create({
    data: {
      districtId: actor.districtId,
      enterpriseId: enterprise.value.id,
      post,
      number,
      ...pay.value,
      note: note || null,
      raisedOn: toDb(today),
      raisedById: actor.personId,
    },
    select: { id: true },
  })
  return ok({
    value: { needId: need.id },
    subject: need.id,
    detail: { enterprise: enterprise.value.name, post, number },
  })
})

/**
 * Says anew what is looked for, or that nobody is any more 修改用工需求.
 *
 * @returns err NOT_FOUND, CONFLICT, JOB_PAY_REVERSED, JOB_FEWER_THAN_OFFERED
 */
export const editJob = write('job.edit', async (tx, actor, input: JobEditInput) => {
  const where = { AND: [{ id: input.needId }, visibleJobs(actor)] }
  const found = await tx.jobNeed.findFirst({ where, select: { id: true } })
  if (!found) return err({ code: 'NOT_FOUND' })
  await tx.$queryRaw`SELECT 1 FROM "JobNeed" WHERE id = ${found.id}::uuid FOR UPDATE`
  const row = await tx.jobNeed.findUniqueOrThrow({ where: { id: found.id }, select: jobColumns })
  if (row.version !== input.version) return err({ code: 'CONFLICT', version: row.version })
  const pay = payOf(input.payFrom, input.payTo)
  if (!pay.ok) return pay
  const { post, number, note, state } = input
  const { _max: most } = await tx.jobEventPost.aggregate({ where: { needId: row.id }, _max: { offered: true } })
  if ((most.offered ?? 0) > number)
    return err({ code: 'JOB_FEWER_THAN_OFFERED', n: most.offered ?? 0, field: 'number' })
  await tx.jobNeed.update({
    where: { id: row.id },
    data: { post, number, ...pay.value, note: note || null, state, version: { increment: 1 } },
  })
  return ok({
    value: { needId: row.id },
    subject: row.id,
    detail: { before: { post: row.post, number: row.number, state: row.state }, after: { post, number, state } },
  })
})

/** Plans an event 筹备用工对接活动. */
export const planJobEvent = write('job.planEvent', async (tx, actor, input: JobEventPlanInput) => {
  const { theme, on, place, note } = input
  const event = await tx.jobEvent.create({
    data: {
      districtId: actor.districtId,
      theme,
      on: toDb(on),
      place: place || null,
      note: note || null,
      organiserId: actor.orgId,
    },
    select: { id: true },
  })
  return ok({ value: { eventId: event.id }, subject: event.id, detail: { theme, on } })
})

/** Locks an event of the actor's sight; err NOT_FOUND. */
async function lockEvent(tx: Tx, actor: Actor, id: string) {
  const found = await tx.jobEvent.findFirst({ where: { AND: [{ id }, visibleJobEvents(actor)] }, select: { id: true } })
  if (!found) return err({ code: 'NOT_FOUND' })
  await tx.$queryRaw`SELECT 1 FROM "JobEvent" WHERE id = ${id}::uuid FOR UPDATE`
  return ok(await tx.jobEvent.findUniqueOrThrow({ where: { id } }))
}

/**
 * Says what becomes of an event 修改活动: when and where, that it was held, or called off.
 *
 * @returns err NOT_FOUND, CONFLICT, JOB_EVENT_MOVE, JOB_EVENT_AHEAD, JOB_EVENT_EMPTY
 */
export const editJobEvent = write('job.editEvent', async (tx, actor, input: JobEventEditInput, today) => {
  const locked = await lockEvent(tx, actor, input.eventId)
  if (!locked.ok) return locked
  const row = locked.value
  if (row.version !== input.version) return err({ code: 'CONFLICT', version: row.version })
  const { theme, on, place, note, state } = input
  if (state !== row.state && !eventMovesFrom(row.state).includes(state)) return err({ code: 'JOB_EVENT_MOVE' })
  if (state === 'HELD') {
    if (on > today) return err({ code: 'JOB_EVENT_AHEAD', on, field: 'on' })
    if ((await tx.jobEventPost.count({ where: { eventId: row.id } })) === 0) return err({ code: 'JOB_EVENT_EMPTY' })
  }
  await tx.jobEvent.update({
    where: { id: row.id },
    data: { theme, on: toDb(on), place: place || null, note: note || null, state, version: { increment: 1 } },
  })
  return ok({
    value: { eventId: row.id },
    subject: row.id,
    detail: { before: { theme: row.theme, on: fromDb(row.on), state: row.state }, after: { theme, on, state } },
  })
})

/**
 * Takes posts of a need to an event, or says how many found somebody 对接岗位; none takes the need off again.
 *
 * @returns err NOT_FOUND, JOB_NEED_MISSING, JOB_OFFERED_MANY, JOB_INTENDED_MANY, JOB_EVENT_CALLED_OFF
 */
export const offerJob = write('job.offer', async (tx, actor, input: JobOfferInput) => {
  const locked = await lockEvent(tx, actor, input.eventId)
  if (!locked.ok) return locked
  if (locked.value.state === 'CANCELLED') return err({ code: 'JOB_EVENT_CALLED_OFF' })
  const need = await tx.jobNeed.findFirst({
    where: { AND: [{ id: input.needId }, visibleJobs(actor)] },
    select: { number: true, post: true, enterprise: { select: { name: true } } },
  })
  if (!need) return err({ code: 'JOB_NEED_MISSING', field: 'needId' })
  const { eventId, needId, offered, intended } = input
  if (offered > need.number) return err({ code: 'JOB_OFFERED_MANY', n: need.number, field: 'offered' })
  if (intended > offered) return err({ code: 'JOB_INTENDED_MANY', n: offered, field: 'intended' })
  const key = { eventId_needId: { eventId, needId } }
  const before = await tx.jobEventPost.findUnique({ where: key, select: { offered: true, intended: true } })
  if (offered === 0) await tx.jobEventPost.deleteMany({ where: { eventId, needId } })
  else
    await tx.jobEventPost.upsert({
      where: key,
      create: { eventId, needId, offered, intended },
      update: { offered, intended },
    })
  await tx.jobEvent.update({ where: { id: eventId }, data: { version: { increment: 1 } } })
  const about = { enterprise: need.enterprise.name, post: need.post }
  return ok({
    value: { eventId },
    subject: eventId,
    detail: { ...about, ...(before && { before }), after: { offered, intended } },
  })
})
