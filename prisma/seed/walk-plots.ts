import type { FindingKind, FindingMeasure } from '@/lib/domain/walk'
import type { ServiceLedger } from './build-service-issues'

/** A station of a demo walk: what it takes before, and after it was mended. */
export type StepPlot = Readonly<{
  name: string
  minutes: number
  papers: number
  trips: number
  less: readonly [papers: number, trips: number]
}>

/** How an applicant goes through a procedure, whatever it is. */
export const STEP_PLOTS: readonly StepPlot[] = [
  { name: '取号咨询', minutes: 18, papers: 0, trips: 0, less: [0, 0] },
  { name: '网上填报', minutes: 42, papers: 2, trips: 0, less: [1, 0] },
  { name: '窗口收件', minutes: 35, papers: 9, trips: 1, less: [3, 0] },
  { name: '补交材料', minutes: 50, papers: 4, trips: 2, less: [2, 1] },
  { name: '现场核验', minutes: 90, papers: 1, trips: 1, less: [0, 1] },
  { name: '领证出件', minutes: 15, papers: 1, trips: 1, less: [1, 1] },
]

export type FindingPlot = Readonly<{
  /** Step it was met at; null of the whole way. */
  step: string | null
  kind: FindingKind
  text: string
  measure: FindingMeasure
  result: string
}>

/** What heads of units found, and what was done about it. */
export const FINDING_PLOTS: readonly FindingPlot[] = [
  {
    step: '窗口收件',
    kind: 'BLOCKAGE',
    text: '窗口仍要营业执照复印件，系统里已经能调电子证照',
    measure: 'PAPERS',
    result: '窗口改为调用电子证照，不再收复印件',
  },
  {
    step: '补交材料',
    kind: 'PAIN',
    text: '一次没有告知全，补材料跑了两趟',
    measure: 'TRAINING',
    result: '统一一次性告知单，窗口人员培训后上岗',
  },
  {
    step: '网上填报',
    kind: 'DIFFICULTY',
    text: '网上填报同一信息要填三遍，填到最后超时丢失',
    measure: 'SYSTEM',
    result: '系统加自动保存，重复的信息自动带出',
  },
  {
    step: '现场核验',
    kind: 'BLOCKAGE',
    text: '现场核验要分别约两个科室，来两次',
    measure: 'PROCESS',
    result: '两个科室合并一次联合核验',
  },
  {
    step: '领证出件',
    kind: 'PAIN',
    text: '证照做好了没有提醒，只能到大厅问',
    measure: 'SYSTEM',
    result: '办结后短信提醒，可选免费邮寄',
  },
  {
    step: null,
    kind: 'DIFFICULTY',
    text: '从收件到办结内部流转环节多，比承诺的慢',
    measure: 'TIME',
    result: '内部由四个环节压到两个，科长授权签批',
  },
  {
    step: '窗口收件',
    kind: 'DIFFICULTY',
    text: '办事指南和窗口要求不一致，多要了三份证明',
    measure: 'PAPERS',
    result: '按办事指南清理，多要的证明全部取消',
  },
  {
    step: '补交材料',
    kind: 'BLOCKAGE',
    text: '授权委托书必须法人到场签字',
    measure: 'PROCESS',
    result: '接受电子签名的授权委托书',
  },
]

/** What enterprises told heads on their way, and the unit it is for. */
export const TOLD_PLOTS: ServiceLedger['plots'] = [
  ['变更经营地址要先注销食品许可，来回跑', '市场监管局'],
  ['工程规划许可的图纸格式要求前后不一', '自规局'],
  ['施工许可报件要纸质和电子两套', '住建局'],
  ['排水许可现场勘验一直约不上', '城管局'],
  ['环评备案系统登录不进去', '生态环境分局'],
  ['消防设计审查意见分两次提', '消防大队'],
  ['技改备案后统计口径不清楚', '工信局'],
  ['外贸备案登记的窗口找不到', '商务局'],
  ['不动产登记和缴税要在两个楼层', '不动产登记中心'],
  ['临时用电报装资料重复提交', '供电'],
  ['自来水开户要法人本人到场', '供水'],
  ['燃气报装的踏勘和验收隔得太久', '燃气热力'],
  ['人防易地建设费怎么算没人说得清', '国动办'],
  ['绿化补偿标准没有公开', '林业园林局'],
  ['招标备案要盖三个章', '交易中心'],
  ['大厅周六不办企业开办', '市场监管局'],
  ['文物勘探的时间没法预计', '文旅体局'],
  ['水土保持补偿费缴费单打不出来', '农水局'],
  ['入统资料退回没有说明原因', '统计局'],
  ['停车位不够，来大厅办事停不下车', '区政府办'],
]
