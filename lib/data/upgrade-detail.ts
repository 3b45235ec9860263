import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { subsidyOf, upgradeMoves } from '@/lib/domain/upgrade'
import type { UpgradeDetail, UpgradePolicyRow, UpgradeRow } from '@/lib/schemas/upgrade'
import { fromDb } from './date'
import { db } from './db'
import { policyColumns, policyRowOf, upgradeColumns, upgradeRowOf, visibleUpgrades } from './upgrade-rows'
import { namesOfUsers } from './user-names'
import { visibleProcedures } from './visible'

/** What a policy would give for an upgrade, or the code of why nothing, with the values its sentence needs. */
function saidSubsidy(policy: UpgradePolicyRow, upgrade: UpgradeRow): UpgradeDetail['subsidy'] {
  const said = subsidyOf(policy, upgrade)
  if (said.ok) return said
  const { code, ...params } = said.error
  return {
    ok: false,
    code,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
  }
}

/** Procedures of an upgrade's project the reader may open, those under way first. */
async function proceduresOf(actor: Actor, projectId: string) {
  const rows = await db.procedure.findMany({
    where: { AND: [visibleProcedures(actor), { projectId, state: { not: 'NA' } }] },
    select: { id: true, state: true, code: true, item: { select: { nameZh: true } } },
    orderBy: [{ finishedOn: { sort: 'asc', nulls: 'first' } }, { code: 'asc' }],
    take: 8,
  })
  return rows.map(({ id, state, item }) => ({ id, state, name: item.nameZh }))
}

/**
 * An upgrade with its policy, what that would give, its history and its procedures.
 *
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findUpgrade(actor: Actor, id: string): Promise<UpgradeDetail | null> {
  const record = await db.upgradeProject.findFirst({
    where: { AND: [{ id }, visibleUpgrades(actor)] },
    select: { ...upgradeColumns, moves: { orderBy: [{ at: 'desc' }, { id: 'desc' }] } },
  })
  if (!record) return null
  const { moves, ...columns } = record
  const row = upgradeRowOf(columns)
  const [policy, who, procedures] = await Promise.all([
    row.policy && db.upgradePolicy.findUnique({ where: { id: row.policy.id }, select: policyColumns }),
    namesOfUsers(moves.map(({ actorId }) => actorId)),
    row.project ? proceduresOf(actor, row.project.id) : [],
  ])
  const latest = policy
    ? await db.upgradePolicy.aggregate({
        where: { districtId: actor.districtId, code: policy.code },
        _max: { number: true },
      })
    : null
  const policyRow = policy && policyRowOf(policy, latest?._max.number ?? policy.number)
  return {
    ...row,
    policyRow,
    subsidy: policyRow && saidSubsidy(policyRow, row),
    steps: moves.map((move) => ({
      id: move.id,
      kind: move.kind,
      on: fromDb(move.on),
      by: who.get(move.actorId ?? '') ?? null,
      text: move.text,
      paidFen: move.paidFen,
    })),
    moves: relationFor(actor.role, 'upgrade.move') ? upgradeMoves(row.state) : [],
    edits: relationFor(actor.role, 'upgrade.edit') !== null && row.state !== 'PAID' && row.state !== 'WITHDRAWN',
    procedures,
  }
}

/** Policies in force on a day, newest versions only, for a form. */
export function policiesOn(policies: readonly UpgradePolicyRow[], today: PlainDate): UpgradePolicyRow[] {
  return policies.filter(
    ({ older, validFrom, validTo }) => !older && validFrom <= today && (validTo === null || today <= validTo),
  )
}
