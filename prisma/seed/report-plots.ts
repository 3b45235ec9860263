import type { ReportMove } from '@/lib/domain/sealed-report'
import type { ReportWay } from '@/lib/schemas/sealed-report'

/** A report of the demo: working days ago, the hour, what it says, and what was done how many working days after it came. */
export type ReportPlot = Readonly<{
  ago: number
  hour: number
  way?: ReportWay
  about: string
  text: string
  point?: string
  name?: readonly [name: string, contact: string]
  moves?: readonly (readonly [kind: ReportMove, after: number, note?: string, word?: string])[]
}>

const TOLD = '您反映的问题我们已经受理，办理结果会在这里告诉您。感谢您的信任。'

export const REPORT_PLOTS: readonly ReportPlot[] = [
  {
    ago: 0,
    hour: 8,
    about: '某街道办便民大厅2号窗口',
    text: '早上八点开门后窗口一直没有人，等到八点五十才来，问了也没有解释，态度很不耐烦。这种情况这个月已经第三次了。',
  },
  {
    ago: 1,
    hour: 21,
    about: '某局审批科一名工作人员',
    text: '办消防验收时暗示要“找熟人介绍的公司”做检测，说不找这家材料就很难一次过。我们没有同意，之后连续两次被要求补正同一份材料。',
    point: '第7监测点 马寨产业园服务站',
  },
  {
    ago: 3,
    hour: 19,
    about: '某镇一名包片干部',
    text: '项目进场前，这名干部要求土方必须给他指定的车队做，价格比市场高两成。不同意就不给开具进场道路的证明。',
    name: ['郭某明', '13900000001'],
  },
  {
    ago: 13,
    hour: 15,
    about: '某局执法中队',
    text: '同一个月内三次上门检查，每次都不出示检查通知，也不留检查记录，最后一次口头要求停业整改，没有任何文书。',
    name: ['孙某华', '13900000002'],
    moves: [['REGISTER', 1]],
  },
  {
    ago: 17,
    hour: 11,
    about: '某所负责人',
    text: '评审会后要求企业统一购买其亲属公司的耗材，发票开的是办公用品。附近几家企业都知道这件事。',
    name: ['赵某', '13900000003'],
    moves: [
      ['REGISTER', 1],
      ['ACCEPT', 2],
      ['VERIFY', 5, '已调取近两年采购发票，比对供货单位股东信息。'],
    ],
  },
  {
    ago: 22,
    hour: 10,
    about: '某局窗口一名聘用人员',
    text: '代办材料时收了我两百元“加急费”，没有票据。后来知道这项业务本来就不收费。',
    name: ['钱某丽', '13900000004'],
    moves: [
      ['REGISTER', 1],
      ['ACCEPT', 2],
      ['TELL', 3, '已电话核实本人意愿。', TOLD],
      ['TALK', 6, '函询所在单位，当事人承认收取200元。'],
      ['CLOSE', 18, '退还费用，批评教育，单位已清退该人员。'],
    ],
  },
  {
    ago: 31,
    hour: 9,
    about: '某局副科长',
    text: '长期在管理服务对象的食堂用餐不付费，还把家人的体检安排在企业合作的医院，由企业结账。',
    name: ['周某', '13900000005'],
    moves: [
      ['REGISTER', 1],
      ['ACCEPT', 3],
      ['TELL', 4, undefined, TOLD],
      ['VERIFY', 8, '成立核查组，两人一组开展谈话。'],
    ],
  },
  {
    ago: 44,
    hour: 22,
    about: '某单位驾驶员',
    text: '周末公车停在农家乐门口，连续两周都看到，车牌可以查。',
    moves: [
      ['REGISTER', 2],
      ['ACCEPT', 3],
      ['TALK', 9, '已向单位发函询问用车登记。'],
    ],
  },
  {
    ago: 58,
    hour: 14,
    about: '某园区管委会招商负责人',
    text: '听说招商时承诺给个别企业额外返还，但没有看到文件，只是饭桌上说的。',
    moves: [
      ['REGISTER', 1],
      ['ACCEPT', 2],
      ['SHELVE', 12, '线索笼统，暂不具备可查性，待有新线索再核。'],
    ],
  },
  {
    ago: 70,
    hour: 0,
    way: 'LETTER',
    about: '某局档案室',
    text: '来信反映查询规划档案时被要求先“交押金”，押金收据没有公章，半年未退。',
    name: ['冯某霞', '郑州市二七区某路某号'],
    moves: [
      ['REGISTER', 1],
      ['ACCEPT', 2],
      ['TELL', 6, '已书面告知。'],
      ['TALK', 9],
      ['CLOSE', 20, '押金已退还，取消该做法。'],
      ['ANSWER', 24, '已书面反馈，本人表示满意。'],
    ],
  },
  {
    ago: 82,
    hour: 16,
    about: '某局办证中心值班组长',
    text: '对排队群众说话难听，把一位老人的材料从窗口扔出来。大厅有监控。',
    name: ['吴某', '13900000006'],
    moves: [
      ['REGISTER', 1],
      ['ACCEPT', 1],
      ['TELL', 5, undefined, TOLD],
      ['VERIFY', 6, '已调取当日监控。'],
      ['CLOSE', 21, '情况属实，予以诫勉，向当事人道歉。'],
      ['ANSWER', 26, undefined, '经核实，您反映的情况属实。当事人已受到诫勉并当面道歉，办证中心已调整值班安排。'],
    ],
  },
  {
    ago: 101,
    hour: 20,
    about: '某市直单位派驻人员',
    text: '反映一名市直单位派驻人员插手工程分包。',
    moves: [
      ['REGISTER', 1],
      ['FORWARD', 4, '属市级管理权限，按规定转送市纪委监委信访室。'],
    ],
  },
  {
    ago: 112,
    hour: 13,
    about: '某建筑公司',
    text: '拖欠我们班组三个月工资，找了公司几次都说没钱。',
    name: ['马某强', '13900000007'],
    moves: [
      ['REGISTER', 1],
      ['RETURN', 2, '属劳动争议，不属受理范围。'],
      [
        'TELL',
        3,
        undefined,
        '您反映的是工资问题，不属于我们受理的范围。请向区人社局劳动监察大队反映，也可以拨打12333。',
      ],
      ['ANSWER', 3],
    ],
  },
  {
    ago: 131,
    hour: 18,
    about: '某社区一名网格员',
    text: '办理经营场所证明时索要香烟两条。',
    moves: [
      ['REGISTER', 1],
      ['ACCEPT', 2],
      ['VERIFY', 5],
      ['CLOSE', 27, '查无实据，予以了结。'],
    ],
  },
]
