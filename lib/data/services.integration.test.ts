import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, ROLES } from '@/lib/domain/access'
import type { Figure } from '@/lib/domain/figure'
import { addDays, on } from '@/lib/domain/plain-date'
import { intentFilter } from '@/lib/schemas/intent'
import { issueFilter } from '@/lib/schemas/issue-list'
import { promotionFilter } from '@/lib/schemas/promotion'
import { upgradeFilter } from '@/lib/schemas/upgrade'
import { visitFilter } from '@/lib/schemas/visit'
import { appealsFigures } from './appeals-figures'
import { bookingsOf } from './bookings'
import { db } from './db'
import { addUser } from './district.fixture'
import { listIntents } from './intent-list'
import { recordIntent, withdrawIntent } from './intent-writes'
import { type IssueDistrict, makeIssueDistrict } from './issue.fixture'
import { enterIssue } from './issue-entry'
import { listIssues } from './issue-list'
import { findPromotion } from './promotion-detail'
import { promotionFigures } from './promotion-figures'
import { listPromotions, promotionOfProject } from './promotion-list'
import { changePromotion, proposePromotion, pushPromotions, recordParty } from './promotion-writes'
import { enterpriseSearchText, orgSearchText } from './search-text'
import { servicesOverview } from './services-overview'
import { findUpgrade } from './upgrade-detail'
import { listUpgrades } from './upgrade-list'
import { changeUpgrade, editUpgrade, enterUpgrade, writePolicy } from './upgrade-writes'
import { upgradesFigures } from './upgrades-figures'
import { findVisit } from './visit-detail'
import { listVisits, visitProposals, visitsAhead } from './visit-list'
import { dropVisit, mergeVisits, moveVisitDay, planVisit, recordVisit, refuseVisit } from './visit-writes'
import { visitsFigures } from './visits-figures'

const TODAY = on('2026-11-23')
const options = { today: TODAY }
const YEAR = { from: on('2026-01-01'), to: TODAY }
const DISTRICT = { taskforceId: null }
const WAN = 1_000_000n

let d: IssueDistrict
let bizenv: Actor
let loose = ''

const worth = (figures: readonly Figure[], name: string) => figures.find((figure) => figure.name === name)?.value
/** What the address of a figure asks its list for. */
const asksOf = (figures: readonly Figure[], name: string) =>
  Object.fromEntries(
    new URL(figures.find((figure) => figure.name === name)?.href ?? '', 'http://x').searchParams,
  ) as Record<string, string>
const done = <T>(answer: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}
/** What a question wants to be answered with. */
const askedAgain = (answer: { ok: boolean; error?: Readonly<Record<string, unknown>> }) => String(answer.error?.confirm)
const code = (answer: { ok: boolean; error?: { code: string } }) => (answer.ok ? null : answer.error?.code)

beforeEach(async () => {
  d = await makeIssueDistrict()
  bizenv = await addUser(d.districtId, 'BIZENV', '赵科长', null)
  const named = { districtId: d.districtId, name: '中原木业' }
  loose = (await db.enterprise.create({ data: { ...named, searchText: enterpriseSearchText(named) } })).id
})

const plan = async (actor: Actor, enterprise: string, day: string, more: object = {}) =>
  planVisit(actor, { enterprise, on: on(day), purpose: '看看用电', ...more }, options)
const visitForm = async (visitId: string, rest: object = {}) => {
  const { version } = await db.visitPlan.findUniqueOrThrow({ where: { id: visitId } })
  return { visitId, version, text: '', decision: '', problem: '', ...rest } as never
}

describe('visits that disturb nobody', () => {
  test('whoever comes second in a week is told who comes, and goes all the same only when he says so', async () => {
    const first = done(await plan(d.agency, '鲜达优选', '2026-11-24'))
    const second = await plan(d.taskforce, '鲜达优选', '2026-11-27')
    expect(second).toMatchObject({ error: { code: 'VISIT_BOOKED', day: '2026-11-24', field: 'on' } })
    const confirm = askedAgain(second)
    // The answer is to this very day: another one is asked about again.
    expect(code(await plan(d.taskforce, '鲜达优选', '2026-11-26', { confirm }))).toBe('VISIT_BOOKED')
    const own = done(await plan(d.taskforce, '鲜达优选', '2026-11-27', { confirm }))
    expect((await bookingsOf(db, [d.enterpriseId], TODAY)).get(d.enterpriseId)?.map(({ id }) => id)).toEqual([
      first.visitId,
      own.visitId,
    ])
    expect(code(await plan(d.agency, '不存在的企业', '2026-11-24'))).toBe('ENTERPRISE_UNKNOWN')
    expect(code(await plan(d.agency, '中原木业', '2026-11-20'))).toBe('VISIT_DAY_PAST')
  })

  test('two are proposed as one, merged they go together, and apart again when the first is dropped', async () => {
    const first = done(await plan(d.agency, '鲜达优选', '2026-11-24'))
    const confirm = askedAgain(await plan(d.taskforce, '鲜达优选', '2026-11-27'))
    const second = done(await plan(d.taskforce, '鲜达优选', '2026-11-27', { confirm, purpose: '谈增资' }))
    const [proposal] = await visitProposals(d.office, TODAY)
    expect([proposal?.keep.id, proposal?.along.map(({ id }) => id), proposal?.mine]).toEqual([
      first.visitId,
      [second.visitId],
      true,
    ])
    const both = { keepId: first.visitId, visitIds: [second.visitId] }
    expect(code(await mergeVisits(d.steward, both, options))).toBe('FORBIDDEN')
    done(await mergeVisits(d.office, both, options))
    expect(await findVisit(d.office, second.visitId)).toMatchObject({
      state: 'MERGED',
      into: { id: first.visitId },
      moves: [],
    })
    const merged = await findVisit(d.taskforce, first.visitId)
    expect(merged?.along).toHaveLength(1)
    expect(merged?.purposes.map(({ text }) => text)).toEqual(['看看用电', '谈增资'])
    expect(await visitProposals(d.office, TODAY)).toEqual([])
    expect(code(await mergeVisits(d.office, both, options))).toBe('VISIT_NOT_TOGETHER')
    // Whose plan went along may act for the visit as well.
    done(await dropVisit(d.taskforce, await visitForm(first.visitId, { text: '企业搬迁' }), options))
    expect(await findVisit(d.taskforce, second.visitId)).toMatchObject({ state: 'PLANNED', into: null })
  })

  test('the enterprise sees who comes and says no in one tap; others may not for it', async () => {
    const { visitId } = done(await plan(d.agency, '鲜达优选', '2026-11-25'))
    expect((await visitsAhead(d.contact, TODAY)).map(({ id, moves }) => [id, moves])).toEqual([[visitId, ['REFUSE']]])
    expect(code(await refuseVisit(d.office, await visitForm(visitId), options))).toBe('FORBIDDEN')
    done(await refuseVisit(d.contact, await visitForm(visitId), options))
    expect(await findVisit(d.agency, visitId)).toMatchObject({ state: 'REFUSED', word: null, moves: [] })
    expect(code(await refuseVisit(d.contact, await visitForm(visitId), options))).toBe('VISIT_MOVE_ILLEGAL')
    const other = done(await plan(d.agency, '中原木业', '2026-11-25'))
    expect(await findVisit(d.contact, other.visitId)).toBeNull()
    expect(code(await refuseVisit(d.contact, await visitForm(other.visitId), options))).toBe('NOT_FOUND')
  })

  test('what came of one is a decision or an appeal, and is not there before its day', async () => {
    const { visitId } = done(await plan(bizenv, '中原木业', '2026-11-24', { unitId: d.utilityId }))
    const result = (rest: object) => visitForm(visitId, rest).then((input) => recordVisit(bizenv, input, options))
    expect(code(await result({ decision: '—' }))).toBe('VISIT_TOO_EARLY')
    done(await moveVisitDay(bizenv, await visitForm(visitId, { dayOn: TODAY }), options))
    expect(code(await result({}))).toBe('VISIT_RESULT_MISSING')
    const { issueId } = done(await result({ problem: '厂区电压不稳，晚班停机' }))
    expect(await db.issue.findUniqueOrThrow({ where: { id: issueId ?? '' }, include: { moves: true } })).toMatchObject({
      source: 'ASSISTANCE',
      enterpriseId: loose,
      kind: 'OTHER',
      state: 'TO_ASSIGN',
      moves: [{ kind: 'ENTER' }],
    })
    const figures = await visitsFigures(d.office, { ...YEAR, to: addDays(TODAY, 7) }, DISTRICT)
    expect(worth(figures, 'visits.problems')).toEqual({ kind: 'count', n: 1 })
    for (const { name, value } of figures)
      expect([name, (await listVisits(d.office, visitFilter.parse(asksOf(figures, name)), TODAY)).total]).toEqual([
        name,
        value.kind === 'count' ? value.n : null,
      ])
    // No figure says how many visits a unit made.
    expect(figures.map(({ name }) => name)).toEqual([
      'visits.problems',
      'visits.decisions',
      'visits.merged',
      'visits.refused',
    ])
  })
})

describe('appeals and intended credit', () => {
  const appeal = async (text: string) =>
    done(await enterIssue(bizenv, { text, enterpriseId: loose, source: 'ASSISTANCE' } as never, options)).issueId

  test('figures are of one ledger, open their rows, and change with a row', async () => {
    const [one, two, three] = [await appeal('续贷'), await appeal('招工'), await appeal('工程款纠纷')]
    await enterIssue(bizenv, { text: '走流程发现', enterpriseId: loose, source: 'WALKTHROUGH' } as never, options)
    await db.issue.update({ where: { id: one }, data: { state: 'SOLVED', satisfied: true } })
    await db.issue.update({ where: { id: two }, data: { state: 'EXPLAINED', understood: true, reopened: 1 } })
    await db.issue.update({ where: { id: three }, data: { state: 'OUTSIDE' } })
    const figures = await appealsFigures(d.office, YEAR, DISTRICT)
    expect(figures.map(({ name, value }) => [name, value])).toEqual([
      ['appeals.received', { kind: 'count', n: 3 }],
      ['appeals.solved', { kind: 'count', n: 1 }],
      ['appeals.strictRate', { kind: 'share', part: 1n, whole: 2n }],
      ['appeals.looseRate', { kind: 'share', part: 2n, whole: 2n }],
      ['appeals.reopened', { kind: 'count', n: 1 }],
      ['appeals.satisfied', { kind: 'share', part: 1n, whole: 1n }],
      ['appeals.intendedCredit', { kind: 'money', fen: 0n }],
    ])
    const rowsOf = async (name: string) =>
      (await listIssues(d.office, issueFilter.parse(asksOf(figures, name)), TODAY)).bySource.get('ASSISTANCE') ?? 0
    expect(await rowsOf('appeals.received')).toBe(3)
    expect(await rowsOf('appeals.solved')).toBe(1)
    expect(await rowsOf('appeals.strictRate')).toBe(2)
    expect(await rowsOf('appeals.reopened')).toBe(1)
    expect(await rowsOf('appeals.satisfied')).toBe(1)
    const outside = await appealsFigures(d.office, { from: on('2025-01-01'), to: on('2025-12-31') }, DISTRICT)
    // Of nothing there is no percentage.
    expect(worth(outside, 'appeals.strictRate')).toEqual({ kind: 'share', part: 0n, whole: 0n })
  })

  test('a task force’s are those of its projects and their enterprises', async () => {
    await appeal('与专班无关')
    await enterIssue(
      bizenv,
      { text: '本专班企业', enterpriseId: d.enterpriseId, source: 'ASSISTANCE' } as never,
      options,
    )
    const figures = await appealsFigures(d.office, YEAR, { taskforceId: d.teamId })
    expect(worth(figures, 'appeals.received')).toEqual({ kind: 'count', n: 1 })
    const { bySource } = await listIssues(d.office, issueFilter.parse(asksOf(figures, 'appeals.received')), TODAY)
    expect(bySource.get('ASSISTANCE')).toBe(1)
  })

  test('intended credit is asked about above 10亿, never of another bank, and sums only for leaders', async () => {
    const bank = (name: string) =>
      db.org.create({
        data: {
          ...{ districtId: d.districtId, kind: 'BANK', name, shortName: name },
          searchText: orgSearchText({ name, shortName: name }),
        },
      })
    const [first, second] = [await bank('城商行'), await bank('农商行')]
    const record = (bankId: string, amountWan: string, more: object = {}) =>
      recordIntent(
        d.office,
        { enterprise: '鲜达优选', bankId, amountWan, on: TODAY, occasion: '见面会', ...more },
        options,
      )
    expect(code(await record(first.id, '100001'))).toBe('INTENT_LARGE')
    done(await record(first.id, '100001', { confirm: '100001' }))
    const { intentId } = done(await record(first.id, '300'))
    done(await record(second.id, '500', { enterprise: '中原木业' }))
    expect(code(await record(d.utilityId, '300'))).toBe('INTENT_BANK_MISSING')
    done(await withdrawIntent(d.office, { intentId, version: 1, text: '企业不要了' }, options))
    const banker = await addUser(d.districtId, 'BANK', '周经理', second.id)
    const seen = async (actor: Actor) => {
      const page = await listIntents(actor, intentFilter.parse({}))
      return [page.rows?.length ?? null, page.sumFen / WAN]
    }
    expect(await seen(d.office)).toEqual([2, 100_501n])
    expect(await seen(banker)).toEqual([1, 500n])
    expect(await seen(d.contact)).toEqual([1, 100_001n])
    expect(await seen({ ...d.leader, role: 'HEAD' } as Actor)).toEqual([null, 100_501n])
    // A leader reads the sum of firms of his own projects.
    const led = await db.project.count({
      where: { leaderId: d.leader.personId, enterprise: { name: '鲜达优选' } },
    })
    expect(await seen(d.leader)).toEqual([null, led > 0 ? 100_001n : 0n])
    for (const role of ROLES.filter((one) => !['OFFICE', 'HEAD', 'LEADER', 'BANK', 'CONTACT'].includes(one)))
      expect([role, ...(await seen({ ...d.office, role } as Actor))]).toEqual([role, null, 0n])
    const figures = await appealsFigures(d.office, YEAR, DISTRICT)
    expect(worth(figures, 'appeals.intendedCredit')).toEqual({ kind: 'money', fen: 100_501n * WAN })
  })
})

describe('offers to private capital', () => {
  const offer = (projectId: string) =>
    proposePromotion(
      d.office,
      {
        projectId,
        list: 'INDUSTRY',
        level: 'PROVINCE',
        mode: 'EQUITY',
        totalWan: '',
        soughtWan: '',
        returns: '',
        contact: '',
      },
      options,
    )
  const about = async (promotionId: string) => ({
    promotionId,
    version: (await db.promotion.findUniqueOrThrow({ where: { id: promotionId } })).version,
  })
  const party = { name: '省产投', on: TODAY, intendedWan: '8000', signedWan: '', paidWan: '' }

  test('a push states its total, no project gets any of it, and each amount is a figure of its own', async () => {
    const { promotionId } = done(await offer(d.projectId))
    expect(code(await offer(d.projectId))).toBe('PROMOTION_KNOWN')
    expect(code(await recordParty(d.office, { ...(await about(promotionId)), ...party }, options))).toBe(
      'PROMOTION_NOT_LISTED',
    )
    done(await changePromotion(d.steward, { ...(await about(promotionId)), kind: 'REPORT', text: '' }, options))
    const push = { promotionIds: [promotionId], on: TODAY, level: 'NATION' as const, platform: '国家平台', note: '' }
    expect(code(await pushPromotions(d.steward, { ...push, statedWan: '282000' }, options))).toBe('FORBIDDEN')
    done(await pushPromotions(d.office, { ...push, statedWan: '282000' }, options))
    expect(await findPromotion(d.office, promotionId)).toMatchObject({
      state: 'LISTED',
      totalFen: null,
      pushes: [{ statedFen: 282_000n * WAN }],
    })
    done(await recordParty(d.office, { ...(await about(promotionId)), ...party }, options))
    done(
      await recordParty(
        d.office,
        { ...(await about(promotionId)), ...party, signedWan: '5000', signedOn: TODAY, paidWan: '2000', paidOn: TODAY },
        options,
      ),
    )
    expect(await promotionOfProject(d.office, d.projectId)).toMatchObject({ state: 'PAID', interested: 1 })
    const figures = await promotionFigures(d.office, YEAR, DISTRICT)
    expect(figures.map(({ value }) => value)).toEqual([
      { kind: 'count', n: 1 },
      { kind: 'money', fen: 282_000n * WAN },
      { kind: 'count', n: 1 },
      { kind: 'money', fen: 8_000n * WAN },
      { kind: 'money', fen: 5_000n * WAN },
      { kind: 'money', fen: 2_000n * WAN },
    ])
    const rows = async (name: string) => listPromotions(d.office, promotionFilter.parse(asksOf(figures, name)))
    expect(await rows('promotion.pushedTotal')).toMatchObject({ total: 1, pushed: 1, statedFen: 282_000n * WAN })
    expect(await rows('promotion.signed')).toMatchObject({ total: 1, signedFen: 5_000n * WAN })
    expect(await promotionFigures(d.office, YEAR, { taskforceId: d.utilityId })).toMatchObject([
      { value: { n: 0 } },
      { value: { fen: 0n } },
      { value: { n: 0 } },
      { value: { fen: 0n } },
      { value: { fen: 0n } },
      { value: { fen: 0n } },
    ])
    // Who does not see the project does not see what it is offered for.
    const stranger = await addUser(d.districtId, 'STEWARD', '别的管家', null)
    expect(await findPromotion(stranger, promotionId)).toBeNull()
    expect(await listPromotions(stranger, promotionFilter.parse({ view: 'parties' }))).toMatchObject({
      total: 0,
      paidFen: 0n,
    })
  })
})

describe('upgrades', () => {
  const policy = {
    name: '试点（点）',
    document: '方案',
    validFrom: on('2024-01-01'),
    validTo: on('2026-12-31'),
    basis: 'TOTAL' as const,
    rate: '15',
    capWan: '1000',
    leastWan: '10000',
    kinds: [],
    conditions: '',
    certain: false,
  }
  const terms = {
    name: '智能产线',
    kinds: ['SMART' as const],
    content: '换设备',
    equipmentWan: '6000',
    totalWan: '12000',
    startOn: on('2026-02-01'),
    endOn: on('2026-10-31'),
    energyBefore: '100',
    energyAfter: '80.5',
    needsFinance: true,
  }

  test('rest on the version of a policy they were entered with; expected and paid are apart', async () => {
    const { policyId } = done(await writePolicy(d.office, policy, options))
    const entry = { enterprise: '鲜达优选', ...terms, policyId, projectId: undefined }
    expect(code(await enterUpgrade(d.taskforce, { ...entry, enterprise: '中原木业' }, options))).toBe(
      'UPGRADE_ENTERPRISE_OTHER',
    )
    expect(code(await enterUpgrade(d.office, { ...entry, equipmentWan: '12001' }, options))).toBe(
      'UPGRADE_EQUIPMENT_OVER',
    )
    const { upgradeId } = done(await enterUpgrade(d.office, entry, options))
    const next = done(await writePolicy(d.office, { ...policy, policyId, capWan: '500', certain: true }, options))
    expect(await findUpgrade(d.office, upgradeId)).toMatchObject({
      estimatedFen: 1000n * WAN,
      policyRow: { number: 1, older: true },
      subsidy: { ok: true, value: { capped: true } },
    })
    const version = async () => (await db.upgradeProject.findUniqueOrThrow({ where: { id: upgradeId } })).version
    const edit = { upgradeId, version: await version(), ...terms, policyId: next.policyId, projectId: d.projectId }
    done(await editUpgrade(d.steward, edit, options))
    expect(code(await editUpgrade(d.steward, edit, options))).toBe('CONFLICT')
    const move = async (kind: 'FILE' | 'START' | 'ACCEPT' | 'PAY', paidWan = '') =>
      changeUpgrade(d.office, { upgradeId, version: await version(), kind, text: '', paidWan }, options)
    for (const kind of ['FILE', 'START', 'ACCEPT'] as const) done(await move(kind))
    expect(code(await move('PAY'))).toBe('UPGRADE_PAID_MISSING')
    expect(code(await move('PAY', '12001'))).toBe('UPGRADE_PAID_OVER')
    done(await move('PAY', '450'))
    const figures = await upgradesFigures(d.office, YEAR, DISTRICT)
    expect(figures.map(({ value }) => value)).toEqual([
      { kind: 'count', n: 1 },
      { kind: 'money', fen: 12_000n * WAN },
      { kind: 'count', n: 1 },
      { kind: 'money', fen: 500n * WAN },
      { kind: 'money', fen: 450n * WAN },
    ])
    for (const name of ['upgrades.stock', 'upgrades.paid'])
      expect(await listUpgrades(d.office, upgradeFilter.parse(asksOf(figures, name)))).toMatchObject({
        total: 1,
        investmentFen: 12_000n * WAN,
        estimatedFen: 500n * WAN,
        paidFen: 450n * WAN,
        enterprises: 1,
      })
    const seen = async (actor: Actor) => (await listUpgrades(actor, upgradeFilter.parse({}))).total
    expect([await seen(d.contact), await seen(d.steward), await seen(d.agency)]).toEqual([1, 1, 0])
    const stranger = await addUser(d.districtId, 'STEWARD', '别的管家', null)
    expect(await seen(stranger)).toBe(0)
    expect(await findUpgrade(stranger, upgradeId)).toBeNull()
  })
})

test('the overview has a line for each service a role may open, and none for those it may not', async () => {
  const lines = async (actor: Actor) => (await servicesOverview(actor, YEAR)).map(({ name }) => name)
  expect(await lines(d.office)).toEqual([
    'appeals',
    'walks',
    'visits',
    'jobs',
    'packs',
    'promotion',
    'upgrades',
    'outbound',
  ])
  expect(await lines(d.agency)).toEqual(['appeals', 'walks', 'visits'])
  expect((await servicesOverview(d.office, YEAR))[0]?.share).toMatchObject({ part: 0n, whole: 0n })
})
