import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { readCreditCode } from '@/lib/domain/credit-code'
import { FINANCING_STATES, needState } from '@/lib/domain/financing/need'
import { ISSUE_TIERS } from '@/lib/domain/issue/tier'
import { compareLevel } from '@/lib/domain/level-scale'
import { TASK_STATES } from '@/lib/domain/meeting/task-move'
import { addDays, addMonths, on, type PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureState } from '@/lib/domain/procedure'
import { replay } from '@/lib/domain/procedure-move'
import { SIGNED_STAGES } from '@/lib/domain/project'
import { enterpriseFilter } from '@/lib/schemas/enterprise'
import { jobEventFilter, jobFilter } from '@/lib/schemas/job'
import { outboundFilter } from '@/lib/schemas/outbound'
import { seedDemoDistrict } from '@/prisma/seed/demo-district'
import { REAL_ENTERPRISES } from '@/prisma/seed/enterprise-names'
import { migrateDeploy } from '../../scripts/migrate-deploy.mjs'
import { appealsFigures } from './appeals-figures'
import { loadBaseData } from './base-data'
import { expectAccepted } from './briefing-acceptance.fixture'
import { loadCatalog } from './catalog-load'
import { fromDb, toDb } from './date'
import { db } from './db'
import { listDuplicates } from './enterprise-duplicates'
import { enterpriseFigures } from './enterprise-figures'
import { listEnterprises } from './enterprise-list'
import { harbourFigures } from './harbour-figures'
import { listJobEvents } from './job-events'
import { jobFigures } from './job-figures'
import { listJobs } from './job-list'
import type { KeptReasons } from './levels'
import { outboundFigures } from './outbound-figures'
import { listOutbound } from './outbound-list'
import { packsFigures } from './packs-figures'
import { caseOf, recordedMove } from './procedure-rows'
import { promotionFigures } from './promotion-figures'
import { brokenRankings } from './ranking-seal'
import { projectOfLine } from './ranking-version'
import { upgradesFigures } from './upgrades-figures'
import { walksFigures } from './walks-figures'

const PASSWORD = 'Erqi-Demo-2026'
const shared = process.env.DATABASE_URL ?? ''
const made: string[] = []

/** Lets `db` speak to a database of its own: each seed wants an empty one. */
async function useFreshDatabase(): Promise<void> {
  const name = `demo_${process.pid}_${made.length}`
  const admin = new pg.Client({ connectionString: shared })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  made.push(name)
  const url = new URL(shared)
  url.pathname = `/${name}`
  await migrateDeploy(url.href)
  await reconnect(url.href)
}

async function reconnect(url: string): Promise<void> {
  await db.$disconnect()
  process.env.DATABASE_URL = url
  delete (globalThis as { db?: unknown }).db
}

/** Every row of every table that the seed writes, as text; the salt of the password is the one thing left to chance. */
async function allRows(): Promise<Record<string, string[]>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ text: string }[]>(
      `SELECT (to_jsonb(t) - 'passwordHash')::text AS text FROM "${name}" t ORDER BY 1`,
    )
    found[name] = rows.map((row) => row.text)
  }
  return found
}

const seed = async (day: PlainDate) => {
  await useFreshDatabase()
  return seedDemoDistrict(day, PASSWORD)
}

const today = on('2026-11-24')
beforeAll(() => seed(today))
afterAll(async () => {
  await reconnect(shared)
  const admin = new pg.Client({ connectionString: shared })
  await admin.connect()
  for (const name of made) await admin.query(`drop database ${name} with (force)`)
  await admin.end()
})

test('142 projects, 61 of them signed, the two real names without anything invented', async () => {
  const projects = await db.project.findMany({
    include: { _count: { select: { procedures: true, yearPlans: true, completions: true, issues: true } } },
  })
  expect(projects).toHaveLength(142)
  expect(projects.filter((p) => SIGNED_STAGES.includes(p.stage))).toHaveLength(61)
  const real = projects.filter((p) => ['比亚迪全品牌体验中心', '新大方云创中心'].includes(p.name))
  expect(real.map((p) => [p.level, p.totalFen, p.enterpriseId, p.contactId])).toEqual([
    ['GREEN', null, null, null],
    ['GREY', null, null, null],
  ])
  for (const { _count } of real) expect(Object.values(_count)).toEqual([0, 0, 0, 0])
})

test('the register, the work of the year and business abroad: each figure is what its list shows', async () => {
  const { id: userId, personId, districtId } = await db.user.findFirstOrThrow({ where: { username: 'office' } })
  const office = {
    userId,
    personId,
    districtId,
    role: 'OFFICE',
    orgId: null,
    enterpriseId: null,
    standsInFor: [personId],
  }
  const actor = office as unknown as Actor
  const period = { from: on('2026-01-01'), to: today }
  const valuesOf = async (taskforceId: string | null) => {
    const figures = [
      ...(await enterpriseFigures(actor, period, { taskforceId })),
      ...(await jobFigures(actor, period, { taskforceId })),
      ...(await outboundFigures(actor, period, { taskforceId })),
    ]
    for (const { name, value, href } of figures) {
      const { pathname, searchParams } = new URL(href, 'http://x')
      const asked = Object.fromEntries(searchParams)
      if (pathname === '/enterprises') {
        expect([name, value]).toEqual([
          name,
          { kind: 'count', n: (await listEnterprises(actor, enterpriseFilter.parse(asked))).total },
        ])
      } else if (pathname === '/services/jobs') {
        const { total, posts, enterprises } = await listJobs(actor, jobFilter.parse(asked))
        const n = { 'jobs.needs': total, 'jobs.posts': posts, 'jobs.enterprises': enterprises }[name]
        expect([name, value]).toEqual([name, { kind: 'count', n }])
      } else if (pathname === '/services/jobs/events') {
        const { total, offered, intended } = await listJobEvents(actor, jobEventFilter.parse(asked))
        const n = { 'jobs.events': total, 'jobs.matched': offered, 'jobs.intended': intended }[name]
        expect([name, value]).toEqual([name, { kind: 'count', n }])
      } else {
        const page = await listOutbound(actor, outboundFilter.parse(asked))
        if (value.kind === 'foreign')
          expect([name, String(value.minor)]).toEqual([
            name,
            page.sums.find((sum) => sum.currency === value.currency)?.minor ?? '0',
          ])
        else expect([name, value.kind === 'count' ? value.n : page.total]).toEqual([name, page.total])
      }
    }
    return Object.fromEntries(figures.map(({ name, value }) => [name, value]))
  }
  const all = await valuesOf(null)
  expect(all).toMatchObject({
    'jobs.posts': { kind: 'count', n: 10_680 },
    'jobs.matched': { kind: 'count', n: 10_240 },
    'jobs.events': { kind: 'count', n: 6 },
    'outbound.filedUSD': { kind: 'foreign', minor: 7_241_000_000n, currency: 'USD' },
    'outbound.warehouses': { kind: 'count', n: 2 },
    'outbound.warehouseCountries': { kind: 'names', names: ['英国', '德国'] },
    'outbound.whiteListed': { kind: 'count', n: 1 },
  })
  const { id: taskforceId } = await db.org.findFirstOrThrow({ where: { shortName: '低碳工业专班' } })
  const some = await valuesOf(taskforceId)
  expect(some['outbound.filedUSD']).toMatchObject({ minor: 0n })
  expect(some['jobs.posts']).not.toEqual(all['jobs.posts'])
  // One row more is another figure.
  const row = await db.jobNeed.findFirstOrThrow({ where: { state: 'OPEN' } })
  await db.jobNeed.update({ where: { id: row.id }, data: { number: { increment: 1 } } })
  expect((await valuesOf(null))['jobs.posts']).toEqual({ kind: 'count', n: 10_681 })
  await db.jobNeed.update({ where: { id: row.id }, data: { number: { decrement: 1 } } })
  const codes = await db.enterprise.findMany({ where: { creditCode: { not: null } }, select: { creditCode: true } })
  expect(codes.length).toBeGreaterThan(430)
  expect(codes.filter(({ creditCode }) => !readCreditCode(creditCode ?? '').ok)).toEqual([])
  expect((await listDuplicates(actor)).map(({ reason }) => reason)).toEqual(['CODE', 'NAME', 'NAME', 'CONTAINED'])
  const real = await db.enterprise.findMany({ where: { name: { in: [...REAL_ENTERPRISES] } } })
  expect(real.map((r) => [r.creditCode, r.size, r.industry, r.employees])).toEqual(
    Array(5).fill([null, null, null, null]),
  )
  expect(await db.enterpriseCredit.count({ where: { enterprise: { name: { in: [...REAL_ENTERPRISES] } } } })).toBe(0)
})

test('the services of the year come out of their rows as the customer states them', async () => {
  const { districtId, id, personId, orgId } = await db.user.findUniqueOrThrow({ where: { username: 'office' } })
  const office = {
    districtId,
    userId: id,
    personId,
    orgId,
    role: 'OFFICE',
    standsInFor: [personId],
  } as unknown as Actor
  const period = { from: on('2026-01-01'), to: today }
  const figures = [
    ...(await appealsFigures(office, period, { taskforceId: null })),
    ...(await promotionFigures(office, period, { taskforceId: null })),
    ...(await upgradesFigures(office, period, { taskforceId: null })),
  ]
  const worth = (name: string) => figures.find((figure) => figure.name === name)?.value
  expect([worth('appeals.received'), worth('appeals.solved')]).toEqual([
    { kind: 'count', n: 205 },
    { kind: 'count', n: 201 },
  ])
  expect(worth('appeals.strictRate')).toEqual({ kind: 'share', part: 201n, whole: 205n })
  const intended = worth('appeals.intendedCredit')
  const wan = intended?.kind === 'money' ? Number(intended.fen / 1_000_000n) : 0
  expect(wan).toBeGreaterThanOrEqual(2000)
  expect(wan).toBeLessThan(2100)
  expect([worth('promotion.pushed'), worth('promotion.pushedTotal')]).toEqual([
    { kind: 'count', n: 2 },
    { kind: 'money', fen: 282_000_000_000n },
  ])
  // Nothing of it is money of the project that really exists.
  const real = await db.promotion.findFirstOrThrow({
    where: { project: { name: '新大方云创中心' } },
    include: { parties: true },
  })
  expect([real.totalFen, real.soughtFen, real.parties]).toEqual([null, null, []])
  const upgrades = worth('upgrades.stock')
  expect(upgrades?.kind === 'count' && upgrades.n).toBeGreaterThan(8)
})

test('nine harbours are open; an event brought more than twenty firms and two banks together, and one firm intends 500万元', async () => {
  const office = await db.user.findUniqueOrThrow({ where: { username: 'office' } })
  const actor = { ...office, userId: office.id, role: 'OFFICE' } as unknown as Actor
  const year = { from: on(`${today.slice(0, 4)}-01-01`), to: today }
  const harbours = await harbourFigures(actor, year, { taskforceId: null })
  expect(harbours.find(({ name }) => name === 'harbours.built')?.value).toEqual({ kind: 'count', n: 9 })
  const event = await db.financeEvent.findFirstOrThrow({
    where: { kind: 'UPGRADE', state: 'HELD' },
    include: {
      guests: { where: { attended: true }, include: { enterprise: true } },
      banks: { where: { attended: true }, include: { bank: true } },
      intentions: { include: { enterprise: true, follows: true } },
    },
  })
  expect(event.guests.length).toBeGreaterThanOrEqual(20)
  const names = event.guests.map(({ enterprise }) => enterprise.name)
  expect(names).toEqual(expect.arrayContaining(['新大方', '华中食品', '华都柜业']))
  expect(event.banks.map(({ bank }) => bank.name).toSorted()).toEqual(['中国银行', '民生银行'])
  expect(event.intentions.map((one) => [one.enterprise.name, one.intendedFen, one.bankId, one.follows])).toEqual([
    ['启阳工控', 500_000_000n, null, []],
  ])
  // Nothing is invented about the two banks that exist.
  expect(await db.eventIntention.count({ where: { bank: { name: { in: ['中国银行', '民生银行'] } } } })).toBe(0)
  expect(await db.harbour.count({ where: { leadBank: { name: { in: ['中国银行', '民生银行'] } } } })).toBe(0)
})

test('the numbers the district tells of itself are counted from its rows, and another row makes another number', async () => {
  const user = await db.user.findUniqueOrThrow({ where: { username: 'office' }, include: { person: true } })
  await expectAccepted(
    {
      userId: user.id,
      personId: user.personId,
      name: user.person.name,
      role: user.role,
      districtId: user.districtId,
      orgId: user.orgId,
      enterpriseId: null,
      standsInFor: [user.personId],
      address: null,
    } as unknown as Actor,
    today,
  )
})

test('every project has one steward; nobody has more than eight, one has a single project', async () => {
  const live = await db.stewardAssignment.groupBy({ by: ['personId'], where: { toOn: null }, _count: true })
  const loads = live.map((s) => s._count).sort((a, b) => a - b)
  expect(loads).toHaveLength(23)
  expect(loads.reduce((a, b) => a + b, 0)).toBe(142)
  expect([loads[0], loads[1], loads.at(-1)]).toEqual([1, 6, 8])
})

test('the city above has two districts to compare: what the second has published is all there is of it', async () => {
  const city = await db.user.findUniqueOrThrow({ where: { username: 'city' } })
  const below = { district: { parentId: city.districtId } }
  const published = await db.ranking.findMany({
    where: { ...below, versions: { some: { signedAt: { not: null } } } },
    orderBy: [{ month: 'asc' }, { district: { code: 'asc' } }],
    select: { month: true, district: { select: { code: true } } },
  })
  expect(published).toHaveLength(12)
  expect(new Set(published.map(({ district }) => district.code))).toEqual(new Set(['410103', '410199']))
  expect(await db.project.count({ where: { district: { code: { not: '410103' } } } })).toBe(0)
  // The command line imports for the one district that has an office with an account.
  expect(await db.user.count({ where: { role: 'OFFICE', district: { code: { not: '410103' } } } })).toBe(0)
})

test('every account of the demo has work to look at', async () => {
  const account = (username: string) => db.user.findUniqueOrThrow({ where: { username } })
  const steward = await account('steward')
  const own = await db.project.findMany({ where: { stewards: { some: { personId: steward.personId, toOn: null } } } })
  expect(own).toHaveLength(8)
  expect(new Set(own.map((p) => p.level))).toEqual(new Set(['RED', 'YELLOW', 'BLUE', 'GREEN']))
  const contact = await account('contact')
  expect(await db.procedure.count({ where: { project: { enterpriseId: contact.enterpriseId } } })).toBeGreaterThan(10)
  const agency = await account('agency')
  const inHand: ProcedureState[] = ['RECEIVED', 'ACCEPTED', 'SUPPLEMENT', 'SPECIAL']
  expect(await db.procedure.count({ where: { agencyId: agency.orgId, state: { in: inHand } } })).toBeGreaterThan(5)
  const [leader, taskforce, street] = [await account('leader'), await account('taskforce'), await account('street')]
  expect(await db.project.count({ where: { leaderId: leader.personId } })).toBeGreaterThan(5)
  expect(await db.project.count({ where: { taskforceId: taskforce.orgId } })).toBeGreaterThan(20)
  expect(await db.project.count({ where: { streetId: street.orgId } })).toBeGreaterThan(5)
})

test('the year of the bank bridge sums to what the district has said, in every state, and the bank has work', async () => {
  const channel = 'ZHENGHAORONG' as const
  const wan = 1_000_000n
  const applied = await db.financingNeed.aggregate({ where: { channel }, _sum: { amountFen: true } })
  const granted = await db.financingOffer.aggregate({ where: { need: { channel } }, _sum: { grantedFen: true } })
  expect([applied._sum.amountFen, granted._sum.grantedFen]).toEqual([52_900n * wan, 11_800n * wan])
  const states = await db.financingNeed.groupBy({ by: ['state'] })
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(FINANCING_STATES))
  const outside = { OR: [{ filedOn: { lt: toDb(on('2026-01-01')) } }, { filedOn: { gt: toDb(today) } }] }
  expect(await db.financingNeed.count({ where: outside })).toBe(0)
  const stale = await db.financingNeed.findMany({ include: { offers: { select: { state: true } } } })
  for (const need of stale)
    if (need.offers.length > 0)
      expect(
        needState(
          need.state,
          need.offers.map(({ state }) => state),
        ),
      ).toBe(need.state)
  const { orgId } = await db.user.findUniqueOrThrow({ where: { username: 'bank' } })
  const waiting = {
    bankId: orgId ?? '',
    state: { in: ['RECOMMENDED' as const, 'ACCEPTED' as const, 'DILIGENCE' as const] },
  }
  expect(await db.financingOffer.count({ where: waiting })).toBeGreaterThan(3)
})

test('the catalogue and the base data are loaded once, every agency of an item is a unit', async () => {
  const { id } = await db.district.findUniqueOrThrow({ where: { code: '410103' } })
  await db.$transaction(async (tx) => {
    await loadBaseData(tx, id, today)
    await loadCatalog(tx, id, today)
  })
  expect([
    await db.catalogVersion.count(),
    await db.catalogItem.count(),
    await db.template.count(),
    await db.rulesVersion.count(),
    await db.holidayYear.count(),
  ]).toEqual([1, 44, 4, 1, 3])
  const orphans = await db.catalogItem.findMany({ where: { agencyId: null }, select: { code: true, agencyName: true } })
  // 环保设施自主验收 is the project unit's own work.
  expect(orphans).toEqual([{ code: 'JG04', agencyName: '项目单位' }])
})

test('money is what a project of its stage can have', async () => {
  const projects = await db.project.findMany({ include: { yearPlans: true } })
  const share = (plan: { openingFen: bigint; enteredFen: bigint; plannedFen: bigint }) =>
    Number(((plan.openingFen + plan.enteredFen) * 10_000n) / plan.plannedFen) / 100
  const shares = new Map<string, number[]>()
  for (const { stage, totalFen, yearPlans } of projects) {
    const plan = yearPlans.find((p) => p.year === 2026)
    const done = yearPlans.reduce((sum, p) => sum + p.openingFen + p.enteredFen, 0n)
    if (totalFen === null) expect(yearPlans).toEqual([])
    else {
      expect(done <= totalFen).toBe(true)
      for (const p of yearPlans) expect(p.plannedFen <= totalFen).toBe(true)
      // Before construction there is little to pay for.
      if (stage === 'PERMITTING' || stage === 'SIGNED') expect(done * 20n <= totalFen).toBe(true)
    }
    if (plan) shares.set(stage, [...(shares.get(stage) ?? []), share(plan)])
  }
  expect(Math.max(0, ...(shares.get('PERMITTING') ?? []))).toBeLessThan(85)
  const building = shares.get('CONSTRUCTION') ?? []
  expect(building.length).toBeGreaterThan(15)
  expect(Math.max(...building)).toBeLessThan(96)
  for (const stage of ['COMPLETED', 'PRODUCTION'])
    for (const done of shares.get(stage) ?? []) expect(done).toBeGreaterThan(95)
  expect(shares.get('COMPLETED')?.length).toBeGreaterThan(2)
})

test('colours turn on days off as well: a month after the start ends when it ends', async () => {
  const late = await db.project.findMany({
    where: { level: { in: ['YELLOW', 'RED'] }, enrolledOn: null, stage: 'CONSTRUCTION' },
    include: { milestones: { where: { kind: 'START' } }, levelChanges: { where: { procedureId: null, ruleId: 'D4' } } },
  })
  const checked = late.flatMap(({ milestones: [start], levelChanges }) => {
    const turned = levelChanges.filter((change) => change.to === 'YELLOW').map((change) => fromDb(change.on))
    return start?.actualOn && turned.length > 0 ? [[turned.toSorted()[0], fromDb(start.actualOn)] as const] : []
  })
  expect(checked.length).toBeGreaterThan(0)
  for (const [turned, started] of checked) expect(turned).toBe(addDays(addMonths(started, 1), 1))
})

test('the last weeks are frozen, two meetings were held with what they decided, the next one is a draft', async () => {
  const weeks = await db.weekSnapshot.findMany({
    orderBy: { weekOf: 'asc' },
    select: { weekOf: true, _count: { select: { projects: true } } },
  })
  expect(weeks.map((w) => fromDb(w.weekOf))).toEqual(['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'])
  expect(weeks.at(-1)?._count.projects).toBe(142)
  const meetings = await db.meeting.findMany({ orderBy: { weekOf: 'asc' }, include: { items: true, tasks: true } })
  expect(meetings.map((m) => [m.week, m.state])).toEqual([
    [46, 'SIGNED'],
    [47, 'SIGNED'],
    [48, 'DRAFT'],
  ])
  const rules = new Set(meetings.at(-1)?.items.map((item) => item.rule))
  // Drafted from everything there is, gaps in factors among it.
  expect([...rules]).toEqual(expect.arrayContaining(['UNFINISHED', 'FACTOR_GAP']))
  expect(rules.size).toBeGreaterThan(2)
  const states = new Set(meetings.flatMap((m) => m.tasks.map((task) => task.state)))
  expect([...states].sort()).toEqual([...TASK_STATES].sort())
  const tasks = meetings.flatMap((m) => m.tasks)
  expect(tasks.filter((task) => task.askedUntilOn)).toHaveLength(1)
  const slips = await db.slip.findMany({ where: { kind: { not: 'ASSIGN' } } })
  expect(slips.filter((slip) => slip.kind === 'URGE' && slip.issuedOn).length).toBeGreaterThan(0)
  expect(slips.filter((slip) => slip.kind === 'SUPERVISE').map((slip) => slip.issuedOn)).toContain(null)
})

test('six months are ranked and published, one of them corrected, and the seventh may be objected to today', async () => {
  const district = { code: '410103' }
  const months = await db.ranking.findMany({
    where: { district },
    orderBy: { month: 'asc' },
    include: {
      versions: { orderBy: { number: 'asc' } },
      objections: true,
    },
  })
  expect(months.map(({ month }) => month)).toEqual([
    '2026-04',
    '2026-05',
    '2026-06',
    '2026-07',
    '2026-08',
    '2026-09',
    '2026-10',
  ])
  expect(months.map(({ versions }) => versions.map(({ signedAt }) => signedAt !== null))).toEqual([
    [true],
    [true],
    [true],
    [true, true],
    [true],
    [true],
    [false],
  ])
  expect(months.map(({ objections }) => objections.map(({ state }) => state))).toEqual([
    [],
    [],
    [],
    [],
    ['ACCEPTED'],
    ['REFUSED'],
    ['OPEN'],
  ])
  const draft = months.at(-1)
  expect(draft && fromDb(draft.draftOn) <= today && today <= fromDb(draft.objectUntilOn)).toBe(true)
  const scores = await db.rankingLine.findMany({
    where: { table: 'STEWARD', version: { ranking: { district, month: '2026-10' } } },
  })
  expect(scores.filter(({ rank }) => rank !== null).length).toBeGreaterThan(10)
  expect(new Set(scores.map(({ score }) => score)).size).toBeGreaterThan(8)
  const broken = []
  for await (const finding of brokenRankings()) broken.push(finding)
  expect(broken).toEqual([])
  // A reader finds what a good cause left out, whom a red reminds, and a month whose projects were not of one colour throughout.
  const inMonth = (month: string) => ({ version: { number: 1, ranking: { district, month } } })
  for (const month of ['2026-07', '2026-08'])
    expect(
      await db.rankingItem.count({ where: { out: 'WAIVED', table: 'STEWARD', ...inMonth(month) } }),
    ).toBeGreaterThan(0)
  expect(await db.rankingItem.count({ where: { indicator: 'RED', ...inMonth('2026-07') } })).toBeGreaterThan(0)
  const july = await db.rankingLine.findMany({ where: { table: 'PROJECT', ...inMonth('2026-07') } })
  const colours = july.map(({ body }) => Object.values(projectOfLine({ body }).colourDays).filter((n) => n > 0).length)
  expect(colours.filter((n) => n > 1).length).toBeGreaterThan(10)
})

test('the year has its walks and packs: 286 problems solved on the way, some 1500 packs, and savings that add up', async () => {
  const office = await db.user.findUniqueOrThrow({ where: { username: 'office' } })
  const actor = { ...office, userId: office.id, standsInFor: [], enterpriseId: null } as unknown as Actor
  const period = { from: on('2026-01-01'), to: today }
  const figures = [
    ...(await walksFigures(actor, period, { taskforceId: null })),
    ...(await packsFigures(actor, period, { taskforceId: null })),
  ]
  const value = (name: string) => figures.find((figure) => figure.name === name)?.value
  expect(value('walks.issuesSolved')).toEqual({ kind: 'count', n: 286 })
  expect(value('packs.handed')).toEqual({ kind: 'count', n: 1523 })
  const count = (name: string) => {
    const found = value(name)
    return found?.kind === 'count' ? found.n : found?.kind === 'time' ? (found.amount ?? 0) : 0
  }
  expect(count('walks.walks')).toBeGreaterThan(50)
  for (const name of ['walks.papersSaved', 'walks.daysSaved', 'walks.tripsSaved'])
    expect(count(name)).toBeGreaterThan(10)
  // What the findings of a walk measure is never more than the walk itself.
  const walks = await db.walk.findMany({ include: { steps: true, findings: true } })
  for (const { steps, findings } of walks) {
    const most = steps.reduce((sum, { papers }) => sum + papers, 0)
    expect(findings.reduce((sum, { beforePapers }) => sum + (beforePapers ?? 0), 0)).toBeLessThanOrEqual(most)
  }
  expect(new Set((await db.walkFinding.findMany()).map(({ state }) => state)).size).toBe(4)
  for (const batch of await db.packBatch.findMany({ include: { packs: { where: { returnedOn: null } } } }))
    expect(batch.packs.length).toBeLessThanOrEqual(batch.prepared)
})

test('every procedure is the fold of its moves', async () => {
  const rows = await db.procedure.findMany({ include: { events: { orderBy: { seq: 'asc' } } } })
  expect(rows.length).toBeGreaterThan(1_000)
  for (const { events, ...row } of rows) expect(replay(events.map(recordedMove))).toEqual(caseOf(row))
})

test('one application counts as accepted by law, and one was registered after it did', async () => {
  const rows = await db.procedure.findMany({
    where: { code: { in: ['JG02', 'JG05'] }, state: { in: ['RECEIVED', 'ACCEPTED'] } },
    include: { events: true, project: { select: { level: true, levelReasons: true } } },
  })
  const waiting = rows.filter((row) => row.state === 'RECEIVED')
  expect(waiting.map((row) => [row.code, row.level, row.project.level])).toContainEqual(['JG02', 'BLUE', 'BLUE'])
  expect(waiting.map((row) => JSON.stringify(row.levelReasons)).join()).toContain('DEEMED_ACCEPTED')
  const late = rows.flatMap(({ events }) => events.filter((e) => e.move === 'ACCEPT'))
  expect(late.some((e) => (e.data as { set: { acceptedOn: string } }).set.acceptedOn < fromDb(e.on))).toBe(true)
})

test('no procedure is planned to begin before what it waits for is planned to end', async () => {
  const rows = await db.procedure.findMany({
    where: { state: { not: 'NA' } },
    select: { projectId: true, code: true, state: true, predecessors: true, planSubmitOn: true, planFinishOn: true },
  })
  const everything = await db.procedure.findMany({
    select: { projectId: true, code: true, predecessors: true, state: true },
  })
  const graphs = new Map<string, Map<string, readonly string[]>>()
  const absent = new Set<string>()
  for (const { projectId, code, predecessors, state } of everything) {
    graphs.set(projectId, (graphs.get(projectId) ?? new Map()).set(code, predecessors))
    if (state === 'NA') absent.add(`${projectId}/${code}`)
  }
  const planned = new Map(rows.map((row) => [`${row.projectId}/${row.code}`, row]))
  const waitsFor = (projectId: string, code: string): readonly string[] =>
    (graphs.get(projectId)?.get(code) ?? []).flatMap((before) =>
      absent.has(`${projectId}/${before}`) ? waitsFor(projectId, before) : [before],
    )
  let compared = 0
  const early = rows.flatMap(({ projectId, code, planSubmitOn, planFinishOn }) => {
    const begins = planSubmitOn ?? planFinishOn
    return waitsFor(projectId, code).flatMap((before) => {
      const ends = planned.get(`${projectId}/${before}`)?.planFinishOn
      if (!begins || !ends) return []
      compared += 1
      return begins < ends ? [`${projectId} ${code} ${fromDb(begins)} before ${before} ${fromDb(ends)}`] : []
    })
  })
  expect(compared).toBeGreaterThan(1_000)
  expect(early).toEqual([])
})

test('no start is promised before its permits are, and no production before it is confirmed', async () => {
  const projects = await db.project.findMany({
    where: { status: 'ACTIVE', stage: { in: ['SIGNED', 'PERMITTING'] }, level: 'GREEN' },
    select: {
      template: { select: { startConditions: true } },
      milestones: { where: { kind: { in: ['START', 'PRODUCTION'] }, actualOn: null } },
      procedures: { select: { code: true, planFinishOn: true } },
    },
  })
  expect(projects.length).toBeGreaterThan(5)
  for (const { template, milestones, procedures } of projects) {
    const endsOf = (codes: readonly string[]) =>
      procedures.flatMap((p) => (codes.includes(p.code) && p.planFinishOn ? [fromDb(p.planFinishOn)] : [])).toSorted()
    for (const { kind, plannedOn } of milestones) {
      const last = endsOf(kind === 'START' ? (template?.startConditions ?? []) : ['TC05']).at(-1)
      if (plannedOn && last) expect(fromDb(plannedOn) > last).toBe(true)
    }
  }
})

test('nothing that waits for the building to stand is done before it stands', async () => {
  // TC04, the enrolment of investment, follows the start of construction.
  const after = { item: { stage: { in: ['竣工验收', '投产'] } }, code: { not: 'TC04' } }
  const rows = await db.procedure.findMany({
    where: { ...after, state: { in: ['DONE', 'DONE_TOL'] } },
    select: {
      code: true,
      finishedOn: true,
      project: { select: { name: true, milestones: { where: { kind: { in: ['COMPLETION', 'PRODUCTION'] } } } } },
    },
  })
  expect(rows.length).toBeGreaterThan(20)
  const early = rows.flatMap(({ code, finishedOn, project }) => {
    const stood = project.milestones.find(({ kind }) => kind === 'COMPLETION')?.actualOn
    return finishedOn && stood && finishedOn >= stood ? [] : [`${project.name} ${code}`]
  })
  expect(early).toEqual([])
  const produced = await db.milestone.findMany({
    where: { kind: 'PRODUCTION', actualOn: { not: null } },
    select: { actualOn: true, project: { select: { name: true, milestones: { where: { kind: 'COMPLETION' } } } } },
  })
  const unbuilt = produced.filter(({ actualOn, project }) => {
    const stood = project.milestones[0]?.actualOn
    return !stood || !actualOn || actualOn < stood
  })
  expect(unbuilt.map(({ project }) => project.name)).toEqual([])
})

test('a project that gets worse by itself says what turns it', async () => {
  const rows = await db.project.findMany({
    where: { status: 'ACTIVE', nextLevelOn: { not: null } },
    select: { name: true, level: true, nextLevel: true, levelReasons: true },
  })
  const worse = rows.filter(({ level, nextLevel }) => nextLevel && compareLevel(nextLevel, level) > 0)
  expect(worse.length).toBeGreaterThan(20)
  const kept = worse.map(({ name, level, levelReasons }) => ({
    name,
    level,
    ...(levelReasons as unknown as KeptReasons),
  }))
  expect(kept.filter(({ turn, reasons }) => !turn && !reasons[0]).map(({ name }) => name)).toEqual([])
  // A sentence without a cause of its own is about what the colour already speaks of.
  expect(kept.filter(({ turn, reasons, level }) => !turn && reasons[0]?.level !== level)).toEqual([])
  const items = kept.flatMap(({ turn }) => (turn?.dimension === 'D1' ? [turn.code] : []))
  expect(items.length).toBeGreaterThan(0)
  expect(items).not.toContain(null)
})

test('the first evaluation finds every colour as its history left it', async () => {
  const strangers = await db.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM "LevelChange" WHERE id::text NOT LIKE '%-7000-8000-%'`
  expect(strangers).toEqual([{ n: 0n }])
  expect(await db.project.count({ where: { evaluatedOn: null } })).toBe(0)
})

test('the same day gives the same rows', { timeout: 240_000 }, async () => {
  const first = await allRows()
  await seed(today)
  expect(await allRows()).toEqual(first)
})

test.each(['2026-01-05', '2026-02-22', '2026-10-08', '2025-06-30'])(
  'the colours are spread the same way on %s',
  { timeout: 240_000 },
  async (day) => {
    const { projects, signed, levels } = await seed(on(day))
    expect({ projects, signed, levels }).toEqual({
      projects: 142,
      signed: 61,
      levels: { RED: 5, YELLOW: 9, BLUE: 10, GREEN: 37 },
    })
    expect(await db.levelChange.count({ where: { NOT: { on: { lte: new Date(`${day}T00:00:00Z`) } } } })).toBe(0)
  },
)

test('what happened to a problem is told in the order of its days, and its level only rises', async () => {
  const issues = await db.issue.findMany({
    select: { number: true, moves: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
  })
  expect(issues.filter(({ moves }) => moves.length > 7).length).toBeGreaterThan(0)
  for (const { number, moves } of issues) {
    const days = moves.map(({ on }) => on.getTime())
    const tiers = moves.map(({ tier }) => ISSUE_TIERS.indexOf(tier))
    expect([number, days, tiers]).toEqual([number, days.toSorted((a, b) => a - b), tiers.toSorted((a, b) => a - b)])
    for (const [i, { from }] of moves.entries())
      expect([number, i, from]).toEqual([number, i, moves[i - 1]?.to ?? null])
  }
})
