import { fromDb, toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { addDays, addMonths, type PlainDate, ymd } from '@/lib/domain/plain-date'
import { subsidyOf, type UpgradeKind, type UpgradeMoveKind, type UpgradeState } from '@/lib/domain/upgrade'
import { addWorkdays, workdayFrom } from '@/lib/domain/work-calendar'
import type { Prisma, PromotionState, VisitState } from '@/prisma/generated/client'
import { quietEnterprises, type ServiceIssue, serviceYear } from './build-service-issues'
import type { Workshop } from './draft'
import { randomOf } from './random'
import { REAL_NAMES } from './real-names'
import { instantOn, lastWorkday } from './timeline'

const WAN = 1_000_000n
const YI = 10_000n * WAN

/** 意向授信 in 万元: 2060 in sum hold, "2000余万" (other-mechanisms §1, row 19); the last one was taken back. */
const INTENTS = [300, 450, 280, 520, 260, 250, 180] as const
const OCCASIONS = ['万人助万企银企见面会', '惠企政策进园区', '首贷专场'] as const

async function writeIntents(tx: Tx, shop: Workshop, enterprises: readonly string[]): Promise<void> {
  const { districtId, today, calendar, newId } = shop
  const banks = await tx.org.findMany({
    where: { districtId, kind: 'BANK' },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  const { first, span } = serviceYear(today, calendar)
  await tx.intendedCredit.createMany({
    data: INTENTS.map((wan, i) => {
      const on = addWorkdays(calendar, first, Math.floor(((i + 1) * span) / (INTENTS.length + 2)))
      const last = i === INTENTS.length - 1
      return {
        id: newId(),
        districtId,
        enterpriseId: enterprises[i * 2] ?? '',
        bankId: banks[i % banks.length]?.id ?? '',
        amountFen: BigInt(wan) * WAN,
        on: toDb(on),
        occasion: OCCASIONS[i % OCCASIONS.length] ?? '',
        ...(last ? { withdrawnOn: toDb(addWorkdays(calendar, on, 5)), withdrawnWhy: '企业改由自有资金解决' } : {}),
        recordedById: shop.officePersonId,
        createdAt: instantOn(on, 17_000 + i),
      }
    }),
  })
}

type ToldVisit = Readonly<{
  /** Which of the enterprises, or the one whose contact signs in; and working days from today. */
  firm: number | 'CONTACT'
  day: number
  unit: string
  purpose: string
  state: VisitState
  word?: string
  decision?: string
  /** Goes along with the one told before it. */
  along?: true
}>

const VISITS: readonly ToldVisit[] = [
  { firm: 20, day: 1, unit: '工信局', purpose: '了解技改项目进度', state: 'PLANNED' },
  { firm: 20, day: 3, unit: '商务局', purpose: '核对外贸订单和用工', state: 'PLANNED' },
  { firm: 22, day: 0, unit: '营商环境办', purpose: '回访用电增容诉求', state: 'PLANNED' },
  { firm: 23, day: 2, unit: '马寨镇', purpose: '消防隐患整改前先看一次', state: 'PLANNED' },
  { firm: 24, day: 2, unit: '市场监管局', purpose: '商标保护政策上门讲一讲', state: 'PLANNED' },
  { firm: 24, day: 2, unit: '商务局', purpose: '一并核对进出口数据', state: 'MERGED', along: true },
  { firm: 25, day: 4, unit: '城管局', purpose: '装卸口占道问题现场看', state: 'REFUSED', word: '本周赶交货，下周再来' },
  { firm: 26, day: -6, unit: '工信局', purpose: '摸底融资需求', state: 'REFUSED' },
  {
    firm: 27,
    day: -8,
    unit: '商务局',
    purpose: '展会参展意向',
    state: 'HELD',
    decision: '由商务局统一订展位，企业只出展品',
  },
  {
    firm: 28,
    day: -15,
    unit: '供电',
    purpose: '看增容路径',
    state: 'HELD',
    decision: '两周内出增容方案，费用由供电承担到红线',
  },
  { firm: 'CONTACT', day: 2, unit: '区政府办', purpose: '上门讲解稳岗政策', state: 'PLANNED' },
  { firm: 29, day: -30, unit: '自规局', purpose: '厂区扩建用地', state: 'DROPPED', word: '企业调整了扩建计划' },
]

async function writeVisits(tx: Tx, shop: Workshop, enterprises: readonly string[], appeals: readonly ServiceIssue[]) {
  const { districtId, today, calendar, newId, orgIds } = shop
  const bizenv = orgIds.get('营商环境办') ?? ''
  const contact = await tx.user.findUniqueOrThrow({
    where: { username: 'contact' },
    select: { enterpriseId: true },
  })
  const here = workdayFrom(calendar, today)
  const plans: Prisma.VisitPlanCreateManyInput[] = []
  const moves: Prisma.VisitMoveCreateManyInput[] = []
  const add = (plan: Prisma.VisitPlanCreateManyInput & { id: string }, planned: PlainDate, kind: string | null) => {
    plans.push(plan)
    const text = plan.word ?? plan.decision ?? null
    const line = { visitId: plan.id, actorId: shop.officeUserId }
    moves.push({
      ...line,
      id: newId(),
      kind: 'PLAN',
      to: 'PLANNED',
      text: plan.purpose,
      dayOn: plan.on,
      on: toDb(planned),
      at: instantOn(planned, 18_000),
    })
    if (!kind) return
    const day = fromDb(plan.on as Date)
    const done = lastWorkday(calendar, day > today ? today : day)
    moves.push({
      ...line,
      id: newId(),
      kind,
      to: plan.state ?? 'PLANNED',
      text,
      on: toDb(done),
      at: instantOn(done, 20_000),
    })
  }
  let before = ''
  for (const { firm, day, unit, purpose, state, word, decision, along } of VISITS) {
    const on = addWorkdays(calendar, here, day)
    const planned = lastWorkday(calendar, addDays(on < today ? on : today, -3))
    const id = newId()
    const kinds = { PLANNED: null, MERGED: 'MERGE', REFUSED: 'REFUSE', HELD: 'RESULT', DROPPED: 'DROP' } as const
    add(
      {
        id,
        districtId,
        enterpriseId: (firm === 'CONTACT' ? contact.enterpriseId : enterprises[firm]) ?? '',
        unitId: orgIds.get(unit) ?? orgIds.get('工信局') ?? bizenv,
        on: toDb(on),
        purpose,
        state,
        intoId: along ? before : null,
        word: word ?? null,
        decision: decision ?? null,
        plannedById: shop.officePersonId,
        createdAt: instantOn(planned, 18_000),
      },
      planned,
      kinds[state],
    )
    before = id
  }
  // Some of the appeals were heard on visits.
  for (const issue of appeals.filter(({ state }) => state === 'SOLVED').slice(0, 12)) {
    const id = newId()
    const planned = lastWorkday(calendar, addDays(issue.raisedOn, -4))
    add(
      {
        id,
        districtId,
        enterpriseId: issue.enterpriseId,
        unitId: bizenv,
        on: toDb(issue.raisedOn),
        purpose: '万人助万企走访',
        state: 'HELD',
        issueId: issue.id,
        plannedById: shop.officePersonId,
        createdAt: instantOn(planned, 18_000),
      },
      planned,
      'RESULT',
    )
  }
  await tx.visitPlan.createMany({ data: plans.filter(({ intoId }) => !intoId) })
  await tx.visitPlan.createMany({ data: plans.filter(({ intoId }) => intoId) })
  await tx.visitMove.createMany({ data: moves })
}

/** What the province and the nation were told: 2 projects, 28.2亿 in sum as the paper of the push says (other-mechanisms §1, row 16). */
const STATED = { projects: 2, fen: 282_000n * WAN } as const

type ToldPromotion = Readonly<{
  state: PromotionState
  parties?: readonly (readonly [name: string, intended: number, signed?: number, paid?: number])[]
}>

/** Offered before this year, with what has come of it since. */
const OLDER: readonly ToldPromotion[] = [
  { state: 'LISTED' },
  {
    state: 'INTERESTED',
    parties: [
      ['中原产业发展公司', 12_000],
      ['嵩岳股权基金', 8_000],
    ],
  },
  { state: 'SIGNED', parties: [['金水湾商业管理公司', 20_000, 15_000]] },
  { state: 'PAID', parties: [['郑东装备租赁公司', 9_000, 9_000, 3_600]] },
]
const NEWER: readonly PromotionState[] = ['PROPOSED', 'PROPOSED', 'REPORTED']

async function writePromotions(tx: Tx, shop: Workshop): Promise<void> {
  const { districtId, today, calendar, newId } = shop
  const real = REAL_NAMES.map(({ name }) => name)
  const columns = { id: true, name: true, totalFen: true } as const
  const projects = await tx.project.findMany({
    where: {
      districtId,
      status: 'ACTIVE',
      name: { notIn: real },
      stage: { in: ['PLANNING', 'NEGOTIATING', 'SIGNED', 'PERMITTING'] },
    },
    select: { ...columns, stage: true },
    orderBy: { number: 'desc' },
  })
  const named = await tx.project.findFirst({ where: { districtId, name: '新大方云创中心' }, select: columns })
  const planned = projects.filter(({ stage }) => stage === 'PLANNING')
  const others = projects.filter(({ stage, totalFen }) => stage !== 'PLANNING' && totalFen !== null)
  const [partner] = planned
  if (!named || !partner) return
  const { first, span } = serviceYear(today, calendar)
  const inYear = (share: number) => addWorkdays(calendar, first, Math.floor(span * share))
  const step = (promotionId: string, kind: string, to: PromotionState, on: PlainDate, text: string | null = null) => ({
    id: newId(),
    promotionId,
    kind,
    to,
    text,
    on: toDb(on),
    at: instantOn(on, 19_000),
    actorId: shop.officeUserId,
  })
  const promotions: Prisma.PromotionCreateManyInput[] = []
  const moves: ReturnType<typeof step>[] = []
  const parties: Prisma.PromotionPartyCreateManyInput[] = []
  const offer = (
    project: { id: string; totalFen: bigint | null },
    told: ToldPromotion,
    proposedOn: PlainDate,
    pushedOn: PlainDate | null,
    stated: boolean,
  ): string => {
    const id = newId()
    promotions.push({
      id,
      districtId,
      projectId: project.id,
      list: promotions.length % 3 === 1 ? 'MAJOR' : 'INDUSTRY',
      level: promotions.length % 3 === 2 ? 'NATION' : 'PROVINCE',
      mode: (['EQUITY', 'COOPERATION', 'CONCESSION', 'ACQUISITION'] as const)[promotions.length % 4] ?? 'EQUITY',
      totalFen: stated ? project.totalFen : null,
      soughtFen: stated && project.totalFen ? (project.totalFen * 3n) / 10n : null,
      state: told.state,
      proposedOn: toDb(proposedOn),
      pushedOn: pushedOn && toDb(pushedOn),
      createdAt: instantOn(proposedOn, 19_000),
    })
    moves.push(step(id, 'PROPOSE', 'PROPOSED', proposedOn))
    if (told.state === 'REPORTED') moves.push(step(id, 'REPORT', 'REPORTED', addWorkdays(calendar, proposedOn, 8)))
    if (pushedOn) moves.push(step(id, 'PUSH', 'LISTED', pushedOn))
    for (const [i, [name, intended, signed, paid]] of (told.parties ?? []).entries()) {
      const on = inYear(0.25 + 0.1 * i)
      parties.push({
        id: newId(),
        promotionId: id,
        name,
        on: toDb(on),
        intendedFen: BigInt(intended) * WAN,
        signedFen: signed ? BigInt(signed) * WAN : null,
        signedOn: signed ? toDb(inYear(0.5)) : null,
        paidFen: paid ? BigInt(paid) * WAN : null,
        paidOn: paid ? toDb(inYear(0.7)) : null,
      })
      moves.push(step(id, 'PARTY', told.state, on, name))
    }
    return id
  }
  const pushedOn = inYear(0.4)
  const ofYear = [named, partner].map((project) =>
    offer(project, { state: 'LISTED' }, addWorkdays(calendar, pushedOn, -20), pushedOn, false),
  )
  const lastYear = lastWorkday(calendar, addMonths(first, -2))
  const older = OLDER.flatMap((told, i) => {
    const project = others[i]
    return project ? [offer(project, told, addWorkdays(calendar, lastYear, -25), lastYear, true)] : []
  })
  NEWER.forEach((state, i) => {
    const project = planned[i + 1]
    if (project) offer(project, { state }, inYear(0.8 + 0.05 * i), null, true)
  })
  await tx.promotion.createMany({ data: promotions })
  await tx.promotionParty.createMany({ data: parties })
  await tx.promotionMove.createMany({ data: moves })
  const push = async (on: PlainDate, ids: readonly string[], statedFen: bigint, note: string) => {
    const pushId = newId()
    await tx.promotionPush.create({
      data: {
        id: pushId,
        districtId,
        on: toDb(on),
        level: 'NATION',
        platform: '国家、省民间投资推介平台',
        statedFen,
        note,
        pushedById: shop.officePersonId,
        createdAt: instantOn(on, 19_500),
      },
    })
    await tx.promotionPushItem.createMany({ data: ids.map((promotionId) => ({ pushId, promotionId })) })
  }
  await push(pushedOn, ofYear, STATED.fen, '新大方云创中心等2个项目')
  await push(
    lastYear,
    older,
    older.reduce((sum, _, i) => sum + (others[i]?.totalFen ?? 0n), 0n),
    '上年批次',
  )
}

type ToldPolicy = Omit<Prisma.UpgradePolicyCreateManyInput, 'id' | 'districtId' | 'validFrom' | 'validTo' | 'kinds'> &
  Readonly<{ validFrom: PlainDate; validTo: PlainDate | null; kinds: readonly UpgradeKind[] }>

const pilot = {
  document: '郑州市新型技术改造城市试点方案（2024）',
  validFrom: ymd(2024, 1, 1),
  validTo: ymd(2026, 12, 31),
  basis: 'TOTAL',
  rateBp: 1500,
  kinds: [],
} as const

/** Subsidies as far as they are known; what nobody has compared with the paper itself is 待核 (other-mechanisms §11: X36, X38). */
const POLICIES: readonly ToldPolicy[] = [
  {
    ...pilot,
    code: 'P01',
    number: 1,
    name: '新型技术改造试点（点）',
    capFen: 1000n * WAN,
    leastFen: YI,
    conditions: '单个项目总投资1亿元以上，2026年底前完成',
    certain: true,
  },
  {
    ...pilot,
    code: 'P02',
    number: 1,
    name: '新型技术改造试点（线）',
    capFen: 2000n * WAN,
    leastFen: YI,
    conditions: '产业链协同改造，2026年底前完成',
    certain: true,
  },
  {
    ...pilot,
    code: 'P03',
    number: 1,
    name: '新型技术改造试点（面）',
    capFen: 3000n * WAN,
    leastFen: YI,
    conditions: '园区整体改造，2026年底前完成；上限待核',
    certain: false,
  },
  {
    code: 'P04',
    number: 1,
    name: '市级设备投资补贴',
    document: '市级技改政策（待核文号）',
    validFrom: ymd(2022, 1, 1),
    validTo: null,
    basis: 'EQUIPMENT',
    rateBp: 800,
    capFen: 1000n * WAN,
    leastFen: null,
    kinds: [],
    conditions: '设备投资比例和是否仍有效待核',
    certain: false,
  },
  {
    code: 'P04',
    number: 2,
    name: '市级设备投资补贴',
    document: '市级技改政策（待核文号）',
    validFrom: ymd(2022, 1, 1),
    validTo: null,
    basis: 'EQUIPMENT',
    rateBp: 1000,
    capFen: 1000n * WAN,
    leastFen: null,
    kinds: [],
    conditions: '比例按10%改录，是否仍有效待核',
    certain: false,
  },
]

type ToldUpgrade = Readonly<{
  name: string
  content: string
  kinds: readonly UpgradeKind[]
  equipment: number
  total: number
  state: UpgradeState
  policy: number | null
  finance?: true
  energy?: readonly [string, string]
}>

const UPGRADES: readonly ToldUpgrade[] = [
  {
    name: '注塑车间智能化改造',
    content: '更换伺服注塑机12台，上线制造执行系统',
    kinds: ['SMART', 'GREEN'],
    equipment: 3200,
    total: 4600,
    state: 'UNDER_WAY',
    policy: 4,
    energy: ['1860', '1420'],
  },
  {
    name: '数控生产线升级',
    content: '引进五轴加工中心8台，建成柔性产线',
    kinds: ['PREMIUM', 'SMART'],
    equipment: 8600,
    total: 12_000,
    state: 'UNDER_WAY',
    policy: 0,
    finance: true,
  },
  {
    name: '余热回收利用',
    content: '加装余热锅炉和换热机组',
    kinds: ['GREEN'],
    equipment: 900,
    total: 1300,
    state: 'PAID',
    policy: 4,
    energy: ['5200', '4310'],
  },
  {
    name: '冷链分拣自动化',
    content: '自动分拣线和温控监测',
    kinds: ['SMART'],
    equipment: 2100,
    total: 2900,
    state: 'ACCEPTED',
    policy: 4,
  },
  {
    name: '装备制造产业链协同改造',
    content: '上下游三家企业设备联网，共享排产',
    kinds: ['SMART', 'PREMIUM'],
    equipment: 9800,
    total: 16_500,
    state: 'FILED',
    policy: 1,
    finance: true,
  },
  {
    name: '喷涂线水性化改造',
    content: '溶剂型改水性涂装，配套治理设施',
    kinds: ['GREEN'],
    equipment: 1500,
    total: 2200,
    state: 'DIAGNOSED',
    policy: 4,
    energy: ['980', '760'],
  },
  {
    name: '检测实验室升级',
    content: '建材料和电磁兼容实验室',
    kinds: ['PREMIUM'],
    equipment: 2600,
    total: 3500,
    state: 'RESERVE',
    policy: null,
  },
  {
    name: '包装工序机器换人',
    content: '装箱码垛机器人6套',
    kinds: ['SMART'],
    equipment: 860,
    total: 1100,
    state: 'RESERVE',
    policy: null,
    finance: true,
  },
  {
    name: '园区集中供能改造',
    content: '分布式光伏和集中空压站',
    kinds: ['GREEN', 'SMART'],
    equipment: 14_000,
    total: 21_000,
    state: 'DIAGNOSED',
    policy: 2,
    finance: true,
    energy: ['16800', '13900'],
  },
  {
    name: '数字化车间',
    content: '关键工序数控化和质量追溯',
    kinds: ['SMART'],
    equipment: 1900,
    total: 2600,
    state: 'PAID',
    policy: 4,
  },
  {
    name: '模具高精度加工',
    content: '慢走丝和精密磨床',
    kinds: ['PREMIUM'],
    equipment: 3400,
    total: 4200,
    state: 'UNDER_WAY',
    policy: 4,
  },
  {
    name: '锅炉低氮改造',
    content: '燃气锅炉低氮燃烧器',
    kinds: ['GREEN'],
    equipment: 300,
    total: 380,
    state: 'WITHDRAWN',
    policy: null,
  },
]
const PATH: readonly (readonly [UpgradeMoveKind, UpgradeState])[] = [
  ['DIAGNOSE', 'DIAGNOSED'],
  ['FILE', 'FILED'],
  ['START', 'UNDER_WAY'],
  ['ACCEPT', 'ACCEPTED'],
  ['PAY', 'PAID'],
]

async function writeUpgrades(tx: Tx, shop: Workshop): Promise<void> {
  const { districtId, today, calendar, newId } = shop
  const policies = POLICIES.map((policy) => ({ ...policy, id: newId() }))
  await tx.upgradePolicy.createMany({
    data: policies.map(({ validFrom, validTo, kinds, ...policy }) => ({
      ...policy,
      districtId,
      kinds: [...kinds],
      validFrom: toDb(validFrom),
      validTo: validTo && toDb(validTo),
      writtenById: shop.officePersonId,
      createdAt: instantOn(addMonths(today, -20), 1000 + (policy.number ?? 0)),
    })),
  })
  const owners = await tx.project.findMany({
    where: {
      districtId,
      enterpriseId: { not: null },
      enterprise: { users: { none: {} } },
      name: { notIn: REAL_NAMES.map(({ name }) => name) },
    },
    select: { id: true, enterpriseId: true, template: { select: { code: true } } },
    orderBy: { number: 'desc' },
  })
  const { first, span } = serviceYear(today, calendar)
  const rows: Prisma.UpgradeProjectCreateManyInput[] = []
  const moves: Prisma.UpgradeMoveCreateManyInput[] = []
  for (const [i, told] of UPGRADES.entries()) {
    // Two of them are of one enterprise.
    const owner = owners[i === 9 ? 2 * 3 : i * 3]
    if (!owner?.enterpriseId) continue
    const id = newId()
    const enteredOn = addWorkdays(calendar, first, Math.floor((i * span * 0.6) / UPGRADES.length))
    const endOn = addMonths(enteredOn, told.state === 'PAID' || told.state === 'ACCEPTED' ? 5 : 11)
    const policy = told.policy === null ? null : policies[told.policy]
    const money = { equipmentFen: BigInt(told.equipment) * WAN, totalFen: BigInt(told.total) * WAN }
    const said =
      policy &&
      subsidyOf(
        { ...policy, capFen: fenOf(policy.capFen), leastFen: fenOf(policy.leastFen) },
        { ...told, ...money, endOn },
      )
    const estimatedFen = said?.ok ? said.value.fen : null
    const at = (n: number) => {
      const day = addWorkdays(calendar, enteredOn, n * Math.max(1, Math.floor(span / 16)))
      return day > today ? lastWorkday(calendar, today) : day
    }
    const reached = PATH.findIndex(([, state]) => state === told.state)
    const steps = told.state === 'WITHDRAWN' ? ([['WITHDRAW', 'WITHDRAWN']] as const) : PATH.slice(0, reached + 1)
    const paidFen = told.state === 'PAID' ? (estimatedFen ?? 0n) : null
    const paidOn = paidFen === null ? null : at(steps.length)
    rows.push({
      id,
      districtId,
      number: i + 1,
      enterpriseId: owner.enterpriseId,
      projectId: i % 4 === 1 ? owner.id : null,
      name: told.name,
      kinds: [...told.kinds],
      content: told.content,
      ...money,
      startOn: toDb(enteredOn),
      endOn: toDb(endOn),
      energyBefore: told.energy?.[0] ?? null,
      energyAfter: told.energy?.[1] ?? null,
      state: told.state,
      policyId: policy?.id ?? null,
      estimatedFen,
      paidFen,
      paidOn: paidOn && toDb(paidOn),
      needsFinance: told.finance ?? false,
      enteredOn: toDb(enteredOn),
      createdAt: instantOn(enteredOn, 21_000 + i),
    })
    let from: UpgradeState = 'RESERVE'
    const line = (kind: string, to: UpgradeState, on: PlainDate, n: number, paid: bigint | null = null) =>
      moves.push({
        id: newId(),
        upgradeId: id,
        kind,
        from: kind === 'ENTER' ? null : from,
        to,
        text: kind === 'WITHDRAW' ? '企业改为租用厂房，不再改造' : null,
        paidFen: paid,
        on: toDb(on),
        at: instantOn(on, 21_000 + n),
        actorId: shop.officeUserId,
      })
    line('ENTER', 'RESERVE', enteredOn, 0)
    steps.forEach(([kind, to], n) => {
      line(kind, to, at(n + 1), n + 1, kind === 'PAY' ? paidFen : null)
      from = to
    })
  }
  await tx.upgradeProject.createMany({ data: rows })
  await tx.upgradeMove.createMany({ data: moves })
}

const fenOf = (value: bigint | number | null | undefined): bigint | null => (value == null ? null : BigInt(value))

/** Intended credit, visits, offers to private capital and upgrades of the demo: none of a firm that really exists. */
export async function writeServices(tx: Tx, shop: Workshop, appeals: readonly ServiceIssue[]): Promise<void> {
  const enterprises = randomOf('services').shuffle(await quietEnterprises(tx, shop.districtId))
  await writeIntents(tx, shop, enterprises)
  await writeVisits(tx, shop, enterprises, appeals)
  await writePromotions(tx, shop)
  await writeUpgrades(tx, shop)
}
