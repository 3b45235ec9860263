import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { ROLES } from '@/lib/domain/access'
import { checkSignOf } from '@/lib/domain/credit-code'
import { enterpriseKey } from '@/lib/domain/enterprise-name'
import { on } from '@/lib/domain/plain-date'
import {
  type EnterpriseEditInput,
  type EnterpriseMergeInput,
  enterpriseCreate,
  enterpriseEdit,
  enterpriseFilter,
  enterpriseMerge,
} from '@/lib/schemas/enterprise'
import { jobFilter } from '@/lib/schemas/job'
import { outboundFilter } from '@/lib/schemas/outbound'
import { toDb } from './date'
import { db } from './db'
import { addUser } from './district.fixture'
import { findEnterprise, mergedIntoOf } from './enterprise-detail'
import { listDuplicates } from './enterprise-duplicates'
import { listAllEnterprises, listEnterprises } from './enterprise-list'
import { mergeEnterprises, previewMerge } from './enterprise-merge'
import { findOrCreateEnterprise } from './enterprise-people'
import { createEnterprise, editEnterprise, openToSteward } from './enterprise-writes'
import { type IssueDistrict, makeIssueDistrict } from './issue.fixture'
import { listAllJobs } from './job-list'
import { listAllOutbound } from './outbound-list'
import { search } from './search'
import { orgSearchText } from './search-text'

const TODAY = on('2026-11-23')
const options = { today: TODAY }
const codeOf = (nth: number) => {
  const body = `91410103TEX${String(nth).padStart(6, '0')}`
  return `${body}${checkSignOf(body)}`
}

let d: IssueDistrict
let streetId = ''
let made = 0
const asked = (rest: object = {}) => ({ ...enterpriseFilter.parse({}), state: 'all' as const, ...rest })
const named = async (name: string, rest: object = {}) =>
  db.enterprise.create({
    data: { districtId: d.districtId, name, searchText: name.toLowerCase(), ...rest },
    select: { id: true, version: true },
  })
const as = (role: Actor['role'], rest: object = {}) => ({ ...d.office, role, orgId: null, ...rest }) as Actor
const namesFor = async (actor: Actor, rest: object = {}) =>
  (await listEnterprises(actor, asked(rest))).rows.map(({ name }) => name).toSorted()
const create = (rest: object, actor: Actor = d.office) =>
  createEnterprise(actor, enterpriseCreate.parse({ name: `企业${++made}`, ...rest }), options)
const edit = (actor: Actor, id: string, version: number, rest: object = {}) =>
  editEnterprise(actor, enterpriseEdit.parse({ enterpriseId: id, version, ...rest }) as EnterpriseEditInput, options)
const merge = (stays: { id: string; version: number }, goes: { id: string; version: number }, rest: object = {}) =>
  mergeEnterprises(
    d.office,
    enterpriseMerge.parse({
      staysId: stays.id,
      goesId: goes.id,
      staysVersion: stays.version,
      goesVersion: goes.version,
      sure: '1',
      ...rest,
    }) as EnterpriseMergeInput,
    options,
  )
const failed = (answer: { ok: boolean; error?: unknown }) => (answer.ok ? null : answer.error)

beforeEach(async () => {
  d = await makeIssueDistrict()
  const name = '马寨镇'
  const street = await db.org.create({
    data: {
      districtId: d.districtId,
      kind: 'STREET',
      name,
      shortName: name,
      searchText: orgSearchText({ name, shortName: name }),
    },
  })
  streetId = street.id
})

describe('the register', () => {
  test('the key of a name is the same in the database as in the rule', async () => {
    const names = [
      '河南省郑州市致政家居（集团）股份有限公司',
      '致政家居(郑州)有限责任公司',
      'ＡＢＣ·科技 有限公司',
      '二七区“老王”面馆',
      '城市之光/餐饮_管理&公司',
      '上海市超大市场有限公司',
    ]
    for (const name of names) await named(name)
    const rows = await db.enterprise.findMany({ where: { districtId: d.districtId, name: { in: names } } })
    expect(rows.map(({ nameKey }) => nameKey)).toEqual(rows.map(({ name }) => enterpriseKey(name)))
  })

  test('a code is kept in capitals and belongs to one; a name that says the same is asked about once', async () => {
    const first = await create({ name: '郑州岚川商贸有限公司', creditCode: codeOf(1).toLowerCase() })
    expect(first.ok).toBe(true)
    const row = await db.enterprise.findFirstOrThrow({
      where: { districtId: d.districtId, name: '郑州岚川商贸有限公司' },
    })
    expect([row.creditCode, row.searchText.includes(codeOf(1).toLowerCase())]).toEqual([codeOf(1), true])
    expect(failed(await create({ creditCode: codeOf(1) }))).toMatchObject({
      code: 'CREDIT_CODE_TAKEN',
      name: '郑州岚川商贸有限公司',
    })
    expect(failed(await create({ name: '郑州岚川商贸有限公司' }))).toMatchObject({ code: 'ENTERPRISE_NAME_TAKEN' })
    const like = { name: '郑州市岚川商贸有限责任公司' }
    expect(failed(await create(like))).toMatchObject({ code: 'ENTERPRISE_LIKE', confirm: '郑州岚川商贸有限公司' })
    expect((await create({ ...like, confirm: '郑州岚川商贸有限公司' })).ok).toBe(true)
    // Two that have codes, and not the same, are two.
    expect(
      (await create({ name: '郑州岚川商贸公司', creditCode: codeOf(2), confirm: '郑州市岚川商贸有限责任公司' })).ok,
    ).toBe(true)
    expect(failed(await create({ foundedOn: '2026-12-01' }))).toMatchObject({ code: 'FOUNDED_AHEAD' })
  })

  test('an enterprise says of itself what is its own, the office the rest; nobody writes over what he has not seen', async () => {
    const { enterpriseId } = d
    expect(
      (await edit(d.contact, enterpriseId, 1, { name: '改了名', size: 'SMALL', employees: '1,200', aboveScale: '1' }))
        .ok,
    ).toBe(true)
    const row = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })
    expect([row.name, row.size, row.employees, row.aboveScale]).toEqual(['鲜达优选', 'SMALL', 1_200, false])
    expect(failed(await edit(d.office, enterpriseId, 1, { size: 'MICRO' }))).toMatchObject({
      code: 'CONFLICT',
      version: 2,
    })
    const office = { name: '鲜达优选食品', size: 'SMALL', employees: '1200', standings: '1', highTech: '1' }
    expect((await edit(d.office, enterpriseId, 2, office)).ok).toBe(true)
    const after = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })
    expect([after.name, after.aliases, after.highTech]).toEqual(['鲜达优选食品', ['鲜达优选'], true])
    const other = await named('别家')
    expect(failed(await edit(d.contact, other.id, 1, { size: 'MICRO' }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(failed(await edit(d.steward, enterpriseId, 3, { size: 'MICRO' }))).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('what is confidential', () => {
  const SECRET = '98765.43'
  const credit = { year: '2025', revenueWan: SECRET, taxWan: '123.45', grade: 'B', dishonest: 'yes' }

  test('is the office’s, the enterprise’s own, and its steward’s where it agreed; in no list, no export, no log', async () => {
    const { enterpriseId } = d
    expect(failed(await edit(d.office, enterpriseId, 1, { credit: { revenueWan: '5' } }))).toMatchObject({
      code: 'YEAR_MISSING',
    })
    expect((await edit(d.office, enterpriseId, 1, { credit })).ok).toBe(true)
    const seen = async (actor: Actor) => (await findEnterprise(actor, enterpriseId))?.credit ?? null
    expect(await seen(d.office)).toMatchObject(credit)
    expect(await seen(d.contact)).toMatchObject(credit)
    expect(await seen(d.steward)).toBeNull()
    for (const role of ROLES.filter((r) => !['OFFICE', 'CONTACT', 'STEWARD'].includes(r)))
      expect([role, await seen(as(role, { orgId: d.teamId }))]).toEqual([role, null])
    expect((await openToSteward(d.contact, { enterpriseId, version: 2, open: 'yes' }, options)).ok).toBe(true)
    expect(await seen(d.steward)).toMatchObject({ revenueWan: SECRET })
    expect((await openToSteward(d.contact, { enterpriseId, version: 3, open: 'no' }, options)).ok).toBe(true)
    expect(await seen(d.steward)).toBeNull()
    expect(failed(await openToSteward(d.office, { enterpriseId, version: 4, open: 'yes' }, options))).toMatchObject({
      code: 'FORBIDDEN',
    })
    const lists = JSON.stringify(
      [
        await listEnterprises(d.office, asked()),
        await listAllEnterprises(d.office, asked(), 100),
        await db.auditEntry.findMany({ where: { districtId: d.districtId } }),
      ],
      (_, value) => (typeof value === 'bigint' ? String(value) : value),
    )
    expect(lists).not.toContain('98765')
    expect(lists).toContain('revenueWan')
    expect(lists).not.toContain('123.45')
  })
})

describe('who sees which enterprises', () => {
  test('one clause for lists, counts, exports and searches, in every role', async () => {
    await db.project.update({ where: { id: d.projectId }, data: { streetId: null } })
    await named('街上一家', { streetId })
    await named('远处一家')
    const everyone = ['街上一家', '远处一家', '鲜达优选'].toSorted()
    const mine = ['鲜达优选']
    const cases: readonly (readonly [Actor, readonly string[]])[] = [
      [as('HEAD'), everyone],
      [as('LEADER'), everyone],
      [d.office, everyone],
      [as('DISCIPLINE'), everyone],
      [as('BIZENV'), everyone],
      [d.taskforce, mine],
      [as('TASKFORCE', { orgId: streetId }), []],
      [d.steward, mine],
      [d.successor, []],
      [d.contact, mine],
      [as('CONTACT', { enterpriseId: null }), []],
      [d.agency, mine],
      [d.head, mine],
      [as('AGENCY', { orgId: d.teamId }), []],
      [as('STREET', { orgId: streetId }), ['街上一家']],
      [as('BANK'), []],
      [as('SYSADMIN'), []],
      [as('SECADMIN'), []],
      [as('AUDITOR'), []],
    ]
    expect(new Set(cases.map(([{ role }]) => role)).size).toBe(15)
    for (const [actor, names] of cases) {
      const page = await listEnterprises(actor, asked())
      const exported = await listAllEnterprises(actor, asked(), 100)
      const found = await search(
        actor,
        { q: '一家', kind: 'units', page: 1, enterprise: undefined } as Parameters<typeof search>[1],
        TODAY,
      )
      const firms = found.units.hits.flatMap((hit) => (hit.kind === 'ENTERPRISE' ? [hit.name] : []))
      expect([actor.role, page.rows.map(({ name }) => name).toSorted()]).toEqual([actor.role, names])
      expect([actor.role, page.total, page.counts.all, exported.total]).toEqual([
        actor.role,
        ...Array(3).fill(names.length),
      ])
      expect([actor.role, firms.toSorted()]).toEqual([actor.role, names.filter((name) => name.endsWith('一家'))])
    }
  })

  test('an agency’s handler reads a card', async () => {
    await db.enterprise.update({ where: { id: d.enterpriseId }, data: { address: '甲路1号', employees: 30 } })
    expect(await findEnterprise(d.agency, d.enterpriseId)).toMatchObject({ card: true, address: null, employees: null })
    expect(await findEnterprise(d.head, d.enterpriseId)).toMatchObject({
      card: false,
      address: '甲路1号',
      employees: 30,
    })
  })

  test('conditions of the list', async () => {
    await named('有街道', {
      streetId,
      industry: 'TRADE',
      size: 'MICRO',
      highTech: true,
      foundedOn: toDb(on('2026-03-01')),
    })
    await named('注销了', { state: 'CLOSED' })
    expect(await namesFor(d.office, { street: streetId })).toEqual(['有街道'])
    expect(await namesFor(d.office, { industry: 'TRADE', size: 'MICRO', standing: 'highTech' })).toEqual(['有街道'])
    expect(await namesFor(d.office, { from: on('2026-01-01'), to: on('2026-12-31') })).toEqual(['有街道'])
    expect(await namesFor(d.office, { state: 'gone' })).toEqual(['注销了'])
    expect(await namesFor(d.office, { has: 'projects' })).toEqual(['鲜达优选'])
    expect(await namesFor(d.office, { has: 'issues' })).toEqual([])
    expect(await namesFor(d.office, { taskforce: d.teamId })).toEqual(['鲜达优选'])
  })
})

describe('a merge', () => {
  const open = async () => {
    const stays = await named('郑州岚川商贸有限公司', { creditCode: codeOf(7), size: 'SMALL' })
    const goes = await named('岚川商贸', { size: 'MICRO', employees: 12, aliases: ['老岚川'] })
    const { districtId } = d
    await db.project.update({ where: { id: d.projectId }, data: { enterpriseId: goes.id } })
    const person = await addUser(districtId, 'CONTACT', '钱经理', null)
    await db.user.update({ where: { id: person.userId }, data: { enterpriseId: goes.id } })
    await db.jobNeed.create({
      data: { districtId, enterpriseId: goes.id, post: '焊工', number: 3, raisedOn: toDb(TODAY) },
    })
    await db.outboundCase.create({
      data: { districtId, enterpriseId: goes.id, kind: 'FILING', amountMinor: 100n, currency: 'USD', on: toDb(TODAY) },
    })
    const rating = {
      districtId,
      table: 'STEWARD',
      month: '2026-10',
      stars: 4,
      on: toDb(on('2026-10-15')),
      personId: person.personId,
    } as const
    for (const enterpriseId of [stays.id, goes.id])
      await db.rating.create({ data: { ...rating, enterpriseId, subjectId: d.steward.personId } })
    await db.rating.create({ data: { ...rating, enterpriseId: goes.id, subjectId: d.successor.personId } })
    return { stays, goes }
  }

  test('is proposed, says what it will do, and does just that', async () => {
    const { stays, goes } = await open()
    await named('郑州别的商贸有限公司')
    const pairs = await listDuplicates(d.office)
    expect(pairs.map(({ a, b, reason }) => [[a.name, b.name].toSorted(), reason])).toEqual([
      [['岚川商贸', '郑州岚川商贸有限公司'].toSorted(), 'CONTAINED'],
    ])
    const preview = await previewMerge(d.office, stays.id, goes.id)
    expect(preview?.disputed).toEqual(['name', 'size'])
    expect(preview?.accounts).toBe(1)
    expect(preview?.moves).toEqual([
      { table: 'JobNeed', n: 1, twice: 0 },
      { table: 'OutboundCase', n: 1, twice: 0 },
      { table: 'Project', n: 1, twice: 0 },
      { table: 'Rating', n: 2, twice: 1 },
      { table: 'User', n: 1, twice: 0 },
    ])
    expect(failed(await merge(stays, goes, { sure: '' }))).toMatchObject({ code: 'MERGE_UNSURE' })
    expect(failed(await merge({ ...stays, version: 9 }, goes))).toMatchObject({ code: 'ENTERPRISES_CHANGED' })
    expect((await merge(stays, goes, { chosen: { size: 'goes' } })).ok).toBe(true)
    expect(await db.enterprise.findUnique({ where: { id: goes.id } })).toBeNull()
    const row = await db.enterprise.findUniqueOrThrow({ where: { id: stays.id } })
    expect([row.name, row.size, row.employees, row.creditCode, row.aliases]).toEqual([
      '郑州岚川商贸有限公司',
      'MICRO',
      12,
      codeOf(7),
      ['老岚川', '岚川商贸'],
    ])
    expect(await db.rating.count({ where: { enterpriseId: stays.id } })).toBe(2)
    expect(await db.project.count({ where: { enterpriseId: stays.id } })).toBe(1)
    expect(await mergedIntoOf(d.office, goes.id)).toBe(stays.id)
    expect(await mergedIntoOf(as('BANK'), goes.id)).toBeNull()
    const page = await findEnterprise(d.office, stays.id)
    expect(page?.merged).toEqual([{ name: '岚川商贸', on: TODAY }])
    // Ledgers and searches still find it by its other name.
    expect(await db.$transaction((tx) => findOrCreateEnterprise(tx, d.districtId, '岚川商贸'))).toBe(stays.id)
    expect(await namesFor(d.office, { q: '老岚川' })).toEqual(['郑州岚川商贸有限公司'])
    // What was left out of it is kept with the merge.
    const { gone } = await db.enterpriseMerge.findUniqueOrThrow({ where: { goneId: goes.id } })
    expect(gone).toMatchObject({ left: { Rating: [expect.objectContaining({ stars: 4 })] } })
    expect(failed(await merge(stays, goes))).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('two with different codes are made one only by whoever has looked them up', async () => {
    const stays = await named('郑州同名铸造有限公司', { creditCode: codeOf(21) })
    const goes = await named('郑州另码锻造有限公司', { creditCode: codeOf(22) })
    expect(failed(await merge(stays, goes))).toMatchObject({ code: 'MERGE_CODES_DIFFER', field: 'codes' })
    expect((await merge(stays, goes, { codes: '1' })).ok).toBe(true)
  })

  test('moves what came after it was written, and history that nobody may change otherwise', async () => {
    const { stays, goes } = await open()
    await db.$executeRawUnsafe(
      'CREATE TABLE IF NOT EXISTS "LaterNoun" ("id" uuid PRIMARY KEY DEFAULT gen_random_uuid(), "enterpriseId" uuid NOT NULL REFERENCES "Enterprise"("id"))',
    )
    await db.$executeRawUnsafe(
      'CREATE OR REPLACE TRIGGER history_rows BEFORE UPDATE OR DELETE ON "LaterNoun" FOR EACH ROW EXECUTE FUNCTION history_append_only()',
    )
    await db.$executeRaw`INSERT INTO "LaterNoun" ("enterpriseId") VALUES (${goes.id}::uuid)`
    await expect(db.$executeRaw`UPDATE "LaterNoun" SET "enterpriseId" = ${stays.id}::uuid`).rejects.toThrow()
    expect((await previewMerge(d.office, stays.id, goes.id))?.moves).toContainEqual({
      table: 'LaterNoun',
      n: 1,
      twice: 0,
    })
    expect((await merge(stays, goes)).ok).toBe(true)
    const rows = await db.$queryRaw`SELECT "enterpriseId" FROM "LaterNoun" WHERE "enterpriseId" = ${stays.id}::uuid`
    expect(rows).toHaveLength(1)
    // A second merge takes the first along.
    const third = await named('郑州岚川商贸总店')
    const now = await db.enterprise.findUniqueOrThrow({ where: { id: stays.id } })
    expect((await merge(third, now)).ok).toBe(true)
    expect(await mergedIntoOf(d.office, goes.id)).toBe(third.id)
    await db.$executeRawUnsafe('DROP TABLE "LaterNoun"')
  })

  test('is refused in words where both have something that can be there once and has rows of its own', async () => {
    const { stays, goes } = await open()
    await db.$executeRawUnsafe(
      'CREATE TABLE "OnceNoun" ("id" uuid PRIMARY KEY DEFAULT gen_random_uuid(), "enterpriseId" uuid NOT NULL UNIQUE REFERENCES "Enterprise"("id"))',
    )
    await db.$executeRawUnsafe('CREATE TABLE "OnceChild" ("of" uuid REFERENCES "OnceNoun"("id"))')
    await db.$executeRaw`INSERT INTO "OnceNoun" ("enterpriseId") VALUES (${goes.id}::uuid), (${stays.id}::uuid)`
    await db.$executeRaw`INSERT INTO "OnceChild" SELECT "id" FROM "OnceNoun"`
    expect(failed(await merge(stays, goes))).toEqual({ code: 'MERGE_BLOCKED', table: 'OnceNoun' })
    expect(await db.enterprise.count({ where: { id: { in: [stays.id, goes.id] } } })).toBe(2)
    expect(await db.project.count({ where: { enterpriseId: goes.id } })).toBe(1)
    await db.$executeRawUnsafe('DROP TABLE "OnceChild", "OnceNoun"')
  })

  test('keeps the confidential facts there are, or those that were chosen', async () => {
    const { stays, goes } = await open()
    await db.enterpriseCredit.create({ data: { enterpriseId: goes.id, year: 2025, grade: 'C' } })
    expect((await merge(stays, goes)).ok).toBe(true)
    expect(await db.enterpriseCredit.findUnique({ where: { enterpriseId: stays.id } })).toMatchObject({ grade: 'C' })
    const third = await named('第三家')
    await db.enterpriseCredit.create({ data: { enterpriseId: third.id, year: 2025, grade: 'A' } })
    const now = await db.enterprise.findUniqueOrThrow({ where: { id: stays.id } })
    expect((await previewMerge(as('BIZENV'), stays.id, third.id))?.stays.credit).toBeNull()
    expect((await merge(now, third, { credit: 'goes' })).ok).toBe(true)
    expect(await db.enterpriseCredit.findUnique({ where: { enterpriseId: stays.id } })).toMatchObject({ grade: 'A' })
  })

  test('only those who keep the register merge', async () => {
    const { stays, goes } = await open()
    expect(await previewMerge(d.steward, stays.id, goes.id)).toBeNull()
    expect(await listDuplicates(d.leader)).toEqual([])
  })
})

test('work and business abroad follow the sight of their enterprise', async () => {
  const far = await named('远处')
  for (const enterpriseId of [d.enterpriseId, far.id]) {
    await db.jobNeed.create({
      data: { districtId: d.districtId, enterpriseId, post: '焊工', number: 3, raisedOn: toDb(TODAY) },
    })
    await db.outboundCase.create({
      data: { districtId: d.districtId, enterpriseId, kind: 'WAREHOUSE', country: 'GB', on: toDb(TODAY) },
    })
  }
  const seen = async (actor: Actor) => [
    (await listAllJobs(actor, { ...jobFilter.parse({}), state: 'all' }, 100)).total,
    (await listAllOutbound(actor, outboundFilter.parse({}), 100)).total,
  ]
  expect(await seen(d.office)).toEqual([2, 2])
  expect(await seen(d.steward)).toEqual([1, 1])
  expect(await seen(d.contact)).toEqual([1, 1])
  for (const role of ['BANK', 'AGENCY', 'SYSADMIN', 'SECADMIN', 'AUDITOR'] as const)
    expect([role, await seen(as(role, { orgId: d.agency.orgId }))]).toEqual([role, [0, 0]])
})
