import type { ComplaintKind } from '@/lib/domain/complaint/complaint'

/** What somebody says at a point, which unit has it, and which it is about; what the unit answers. */
export type ComplaintPlot = Readonly<{
  kind: ComplaintKind
  text: string
  place: string
  /** Short name of the unit that handles it; the bureau where it is about a unit. */
  lead: string
  against?: string
  answer: string
}>

export const COMPLAINT_PLOTS: readonly ComplaintPlot[] = [
  {
    kind: 'APPEAL',
    text: '门头招牌备案交了两次材料，第二次说还缺效果图，想一次问清还缺什么。',
    place: '德化街商圈',
    lead: '城管局',
    answer: '缺一张门头效果图，已当面告知样式。材料齐的当天出备案回执。',
  },
  {
    kind: 'APPEAL',
    text: '临时占道施工的手续在哪里办，网上查到的地址去了没有人。',
    place: '一马路',
    lead: '城管局',
    answer: '窗口已搬到区政务服务中心一楼，办事指南的地址已改，并电话告知了办理时间。',
  },
  {
    kind: 'APPEAL',
    text: '厂房扩建要增容，供电说要排到下个月，能不能先给临时用电。',
    place: '马寨产业园',
    lead: '供电',
    answer: '已现场勘查，先接临时用电，正式增容排在月底前。',
  },
  {
    kind: 'DELAY',
    text: '消防验收申请交了十几天没有人联系，电话一直转接。',
    place: '大学路',
    lead: '营商环境办',
    against: '消防大队',
    answer: '经查验收排期没有告知企业，已安排到场查验，并要求受理当天告知排期。',
  },
  {
    kind: 'APPEAL',
    text: '食品经营许可变更地址，窗口说要重新核查，想知道几天能查。',
    place: '解放路',
    lead: '市场监管局',
    answer: '3个工作日内现场核查，当天出结果，已约好时间。',
  },
  {
    kind: 'INSPECTION',
    text: '一个月来了三拨人检查同样的消防设施，能不能一次查完。',
    place: '人和路科创园',
    lead: '营商环境办',
    against: '市场监管局',
    answer: '已并入联合检查计划，三项检查合成一次，下次检查提前三天告知。',
  },
  {
    kind: 'APPEAL',
    text: '排水接驳的图纸退回来两次，每次说的不一样。',
    place: '侯寨',
    lead: '城管局',
    answer: '已指定一名技术人员对接，一次列清修改意见，图纸已通过。',
  },
  {
    kind: 'ATTITUDE',
    text: '窗口工作人员让我自己上网看，不肯说清楚要什么材料。',
    place: '区政务服务大厅',
    lead: '营商环境办',
    against: '不动产登记中心',
    answer: '已调看记录，情况属实，当事人已当面道歉，窗口增设一次性告知单。',
  },
  {
    kind: 'APPEAL',
    text: '门口的绿化带挡住消防通道出口，要移一棵树，不知道找谁批。',
    place: '马寨产业园',
    lead: '林业园林局',
    answer: '已现场核对，属移植许可，材料由园林代办，已批准。',
  },
  {
    kind: 'APPEAL',
    text: '技改备案的系统一直提示代码重复，提交不了。',
    place: '马寨产业园',
    lead: '发改委',
    answer: '原备案未撤销，已代为撤销，重新提交成功。',
  },
  {
    kind: 'CHARGE',
    text: '办手续时被推荐交一笔“技术咨询费”，不交就说排不上。',
    place: '区政务服务大厅',
    lead: '营商环境办',
    against: '交易中心',
    answer: '该费用为中介自愿项目，不得与排期挂钩，已要求退还并公示收费清单。',
  },
  {
    kind: 'APPEAL',
    text: '冬季施工的渣土外运路线和时段怎么定，去年的通知还用不用。',
    place: '京广路',
    lead: '城管局',
    answer: '按今年的通知执行，路线和时段已发给项目部。',
  },
  {
    kind: 'APPEAL',
    text: '招工时想参加区里的招聘会，报名通道打不开。',
    place: '淮河路',
    lead: '发改委',
    answer: '报名通道已修复，并已帮您登记了岗位。',
  },
  {
    kind: 'DELAY',
    text: '规划验线申请交了之后没有回音，问了几次都说领导在开会。',
    place: '金水源',
    lead: '营商环境办',
    against: '自规局',
    answer: '验线已于次日完成，责任科室作了说明，并改为短信告知进度。',
  },
  {
    kind: 'APPEAL',
    text: '环评登记表填报时行业类别选哪个，两个人说的不一样。',
    place: '马寨产业园',
    lead: '生态环境分局',
    answer: '按主要工序选，已告知代码，登记表当天备案。',
  },
  {
    kind: 'OTHER',
    text: '通知开会两次临时改时间，企业白跑一趟。',
    place: '长江路',
    lead: '营商环境办',
    against: '工信局',
    answer: '已向企业致歉，会议改为线上，改期提前一天告知。',
  },
]

/** Refused, with why: what no service can answer. */
export const REFUSED_PLOTS: readonly Readonly<{ text: string; place: string; why: string }>[] = [
  {
    text: '两家店主之间的房租纠纷，请政府来裁定。',
    place: '德化街',
    why: '属民事纠纷，请找街道人民调解委员会，或向法院起诉。',
  },
  { text: '试一试这个二维码能不能用。', place: '侯寨', why: '没有具体诉求。有事请重新提交。' },
  {
    text: '已经起诉到法院的合同问题，请协调法官。',
    place: '大学路',
    why: '已进入诉讼程序，不再受理，请按法院程序办理。',
  },
]

/** About the bureau itself: the commission leads it. */
export const ABOUT_BUREAU: ComplaintPlot = {
  kind: 'DELAY',
  text: '营商环境办收了我们的诉求，过了两个星期没有人联系。',
  place: '解放路',
  lead: '区政府办',
  against: '营商环境办',
  answer: '',
}
