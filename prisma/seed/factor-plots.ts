import type { FactorKind, FactorState } from '@/lib/domain/factor-need'

/** What a project can lack: of whom it is asked, in which unit, for what. */
export type FactorSort = Readonly<{
  kind: FactorKind
  lead: string
  unit: string
  from: number
  to: number
  reason: string
}>

const sort = (kind: FactorKind, lead: string, unit: string, from: number, to: number, reason: string): FactorSort => ({
  kind,
  lead,
  unit,
  from,
  to,
  reason,
})

export const FACTOR_SORTS: readonly FactorSort[] = [
  sort('LAND', '自规局', '亩', 15, 90, '厂房用地'),
  sort('ROADS', '住建局', '米', 120, 900, '厂区出入口接市政道路'),
  sort('POWER', '供电', '千瓦', 800, 6000, '生产线和空调用电'),
  sort('WATER', '供水', '吨/日', 60, 400, '生产和消防用水'),
  sort('GAS', '燃气热力', '立方米/时', 80, 600, '锅炉和食堂用气'),
  sort('HEAT', '燃气热力', '平方米', 3000, 20000, '冬季集中供热'),
  sort('ENERGY', '发改委', '吨标煤', 300, 2600, '年综合能耗指标'),
  sort('ENVIRONMENT', '生态环境分局', '吨', 1, 9, '挥发性有机物排放替代指标'),
  sort('CLEARANCE', '住建局', '户', 2, 18, '红线内剩余房屋征迁'),
  sort('FUNDS', '商务局', '万元', 500, 6000, '设备采购流动资金'),
  sort('WORKERS', '工信局', '人', 30, 260, '投产招工'),
  sort('TALENT', '工信局', '人', 2, 15, '工艺工程师'),
  sort('TELECOM', '工信局', '条', 1, 4, '专线接入'),
  sort('COMPUTING', '工信局', '卡', 4, 32, '质检模型算力'),
]

/** How a need went on. Working days are counted from the day it was raised. */
export type FactorPlot = Readonly<{ state: FactorState; promised?: 'IN_TIME' | 'TOO_LATE'; share?: number }>

export const FACTOR_PLOTS: readonly FactorPlot[] = [
  { state: 'TO_CHECK' },
  { state: 'CONFIRMED' },
  { state: 'IN_HAND', promised: 'IN_TIME', share: 0.6 },
  { state: 'MET', promised: 'IN_TIME', share: 1 },
  { state: 'IN_HAND', promised: 'TOO_LATE', share: 0.3 },
  { state: 'IN_HAND', promised: 'IN_TIME' },
  { state: 'UNMET', promised: 'IN_TIME', share: 0.4 },
  { state: 'MET', promised: 'TOO_LATE', share: 1 },
  { state: 'REVOKED' },
]

export const FACTOR_TEXTS = {
  unmet: '本片区暂无余量，先用临时供应过渡，二期再扩容',
  revoked: '工艺调整，不再需要',
  provided: '第一批已到位',
} as const
