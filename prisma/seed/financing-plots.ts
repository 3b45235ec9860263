import type { FinancingReason, FinancingState, PaymentKind } from '@/lib/domain/financing/need'

/** How far a need of the demo has come: where it ends, and where its steps stand, in days before today. */
export type FinancingPlot = Readonly<{
  state: FinancingState
  /** How many days ago it was filed; one of the past year's days where none is said. */
  filedAgo?: number
  /** How many days ago its bank took it on; none before that. */
  acceptedAgo?: number
  contacted?: boolean
  consent?: boolean
  reason?: FinancingReason
  /** Share of what was applied for that is granted. */
  share?: number
  payment?: PaymentKind
  /** A bank that said no first. */
  before?: FinancingReason
  /** Of the demo's own bank, or of its own enterprise. */
  ours?: 'bank' | 'enterprise'
}>

const many = (n: number, plot: FinancingPlot): FinancingPlot[] => Array.from({ length: n }, () => plot)

/** Needs of a year in every state; the first ones wait for the demo's bank, office and enterprise. */
export const FINANCING_PLOTS: readonly FinancingPlot[] = [
  { state: 'DILIGENCE', filedAgo: 36, acceptedAgo: 27, contacted: true, consent: true, ours: 'bank' },
  { state: 'DILIGENCE', filedAgo: 19, acceptedAgo: 12, contacted: true, consent: true, ours: 'bank' },
  { state: 'ACCEPTED', filedAgo: 8, acceptedAgo: 3, consent: true, ours: 'bank' },
  { state: 'RECOMMENDED', filedAgo: 5, consent: true, ours: 'bank' },
  { state: 'RECOMMENDED', filedAgo: 6, ours: 'enterprise' },
  { state: 'DILIGENCE', filedAgo: 22, acceptedAgo: 14, contacted: true, consent: true, ours: 'enterprise' },
  { state: 'FILED', filedAgo: 0 },
  { state: 'FILED', filedAgo: 1 },
  { state: 'FILED', filedAgo: 3 },
  { state: 'FILED', filedAgo: 8 },
  { state: 'CHECKED', filedAgo: 4 },
  { state: 'CHECKED', filedAgo: 6 },
  { state: 'CHECKED', filedAgo: 9 },
  { state: 'UNQUALIFIED' },
  { state: 'UNQUALIFIED' },
  { state: 'UNQUALIFIED' },
  { state: 'RECOMMENDED', filedAgo: 7 },
  { state: 'RECOMMENDED', filedAgo: 10 },
  { state: 'RECOMMENDED', filedAgo: 12, consent: true },
  { state: 'ACCEPTED', filedAgo: 14, acceptedAgo: 8, consent: true },
  { state: 'ACCEPTED', filedAgo: 10, acceptedAgo: 4, contacted: true, consent: true },
  { state: 'DILIGENCE', filedAgo: 44, acceptedAgo: 36, contacted: true, consent: true },
  { state: 'DILIGENCE', filedAgo: 58, acceptedAgo: 47, contacted: true, consent: true },
  { state: 'DILIGENCE', filedAgo: 30, acceptedAgo: 20, contacted: true, consent: true },
  { state: 'DILIGENCE', filedAgo: 26, acceptedAgo: 17, contacted: true, consent: true },
  { state: 'TRANSFERRED', filedAgo: 25, reason: 'POLICY', consent: true },
  { state: 'TRANSFERRED', filedAgo: 40, reason: 'PURPOSE', consent: true },
  { state: 'WITHDRAWN' },
  { state: 'WITHDRAWN' },
  ...many(3, { state: 'REFUSED', reason: 'COLLATERAL', consent: true }),
  ...many(2, { state: 'REFUSED', reason: 'DEBT', consent: true }),
  { state: 'REFUSED', reason: 'CASHFLOW', consent: true },
  { state: 'REFUSED', reason: 'CREDIT', consent: true },
  { state: 'REFUSED', reason: 'PAPERS', consent: true },
  { state: 'GRANTED', filedAgo: 42, share: 1, consent: true, ours: 'bank' },
  { state: 'GRANTED', filedAgo: 48, share: 0.6, consent: true },
  { state: 'GRANTED', filedAgo: 52, share: 0.8, consent: true },
  { state: 'SIGNED', filedAgo: 60, share: 1, consent: true, ours: 'bank' },
  { state: 'SIGNED', filedAgo: 66, share: 0.5, consent: true, before: 'VALUATION' },
  { state: 'SIGNED', filedAgo: 72, share: 0.8, consent: true },
  ...many(4, { state: 'PAID', share: 1, payment: 'NEW', consent: true }),
  ...many(3, { state: 'PAID', share: 0.6, payment: 'NEW', consent: true, before: 'COLLATERAL' }),
  ...many(4, { state: 'PAID', share: 0.8, payment: 'RENEWED', consent: true }),
  ...many(2, { state: 'FOLLOWED', share: 1, payment: 'NEW', consent: true }),
  ...many(2, { state: 'FOLLOWED', share: 0.8, payment: 'RENEWED', consent: true }),
]

/** Money of the year, in 万元, as the customer's description states it; what each need has of it is invented. */
export const FINANCING_SUMS = { appliedWan: 52_900, grantedWan: 11_800 } as const

export const FINANCING_TEXTS = {
  unqualified: '经走访，暂未形成明确的用款计划，待补充后再报。',
  diligence: '已到企业现场，正在核对流水和抵押物评估。',
  follow: '资金按用途使用，经营正常。',
  withdrawn: '企业调整计划，暂不需要贷款。',
  collateral: {
    CREDIT: null,
    MORTGAGE: '厂房及土地使用权',
    PLEDGE: '应收账款',
    SURETY: '股东连带责任保证',
    GUARANTOR: '拟由担保公司担保',
  },
} as const

/** Banks of the demo beside its own, with what each lends; none of them exists. */
export const DEMO_BANKS = [
  { name: '示例商业银行二七支行', shortName: '示例商业银行' },
  { name: '样板农商银行二七支行', shortName: '样板农商银行' },
] as const

type DemoProduct = Readonly<{
  bank: number
  name: string
  wan: readonly [number, number]
  months: readonly [number, number]
  rateBp: number
  collaterals: readonly ('CREDIT' | 'MORTGAGE' | 'PLEDGE' | 'SURETY' | 'GUARANTOR')[]
  industries?: readonly ('MANUFACTURING' | 'TRADE' | 'HEALTH' | 'SOFTWARE')[]
}>

export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  {
    bank: 0,
    name: '项目建设贷',
    wan: [500, 5_000],
    months: [24, 96],
    rateBp: 360,
    collaterals: ['MORTGAGE', 'GUARANTOR'],
  },
  {
    bank: 0,
    name: '技改设备贷',
    wan: [100, 2_000],
    months: [12, 60],
    rateBp: 345,
    collaterals: ['MORTGAGE', 'PLEDGE'],
    industries: ['MANUFACTURING', 'SOFTWARE'],
  },
  { bank: 0, name: '普惠信用贷', wan: [10, 500], months: [6, 36], rateBp: 385, collaterals: ['CREDIT', 'SURETY'] },
  {
    bank: 1,
    name: '商贸周转贷',
    wan: [50, 1_000],
    months: [3, 24],
    rateBp: 395,
    collaterals: ['CREDIT', 'PLEDGE', 'SURETY'],
    industries: ['TRADE'],
  },
  { bank: 1, name: '固定资产贷', wan: [1_000, 10_000], months: [36, 120], rateBp: 375, collaterals: ['MORTGAGE'] },
  {
    bank: 2,
    name: '健康产业贷',
    wan: [200, 3_000],
    months: [12, 84],
    rateBp: 370,
    collaterals: [],
    industries: ['HEALTH'],
  },
  {
    bank: 2,
    name: '小微抵押贷',
    wan: [30, 800],
    months: [12, 36],
    rateBp: 410,
    collaterals: ['MORTGAGE', 'GUARANTOR'],
  },
]
