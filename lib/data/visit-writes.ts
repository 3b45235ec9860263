import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import { mergeProposals, moveVisit, VISIT_ACTIONS, type VisitMoveKind, visitMovesOf } from '@/lib/domain/visit-plan'
import type { VisitMerging, VisitMoving, VisitPlanning } from '@/lib/schemas/visit'
import type { VisitState } from '@/prisma/generated/client'
import { bookingsOf } from './bookings'
import { dbDayOrNull, fromDb, toDb } from './date'
import type { Tx } from './db'
import { enterpriseTyped } from './enterprise-choice'
import { addIssue } from './issue-entry'
import { raisesIssues } from './issue-raiser'
import { unitsOf, type VisitRecord, visibleVisits, visitColumns } from './visit-rows'
import { write } from './write'

/** Units somebody may plan a visit of: the office and the bureau any, the others their own. */
export const plansForOthers = (actor: Actor): boolean => actor.role === 'OFFICE' || actor.role === 'BIZENV'

const step = (
  tx: Tx,
  actor: Actor,
  visitId: string,
  line: Readonly<{ kind: string; to: VisitState; text?: string | null; dayOn?: PlainDate | null }>,
  today: PlainDate,
) =>
  tx.visitMove.create({
    data: {
      visitId,
      kind: line.kind,
      to: line.to,
      text: line.text || null,
      dayOn: dbDayOrNull(line.dayOn),
      on: toDb(today),
      actorId: actor.userId,
    },
  })

/**
 * Plans a visit 走访计划. Where the enterprise is booked in that week already, whoever plans is told by whom and asked once
 * whether he goes all the same 无事不扰.
 *
 * @returns err ENTERPRISE_UNKNOWN, UNIT_MISSING, VISIT_DAY_PAST, VISIT_BOOKED with the booking
 */
export const planVisit = write('visit.plan', async (tx, actor, input: VisitPlanning, today) => {
  const enterprise = await enterpriseTyped(tx, actor.districtId, input.enterprise)
  if (!enterprise) return err({ code: 'ENTERPRISE_UNKNOWN', name: input.enterprise, field: 'enterprise' })
  const unitId = (plansForOthers(actor) && input.unitId) || actor.orgId
  const unit =
    unitId &&
    (await tx.org.findFirst({
      where: { id: unitId, districtId: actor.districtId, dissolvedOn: null },
      select: { id: true },
    }))
  if (!unit) return err({ code: 'UNIT_MISSING', field: 'unitId' })
  if (input.on < today) return err({ code: 'VISIT_DAY_PAST', field: 'on', today })
  // Two who plan at once are told of each other.
  await tx.$queryRaw`SELECT 1 FROM "Enterprise" WHERE id = ${enterprise.id}::uuid FOR UPDATE`
  const [booked] = (await bookingsOf(tx, [enterprise.id], input.on)).get(enterprise.id) ?? []
  const seen = booked && `${booked.id} ${input.on}`
  if (booked && input.confirm !== seen)
    return err({ code: 'VISIT_BOOKED', field: 'on', day: booked.on, who: booked.title, confirm: seen })
  const visit = await tx.visitPlan.create({
    data: {
      districtId: actor.districtId,
      enterpriseId: enterprise.id,
      unitId: unit.id,
      on: toDb(input.on),
      purpose: input.purpose,
      plannedById: actor.personId,
    },
  })
  await step(tx, actor, visit.id, { kind: 'PLAN', to: 'PLANNED', text: input.purpose, dayOn: input.on }, today)
  return ok({
    value: { visitId: visit.id },
    subject: visit.id,
    detail: { enterprise: enterprise.name, on: input.on, purpose: input.purpose },
  })
})

/** Locks visits of the actor's sight, in the order of their ids so that nobody waits for each other. */
async function lockVisits(tx: Tx, actor: Actor, ids: readonly string[]): Promise<VisitRecord[]> {
  await tx.$queryRaw`SELECT 1 FROM "VisitPlan" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`
  return tx.visitPlan.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visibleVisits(actor)] },
    select: visitColumns,
    orderBy: [{ on: 'asc' }, { id: 'asc' }],
  })
}

/** A visit the actor may make a move about; err NOT_FOUND, FORBIDDEN, CONFLICT, VISIT_MOVE_ILLEGAL. */
async function lockVisit(
  tx: Tx,
  actor: Actor,
  kind: VisitMoveKind,
  { visitId, version }: Pick<VisitMoving, 'visitId' | 'version'>,
): Promise<Result<VisitRecord>> {
  const [visit] = await lockVisits(tx, actor, [visitId])
  if (!visit) return err({ code: 'NOT_FOUND' })
  if (visit.version !== version) return err({ code: 'CONFLICT', version: visit.version })
  if (visit.state !== 'PLANNED') return err({ code: 'VISIT_MOVE_ILLEGAL', move: kind, state: visit.state })
  const mine = visitMovesOf(actor, { ...visit, unitIds: unitsOf(visit) })
  return mine.includes(kind) ? ok(visit) : err({ code: 'FORBIDDEN', action: VISIT_ACTIONS[kind] })
}

const planOf = ({ state, on }: VisitRecord) => ({ state, on: fromDb(on) })

/** Puts off a visit 改期; who comes along comes then. @returns err NOT_FOUND, FORBIDDEN, CONFLICT, VISIT_MOVE_ILLEGAL, VISIT_DAY_MISSING, VISIT_DAY_PAST */
export const moveVisitDay = write('visit.move', async (tx, actor, input: VisitMoving, today) => {
  const locked = await lockVisit(tx, actor, 'MOVE', input)
  if (!locked.ok) return locked
  const visit = locked.value
  const moved = moveVisit(planOf(visit), { kind: 'MOVE', on: today, dayOn: input.dayOn ?? null })
  if (!moved.ok) return moved
  const { on } = moved.value
  await tx.visitPlan.update({ where: { id: visit.id }, data: { on: toDb(on), version: { increment: 1 } } })
  await step(tx, actor, visit.id, { kind: 'MOVE', to: 'PLANNED', text: input.text, dayOn: on }, today)
  return ok({ value: { visitId: visit.id }, subject: visit.id, detail: { before: fromDb(visit.on), after: on } })
})

/** The enterprise says no 谢绝; it owes no reason. @returns err NOT_FOUND, FORBIDDEN, CONFLICT, VISIT_MOVE_ILLEGAL */
export const refuseVisit = write('visit.refuse', async (tx, actor, input: VisitMoving, today) => {
  const locked = await lockVisit(tx, actor, 'REFUSE', input)
  if (!locked.ok) return locked
  const visit = locked.value
  const moved = moveVisit(planOf(visit), { kind: 'REFUSE', on: today, text: input.text })
  if (!moved.ok) return moved
  await tx.visitPlan.update({
    where: { id: visit.id },
    data: { state: moved.value.state, word: input.text || null, version: { increment: 1 } },
  })
  await step(tx, actor, visit.id, { kind: 'REFUSE', to: moved.value.state, text: input.text }, today)
  return ok({ value: { visitId: visit.id }, subject: visit.id, detail: { before: visit.state, after: 'REFUSED' } })
})

/**
 * Says what came of a visit 走访结果: a decision, a problem, or both. The problem is one of 万人助万企, and goes the way of every
 * problem.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, VISIT_MOVE_ILLEGAL, VISIT_TOO_EARLY, VISIT_RESULT_MISSING
 */
export const recordVisit = write('visit.result', async (tx, actor, input: VisitMoving, today) => {
  const locked = await lockVisit(tx, actor, 'RESULT', input)
  if (!locked.ok) return locked
  const visit = locked.value
  const { decision, problem } = input
  if (problem && !(await raisesIssues(actor, tx))) return err({ code: 'FORBIDDEN', action: 'issue.enter' })
  const moved = moveVisit(planOf(visit), { kind: 'RESULT', on: today, decision, problem: problem !== '' })
  if (!moved.ok) return moved
  const about = { projectId: null, procedureId: null, enterpriseId: visit.enterpriseId }
  const issue = problem
    ? await addIssue(tx, actor, { source: 'ASSISTANCE', tier: 'DEPARTMENT', text: problem, about, unitId: null }, today)
    : null
  await tx.visitPlan.update({
    where: { id: visit.id },
    data: {
      state: moved.value.state,
      decision: decision || null,
      issueId: issue?.id ?? null,
      version: { increment: 1 },
    },
  })
  await step(tx, actor, visit.id, { kind: 'RESULT', to: 'HELD', text: decision || problem }, today)
  return ok({
    value: { visitId: visit.id, issueId: issue?.id ?? null },
    subject: visit.id,
    detail: { before: visit.state, after: 'HELD', ...(issue ? { number: issue.number } : {}) },
  })
})

/**
 * Drops a visit that nothing comes of 取消; who was to come along has his own plan back.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, VISIT_MOVE_ILLEGAL, VISIT_WHY_MISSING
 */
export const dropVisit = write('visit.drop', async (tx, actor, input: VisitMoving, today) => {
  const locked = await lockVisit(tx, actor, 'DROP', input)
  if (!locked.ok) return locked
  const visit = locked.value
  const moved = moveVisit(planOf(visit), { kind: 'DROP', on: today, text: input.text })
  if (!moved.ok) return moved
  await tx.visitPlan.update({
    where: { id: visit.id },
    data: { state: moved.value.state, word: input.text, version: { increment: 1 } },
  })
  await step(tx, actor, visit.id, { kind: 'DROP', to: 'DROPPED', text: input.text }, today)
  const along = await tx.visitPlan.findMany({ where: { intoId: visit.id }, select: { id: true, on: true } })
  for (const one of along) {
    await tx.visitPlan.update({
      where: { id: one.id },
      data: { state: 'PLANNED', intoId: null, version: { increment: 1 } },
    })
    await step(tx, actor, one.id, { kind: 'APART', to: 'PLANNED', dayOn: fromDb(one.on) }, today)
  }
  return ok({ value: { visitId: visit.id }, subject: visit.id, detail: { before: visit.state, after: 'DROPPED' } })
})

/**
 * Makes several visits of the same enterprise within a week one 合并: whose plans they were go together, on the day of the first.
 *
 * @returns err NOT_FOUND, FORBIDDEN when none of them is the actor's, VISIT_NOT_TOGETHER
 */
export const mergeVisits = write('visit.merge', async (tx, actor, input: VisitMerging, today) => {
  const ids = [...new Set([input.keepId, ...input.visitIds])]
  const visits = await lockVisits(tx, actor, ids)
  const keep = visits.find(({ id }) => id === input.keepId)
  if (!keep || visits.length !== ids.length) return err({ code: 'NOT_FOUND' })
  const mine = visits.some((visit) => visitMovesOf(actor, { ...visit, unitIds: unitsOf(visit) }).includes('MERGE'))
  const standing = visits.filter(({ state }) => state === 'PLANNED')
  const [proposal, another] = mergeProposals(standing.map((visit) => ({ ...visit, on: fromDb(visit.on) })))
  if (standing.length !== ids.length || another || proposal?.along.length !== ids.length - 1)
    return err({ code: 'VISIT_NOT_TOGETHER' })
  if (!mine) return err({ code: 'FORBIDDEN', action: 'visit.merge' })
  const first = proposal.keep
  const along = proposal.along.map(({ id }) => id)
  await tx.visitPlan.updateMany({ where: { intoId: { in: along } }, data: { intoId: first.id } })
  await tx.visitPlan.updateMany({
    where: { id: { in: along } },
    data: { state: 'MERGED', intoId: first.id, version: { increment: 1 } },
  })
  await tx.visitPlan.update({ where: { id: first.id }, data: { version: { increment: 1 } } })
  for (const id of along) await step(tx, actor, id, { kind: 'MERGE', to: 'MERGED', dayOn: first.on }, today)
  await step(tx, actor, first.id, { kind: 'JOINED', to: 'PLANNED', dayOn: first.on }, today)
  return ok({ value: { visitId: first.id }, subject: first.id, detail: { count: along.length, on: first.on } })
})
