import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { staleFacts } from '@/lib/domain/administration'
import type { OtpAlgorithm } from '@/lib/domain/one-time-code'
import { err, ok, type Result } from '@/lib/domain/result'
import { FACTOR_GROUPS, type FactorGroup } from '@/lib/domain/second-factor'
import type { ChangeDetail, FactorDemandInput } from '@/lib/schemas/administration'
import { recordProposal } from './change-proposal'
import { db, type Tx } from './db'
import { write } from './write'

const facts = (groups: readonly string[], otpAlgo: string) => ({
  ...(Object.fromEntries(FACTOR_GROUPS.map((group) => [group, groups.includes(group)])) as Record<
    FactorGroup,
    boolean
  >),
  otpAlgo,
})

async function lockDistrict(tx: Tx, districtId: string) {
  await tx.$queryRaw`SELECT 1 FROM "District" WHERE "id" = ${districtId}::uuid FOR UPDATE`
  const district = await tx.district.findUniqueOrThrow({ where: { id: districtId } })
  return { name: district.name, facts: facts(district.factorGroups, district.otpAlgo) }
}

/** Whose accounts must have a second factor in the actor's district, and what new authenticators count with. */
export async function factorDemandOf(actor: Actor) {
  const { factorGroups, otpAlgo } = await db.district.findUniqueOrThrow({
    where: { id: actor.districtId },
    select: { factorGroups: true, otpAlgo: true },
  })
  return { ...facts(factorGroups, otpAlgo), otpAlgo: otpAlgo as OtpAlgorithm }
}

/**
 * Proposes whose accounts must have a second factor 必须两步验证的人群, and the hash of new authenticators; who has one
 * already keeps what it counts with.
 *
 * @returns err NO_CHANGE, CHANGE_PENDING
 */
export const proposeFactorDemand = write('change.propose', async (tx, actor, input: FactorDemandInput) => {
  const { name, facts: before } = await lockDistrict(tx, actor.districtId)
  const after = facts(input.groups, input.otpAlgo)
  if (staleFacts(after, before).length === 0) return err({ code: 'NO_CHANGE' })
  return recordProposal(tx, actor, {
    kind: 'DISTRICT_FACTOR',
    subjectId: actor.districtId,
    detail: { label: name, before, after },
    reason: input.reason,
  })
})

/**
 * Does what an approved change of it says, in the transaction of its approval. Whoever must have one and has none is led to
 * it with his next page.
 *
 * @returns the district's id; err CHANGE_STALE
 */
export async function applyFactorDemand(tx: Tx, districtId: string, detail: ChangeDetail): Promise<Result<string>> {
  const now = await lockDistrict(tx, districtId)
  if (!detail.before || !detail.after || staleFacts(detail.before, now.facts).length > 0)
    return err({ code: 'CHANGE_STALE', label: detail.label })
  const { after } = detail
  const factorGroups = FACTOR_GROUPS.filter((group) => after[group] === true)
  await tx.district.update({ where: { id: districtId }, data: { factorGroups, otpAlgo: String(after.otpAlgo) } })
  return ok(districtId)
}
