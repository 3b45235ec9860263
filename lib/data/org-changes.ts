import 'server-only'
import type { ChangeKind } from '@/lib/domain/administration'
import { staleFacts } from '@/lib/domain/administration'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, type Failure, ok, type Result } from '@/lib/domain/result'
import type { ChangeDetail, OrgCreationInput, OrgDissolutionInput, OrgEditInput } from '@/lib/schemas/administration'
import type { OrgKind } from '@/prisma/generated/client'
import { recordProposal } from './change-proposal'
import { toDb } from './date'
import type { Tx } from './db'
import { orgSearchText } from './search-text'
import { write } from './write'

/** A unit with what a change of it rests on; locked. */
async function lockOrg(tx: Tx, districtId: string, orgId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Org" WHERE id = ${orgId}::uuid FOR UPDATE`
  const org = await tx.org.findFirst({ where: { id: orgId, districtId } })
  if (!org) return null
  const { id, kind, name, shortName, aliases, dissolvedOn } = org
  return { id, aliases, facts: { kind, name, shortName, dissolved: dissolvedOn !== null } }
}

const nameTaken = async (tx: Tx, districtId: string, name: string, orgId?: string) =>
  (await tx.org.count({ where: { districtId, name, id: { not: orgId } } })) > 0

/** What a unit still has in hand; null when it can be dissolved. */
async function dissolutionRefused(tx: Tx, orgId: string): Promise<Failure | null> {
  const accounts = await tx.user.count({ where: { orgId, disabledAt: null } })
  const projects = await tx.project.count({
    where: {
      status: 'ACTIVE',
      OR: [{ taskforceId: orgId }, { streetId: orgId }, { leadUnitId: orgId }],
    },
  })
  const procedures = await tx.procedure.count({
    where: {
      agencyId: orgId,
      project: { status: 'ACTIVE' },
      state: { notIn: ['DONE', 'REJECTED', 'WITHDRAWN', 'NA'] },
    },
  })
  return accounts + projects + procedures === 0 ? null : { code: 'ORG_IN_USE', accounts, projects, procedures }
}

/**
 * Proposes a new unit.
 *
 * @returns err ORG_NAME_TAKEN
 */
export const proposeOrg = write('change.propose', async (tx, actor, input: OrgCreationInput) => {
  const { kind, name, shortName, reason } = input
  if (await nameTaken(tx, actor.districtId, name)) return err({ code: 'ORG_NAME_TAKEN' })
  return recordProposal(tx, actor, {
    kind: 'ORG_CREATE',
    subjectId: null,
    detail: { label: name, before: null, after: { kind, name, shortName } },
    reason,
  })
})

/**
 * Proposes other names for a unit; the old name stays as one that ledgers may still use.
 *
 * @returns err NOT_FOUND, UNIT_DISSOLVED, NO_CHANGE, ORG_NAME_TAKEN, CHANGE_PENDING
 */
export const proposeOrgEdit = write('change.propose', async (tx, actor, input: OrgEditInput) => {
  const { orgId, name, shortName, reason } = input
  const org = await lockOrg(tx, actor.districtId, orgId)
  if (!org) return err({ code: 'NOT_FOUND' })
  if (org.facts.dissolved) return err({ code: 'UNIT_DISSOLVED' })
  if (staleFacts({ name, shortName }, org.facts).length === 0) return err({ code: 'NO_CHANGE' })
  if (await nameTaken(tx, actor.districtId, name, orgId)) return err({ code: 'ORG_NAME_TAKEN' })
  return recordProposal(tx, actor, {
    kind: 'ORG_EDIT',
    subjectId: orgId,
    detail: { label: org.facts.name, before: org.facts, after: { ...org.facts, name, shortName } },
    reason,
  })
})

/**
 * Proposes to dissolve a unit 撤销. Its history keeps its name.
 *
 * @returns err NOT_FOUND, UNIT_DISSOLVED, ORG_IN_USE with what it still has in hand, CHANGE_PENDING
 */
export const proposeDissolution = write('change.propose', async (tx, actor, input: OrgDissolutionInput) => {
  const org = await lockOrg(tx, actor.districtId, input.orgId)
  if (!org) return err({ code: 'NOT_FOUND' })
  if (org.facts.dissolved) return err({ code: 'UNIT_DISSOLVED' })
  const refusal = await dissolutionRefused(tx, org.id)
  if (refusal) return err(refusal)
  return recordProposal(tx, actor, {
    kind: 'ORG_DISSOLVE',
    subjectId: org.id,
    detail: { label: org.facts.name, before: org.facts, after: { ...org.facts, dissolved: true } },
    reason: input.reason,
  })
})

type Change = Readonly<{ kind: ChangeKind; subjectId: string | null; districtId: string }>

/**
 * Does what an approved change of a unit says, in the transaction of its approval.
 *
 * @returns the unit's id; err CHANGE_STALE, ORG_NAME_TAKEN, ORG_IN_USE
 */
export async function applyOrgChange(
  tx: Tx,
  change: Change,
  detail: ChangeDetail,
  today: PlainDate,
): Promise<Result<string>> {
  const { districtId } = change
  const after = detail.after ?? {}
  const [name, shortName] = [String(after.name), String(after.shortName)]
  if (change.kind === 'ORG_CREATE') {
    if (await nameTaken(tx, districtId, name)) return err({ code: 'ORG_NAME_TAKEN' })
    const { id } = await tx.org.create({
      data: {
        districtId,
        kind: after.kind as OrgKind,
        name,
        shortName,
        searchText: orgSearchText({ name, shortName }),
      },
    })
    return ok(id)
  }
  const org = change.subjectId && (await lockOrg(tx, districtId, change.subjectId))
  if (!org || !detail.before || staleFacts(detail.before, org.facts).length > 0)
    return err({ code: 'CHANGE_STALE', label: detail.label })
  if (change.kind === 'ORG_DISSOLVE') {
    const refusal = await dissolutionRefused(tx, org.id)
    if (refusal) return err(refusal)
    await tx.org.update({ where: { id: org.id }, data: { dissolvedOn: toDb(today), version: { increment: 1 } } })
    return ok(org.id)
  }
  if (await nameTaken(tx, districtId, name, org.id)) return err({ code: 'ORG_NAME_TAKEN' })
  const aliases = [...new Set([...org.aliases, org.facts.name, org.facts.shortName])].filter(
    (alias) => alias !== name && alias !== shortName,
  )
  await tx.org.update({
    where: { id: org.id },
    data: {
      name,
      shortName,
      aliases,
      searchText: orgSearchText({ name, shortName, aliases }),
      version: { increment: 1 },
    },
  })
  return ok(org.id)
}
