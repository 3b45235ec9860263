import type { SlipMoveKind, SlipResult, SlipSource } from '@/lib/domain/supervision/slip'

/** A step of a told slip: working days after it was issued, and what was said. */
export type ToldStep = Readonly<{
  kind: SlipMoveKind
  wd: number
  text?: string
  effect?: string
  result?: SlipResult
  satisfied?: boolean
  /** Working days the new term is after the step. */
  term?: number
}>

/** A slip of the demo: how many working days ago it was issued, to whom, and what became of it. */
export type ToldSlip = Readonly<{
  source: SlipSource
  ago: number
  /** Unit by its short name; of a procedure, problem or complaint whoever has it. `SILENT`: one nobody can sign in of. */
  unit?: string
  matter: string
  demand: string
  steps: readonly ToldStep[]
}>

const reply = (wd: number, text: string): ToldStep => ({ kind: 'REPLY', wd, text })
const verify = (wd: number, result: SlipResult, text: string): ToldStep => ({ kind: 'VERIFY', wd, result, text })
const revisit = (wd: number, satisfied: boolean, text: string): ToldStep => ({ kind: 'REVISIT', wd, satisfied, text })
const close = (wd: number, effect?: string): ToldStep => ({ kind: 'CLOSE', wd, ...(effect ? { effect } : {}) })

/** What the commission followed up in the demo district this year; every stage of a slip is among it. */
export const TOLD_SLIPS: readonly ToldSlip[] = [
  {
    source: 'COMPLAINT',
    ago: 62,
    matter: '窗口收了材料不给受理凭证，企业跑了三趟。',
    demand: '查清当天受理记录，补开凭证，说明今后怎么避免。',
    steps: [
      reply(6, '已查看监控和取号记录，情况属实。当日补开受理凭证，对窗口人员批评教育，统一改为当场打印凭证。'),
      verify(9, 'SUBSTANTIATED', '抽查窗口10件，均有凭证；调看谈话记录。'),
      revisit(11, true, '电话回访反映人，已拿到凭证，表示满意。'),
      close(12, '窗口受理凭证当场打印，两个月没有再发生。'),
    ],
  },
  {
    source: 'COMPLAINT',
    ago: 48,
    matter: '反映检查人员要求购买指定灭火器。',
    demand: '核实检查人员和检查记录，10个工作日内书面说明。',
    steps: [
      reply(8, '当天没有本单位检查任务，检查记录和车辆记录均无；已请企业辨认，不是本单位人员。'),
      verify(12, 'UNFOUNDED', '核对执法记录仪、出车单和企业监控，系推销人员冒称。'),
      revisit(14, true, '已向企业说明并转公安线索。'),
      close(15),
    ],
  },
  {
    source: 'COMPLAINT',
    ago: 14,
    matter: '排水接驳图审批一再退回，每次理由不同。',
    demand: '一次性告知，明确联系人，限期办结。',
    steps: [
      reply(7, '已安排专人对接，一次性告知书已送达，图纸本周内审完。'),
      verify(11, 'PARTLY', '第二次退回理由成立，第三次属重复退回。'),
    ],
  },
  {
    source: 'COMPLAINT',
    ago: 9,
    matter: '办事指南上的材料和窗口要的不一致。',
    demand: '对照事项目录清理材料清单，窗口、网上一致。',
    steps: [reply(6, '已对照目录清理，撤掉3份多要的材料，窗口和网上同步更新。')],
  },
  {
    source: 'PROCEDURE',
    ago: 19,
    matter: '手续超过承诺时限仍未办结，项目开工受影响。',
    demand: '说明超期原因和办结日期，追究压件责任。',
    steps: [
      { kind: 'URGE', wd: 11 },
      { kind: 'HEAD', wd: 13 },
      { kind: 'ANNOUNCE', wd: 15, text: '在全区营商环境监督通报中点名：超期未回复督办，限3个工作日内书面说明。' },
    ],
  },
  {
    source: 'PROCEDURE',
    ago: 4,
    unit: 'DEMO',
    matter: '手续已超承诺时限，企业多次催问没有明确答复。',
    demand: '5个工作日内办结或说明原因，答复企业。',
    steps: [],
  },
  {
    source: 'PROCEDURE',
    ago: 40,
    matter: '同一项目两次退件，未一次性告知。',
    demand: '核查两次退件理由，规范一次性告知。',
    steps: [
      reply(8, '第二次退件系经办人变动所致，已办结。'),
      { kind: 'RETURN', wd: 10, text: '没有说明怎么避免再发生，没有附一次性告知书。', term: 8 },
      reply(16, '已修订一次性告知书样式，换人必须书面交接，附样式和交接单。'),
      verify(19, 'SUBSTANTIATED', '抽查8件，告知书齐全。'),
      close(20, '一次性告知书统一样式，换人书面交接。'),
    ],
  },
  {
    source: 'ISSUE',
    ago: 14,
    matter: '问题亮红灯，承诺的解决日期两次落空。',
    demand: '一把手过问，重新排定日期并说明前两次落空原因。',
    steps: [
      { kind: 'URGE', wd: 11 },
      { kind: 'HEAD', wd: 13 },
    ],
  },
  {
    source: 'ISSUE',
    ago: 6,
    unit: 'SILENT',
    matter: '问题亮红灯，责任单位没有反馈进展。',
    demand: '说明进展和卡在哪里，提出解决日期。',
    steps: [],
  },
  {
    source: 'TASK',
    ago: 8,
    matter: '会议议定事项超期，没有反馈。',
    demand: '说明没有落实的原因和新的完成日期。',
    steps: [reply(5, '因施工图变更延误，已调整人手，月底前完成。')],
  },
  {
    source: 'RELEASE',
    ago: 55,
    unit: '城管局',
    matter: '占道审批窗口办件标准不统一，企业有反映。',
    demand: '统一标准并公开，自查近三个月办件。',
    steps: [
      reply(9, '自查办件42件，标准已统一并在大厅公开。'),
      verify(13, 'SUBSTANTIATED', '抽查12件，标准一致。'),
      close(16, '标准公开上墙，网上同步。'),
    ],
  },
  {
    source: 'RELEASE',
    ago: 7,
    unit: 'DEMO',
    matter: '个别工作人员服务态度生硬，请单位教育管理。',
    demand: '开展作风教育，报送整改情况。',
    steps: [],
  },
]
