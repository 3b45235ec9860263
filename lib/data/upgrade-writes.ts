import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { fenOfWan } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, gathered, ok } from '@/lib/domain/result'
import { moveUpgrade, subsidyOf } from '@/lib/domain/upgrade'
import type { UpgradeEdit, UpgradeEntry, UpgradeMoving, UpgradePolicyEntry } from '@/lib/schemas/upgrade'
import { dayOrNull, dbDayOrNull, fromDb, toDb } from './date'
import type { Tx } from './db'
import { enterpriseTyped } from './enterprise-choice'
import { enterprisesOfProjects } from './service-where'
import { policyColumns, visibleUpgrades } from './upgrade-rows'
import { visibleProjects } from './visible'
import { write } from './write'

type Terms = Omit<UpgradeEdit, 'upgradeId' | 'version'>

/**
 * The columns of an upgrade's terms with what its policy would give, or what is wrong with them.
 *
 * @returns err UPGRADE_EQUIPMENT_OVER, SPAN_REVERSED at its end, UPGRADE_TOTAL_MISSING, UPGRADE_PROJECT_OTHER, POLICY_UNKNOWN
 */
async function columnsOf(tx: Tx, actor: Actor, enterpriseId: string, terms: Terms) {
  const [equipmentFen, totalFen] = [fenOfWan(terms.equipmentWan) ?? 0n, fenOfWan(terms.totalWan) ?? 0n]
  const { startOn, endOn } = terms
  const project = terms.projectId
    ? await tx.project.findFirst({
        where: { AND: [{ id: terms.projectId, enterpriseId }, visibleProjects(actor)] },
        select: { id: true },
      })
    : null
  const policy = terms.policyId
    ? await tx.upgradePolicy.findFirst({
        where: { id: terms.policyId, districtId: actor.districtId },
        select: policyColumns,
      })
    : null
  const wrong = gathered(
    totalFen <= 0n ? { code: 'UPGRADE_TOTAL_MISSING', field: 'totalWan' } : null,
    totalFen > 0n && equipmentFen > totalFen ? { code: 'UPGRADE_EQUIPMENT_OVER', field: 'equipmentWan' } : null,
    startOn && endOn && endOn < startOn ? { code: 'UPGRADE_END_BACK', field: 'endOn' } : null,
    terms.projectId && !project ? { code: 'UPGRADE_PROJECT_OTHER', field: 'projectId' } : null,
    terms.policyId && !policy ? { code: 'POLICY_UNKNOWN', field: 'policyId' } : null,
  )
  if (wrong) return err(wrong)
  const said =
    policy &&
    subsidyOf(
      { ...policy, validFrom: fromDb(policy.validFrom), validTo: dayOrNull(policy.validTo) },
      { kinds: terms.kinds, equipmentFen, totalFen, endOn: endOn ?? null },
    )
  return ok({
    name: terms.name,
    kinds: [...terms.kinds],
    content: terms.content,
    equipmentFen,
    totalFen,
    startOn: dbDayOrNull(startOn),
    endOn: dbDayOrNull(endOn),
    energyBefore: terms.energyBefore ?? null,
    energyAfter: terms.energyAfter ?? null,
    policyId: policy?.id ?? null,
    // Where the rule gives nothing there is no estimate, not one of nothing.
    estimatedFen: said?.ok ? said.value.fen : null,
    projectId: project?.id ?? null,
    needsFinance: terms.needsFinance,
  })
}

/** The next number of an upgrade in a district; held until the transaction ends. */
async function nextNumber(tx: Tx, districtId: string): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`upgrade-number:${districtId}`}))::text`
  const { _max } = await tx.upgradeProject.aggregate({ where: { districtId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

/**
 * Enters an upgrade into the stock 入库.
 *
 * @returns err ENTERPRISE_UNKNOWN, NOT_FOUND for an enterprise that is not of the actor's projects, and what its terms refuse
 */
export const enterUpgrade = write('upgrade.enter', async (tx, actor, input: UpgradeEntry, today) => {
  const enterprise = await enterpriseTyped(tx, actor.districtId, input.enterprise)
  if (!enterprise) return err({ code: 'ENTERPRISE_UNKNOWN', name: input.enterprise, field: 'enterprise' })
  if (actor.role !== 'OFFICE') {
    const own = await tx.enterprise.count({ where: { AND: [{ id: enterprise.id }, enterprisesOfProjects(actor)] } })
    if (own === 0) return err({ code: 'UPGRADE_ENTERPRISE_OTHER', field: 'enterprise' })
  }
  const columns = await columnsOf(tx, actor, enterprise.id, input)
  if (!columns.ok) return columns
  const number = await nextNumber(tx, actor.districtId)
  const upgrade = await tx.upgradeProject.create({
    data: {
      ...columns.value,
      districtId: actor.districtId,
      enterpriseId: enterprise.id,
      number,
      enteredOn: toDb(today),
      moves: { create: { kind: 'ENTER', to: 'RESERVE', on: toDb(today), actorId: actor.userId } },
    },
  })
  return ok({
    value: { upgradeId: upgrade.id },
    subject: upgrade.id,
    detail: { number, name: input.name, enterprise: enterprise.name, totalFen: columns.value.totalFen.toString() },
  })
})

/** Locks an upgrade of the actor's sight; err NOT_FOUND, CONFLICT with the version now. */
async function lockUpgrade(tx: Tx, actor: Actor, { upgradeId, version }: Pick<UpgradeMoving, 'upgradeId' | 'version'>) {
  await tx.$queryRaw`SELECT 1 FROM "UpgradeProject" WHERE id = ${upgradeId}::uuid FOR UPDATE`
  const upgrade = await tx.upgradeProject.findFirst({
    where: { AND: [{ id: upgradeId }, visibleUpgrades(actor)] },
    select: { id: true, version: true, state: true, enterpriseId: true, projectId: true, totalFen: true },
  })
  if (!upgrade) return err({ code: 'NOT_FOUND' })
  return upgrade.version === version ? ok(upgrade) : err({ code: 'CONFLICT', version: upgrade.version })
}

/** Puts an upgrade's terms right 修改. @returns err NOT_FOUND, CONFLICT, UPGRADE_OVER, and what its terms refuse */
export const editUpgrade = write('upgrade.edit', async (tx, actor, input: UpgradeEdit, today) => {
  const locked = await lockUpgrade(tx, actor, input)
  if (!locked.ok) return locked
  const { id, state, enterpriseId, totalFen } = locked.value
  if (state === 'PAID' || state === 'WITHDRAWN') return err({ code: 'UPGRADE_OVER', state })
  const columns = await columnsOf(tx, actor, enterpriseId, input)
  if (!columns.ok) return columns
  await tx.upgradeProject.update({ where: { id }, data: { ...columns.value, version: { increment: 1 } } })
  await tx.upgradeMove.create({
    data: { upgradeId: id, kind: 'EDIT', from: state, to: state, on: toDb(today), actorId: actor.userId },
  })
  return ok({
    value: { upgradeId: id },
    subject: id,
    detail: { before: totalFen.toString(), after: columns.value.totalFen.toString() },
  })
})

const paidOf = ({ kind, paidWan }: UpgradeMoving): bigint | null =>
  kind === 'PAY' && paidWan !== '' ? fenOfWan(paidWan) : null

/** Moves an upgrade on 推进. @returns err NOT_FOUND, CONFLICT, UPGRADE_MOVE_ILLEGAL, UPGRADE_PAID_MISSING, UPGRADE_WHY_MISSING, UPGRADE_PAID_OVER */
export const changeUpgrade = write('upgrade.move', async (tx, actor, input: UpgradeMoving, today) => {
  const locked = await lockUpgrade(tx, actor, input)
  if (!locked.ok) return locked
  const { id, state, totalFen } = locked.value
  const paidFen = paidOf(input)
  const moved = moveUpgrade(state, { ...input, paidFen })
  if (!moved.ok) return moved
  if (paidFen !== null && paidFen > totalFen) return err({ code: 'UPGRADE_PAID_OVER', field: 'paidWan' })
  await tx.upgradeProject.update({
    where: { id },
    data: { state: moved.value, ...paidColumns(paidFen, today), version: { increment: 1 } },
  })
  await tx.upgradeMove.create({
    data: {
      upgradeId: id,
      kind: input.kind,
      from: state,
      to: moved.value,
      text: input.text || null,
      paidFen,
      on: toDb(today),
      actorId: actor.userId,
    },
  })
  return ok({
    value: { upgradeId: id },
    subject: id,
    detail: { before: state, after: moved.value, ...(input.text && { reason: input.text }) },
  })
})

const paidColumns = (paidFen: bigint | null, today: PlainDate) =>
  paidFen === null ? {} : { paidFen, paidOn: toDb(today) }

const HUNDREDTHS = 100

/** A percent of at most two decimals as hundredths of it. */
const basisPointsOf = (rate: string): number => {
  const [whole = '0', part = ''] = rate.split('.')
  return Number(whole) * HUNDREDTHS + Number(part.padEnd(2, '0'))
}

/**
 * Writes a subsidy policy, or a new version of one 补贴政策: what upgrades already rest on stays as it was.
 *
 * @returns err POLICY_UNKNOWN, POLICY_DAYS_BACK, POLICY_RATE_UNREADABLE
 */
export const writePolicy = write('upgrade.policy', async (tx, actor, input: UpgradePolicyEntry) => {
  const { districtId } = actor
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`upgrade-policy:${districtId}`}))::text`
  const before = input.policyId
    ? await tx.upgradePolicy.findFirst({ where: { id: input.policyId, districtId }, select: { code: true } })
    : null
  if (input.policyId && !before) return err({ code: 'POLICY_UNKNOWN' })
  const rateBp = basisPointsOf(input.rate)
  const wrong = gathered(
    input.validTo && input.validTo < input.validFrom ? { code: 'POLICY_DAYS_BACK', field: 'validTo' } : null,
    rateBp <= 0 ? { code: 'POLICY_RATE_UNREADABLE', field: 'rate' } : null,
  )
  if (wrong) return err(wrong)
  const count = await tx.upgradePolicy.groupBy({ by: ['code'], where: { districtId } })
  const code = before?.code ?? `P${String(count.length + 1).padStart(2, '0')}`
  const { _max } = await tx.upgradePolicy.aggregate({ where: { districtId, code }, _max: { number: true } })
  const number = (_max.number ?? 0) + 1
  const { name, document, basis, kinds, conditions, certain } = input
  const fen = (wan: string) => (wan === '' ? null : fenOfWan(wan))
  const policy = await tx.upgradePolicy.create({
    data: {
      districtId,
      code,
      number,
      name,
      document,
      validFrom: toDb(input.validFrom),
      validTo: dbDayOrNull(input.validTo),
      basis,
      rateBp,
      capFen: fen(input.capWan),
      leastFen: fen(input.leastWan),
      kinds: [...kinds],
      conditions,
      certain,
      writtenById: actor.personId,
    },
  })
  return ok({ value: { policyId: policy.id }, subject: policy.id, detail: { code, count: number, name } })
})
