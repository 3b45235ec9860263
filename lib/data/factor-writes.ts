import 'server-only'
import { type Action, type Actor, allows, type Scope } from '@/lib/domain/access'
import { aboveNeed, type FactorMoveKind, type FactorNeed, moveFactor, raiseNeed } from '@/lib/domain/factor-need'
import { err, ok, type Result } from '@/lib/domain/result'
import type { FactorMoveInput, FactorRaiseInput } from '@/lib/schemas/factor'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, dbDayOrNull, fromDb, toDb } from './date'
import type { Tx } from './db'
import { amountOf, type FactorRecord, factorColumns, visibleFactors } from './factor-rows'
import { refreshProjects } from './levels'
import { lockProject, scopeColumns, scopeOf } from './lock-project'
import { write } from './write'

/** Units that can be asked to provide something. */
export const givers = (districtId: string) =>
  ({ districtId, kind: { in: ['AGENCY', 'UTILITY'] }, dissolvedOn: null }) satisfies Prisma.OrgWhereInput

/** A unit that can be asked; err UNIT_MISSING, UNIT_DISSOLVED. */
async function giverOf(tx: Tx, districtId: string, id: string): Promise<Result<{ id: string; shortName: string }>> {
  const org = await tx.org.findFirst({
    where: { districtId, id, kind: { in: ['AGENCY', 'UTILITY'] } },
    select: { id: true, shortName: true, dissolvedOn: true },
  })
  if (!org) return err({ code: 'UNIT_MISSING', field: 'leadId' })
  return org.dissolvedOn ? err({ code: 'UNIT_DISSOLVED', name: org.shortName, field: 'leadId' }) : ok(org)
}

/** Whose need it is: that of its project, and of the agency that was asked for it. */
export const factorScope = (scope: Scope, leadId: string | null): Scope => ({
  ...scope,
  agencyIds: leadId ? [leadId] : [],
})

/**
 * Raises a need of a project 提出要素需求.
 *
 * @returns err NOT_FOUND, FORBIDDEN, NOT_IN_LIBRARY, UNIT_MISSING, UNIT_DISSOLVED, FACTOR_NEED_PAST
 */
export const raiseFactor = write('factor.raise', async (tx, actor, input: FactorRaiseInput, today) => {
  const locked = await lockProject(tx, actor, 'factor.raise', input.projectId)
  if (!locked.ok) return locked
  if (locked.value.project.status !== 'ACTIVE') return err({ code: 'PROJECT_NOT_ACTIVE' })
  const lead = input.leadId ? await giverOf(tx, actor.districtId, input.leadId) : ok(null)
  if (!lead.ok) return lead
  const { kind, unit, quantity, needBy, reason } = input
  const raised = raiseNeed({ kind, unit, quantity, needBy, lead: lead.value?.id ?? null }, today)
  if (!raised.ok) return raised
  const need = await tx.factorNeed.create({
    data: {
      districtId: actor.districtId,
      projectId: input.projectId,
      kind,
      unit,
      quantity,
      needBy: toDb(needBy),
      reason,
      leadId: raised.value.lead,
      state: raised.value.state,
      raisedOn: toDb(today),
      raisedById: actor.personId,
      moves: {
        create: {
          kind: 'RAISE',
          to: raised.value.state,
          leadId: raised.value.lead,
          text: reason,
          on: toDb(today),
          actorId: actor.userId,
        },
      },
    },
  })
  await refreshProjects(tx, [input.projectId], today, 'FACT', actor.userId)
  return ok({
    value: { needId: need.id, projectId: input.projectId },
    subject: need.id,
    projectId: input.projectId,
    detail: { kind, quantity, unit, needBy, lead: lead.value?.shortName ?? null },
  })
})

/** Locks a need of the actor's sight with its project; err NOT_FOUND, FORBIDDEN, CONFLICT with the version now. */
async function lockNeed(tx: Tx, actor: Actor, action: Action, input: FactorMoveInput): Promise<Result<FactorRecord>> {
  const where = { AND: [{ id: input.needId }, visibleFactors(actor)] }
  const found = await tx.factorNeed.findFirst({ where, select: { projectId: true } })
  if (!found) return err({ code: 'NOT_FOUND' })
  await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${found.projectId}::uuid FOR UPDATE`
  const need = await tx.factorNeed.findFirst({ where, select: factorColumns })
  if (!need) return err({ code: 'NOT_FOUND' })
  const project = await tx.project.findUniqueOrThrow({ where: { id: need.projectId }, select: scopeColumns })
  if (!allows(actor, action, factorScope(scopeOf(project), need.leadId))) return err({ code: 'FORBIDDEN', action })
  return need.version === input.version ? ok(need) : err({ code: 'CONFLICT', version: need.version })
}

const needOf = (row: FactorRecord): FactorNeed => ({
  kind: row.kind,
  state: row.state,
  unit: row.unit,
  quantity: amountOf(row.quantity),
  provided: amountOf(row.provided),
  needBy: fromDb(row.needBy),
  lead: row.leadId,
  committedOn: dayOrNull(row.committedOn),
  alternative: row.alternative,
  failedOn: dayOrNull(row.failedOn),
  settledOn: dayOrNull(row.settledOn),
})

/** A move of a need as a write: policy, lock, version, `moveFactor`, then the colour of its project. */
const moving = (action: Action, kind: FactorMoveKind) =>
  write(action, async (tx, actor, input: FactorMoveInput, today) => {
    const locked = await lockNeed(tx, actor, action, input)
    if (!locked.ok) return locked
    const row = locked.value
    const lead =
      (kind === 'CONFIRM' || kind === 'REOPEN') && input.leadId
        ? await giverOf(tx, actor.districtId, input.leadId)
        : ok(null)
    if (!lead.ok) return lead
    const { text, committedOn } = input
    const provided = kind === 'PROVIDE' || kind === 'CORRECT' ? (input.provided ?? null) : null
    const moved = moveFactor(needOf(row), {
      kind,
      on: today,
      lead: lead.value?.id ?? null,
      committedOn: kind === 'COMMIT' ? (committedOn ?? null) : null,
      provided,
      text,
    })
    if (!moved.ok) return moved
    const question = aboveNeed(needOf(row), provided, input.confirm)
    if (question) return err(question)
    const after = { ...needOf(row), ...moved.value }
    await tx.factorNeed.update({
      where: { id: row.id },
      data: {
        state: after.state,
        leadId: after.lead,
        provided: after.provided,
        committedOn: after.committedOn && toDb(after.committedOn),
        alternative: after.alternative,
        failedOn: dbDayOrNull(after.failedOn),
        settledOn: dbDayOrNull(after.settledOn),
        version: { increment: 1 },
      },
    })
    await tx.factorMove.create({
      data: {
        needId: row.id,
        kind,
        from: row.state,
        to: after.state,
        provided: provided && after.provided,
        committedOn: kind === 'COMMIT' && after.committedOn ? toDb(after.committedOn) : null,
        leadId: kind === 'CONFIRM' || kind === 'REOPEN' ? after.lead : null,
        text: text || null,
        on: toDb(today),
        actorId: actor.userId,
      },
    })
    await refreshProjects(tx, [row.projectId], today, 'FACT', actor.userId)
    return ok({
      value: { needId: row.id, projectId: row.projectId },
      subject: row.id,
      projectId: row.projectId,
      detail: {
        before: row.state,
        after: after.state,
        ...(provided && { was: amountOf(row.provided), provided: after.provided }),
        ...(text && { reason: text }),
      },
    })
  })

/** Confirms a need with the agency that provides it 核定. @returns err NOT_FOUND, FORBIDDEN, CONFLICT, FACTOR_MOVE_ILLEGAL, FACTOR_LEAD_MISSING, UNIT_MISSING, UNIT_DISSOLVED */
export const confirmFactor = moving('factor.confirm', 'CONFIRM')

/** Promises a day 承诺. @returns as `confirmFactor`, and FACTOR_DATE_MISSING, FACTOR_DATE_BACK */
export const commitFactor = moving('factor.commit', 'COMMIT')

/** Says how much of it is there by now 落实进度; with all of it the need is met. @returns as `confirmFactor`, and FACTOR_AMOUNT_INVALID, FACTOR_AMOUNT_ABOVE until it is confirmed, FACTOR_TEXT_MISSING for less than before */
export const provideFactor = moving('factor.provide', 'PROVIDE')

/** Says that it cannot be provided, and what is done instead 无法落实. @returns as `confirmFactor`, and FACTOR_TEXT_MISSING */
export const failFactor = moving('factor.fail', 'FAIL')

/** The office accepts what is done instead 认可替代方案: only then its colour clears. @returns as `confirmFactor` */
export const acceptFactor = moving('factor.accept', 'ACCEPT')

/** What was said to be impossible is tried again, by whichever unit 重新落实. @returns as `confirmFactor`, and FACTOR_TEXT_MISSING */
export const reopenFactor = moving('factor.reopen', 'REOPEN')

/** Puts an amount right that was written down wrong 更正数量: the need is met, or waits again. Nothing is deleted. @returns as `provideFactor` */
export const correctFactor = moving('factor.correct', 'CORRECT')

/** Takes a need back that is none any more 撤销. @returns as `failFactor` */
export const revokeFactor = moving('factor.revoke', 'REVOKE')
