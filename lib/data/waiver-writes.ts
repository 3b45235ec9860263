import 'server-only'
import { type Action, type Actor, allows } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import {
  approveWaiver,
  endWaiver as endedWaiver,
  proposeWaiver as proposedWaiver,
  renewalRefusal,
  renewWaiver,
} from '@/lib/domain/waiver'
import type {
  WaiverDecideInput,
  WaiverProposeInput,
  WaiverRenewInput,
  WaiverSayInput,
  WaiverStepKind,
} from '@/lib/schemas/waiver'
import type { Prisma, Waiver as WaiverRecord } from '@/prisma/generated/client'
import { dayOrNull, toDb } from './date'
import type { Tx } from './db'
import { loadLevelContext } from './level-context'
import { refreshProjects } from './levels'
import { lockProject, scopeColumns, scopeOf } from './lock-project'
import { visibleWaivers } from './waiver-list'
import { waiverColumns, waiverOf } from './waiver-rows'
import { write } from './write'

/**
 * Proposes to leave a dimension out of a project's colour 申请豁免; nothing changes before the office approves.
 *
 * @returns err NOT_FOUND, FORBIDDEN, PROJECT_NOT_ACTIVE, and what `proposeWaiver` of the rules refuses
 */
export const proposeWaiver = write('waiver.propose', async (tx, actor, input: WaiverProposeInput, today) => {
  const locked = await lockProject(tx, actor, 'waiver.propose', input.projectId)
  if (!locked.ok) return locked
  if (locked.value.project.status !== 'ACTIVE') return err({ code: 'PROJECT_NOT_ACTIVE' })
  const { projectId, dimension, reason, text, fromOn, untilOn } = input
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  const standing = await tx.waiver.findMany({
    where: { projectId, state: { in: ['PROPOSED', 'APPROVED'] } },
    select: waiverColumns,
  })
  const asked = { dimension, reason, fromOn, untilOn, by: actor.personId }
  const proposed = proposedWaiver(asked, standing.map(waiverOf), today, calendar)
  if (!proposed.ok) return proposed
  const waiver = await tx.waiver.create({
    data: {
      districtId: actor.districtId,
      projectId,
      dimension,
      reason,
      text,
      fromOn: toDb(fromOn),
      untilOn: toDb(untilOn),
      proposedOn: toDb(today),
      proposedById: actor.personId,
      steps: { create: stepOf(actor, 'PROPOSE', today, { text, untilOn }) },
    },
  })
  return ok({
    value: { waiverId: waiver.id, projectId },
    subject: waiver.id,
    projectId,
    detail: { dimension, reason, from: fromOn, to: untilOn },
  })
})

const stepOf = (
  actor: Actor,
  kind: WaiverStepKind,
  today: PlainDate,
  { text, untilOn }: Readonly<{ text: string; untilOn?: PlainDate }>,
) => ({ kind, untilOn: untilOn ? toDb(untilOn) : null, text: text || null, on: toDb(today), actorId: actor.userId })

type About = Readonly<{ waiverId: string; version: number }>

/** Locks a waiver of the actor's sight with its project; err NOT_FOUND, FORBIDDEN, CONFLICT with the version now. */
async function lockWaiver(tx: Tx, actor: Actor, action: Action, input: About): Promise<Result<WaiverRecord>> {
  const where = { AND: [{ id: input.waiverId }, visibleWaivers(actor)] }
  const found = await tx.waiver.findFirst({ where, select: { projectId: true } })
  if (!found) return err({ code: 'NOT_FOUND' })
  await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${found.projectId}::uuid FOR UPDATE`
  const waiver = await tx.waiver.findFirst({ where })
  if (!waiver) return err({ code: 'NOT_FOUND' })
  const project = await tx.project.findUniqueOrThrow({ where: { id: waiver.projectId }, select: scopeColumns })
  if (!allows(actor, action, scopeOf(project))) return err({ code: 'FORBIDDEN', action })
  return waiver.version === input.version ? ok(waiver) : err({ code: 'CONFLICT', version: waiver.version })
}

type Said = Readonly<{ kind: WaiverStepKind; text: string; untilOn?: PlainDate }>

/** Writes what became of a waiver, with its line of history, and lets the project's colour follow. */
async function record(
  tx: Tx,
  actor: Actor,
  { id, projectId, dimension }: WaiverRecord,
  data: Prisma.WaiverUncheckedUpdateInput,
  { kind, text, untilOn }: Said,
  today: PlainDate,
) {
  await tx.waiver.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
  await tx.waiverStep.create({ data: { waiverId: id, ...stepOf(actor, kind, today, { text, untilOn }) } })
  await refreshProjects(tx, [projectId], today, 'FACT', actor.userId)
  return ok({
    value: { waiverId: id, projectId },
    subject: id,
    projectId,
    detail: { dimension, step: kind, ...(untilOn && { to: untilOn }), ...(text && { reason: text }) },
  })
}

/**
 * The office says yes or no to a waiver, or to its renewal where one is asked for 审批豁免.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, WAIVER_WHY_MISSING for a no without a reason, WAIVER_DECIDED, and what the rules
 *          refuse: WAIVER_OWN, WAIVER_RUN_OUT, WAIVER_NOT_IN_FORCE
 */
export const decideWaiver = write('waiver.decide', async (tx, actor, input: WaiverDecideInput, today) => {
  const locked = await lockWaiver(tx, actor, 'waiver.decide', input)
  if (!locked.ok) return locked
  const row = locked.value
  const { text, decision } = input
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  const [by, waiver, askedUntilOn] = [actor.personId, waiverOf(row), dayOrNull(row.askedUntilOn)]
  const renewal = row.state === 'APPROVED' && askedUntilOn !== null
  if (row.state !== 'PROPOSED' && !renewal) return err({ code: 'WAIVER_DECIDED' })
  if ((renewal ? row.askedById : row.proposedById) === by) return err({ code: 'WAIVER_OWN' })
  if (decision === 'REFUSE') {
    if (!text) return err({ code: 'WAIVER_WHY_MISSING' })
    return renewal
      ? record(tx, actor, row, { askedUntilOn: null, askedById: null }, { kind: 'REFUSE_RENEWAL', text }, today)
      : record(tx, actor, row, { state: 'REFUSED', decidedById: by }, { kind: 'REFUSE', text }, today)
  }
  if (renewal) {
    const asked = { untilOn: askedUntilOn, proposedById: row.askedById ?? '', approvedById: by }
    const renewed = renewWaiver(waiver, asked, today, calendar)
    if (!renewed.ok) return renewed
    const { untilOn, renewals } = renewed.value
    const data = { untilOn: toDb(untilOn), renewals, askedUntilOn: null, askedById: null }
    return record(tx, actor, row, data, { kind: 'RENEW', text, untilOn }, today)
  }
  const approved = approveWaiver(waiver, by, today, calendar)
  if (!approved.ok) return approved
  const { fromOn, untilOn } = approved.value
  const data = { state: 'APPROVED' as const, decidedById: by, fromOn: toDb(fromOn) }
  return record(tx, actor, row, data, { kind: 'APPROVE', text, untilOn }, today)
})

/** Takes a proposal back before the office has decided 撤回. @returns err NOT_FOUND, FORBIDDEN, CONFLICT, WAIVER_DECIDED */
export const withdrawWaiver = write('waiver.withdraw', async (tx, actor, input: WaiverSayInput, today) => {
  const locked = await lockWaiver(tx, actor, 'waiver.withdraw', input)
  if (!locked.ok) return locked
  if (locked.value.state !== 'PROPOSED') return err({ code: 'WAIVER_DECIDED' })
  return record(tx, actor, locked.value, { state: 'WITHDRAWN' }, { kind: 'WITHDRAW', text: input.text }, today)
})

/**
 * Asks for a waiver in force to go on, once 申请续期.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, WAIVER_TEXT_MISSING, WAIVER_NOT_IN_FORCE, WAIVER_RENEWED_BEFORE, WAIVER_BACK,
 *          WAIVER_LONG
 */
export const renewalOfWaiver = write('waiver.renew', async (tx, actor, input: WaiverRenewInput, today) => {
  const locked = await lockWaiver(tx, actor, 'waiver.renew', input)
  if (!locked.ok) return locked
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  const { text, untilOn } = input
  const refusal = renewalRefusal(waiverOf(locked.value), untilOn, today, calendar)
  if (refusal) return err(refusal)
  if (!text) return err({ code: 'WAIVER_TEXT_MISSING' })
  const data = { askedUntilOn: toDb(untilOn), askedById: actor.personId }
  return record(tx, actor, locked.value, data, { kind: 'ASK_RENEWAL', text, untilOn }, today)
})

/**
 * Ends a waiver whose cause has gone 提前结束: what it left out counts from today on.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, WAIVER_WHY_MISSING, WAIVER_NOT_IN_FORCE
 */
export const endWaiver = write('waiver.end', async (tx, actor, input: WaiverSayInput, today) => {
  const locked = await lockWaiver(tx, actor, 'waiver.end', input)
  if (!locked.ok) return locked
  if (!input.text) return err({ code: 'WAIVER_WHY_MISSING' })
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  const ended = endedWaiver(waiverOf(locked.value), today, calendar)
  if (!ended.ok) return ended
  const { endedOn } = ended.value
  const data = { endedOn: endedOn && toDb(endedOn), askedUntilOn: null, askedById: null }
  return record(tx, actor, locked.value, data, { kind: 'END', text: input.text }, today)
})
