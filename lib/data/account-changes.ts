import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Actor, Role } from '@/lib/domain/access'
import { BRINGS_PASSWORD, type ChangeKind, fitUnit, isAdministrator, staleFacts } from '@/lib/domain/administration'
import { err, gathered, ok, type Result, refusalOf } from '@/lib/domain/result'
import type {
  AccountCreationInput,
  AccountMoveInput,
  AccountRequestInput,
  ChangeDetail,
} from '@/lib/schemas/administration'
import { leavingRefused } from './account-holdings'
import { recordProposal } from './change-proposal'
import type { Tx } from './db'
import { findEnterpriseNamed } from './enterprise-people'
import { personSearchText } from './search-text'
import { forgetFactor, hasFactor } from './second-factor'
import { forgetFailures } from './sign-in-throttle'
import { write } from './write'

type Place = Readonly<{ role: Role; unitId?: string | null; enterprise?: string | null }>

/** Unit or enterprise of an account, as it was named in a form; the one that does not go with the role is left out. */
async function placeOf(tx: Tx, districtId: string, { role, unitId, enterprise }: Place) {
  const unit = unitId
    ? await tx.org.findFirst({
        where: { id: unitId, districtId },
        select: { id: true, kind: true, name: true, dissolvedOn: true },
      })
    : null
  const firm = role === 'CONTACT' && enterprise ? await findEnterpriseNamed(tx, districtId, enterprise) : null
  const fits = fitUnit(role, unit && { kind: unit.kind, dissolved: unit.dissolvedOn !== null }, firm !== null)
  if (!fits.ok) return fits
  return role === 'CONTACT'
    ? ok({ role, orgId: null, enterpriseId: firm?.id ?? null, unit: firm?.name ?? null })
    : ok({ role, orgId: unit?.id ?? null, enterpriseId: null, unit: unit?.name ?? null })
}

/** Why the person of a new account cannot be the one; his name when he can. */
async function personFor(tx: Tx, districtId: string, input: Pick<AccountCreationInput, 'personId' | 'name' | 'phone'>) {
  if (input.personId) {
    const person = await tx.person.findFirst({
      where: { id: input.personId, districtId },
      select: { name: true, user: { select: { id: true } } },
    })
    if (!person) return err({ code: 'NOT_FOUND' })
    return person.user ? err({ code: 'PERSON_HAS_ACCOUNT' }) : ok(person.name)
  }
  const { name, phone } = input
  const known = phone && (await tx.person.findFirst({ where: { districtId, name, phone }, select: { id: true } }))
  return known ? err({ code: 'PERSON_KNOWN' }) : ok(name)
}

/**
 * Proposes an account for a person the district knows, or for a new one.
 *
 * @returns err USERNAME_TAKEN, PERSON_HAS_ACCOUNT, PERSON_KNOWN (same name and number), UNIT_MISSING, UNIT_KIND_WRONG,
 *          UNIT_DISSOLVED, ENTERPRISE_UNKNOWN, NOT_FOUND
 */
export const proposeAccount = write('change.propose', async (tx, actor, input: AccountCreationInput) => {
  const { username, title, phone, reason, personId } = input
  const taken = (await usernameTaken(tx, username)) ? { code: 'USERNAME_TAKEN' } : null
  const name = await personFor(tx, actor.districtId, input)
  const place = await placeOf(tx, actor.districtId, input)
  const wrong = gathered(taken, refusalOf(name), refusalOf(place))
  if (wrong) return err(wrong)
  if (!name.ok) return name
  if (!place.ok) return place
  const after = {
    username,
    name: name.value,
    title: title || null,
    phone,
    personId: personId ?? null,
    ...place.value,
  }
  return recordProposal(tx, actor, {
    kind: 'ACCOUNT_CREATE',
    subjectId: null,
    detail: { label: `${name.value}（${username}）`, before: null, after },
    reason,
  })
})

const usernameTaken = async (tx: Tx, username: string) =>
  (await tx.user.findUnique({ where: { username }, select: { id: true } })) !== null ||
  (await tx.adminChange.count({
    where: {
      kind: 'ACCOUNT_CREATE',
      state: 'PROPOSED',
      detail: { path: ['after', 'username'], equals: username },
    },
  })) > 0

/** An account with what a change of it rests on; locked. */
async function lockAccount(tx: Tx, districtId: string, userId: string) {
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`
  const user = await tx.user.findFirst({
    where: { id: userId, districtId },
    select: {
      id: true,
      username: true,
      role: true,
      orgId: true,
      enterpriseId: true,
      disabledAt: true,
      personId: true,
      person: { select: { name: true } },
      org: { select: { name: true } },
      enterprise: { select: { name: true } },
    },
  })
  if (!user) return null
  const facts = {
    role: user.role,
    orgId: user.orgId,
    enterpriseId: user.enterpriseId,
    unit: user.org?.name ?? user.enterprise?.name ?? null,
    disabled: user.disabledAt !== null,
  }
  const label = `${user.person.name}（${user.username}）`
  const { id, username, personId } = user
  return { id, username, personId, label, facts, secondFactor: await hasFactor(tx, id) }
}

/** The account a proposal is about, unless it is the proposer's own. */
async function subjectOf(tx: Tx, actor: Actor, userId: string) {
  const user = await lockAccount(tx, actor.districtId, userId)
  if (!user) return err({ code: 'NOT_FOUND' })
  return user.id === actor.userId ? err({ code: 'OWN_ACCOUNT' }) : ok(user)
}

/**
 * Proposes another role or unit for an account.
 *
 * @returns err NOT_FOUND, OWN_ACCOUNT, ACCOUNT_DISABLED, NO_CHANGE, STEWARD_HAS_PROJECTS, LAST_ADMINISTRATOR, CHANGE_PENDING and
 *          those of a unit
 */
export const proposeMove = write('change.propose', async (tx, actor, input: AccountMoveInput) => {
  const found = await subjectOf(tx, actor, input.userId)
  if (!found.ok) return found
  const { label, facts } = found.value
  if (facts.disabled) return err({ code: 'ACCOUNT_DISABLED' })
  const place = await placeOf(tx, actor.districtId, input)
  if (!place.ok) return place
  if (staleFacts(place.value, facts).length === 0) return err({ code: 'NO_CHANGE' })
  if (place.value.role !== facts.role) {
    const refusal = await leavingRefused(tx, input.userId)
    if (refusal) return err(refusal)
  }
  const { disabled: _, ...before } = facts
  return recordProposal(tx, actor, {
    kind: 'ACCOUNT_MOVE',
    subjectId: input.userId,
    detail: { label, before, after: place.value },
    reason: input.reason,
  })
})

/**
 * Proposes to enable an account again, to give it a new one-time password, or to take away the second factor of a lost
 * telephone.
 *
 * An administrator who forgot his password or lost his telephone gets a new one on the server (`npm run admin:create -- --reissue`), so that none of
 * the three can come by the account of another here.
 *
 * @returns err NOT_FOUND, OWN_ACCOUNT, ACCOUNT_DISABLED, ACCOUNT_ACTIVE, ADMINISTRATOR_BY_COMMAND, FACTOR_NONE,
 *          CHANGE_PENDING
 */
export const requestForAccount = write('change.propose', async (tx, actor, input: AccountRequestInput) => {
  const { userId, kind, reason } = input
  const found = await subjectOf(tx, actor, userId)
  if (!found.ok) return found
  const { label, facts, secondFactor } = found.value
  const enable = kind === 'ACCOUNT_ENABLE'
  if (enable !== facts.disabled) return err({ code: enable ? 'ACCOUNT_ACTIVE' : 'ACCOUNT_DISABLED' })
  if (!enable && isAdministrator(facts.role)) return err({ code: 'ADMINISTRATOR_BY_COMMAND' })
  if (kind === 'ACCOUNT_RESET_FACTOR') {
    if (!secondFactor) return err({ code: 'FACTOR_NONE' })
    const detail = { label, before: { ...facts, secondFactor }, after: { ...facts, secondFactor: false } }
    return recordProposal(tx, actor, { kind, subjectId: userId, detail, reason })
  }
  return recordProposal(tx, actor, {
    kind,
    subjectId: userId,
    detail: {
      label,
      before: facts,
      after: enable ? { ...facts, disabled: false } : null,
    },
    reason,
  })
})

/** A hash nothing fits: the account waits for its one-time password. */
const nothingFits = () => `scrypt$${randomBytes(16).toString('base64')}$${randomBytes(32).toString('base64')}`

type Change = Readonly<{ kind: ChangeKind; subjectId: string | null; districtId: string }>

/**
 * Does what an approved change of an account says, in the transaction of its approval. Whatever it rested on is checked again.
 *
 * @returns the account's id; err CHANGE_STALE, USERNAME_TAKEN, PERSON_HAS_ACCOUNT, STEWARD_HAS_PROJECTS, LAST_ADMINISTRATOR and
 *          those of a unit
 */
export async function applyAccountChange(
  tx: Tx,
  change: Change,
  detail: ChangeDetail,
  now: Date,
): Promise<Result<string>> {
  if (change.kind === 'ACCOUNT_CREATE') return createAccount(tx, change.districtId, detail, now)
  const user = change.subjectId && (await lockAccount(tx, change.districtId, change.subjectId))
  const facts = user && { ...user.facts, secondFactor: user.secondFactor }
  if (!facts || !detail.before || staleFacts(detail.before, facts).length > 0)
    return err({ code: 'CHANGE_STALE', label: detail.label })
  if (change.kind === 'ACCOUNT_RESET_FACTOR') {
    await forgetFactor(tx, user.id)
    // Whoever tried in vain with the lost one begins anew at once.
    await forgetFailures(tx, user.username)
  } else if (BRINGS_PASSWORD.has(change.kind)) {
    await tx.user.update({
      where: { id: user.id },
      data: {
        disabledAt: null,
        passwordHash: nothingFits(),
        mustChangePassword: true,
        passwordExpiresAt: null,
        version: { increment: 1 },
      },
    })
  } else {
    const moved = await move(tx, change.districtId, user.id, user.personId, user.facts.role, detail)
    if (!moved.ok) return moved
  }
  // What somebody may do has changed: he signs in anew.
  await tx.session.updateMany({ where: { userId: user.id, revokedAt: null }, data: { revokedAt: now } })
  return ok(user.id)
}

/** The place a change names, looked up again by what it kept. */
const placeAgain = (tx: Tx, districtId: string, after: NonNullable<ChangeDetail['after']>) =>
  placeOf(tx, districtId, {
    role: after.role as Role,
    unitId: after.orgId as string | null,
    enterprise: after.unit as string | null,
  })

async function move(tx: Tx, districtId: string, userId: string, personId: string, role: Role, detail: ChangeDetail) {
  const place = await placeAgain(tx, districtId, detail.after ?? {})
  if (!place.ok) return place
  if (place.value.role !== role) {
    const refusal = await leavingRefused(tx, userId)
    if (refusal) return err(refusal)
  }
  const { orgId, enterpriseId } = place.value
  await tx.user.update({
    where: { id: userId },
    data: { role: place.value.role, orgId, enterpriseId, version: { increment: 1 } },
  })
  await tx.person.update({ where: { id: personId }, data: { orgId, enterpriseId, version: { increment: 1 } } })
  return ok(null)
}

async function createAccount(tx: Tx, districtId: string, detail: ChangeDetail, now: Date): Promise<Result<string>> {
  const after = detail.after ?? {}
  const username = String(after.username)
  if (await tx.user.findUnique({ where: { username }, select: { id: true } })) return err({ code: 'USERNAME_TAKEN' })
  const [known, name] = [after.personId as string | null, String(after.name)]
  const phone = after.phone as string | null
  const free = await personFor(tx, districtId, { personId: known ?? undefined, name, phone })
  if (!free.ok) return free
  const place = await placeAgain(tx, districtId, after)
  if (!place.ok) return place
  const { role, orgId, enterpriseId } = place.value
  const filled = {
    orgId,
    enterpriseId,
    ...(phone ? { phone } : {}),
    ...(after.title ? { title: String(after.title) } : {}),
  }
  const { id: personId } = known
    ? await tx.person.update({ where: { id: known }, data: { ...filled, version: { increment: 1 } } })
    : await tx.person.create({ data: { districtId, name, ...filled, searchText: personSearchText({ name }) } })
  const { id } = await tx.user.create({
    data: {
      districtId,
      username,
      role,
      personId,
      orgId,
      enterpriseId,
      passwordHash: nothingFits(),
      mustChangePassword: true,
      passwordChangedAt: now,
      createdAt: now,
    },
    select: { id: true },
  })
  return ok(id)
}
