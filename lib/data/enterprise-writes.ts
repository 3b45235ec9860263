import 'server-only'
import { type Actor, allows } from '@/lib/domain/access'
import {
  CREDIT_FIELDS,
  type CreditFacts,
  ENTERPRISE_FIELDS,
  type EnterpriseFacts,
  type EnterpriseField,
  type EnterpriseSize,
  type EnterpriseState,
  type Industry,
  OFFICE_FIELDS,
} from '@/lib/domain/enterprise'
import { fenOfWan } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, type Failure, gathered, ok, type Result } from '@/lib/domain/result'
import type { EnterpriseCreateInput, EnterpriseEditInput, EnterpriseOpenInput } from '@/lib/schemas/enterprise'
import { unitCandidates } from './candidates'
import { toDb } from './date'
import type { Tx } from './db'
import { creditColumns, creditOf, type FactRecord, factColumns, factsOfEnterprise } from './enterprise-facts'
import { findEnterpriseNamed } from './enterprise-people'
import { namesOfIds } from './names'
import { enterpriseSearchText } from './search-text'
import { visibleEnterprises } from './visible-enterprises'
import { write } from './write'

/** Facts as columns of the row. */
export const columnsOf = (facts: EnterpriseFacts, aliases: readonly string[]) => ({
  name: facts.name,
  creditCode: facts.creditCode || null,
  size: (facts.size || null) as EnterpriseSize | null,
  industry: (facts.industry || null) as Industry | null,
  streetId: facts.streetId || null,
  address: facts.address || null,
  foundedOn: facts.foundedOn ? toDb(facts.foundedOn as PlainDate) : null,
  employees: facts.employees === '' ? null : Number(facts.employees),
  aboveScale: facts.aboveScale === '1',
  highTech: facts.highTech === '1',
  specialised: facts.specialised === '1',
  state: facts.state as EnterpriseState,
  searchText: enterpriseSearchText({ name: facts.name, aliases, creditCode: facts.creditCode || null }),
})

/** Whether facts fit the district and the day; another enterprise of the same code or name is named, so that it can be opened. */
async function refuse(
  tx: Tx,
  { districtId }: Actor,
  facts: Pick<EnterpriseFacts, 'name' | 'creditCode' | 'streetId' | 'foundedOn'>,
  changed: (field: EnterpriseField) => boolean,
  today: PlainDate,
  selfId: string | null,
): Promise<Failure | null> {
  const other = { districtId, ...(selfId && { id: { not: selfId } }) }
  const sameCode =
    changed('creditCode') && facts.creditCode
      ? await tx.enterprise.findFirst({ where: { ...other, creditCode: facts.creditCode }, select: { name: true } })
      : null
  const named = changed('name') ? await findEnterpriseNamed(tx, districtId, facts.name) : null
  const street =
    changed('streetId') && facts.streetId
      ? await tx.org.count({ where: { ...unitCandidates(districtId, 'STREET'), id: facts.streetId } })
      : 1
  return gathered(
    sameCode && { code: 'CREDIT_CODE_TAKEN', name: sameCode.name, field: 'creditCode' },
    named && named.id !== selfId ? { code: 'ENTERPRISE_NAME_TAKEN', name: named.name, field: 'name' } : null,
    street === 0 ? { code: 'STREET_MISSING' } : null,
    facts.foundedOn > today ? { code: 'FOUNDED_AHEAD', field: 'foundedOn', today } : null,
  )
}

/**
 * Enters an enterprise in the register 新增企业.
 *
 * @returns err CREDIT_CODE_TAKEN, ENTERPRISE_NAME_TAKEN, ENTERPRISE_LIKE (a row whose name says the same; asked once),
 *          STREET_MISSING, FOUNDED_AHEAD
 */
export const createEnterprise = write('enterprise.create', async (tx, actor, input: EnterpriseCreateInput, today) => {
  const { confirm, ...typed } = input
  const facts: EnterpriseFacts = { ...typed, aboveScale: '', highTech: '', specialised: '', state: 'ACTIVE' }
  const wrong = await refuse(tx, actor, facts, () => true, today, null)
  if (wrong) return err(wrong)
  const { districtId } = actor
  const like = await tx.$queryRaw<{ name: string; creditCode: string | null }[]>`
    SELECT "name", "creditCode" FROM "Enterprise"
    WHERE "districtId" = ${districtId}::uuid AND "nameKey" <> '' AND "nameKey" = enterprise_key(${facts.name})
    ORDER BY "name" LIMIT 20`
  const twin = like.find((row) => !(row.creditCode && facts.creditCode))
  if (twin && twin.name !== confirm)
    return err({ code: 'ENTERPRISE_LIKE', name: twin.name, field: 'name', confirm: twin.name })
  const { id } = await tx.enterprise.create({
    data: { districtId, ...columnsOf(facts, []) },
    select: { id: true },
  })
  return ok({ value: { enterpriseId: id }, subject: id, detail: { name: facts.name } })
})

/** Locks an enterprise of the actor's sight; err NOT_FOUND, FORBIDDEN, CONFLICT with the version now. */
async function lockEnterprise(
  tx: Tx,
  actor: Actor,
  action: 'enterprise.edit' | 'enterprise.open',
  input: Readonly<{ enterpriseId: string; version: number }>,
): Promise<Result<FactRecord>> {
  const where = { AND: [{ id: input.enterpriseId }, visibleEnterprises(actor)] }
  const seen = await tx.enterprise.findFirst({ where, select: { id: true } })
  if (!seen) return err({ code: 'NOT_FOUND' })
  await tx.$queryRaw`SELECT 1 FROM "Enterprise" WHERE id = ${seen.id}::uuid FOR UPDATE`
  const row = await tx.enterprise.findFirst({ where, select: factColumns })
  if (!row) return err({ code: 'NOT_FOUND' })
  const scope = {
    districtId: actor.districtId,
    stewardId: null,
    leaderId: null,
    taskforceId: null,
    streetId: row.streetId,
    enterpriseId: row.id,
    agencyIds: [],
  }
  if (!allows(actor, action, scope)) return err({ code: 'FORBIDDEN', action })
  return row.version === input.version ? ok(row) : err({ code: 'CONFLICT', version: row.version })
}

/** What the form says, over what stands; fields it does not ask, or that are not the actor's to say, stay. */
function typedFacts(actor: Actor, input: EnterpriseEditInput, before: EnterpriseFacts): EnterpriseFacts {
  const asked = (field: EnterpriseField): boolean => {
    if (OFFICE_FIELDS.has(field) && actor.role === 'CONTACT') return false
    return field === 'aboveScale' || field === 'highTech' || field === 'specialised' ? input.standings === '1' : true
  }
  return Object.fromEntries(
    ENTERPRISE_FIELDS.map((field) => [field, asked(field) ? (input[field] ?? before[field]) : before[field]]),
  ) as EnterpriseFacts
}

/** What is confidential as columns of its row. */
export const creditColumnsOf = (facts: CreditFacts, today: PlainDate) => {
  const answer = (text: string): boolean | null => (text === '' ? null : text === 'yes')
  return {
    year: facts.year ? Number(facts.year) : null,
    revenueFen: facts.revenueWan ? fenOfWan(facts.revenueWan) : null,
    taxFen: facts.taxWan ? fenOfWan(facts.taxWan) : null,
    grade: facts.grade || null,
    dishonest: answer(facts.dishonest),
    abnormal: answer(facts.abnormal),
    checkedOn: toDb(today),
  }
}

/** Facts as the log tells them: units by name. What is confidential is never told, only that it changed. */
async function toldOf(tx: Tx, facts: EnterpriseFacts, fields: readonly EnterpriseField[]) {
  const names = await namesOfIds(tx, [facts.streetId])
  return Object.fromEntries(
    fields.map((field) => [field, field === 'streetId' ? (names[facts.streetId] ?? facts.streetId) : facts[field]]),
  )
}

/**
 * Says anew what an enterprise is 修改企业信息: the office of each, an enterprise of itself what is its own to say.
 *
 * What is confidential is written to its own row, and the log says of it that it changed, not what it is.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, NO_CHANGE, CREDIT_CODE_TAKEN, ENTERPRISE_NAME_TAKEN, STREET_MISSING,
 *          FOUNDED_AHEAD, YEAR_MISSING
 */
export const editEnterprise = write('enterprise.edit', async (tx, actor, input: EnterpriseEditInput, today) => {
  const locked = await lockEnterprise(tx, actor, 'enterprise.edit', input)
  if (!locked.ok) return locked
  const row = locked.value
  const before = factsOfEnterprise(row)
  const after = typedFacts(actor, input, before)
  const changed = ENTERPRISE_FIELDS.filter((field) => after[field] !== before[field])
  const wrong = await refuse(tx, actor, after, (field) => changed.includes(field), today, row.id)
  if (wrong) return err(wrong)
  const stored = await tx.enterpriseCredit.findUnique({ where: { enterpriseId: row.id }, select: creditColumns })
  const creditBefore = creditOf(stored)
  const credit = input.credit ?? creditBefore
  if ((credit.revenueWan || credit.taxWan) && !credit.year) return err({ code: 'YEAR_MISSING', field: 'credit.year' })
  const creditChanged = CREDIT_FIELDS.filter((field) => credit[field] !== creditBefore[field])
  if (changed.length + creditChanged.length === 0) return err({ code: 'NO_CHANGE' })
  // A former name is one it still goes by.
  const aliases = after.name === before.name ? row.aliases : [...new Set([...row.aliases, before.name])]
  await tx.enterprise.update({
    where: { id: row.id },
    data: {
      ...columnsOf(after, aliases),
      aliases: aliases.filter((name) => name !== after.name),
      version: { increment: 1 },
    },
  })
  if (creditChanged.length > 0) {
    const data = creditColumnsOf(credit, today)
    await tx.enterpriseCredit.upsert({
      where: { enterpriseId: row.id },
      create: { enterpriseId: row.id, ...data },
      update: data,
    })
  }
  return ok({
    value: { enterpriseId: row.id },
    subject: row.id,
    detail: {
      before: await toldOf(tx, before, changed),
      after: await toldOf(tx, after, changed),
      ...(creditChanged.length > 0 && { confidential: creditChanged }),
    },
  })
})

/**
 * Lets the steward of its project see what is confidential of an enterprise, or no longer 授权管家查看资信; the enterprise's own word.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT
 */
export const openToSteward = write('enterprise.open', async (tx, actor, input: EnterpriseOpenInput) => {
  const locked = await lockEnterprise(tx, actor, 'enterprise.open', input)
  if (!locked.ok) return locked
  const { id } = locked.value
  const opensToSteward = input.open === 'yes'
  await tx.enterprise.update({ where: { id }, data: { opensToSteward, version: { increment: 1 } } })
  return ok({ value: { enterpriseId: id }, subject: id, detail: { after: { opensToSteward: input.open } } })
})
