import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, ROLES } from '@/lib/domain/access'
import type { ResultLine } from '@/lib/domain/financing/result-sheet'
import { addDays, on } from '@/lib/domain/plain-date'
import { SEES_FINANCING } from '@/lib/domain/sight'
import { financingFilter, resultFilter } from '@/lib/schemas/financing'
import { noticeFilter } from '@/lib/schemas/notice'
import { loadBankDay } from './bank-day'
import { saveProduct } from './bank-products'
import { toDb } from './date'
import { db } from './db'
import { addUser, makeDistrict, START, type TestDistrict } from './district.fixture'
import { escalate } from './escalate'
import { amendNeed, startAmend } from './financing-amend'
import { findNeed } from './financing-detail'
import { recommendedRows } from './financing-export-rows'
import { financingFigures } from './financing-figures'
import { findResultImport, holdResults, importResults, undoResults } from './financing-import'
import { financingChoices, listAllResults, listNeeds, listResults } from './financing-list'
import {
  acceptOffer,
  contactOffer,
  diligenceOffer,
  grantOffer,
  payOffer,
  refuseOffer,
  signOffer,
  transferOffer,
} from './financing-offers'
import { keepPaper, readPaper, takePaperBack } from './financing-paper'
import { takeOfferBack } from './financing-undo'
import { checkNeed, consentNeed, fileNeed, recommendNeed, revokeNeed, withdrawNeed } from './financing-writes'
import { countUnseen, listNotices } from './notice-inbox'
import { orgSearchText } from './search-text'

let d: TestDistrict
let contact: Actor
let bank: Actor
let rival: Actor
let enterpriseId = ''
const options = { today: START }
const wan = (n: number) => BigInt(n) * 1_000_000n
const all = financingFilter.parse({ state: 'all' })
const results = resultFilter.parse({})
const year = { from: on('2026-01-01'), to: on('2026-12-31') }

const addBank = async (name: string) => {
  const names = { name, shortName: name }
  const org = await db.org.create({
    data: { districtId: d.districtId, kind: 'BANK', ...names, searchText: orgSearchText(names) },
  })
  return addUser(d.districtId, 'BANK', `${name}经理`, org.id)
}

const typed = {
  purpose: 'EQUIPMENT' as const,
  amountWan: '1200',
  months: 36,
  collateral: 'MORTGAGE' as const,
  collateralText: '设备',
  loansWan: '',
  loansBank: '他行某行',
  banks: [] as string[],
  contactName: '崔敏',
  contactPhone: '13000000834',
}
const must = <T>(answer: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}
const file = async (rest: Partial<Parameters<typeof fileNeed>[1]> = {}) =>
  must(await fileNeed(contact, { ...typed, projectId: d.projectId, ...rest }, options)).needId
const versionOf = async (id: string) => (await db.financingNeed.findUniqueOrThrow({ where: { id } })).version
const passes = { lawful: true, premises: true, genuine: true, credit: true, purpose: true, text: '' }
const check = async (needId: string) =>
  must(await checkNeed(d.office, { needId, version: await versionOf(needId), ...passes }, options))
const recommend = async (needId: string, to: Actor) =>
  must(await recommendNeed(d.office, { needId, version: await versionOf(needId), bankId: to.orgId ?? '' }, options))
const consent = async (needId: string, to: Actor, expiresOn = on('2026-12-31')) =>
  consentNeed(contact, { needId, version: await versionOf(needId), bankId: to.orgId ?? '', expiresOn }, options)
const offerAt = (needId: string, of: Actor) =>
  db.financingOffer.findFirstOrThrow({ where: { needId, bankId: of.orgId ?? '' } })
const about = async (needId: string, of: Actor, rest: object = {}) => {
  const { id, version } = await offerAt(needId, of)
  return { offerId: id, version, text: '', ...rest }
}
/** A need at the bank, recommended and agreed to. */
const atBank = async (rest: Partial<Parameters<typeof fileNeed>[1]> = {}) => {
  const needId = await file(rest)
  await check(needId)
  await recommend(needId, bank)
  must(await consent(needId, bank))
  return needId
}
const takenOn = async (rest: Partial<Parameters<typeof fileNeed>[1]> = {}) => {
  const needId = await atBank(rest)
  must(await acceptOffer(bank, await about(needId, bank), options))
  return needId
}

beforeEach(async () => {
  d = await makeDistrict()
  const enterprise = await db.enterprise.create({
    data: { districtId: d.districtId, name: '科元智控', searchText: '科元智控 keyuan', industry: 'MANUFACTURING' },
  })
  enterpriseId = enterprise.id
  await db.project.update({ where: { id: d.projectId }, data: { enterpriseId } })
  const person = await addUser(d.districtId, 'CONTACT', '崔敏', null)
  await db.user.update({ where: { id: person.userId }, data: { enterpriseId } })
  contact = { ...person, enterpriseId } as Actor
  bank = await addBank('甲行')
  rival = await addBank('乙行')
})

describe('from the need to the money', () => {
  test('files, checks, recommends, agrees, decides, signs, pays, and each figure shows its own level', async () => {
    const needId = await takenOn()
    must(await contactOffer(bank, await about(needId, bank), options))
    must(await diligenceOffer(bank, await about(needId, bank, { text: '看现场' }), options))
    must(
      await grantOffer(
        bank,
        await about(needId, bank, { grantedWan: '1000', rate: 345, reason: 'VALUATION' }),
        options,
      ),
    )
    must(await signOffer(bank, await about(needId, bank, { signedWan: '900' }), options))
    must(await payOffer(bank, await about(needId, bank, { paidWan: '500', payment: 'NEW' }), options))
    must(await payOffer(bank, await about(needId, bank, { paidWan: '100', payment: 'RENEWED' }), options))
    const need = await findNeed(d.office, needId, START)
    expect(need).toMatchObject({ state: 'PAID', amountFen: wan(1_200), level: 'GREEN' })
    expect(need?.offers).toMatchObject([
      { grantedFen: wan(1_000), signedFen: wan(900), paidNewFen: wan(500), paidRenewedFen: wan(100) },
    ])
    const figures = new Map(
      (await financingFigures(d.office, year, { taskforceId: null })).map(({ name, value }) => [name, value]),
    )
    expect(figures.get('financing.applied')).toEqual({ kind: 'money', fen: wan(1_200) })
    expect(figures.get('financing.granted')).toEqual({ kind: 'money', fen: wan(1_000) })
    expect(figures.get('financing.grantRate')).toEqual({ kind: 'share', part: wan(1_000), whole: wan(1_200) })
    expect(figures.get('financing.signed')).toEqual({ kind: 'money', fen: wan(900) })
    expect(figures.get('financing.paidNew')).toEqual({ kind: 'money', fen: wan(500) })
    expect(figures.get('financing.paidRenewed')).toEqual({ kind: 'money', fen: wan(100) })
    expect(figures.get('financing.coverage')).toEqual({ kind: 'share', part: 1n, whole: 1n })
    expect(await versionOf(needId)).toBe(11)
  })

  test('is recommended only once it is checked, and is refused with words where a standard fails', async () => {
    const needId = await file()
    const version = await versionOf(needId)
    expect(await recommendNeed(d.office, { needId, version, bankId: bank.orgId ?? '' }, options)).toMatchObject({
      error: { code: 'FINANCING_NOT_CHECKED' },
    })
    expect(await checkNeed(d.office, { needId, version, ...passes, genuine: false }, options)).toMatchObject({
      error: { code: 'FINANCING_CHECK_TEXT', field: 'text' },
    })
    await db.enterpriseCredit.create({ data: { enterpriseId, dishonest: true } })
    expect(await checkNeed(d.office, { needId, version, ...passes }, options)).toMatchObject({
      error: { code: 'FINANCING_DISHONEST', field: 'credit' },
    })
    must(await checkNeed(d.office, { needId, version, ...passes, credit: false, text: '失信' }, options))
    expect(await findNeed(contact, needId, START)).toMatchObject({ state: 'UNQUALIFIED', check: { credit: false } })
  })

  test('an amount above ten 亿 is asked about, and taken once it is ticked', async () => {
    const asked = await fileNeed(contact, { ...typed, amountWan: '8000000' }, options)
    expect(asked).toMatchObject({ error: { code: 'FINANCING_LIKELY_YUAN', field: 'amountWan' } })
    const confirm = asked.ok ? '' : String(asked.error.confirm)
    expect((await fileNeed(contact, { ...typed, amountWan: '8000000', confirm }, options)).ok).toBe(true)
    const needId = await takenOn({ amountWan: '8000000', confirm })
    const grant = { grantedWan: '8000000', rate: 345 }
    expect(await grantOffer(bank, await about(needId, bank, grant), options)).toMatchObject({
      error: { code: 'FINANCING_LIKELY_YUAN', field: 'grantedWan' },
    })
  })

  test('two banks grant the same need up to what was applied for, and no more', async () => {
    const needId = await takenOn()
    await recommend(needId, rival)
    must(await consent(needId, rival))
    must(await acceptOffer(rival, await about(needId, rival), options))
    const less = { rate: 345, reason: 'VALUATION' as const }
    must(await grantOffer(bank, await about(needId, bank, { grantedWan: '1000', ...less }), options))
    // The office is told what is left; what another bank gives is not a bank's to know.
    const more = { grantedWan: '300', ...less }
    expect(await grantOffer(rival, await about(needId, rival, more), options)).toMatchObject({
      error: { code: 'FINANCING_OVER_OTHERS' },
    })
    const over = await grantOffer(d.office, await about(needId, rival, more), options)
    expect(over).toMatchObject({ error: { code: 'FINANCING_OVER_APPLIED', leftFen: String(wan(200)) } })
    must(await grantOffer(rival, await about(needId, rival, { grantedWan: '200', ...less }), options))
    expect((await listNeeds(d.office, all, START)).sums).toMatchObject({
      appliedFen: wan(1_200),
      grantedFen: wan(1_200),
    })
  })

  test('a need that was passed on waits for the office again', async () => {
    const needId = await takenOn()
    must(await transferOffer(bank, await about(needId, bank, { reason: 'POLICY' }), options))
    expect(await findNeed(d.office, needId, START)).toMatchObject({
      state: 'TRANSFERRED',
      duty: { what: 'RECOMMEND', owner: 'OFFICE' },
    })
    await recommend(needId, rival)
    expect(await findNeed(d.office, needId, START)).toMatchObject({ state: 'RECOMMENDED' })
  })

  test('what somebody else changed meanwhile is seen', async () => {
    const needId = await takenOn()
    const stale = await about(needId, bank)
    must(await contactOffer(bank, stale, options))
    expect(await contactOffer(bank, stale, options)).toMatchObject({ error: { code: 'CONFLICT' } })
  })

  test('a refusal without its reason is no answer', async () => {
    const needId = await takenOn()
    expect(await refuseOffer(bank, await about(needId, bank), options)).toMatchObject({
      error: { code: 'FINANCING_REASON_MISSING', field: 'reason' },
    })
  })

  test('is taken back, and what is signed is not', async () => {
    const needId = await takenOn()
    const withdraw = async (id: string) =>
      withdrawNeed(contact, { needId: id, version: await versionOf(id), text: '不需要了' }, options)
    must(await withdraw(needId))
    expect(await findNeed(bank, needId, START)).toBeNull()
    expect(await findNeed(contact, needId, START)).toMatchObject({ state: 'WITHDRAWN', may: { consent: false } })
    const signed = await takenOn()
    must(await grantOffer(bank, await about(signed, bank, { grantedWan: '1200', rate: 345 }), options))
    must(await signOffer(bank, await about(signed, bank, { signedWan: '1200' }), options))
    expect(await withdraw(signed)).toMatchObject({ error: { code: 'FINANCING_SIGNED' } })
  })
})

describe('the enterprise’s word', () => {
  test('is off until it is given, holds until its day, and ends with the next request', async () => {
    const needId = await file()
    await check(needId)
    await recommend(needId, bank)
    expect(await findNeed(bank, needId, START)).toBeNull()
    expect(await acceptOffer(bank, await about(needId, bank), options)).toMatchObject({
      error: { code: 'FINANCING_CONSENT_GONE' },
    })
    must(await consent(needId, bank, on('2026-11-20')))
    const preview = (await findNeed(contact, needId, START))?.view
    expect((await findNeed(bank, needId, START))?.view).toEqual({
      ...preview,
      project: preview?.project && { ...preview.project, open: false },
    })
    expect(await findNeed(bank, needId, on('2026-11-20'))).not.toBeNull()
    expect(await findNeed(bank, needId, on('2026-11-21'))).toBeNull()
    must(await revokeNeed(contact, { needId, version: await versionOf(needId), bankId: bank.orgId ?? '' }, options))
    expect(await findNeed(bank, needId, START)).toBeNull()
    // The bank still has its page open.
    expect(await acceptOffer(bank, await about(needId, bank), options)).toMatchObject({
      error: { code: 'FINANCING_CONSENT_GONE' },
    })
    // Nor can the office act for a bank the enterprise does not let see it.
    expect(await acceptOffer(d.office, await about(needId, bank), options)).toMatchObject({
      error: { code: 'FINANCING_NO_CONSENT' },
    })
    expect(
      await db.auditEntry.count({
        where: { subject: needId, action: { in: ['financing.consent', 'financing.revoke'] } },
      }),
    ).toBe(2)
  })

  test('cannot be given for the past, nor for longer than a year', async () => {
    const needId = await file()
    expect(await consent(needId, bank, addDays(START, -1))).toMatchObject({ error: { code: 'FINANCING_CONSENT_PAST' } })
    expect(await consent(needId, bank, on('2027-11-03'))).toMatchObject({ error: { code: 'FINANCING_CONSENT_LONG' } })
  })

  test('is nobody else’s to give', async () => {
    const needId = await file()
    const stranger = { ...contact, enterpriseId: d.projectId } as Actor
    const input = { needId, version: 1, bankId: bank.orgId ?? '', expiresOn: on('2026-12-31') }
    expect(await consentNeed(stranger, input, options)).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await consentNeed(d.office, input, options)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  })
})

describe('who sees what', () => {
  test('a bank never sees more: list, search, totals, pickers, results, exports, workbench', async () => {
    const mine = await takenOn()
    const theirs = await file({ amountWan: '700' })
    await check(theirs)
    await recommend(theirs, rival)
    must(await consent(theirs, rival))
    const withheld = await file({ amountWan: '900' })
    await check(withheld)
    await recommend(withheld, bank)
    const unseen = await file({ amountWan: '300' })
    const agreedOnly = await file({ amountWan: '200' })
    must(await consent(agreedOnly, bank))
    const page = await listNeeds(bank, all, START)
    expect(page.rows.map(({ id }) => id)).toEqual([mine])
    expect(page).toMatchObject({ total: 1, counts: { all: 1, open: 1 }, sums: { appliedFen: wan(1_200) } })
    expect((await listNeeds(bank, { ...all, q: '科元' }, START)).total).toBe(1)
    expect((await listNeeds(bank, { ...all, bank: rival.orgId ?? '' }, START)).total).toBe(0)
    expect(await financingChoices(bank, START)).toEqual({ banks: [{ id: bank.orgId, name: '甲行' }] })
    expect((await listResults(bank, results, START)).rows.map(({ bank: { name } }) => name)).toEqual(['甲行'])
    expect((await listAllResults(bank, results, START, 100)).total).toBe(1)
    const exported = await recommendedRows(bank, all, START, 100)
    expect(exported.rows).toMatchObject([{ id: mine, loansBank: null, wanted: [], consents: [{ bank: '甲行' }] }])
    const day = await loadBankDay(bank, withheld, START)
    expect(day.rows.map(({ id }) => id)).toEqual([mine])
    expect(day).toMatchObject({ detail: { id: mine }, year: { recommended: 1, sums: { appliedFen: wan(1_200) } } })
    for (const id of [theirs, withheld, unseen, agreedOnly]) expect(await findNeed(bank, id, START)).toBeNull()
    const figures = await financingFigures(bank, year, { taskforceId: null }, START)
    expect(figures.find(({ name }) => name === 'financing.applied')?.value).toEqual({ kind: 'money', fen: wan(1_200) })
  })

  test('a bank reads nothing of another at the same need', async () => {
    const needId = await takenOn()
    await recommend(needId, rival)
    must(await consent(needId, rival))
    must(await acceptOffer(rival, await about(needId, rival), options))
    must(
      await grantOffer(rival, await about(needId, rival, { grantedWan: '1100', rate: 399, reason: 'DEBT' }), options),
    )
    const seen = await findNeed(bank, needId, START)
    expect(seen?.offers.map((offer) => offer.bank.name)).toEqual(['甲行'])
    expect(seen?.steps.every(({ bank: name }) => name === '甲行')).toBe(true)
    expect(seen).toMatchObject({ banks: [], matches: [], wanted: [], loansBank: null, channel: null })
    expect((await listNeeds(bank, all, START)).sums.grantedFen).toBe(0n)
    expect(await refuseOffer(bank, await about(needId, rival, { reason: 'DEBT' }), options)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
  })

  test('fifteen roles: who has rows, who has totals, who has nothing', async () => {
    await takenOn()
    const team = await db.org.create({
      data: { districtId: d.districtId, kind: 'TASKFORCE', name: '专班', shortName: '专班', searchText: '' },
    })
    await db.project.update({ where: { id: d.projectId }, data: { taskforceId: team.id, leaderId: d.head.personId } })
    const rows: Record<string, number> = {}
    const sums: Record<string, bigint> = {}
    for (const role of ROLES) {
      const own: Partial<Record<(typeof ROLES)[number], Actor>> = {
        OFFICE: d.office,
        STEWARD: d.steward,
        CONTACT: contact,
        BANK: bank,
      }
      const actor = own[role] ?? ({ ...d.head, role, orgId: role === 'TASKFORCE' ? team.id : d.head.orgId } as Actor)
      rows[role] = (await listNeeds(actor, all, START)).total
      const figures = await financingFigures(actor, year, { taskforceId: null }, START)
      const applied = figures.find(({ name }) => name === 'financing.applied')?.value
      sums[role] = applied?.kind === 'money' ? applied.fen : -1n
      if (!SEES_FINANCING.has(role)) expect([role, rows[role], sums[role]]).toEqual([role, 0, 0n])
    }
    expect(rows).toMatchObject({ OFFICE: 1, CONTACT: 1, BANK: 1, TASKFORCE: 1, STEWARD: 0, HEAD: 0, LEADER: 0 })
    expect(sums).toMatchObject({ HEAD: wan(1_200), LEADER: wan(1_200), STEWARD: 0n })
    await db.enterprise.update({ where: { id: enterpriseId }, data: { opensToSteward: true } })
    expect((await listNeeds(d.steward, all, START)).total).toBe(1)
    const other = { ...d.head, role: 'LEADER', standsInFor: [d.office.personId] } as unknown as Actor
    const led = await financingFigures(other, year, { taskforceId: null }, START)
    expect(led.find(({ name }) => name === 'financing.applied')?.value).toEqual({ kind: 'money', fen: 0n })
  })

  test('a team reads the amount of its own projects’ needs, and nothing behind it', async () => {
    const needId = await takenOn()
    const team = await db.org.create({
      data: { districtId: d.districtId, kind: 'TASKFORCE', name: '专班', shortName: '专班', searchText: '' },
    })
    await db.project.update({ where: { id: d.projectId }, data: { taskforceId: team.id } })
    const actor = { ...d.head, role: 'TASKFORCE', orgId: team.id } as Actor
    expect((await listNeeds(actor, all, START)).rows).toMatchObject([
      { amountFen: wan(1_200), state: 'ACCEPTED', purpose: null, collateral: null, offers: [], open: false },
    ])
    expect(await findNeed(actor, needId, START)).toBeNull()
    expect((await listResults(actor, results, START)).total).toBe(0)
  })
})

describe('clocks, lists and products', () => {
  test('what is past its day is found by the filter, and only that', async () => {
    const needId = await takenOn()
    const late = { ...all, late: '1' as const }
    for (const [day, n] of [
      ['2026-11-05', 0],
      ['2026-11-06', 1],
    ] as const)
      expect((await listNeeds(d.office, late, on(day))).total, day).toBe(n)
    must(await contactOffer(bank, await about(needId, bank), options))
    for (const [day, n] of [
      ['2026-12-02', 0],
      ['2026-12-03', 1],
    ] as const) {
      const { rows, total } = await listNeeds(d.office, late, on(day))
      expect([day, total, rows[0]?.level ?? null]).toEqual([day, n, n ? 'YELLOW' : null])
    }
  })

  test('each figure is what its list shows', async () => {
    const first = await takenOn()
    must(await grantOffer(bank, await about(first, bank, { grantedWan: '1200', rate: 345 }), options))
    must(await signOffer(bank, await about(first, bank, { signedWan: '1200' }), options))
    must(await payOffer(bank, await about(first, bank, { paidWan: '700', payment: 'NEW' }), options))
    const second = await takenOn({ amountWan: '800' })
    must(await refuseOffer(bank, await about(second, bank, { reason: 'DEBT' }), options))
    for (const { name, value, href } of await financingFigures(d.office, year, { taskforceId: null })) {
      const asked = Object.fromEntries(new URL(href, 'http://x').searchParams)
      const list = href.startsWith('/financing?')
        ? await listNeeds(d.office, financingFilter.parse(asked), START)
        : await listResults(d.office, resultFilter.parse(asked), START)
      if (value.kind === 'count') expect([name, value.n]).toEqual([name, list.total])
      const level = {
        applied: 'appliedFen',
        granted: 'grantedFen',
        signed: 'signedFen',
        paidNew: 'paidNewFen',
      } as const
      const what = name.slice('financing.'.length).replace('Platform', '')
      if (value.kind === 'money' && what in level)
        expect([name, value.fen]).toEqual([name, list.sums[level[what as keyof typeof level]]])
    }
  })

  test('a product is held against the need, and a bank keeps its own', async () => {
    const product = {
      name: '设备贷',
      minWan: '100',
      maxWan: '2000',
      minMonths: 12,
      maxMonths: 48,
      rate: 345,
      collaterals: ['MORTGAGE' as const],
      industries: ['MANUFACTURING' as const],
      streets: [],
    }
    const { productId } = must(await saveProduct(bank, product, options))
    expect(await saveProduct(rival, { ...product, productId, version: 1 }, options)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
    expect(await saveProduct(bank, { ...product, minWan: '3000' }, options)).toMatchObject({
      error: { code: 'FINANCING_RANGE', also: [{ code: 'FINANCING_PRODUCT_TAKEN' }] },
    })
    const needId = await file()
    expect((await findNeed(d.office, needId, START))?.matches).toMatchObject([
      { bank: { name: '甲行' }, misses: 0, unknown: 0 },
    ])
  })

  test('another district is never reached', async () => {
    const needId = await takenOn()
    const away = await makeDistrict()
    expect(await findNeed(away.office, needId, START)).toBeNull()
    expect((await listNeeds({ ...bank, districtId: away.districtId } as Actor, all, START)).total).toBe(0)
    expect(await db.financingNeed.count({ where: { districtId: d.districtId, filedOn: toDb(START) } })).toBe(1)
  })
})

describe('what banks send back', () => {
  const line = (id: string, rest: Partial<ResultLine> = {}): ResultLine => ({
    sheet: '对接结果',
    row: 4,
    id,
    name: '科元智控',
    bank: '甲行',
    acceptedOn: START,
    transferred: false,
    grantedFen: String(wan(1_200)),
    rateBp: 345,
    decidedOn: START,
    signedFen: String(wan(1_200)),
    paidNewFen: String(wan(300)),
    paidRenewedFen: null,
    paidOn: START,
    reason: null,
    wrong: [],
    ...rest,
  })
  const hold = async (lines: readonly ResultLine[]) =>
    must(await holdResults(d.office, { fileName: '甲行.xlsx', lines }, options)).importId
  const verdicts = async (id: string) =>
    (await findResultImport(d.office, id, START))?.rows.map(
      ({ refusal, moves }) => refusal?.code ?? moves.map(({ kind }) => kind),
    )

  test('is looked at row by row, goes in, and can be taken back to the last 分', async () => {
    const good = await atBank()
    const silent = await file()
    await check(silent)
    await recommend(silent, bank)
    const [offer, other] = [await offerAt(good, bank), await offerAt(silent, bank)]
    const importId = await hold([
      line(offer.id),
      line(other.id, { row: 5 }),
      line(d.projectId, { row: 6 }),
      line(offer.id, { row: 7 }),
    ])
    expect(await verdicts(importId)).toEqual([
      ['ACCEPT', 'GRANT', 'SIGN', 'PAY'],
      'FINANCING_NO_CONSENT',
      'FINANCING_ROW_UNKNOWN',
      'FINANCING_ROW_TWICE',
    ])
    expect((await findNeed(d.office, good, START))?.state).toBe('RECOMMENDED')
    expect(must(await importResults(d.office, { importId }, options))).toMatchObject({ changed: 1, rejected: 3 })
    expect(await findNeed(d.office, good, START)).toMatchObject({
      state: 'PAID',
      offers: [{ grantedFen: wan(1_200), paidNewFen: wan(300) }],
    })
    expect(await importResults(d.office, { importId }, options)).toMatchObject({
      error: { code: 'FINANCING_IMPORT_DONE' },
    })
    must(await undoResults(d.office, { importId }, options))
    expect(await findNeed(d.office, good, START)).toMatchObject({
      state: 'RECOMMENDED',
      offers: [{ state: 'RECOMMENDED', acceptedOn: null, grantedFen: null, paidNewFen: 0n }],
    })
    expect((await findNeed(d.office, good, START))?.steps.map(({ kind }) => kind)).not.toContain('PAY')
    expect(await undoResults(d.office, { importId }, options)).toMatchObject({
      error: { code: 'FINANCING_IMPORT_UNDONE' },
    })
  })

  test('what somebody has worked on since stays', async () => {
    const needId = await atBank()
    const importId = await hold([line((await offerAt(needId, bank)).id)])
    must(await importResults(d.office, { importId }, options))
    must(await payOffer(bank, await about(needId, bank, { paidWan: '100', payment: 'NEW' }), options))
    expect(await undoResults(d.office, { importId }, options)).toMatchObject({
      error: { code: 'FINANCING_IMPORT_KEPT' },
    })
    expect(await findNeed(d.office, needId, START)).toMatchObject({ offers: [{ paidNewFen: wan(400) }] })
  })
})

describe('a need that is not right yet', () => {
  const again = async (needId: string, rest: object = {}) =>
    amendNeed(
      contact,
      { ...typed, projectId: d.projectId, needId, version: await versionOf(needId), text: '', ...rest },
      options,
    )

  test('is corrected by whoever filed it until it is checked, and what it was stays', async () => {
    const needId = await file()
    expect(await again(needId)).toMatchObject({ error: { code: 'FINANCING_AMEND_SAME' } })
    must(await again(needId, { amountWan: '900', contactPhone: '13000000999', text: '少借一些' }))
    const need = await findNeed(contact, needId, START)
    expect(need).toMatchObject({ amountFen: wan(900), state: 'FILED', amended: 1, may: { amend: true } })
    expect(need?.steps[0]).toMatchObject({
      kind: 'AMEND',
      text: '少借一些',
      changes: [
        { field: 'amountFen', before: '1200000000', after: '900000000' },
        { field: 'contactPhone', before: null, after: null },
      ],
    })
    const audit = await db.auditEntry.findFirstOrThrow({ where: { subject: needId, action: 'financing.amend' } })
    expect(JSON.stringify(audit.detail)).not.toContain('13000000999')
    // What the enterprise said is not the office's to change, and a form of before is seen to be one.
    expect(
      await amendNeed(d.office, { ...typed, needId, version: await versionOf(needId), text: '' }, options),
    ).toMatchObject({ error: { code: 'FINANCING_AMEND_OTHER' } })
    expect(await amendNeed(contact, { ...typed, needId, version: 1, text: '' }, options)).toMatchObject({
      error: { code: 'CONFLICT' },
    })
    await check(needId)
    expect(await again(needId, { amountWan: '800' })).toMatchObject({ error: { code: 'FINANCING_AMEND_OVER' } })
    expect(await startAmend(contact, needId, START)).toBeNull()
  })

  test('is put in again after it was turned down, and the office has its three days anew', async () => {
    const needId = await file()
    const no = { ...passes, premises: false, text: '没有经营场所证明' }
    must(await checkNeed(d.office, { needId, version: await versionOf(needId), ...no }, options))
    expect(await startAmend(contact, needId, START)).toMatchObject({ again: true, amountWan: '1200' })
    const later = { today: on('2026-12-01') }
    must(
      await amendNeed(
        contact,
        { ...typed, projectId: d.projectId, needId, version: await versionOf(needId), text: '已补', months: 24 },
        later,
      ),
    )
    expect(await findNeed(d.office, needId, later.today)).toMatchObject({
      state: 'FILED',
      duty: { what: 'CHECK', dueOn: '2026-12-04' },
    })
    const late = financingFilter.parse({ state: 'all', late: '1' })
    expect((await listNeeds(d.office, late, on('2026-12-04'))).total).toBe(0)
    expect((await listNeeds(d.office, late, on('2026-12-08'))).total).toBe(1)
  })
})

describe('an enterprise without an account', () => {
  const bytes = new Uint8Array([37, 80, 68, 70])
  const paper = { name: '授权书.pdf', type: 'pdf', bytes }
  const keep = async (needId: string, rest: object = {}) =>
    keepPaper(
      d.office,
      {
        needId,
        version: await versionOf(needId),
        bankId: bank.orgId ?? '',
        signedOn: START,
        expiresOn: addDays(START, 60),
        ...paper,
        ...rest,
      },
      options,
    )

  test('agrees by a paper the office keeps, shown as one, and taken back', async () => {
    await db.user.update({ where: { id: contact.userId }, data: { disabledAt: new Date() } })
    const { needId } = must(await fileNeed(d.office, { ...typed, enterpriseId }, options))
    await check(needId)
    await recommend(needId, bank)
    expect(await keep(needId, { expiresOn: addDays(START, 400) })).toMatchObject({
      error: { code: 'FINANCING_PAPER_LONG', field: 'expiresOn' },
    })
    expect(await keep(needId, { signedOn: addDays(START, 1) })).toMatchObject({
      error: { code: 'FINANCING_SIGNED_LATER' },
    })
    const { consentId } = must(await keep(needId))
    expect((await findNeed(bank, needId, START))?.number).toBe(1)
    const seen = (await findNeed(d.office, needId, START))?.banks.find(({ name }) => name === '甲行')
    expect(seen).toMatchObject({ paper: { consentId, name: '授权书.pdf', signedOn: START } })
    expect(await readPaper(d.office, consentId)).toEqual(bytes)
    expect([await readPaper(bank, consentId), await readPaper({ ...contact, enterpriseId: null }, consentId)]).toEqual([
      null,
      null,
    ])
    const version = await versionOf(needId)
    must(await takePaperBack(d.office, { needId, version, bankId: bank.orgId ?? '' }, options))
    expect(await findNeed(bank, needId, START)).toBeNull()
    expect(
      await takePaperBack(d.office, { needId, version: version + 1, bankId: bank.orgId ?? '' }, options),
    ).toMatchObject({ error: { code: 'FINANCING_NO_PAPER' } })
  })

  test('whoever can sign in agrees himself', async () => {
    const needId = await file()
    expect(await keep(needId)).toMatchObject({ error: { code: 'FINANCING_HAS_ACCOUNT' } })
  })
})

test('a bank that is late is told, and then the office, and nobody else', async () => {
  const needId = await takenOn()
  await db.project.update({ where: { id: d.projectId }, data: { level: 'GREEN' } })
  await db.procedure.updateMany({ where: { projectId: d.projectId }, data: { level: 'GREEN' } })
  const told = async () =>
    (
      await db.notice.findMany({
        where: { districtId: d.districtId, financingId: needId },
        include: { person: { select: { name: true } } },
        orderBy: [{ on: 'asc' }, { person: { name: 'asc' } }],
      })
    ).map((row) => `${row.step} ${row.person.name}`)
  const run = (day: string) =>
    escalate(d.districtId, { day: on(day), minute: 9 * 60 + 30 }, new Date(`${day}T02:00:00Z`))
  // Taken on 11-02, to be contacted by 11-05.
  await run('2026-11-06')
  expect(await told()).toEqual(['YELLOW_0 甲行经理'])
  await run('2026-11-11')
  const office = await db.person.findUniqueOrThrow({ where: { id: d.office.personId } })
  expect(await told()).toEqual(['YELLOW_0 甲行经理', `YELLOW_3 ${office.name}`])
  expect((await listNotices(bank, noticeFilter.parse({}), START)).rows).toMatchObject([
    { matter: { kind: 'OFFER', id: needId, no: '1', text: null }, project: null },
  ])
  expect(await countUnseen(bank)).toBe(1)
  must(await contactOffer(bank, await about(needId, bank), { today: on('2026-11-11') }))
  await run('2026-11-12')
  expect(await countUnseen(bank)).toBe(0)
})

test('a bank learns nothing of how far other banks are, in lists, counts and refusals', async () => {
  const needId = await takenOn()
  await recommend(needId, rival)
  must(await consent(needId, rival))
  must(await acceptOffer(rival, await about(needId, rival), options))
  must(await grantOffer(rival, await about(needId, rival, { grantedWan: '800', rate: 345, reason: 'RATE' }), options))
  expect((await findNeed(d.office, needId, START))?.state).toBe('GRANTED')
  expect((await findNeed(bank, needId, START))?.state).toBe('ACCEPTED')
  const page = await listNeeds(bank, all, START)
  expect([page.counts.GRANTED, page.counts.ACCEPTED, page.rows[0]?.state]).toEqual([0, 1, 'ACCEPTED'])
  expect((await listNeeds(bank, financingFilter.parse({ state: 'GRANTED' }), START)).total).toBe(0)
  const over = await grantOffer(bank, await about(needId, bank, { grantedWan: '1200', rate: 345 }), options)
  expect(over).toEqual({ ok: false, error: { code: 'FINANCING_OVER_OTHERS', field: 'grantedWan' } })
})

test('what a bank entered by mistake it takes back the same day, and the history keeps both', async () => {
  const needId = await takenOn()
  must(await grantOffer(bank, await about(needId, bank, { grantedWan: '1200', rate: 345 }), options))
  must(await signOffer(bank, await about(needId, bank, { signedWan: '1200' }), options))
  must(await payOffer(bank, await about(needId, bank, { paidWan: '1000', payment: 'NEW' }), options))
  const need = await findNeed(bank, needId, START)
  expect(need).toMatchObject({ state: 'PAID', duty: { what: 'PAY' } })
  expect(need?.back).toEqual([need?.offers[0]?.id])
  expect((await loadBankDay(bank, undefined, START)).unpaid).toHaveLength(1)
  expect(await takeOfferBack(d.office, await about(needId, bank), options)).toMatchObject({
    error: { code: 'FINANCING_UNDO_LATE' },
  })
  expect(await takeOfferBack(bank, await about(needId, bank), { today: addDays(START, 1) })).toMatchObject({
    error: { code: 'FINANCING_UNDO_LATE' },
  })
  must(await takeOfferBack(bank, await about(needId, bank), options))
  const after = await findNeed(bank, needId, START)
  expect(after).toMatchObject({ state: 'SIGNED', offers: [{ signedFen: wan(1_200), paidNewFen: 0n }], back: [] })
  expect(after?.steps.slice(0, 2)).toMatchObject([
    { kind: 'UNDO', undid: 'PAY' },
    { kind: 'PAY', fen: wan(1_000) },
  ])
  must(await payOffer(bank, await about(needId, bank, { paidWan: '1200', payment: 'NEW' }), options))
  expect(await findNeed(bank, needId, START)).toMatchObject({ state: 'PAID', duty: null })
})
