import type { ProjectStage } from '@/prisma/generated/client'
import type { TemplateCode } from './project-specs'
import type { Random } from './random'

/** Kinds of projects of each taskforce 专班, in the order of TASKFORCES; every kind goes with the template it follows. */
const KINDS: readonly (readonly (readonly [string, TemplateCode, string])[])[] = [
  [
    ['里特色商业街区更新项目', 'RENO', '改造临街商业建筑立面，更新地下管网与公共空间'],
    ['体验式商业综合体改造项目', 'RENO', '对存量商业建筑进行装修改造，引入体验业态'],
    ['新能源汽车展销中心', 'RENO', '改造存量厂房为汽车展销与交付中心'],
    ['夜经济文旅街区项目', 'RENO', '建设特色餐饮、文创集市和演艺空间'],
    ['电商直播产业基地', 'RENO', '改造商务楼宇，建设直播间、选品中心和公共服务平台'],
    ['智慧冷链物流中心', 'IND_NEW', '建设冷库、分拣中心及配套设施'],
    ['总部商务港', 'IND_NEW', '建设商务办公楼及地下停车设施'],
    ['社区商业中心', 'SMALL', '建设社区便民商业服务中心'],
  ],
  [
    ['医养康复中心', 'RENO', '改造存量酒店为医养结合康复机构'],
    ['康养社区项目', 'IND_NEW', '建设养老公寓、康复护理楼及配套'],
    ['智慧养老服务中心', 'SMALL', '建设社区嵌入式养老服务设施'],
    ['口腔医疗产业园', 'RENO', '改造厂房，建设诊疗、培训和器械展示中心'],
    ['公共卫生服务中心建设项目', 'GOV', '新建门诊综合楼及附属设施'],
    ['医疗器械创新中心', 'IND_NEW', '建设研发楼、检测中心和标准厂房'],
    ['中医药健康体验馆', 'RENO', '装修改造中医药诊疗与文化体验空间'],
  ],
  [
    ['智能装备产业园', 'IND_NEW', '建设标准厂房、研发楼及配套动力设施'],
    ['食品加工智能化工厂', 'IND_NEW', '建设自动化生产线和立体仓库'],
    ['绿色定制家居生产基地', 'IND_NEW', '建设柔性生产车间和展示中心'],
    ['工业软件研发中心', 'RENO', '改造老厂房为研发办公空间'],
    ['储能设备制造项目', 'IND_NEW', '建设储能电池包装配线及检测中心'],
    ['标准厂房改造提升项目', 'RENO', '对园区低效厂房进行加层与节能改造'],
    ['园区道路及配套管网工程', 'GOV', '新建园区道路、雨污水管网及照明'],
    ['精密零部件生产线项目', 'SMALL', '新建小型精密加工车间'],
    ['数字工厂技术改造项目', 'RENO', '购置数控设备，实施生产线智能化改造'],
  ],
]

// Two lists of characters that make names nobody bears: one name per pair.
const FIRST = [...'澄衍霁砚珩岚砺翊穗沐昱栎']
const SECOND = [...'川岳泽朔屿松景桥禾弈迦渚']

export type ProjectText = Readonly<{
  brand: string
  name: string
  company: string
  content: string
  template: TemplateCode
  taskforce: number
}>

/**
 * Names, companies and contents of the imagined projects; none repeats.
 *
 * @param needs the template each must follow; null leaves the choice open
 */
export function projectTexts(r: Random, needs: readonly (TemplateCode | null)[]): ProjectText[] {
  const brands = r.shuffle(FIRST.flatMap((a) => SECOND.map((b) => a + b)))
  return needs.map((need, i) => {
    const brand = brands[i]
    if (!brand) throw new Error('out of names')
    const taskforce = i % KINDS.length
    const kinds = (KINDS[taskforce] ?? []).filter(([, template]) => need === null || template === need)
    const [kind, template, content] = r.pick(kinds)
    const trade = ['商业管理', '健康产业', '科技实业'][taskforce]
    const company = template === 'GOV' ? `郑州${brand}城市建设运营有限公司` : `郑州${brand}${trade}有限公司`
    return { brand, name: `${brand}${kind}`, company, content, template, taskforce }
  })
}

type Words = Readonly<{ text: readonly string[]; next: readonly string[] }>

/** What weekly updates say, by stage. */
export const UPDATE_WORDS: Readonly<Record<ProjectStage, Words>> = {
  PLANNING: {
    text: ['完成项目初步策划方案', '与意向投资方交换了选址意见', '梳理可用地块和存量楼宇'],
    next: ['开展项目线索研判', '组织联合会商'],
  },
  NEGOTIATING: {
    text: ['赴企业洽谈，就投资强度交换意见', '企业来区考察选址', '投资协议文本修改至第二稿', '就要素保障条件复函企业'],
    next: ['组织协议文本合法性审查', '邀请企业现场踏勘'],
  },
  SIGNED: {
    text: ['投资协议签订后召开首次调度会', '完成项目公司账户开立', '备案信息已提交在线平台', '规划条件申请材料已备齐'],
    next: ['启动用地手续办理', '确定设计单位'],
  },
  PERMITTING: {
    text: [
      '勘察外业完成，正在编制报告',
      '环评报告表编制完成',
      '方案设计修改完成并报审',
      '施工图设计完成百分之八十',
      '与审图机构对接首轮意见',
    ],
    next: ['报送工程规划许可材料', '准备施工许可申报材料', '催办审图意见回复'],
  },
  CONSTRUCTION: {
    text: [
      '基坑支护完成，开始土方开挖',
      '主体结构施工至三层',
      '钢结构吊装完成第二施工段',
      '外墙砌筑完成六成',
      '机电管线安装同步推进',
      '幕墙龙骨安装过半',
      '室内装修进入收尾',
    ],
    next: ['组织主体结构分段验收', '幕墙单位进场', '加快机电安装进度'],
  },
  COMPLETED: {
    text: ['竣工资料整理完成，准备联合验收', '消防设施检测合格', '室外工程完成，正在清理现场'],
    next: ['申报联合竣工验收', '办理竣工验收备案'],
  },
  PRODUCTION: {
    text: ['首批设备稳定运行', '招商入驻率稳步提升', '新增用工已到岗'],
    next: ['对接惠企政策兑现', '完善安全生产制度'],
  },
  FULL_CAPACITY: { text: ['产能达到设计水平', '订单饱满，计划增资扩产'], next: ['谋划二期项目'] },
}

/** The same for works inside a building that stands. */
export const RENOVATION_WORDS: Words = {
  text: [
    '原有隔墙和设备拆除完成',
    '结构加固施工过半',
    '机电管线改造同步推进',
    '吊顶和墙面基层施工',
    '外立面龙骨安装',
    '室内装修进入收尾',
  ],
  next: ['组织隐蔽工程验收', '幕墙单位进场', '消防设施调试'],
}

export const ISSUE_TEXTS: readonly (readonly [text: string, request: string, agency: string])[] = [
  ['临时用电容量不足，影响设备安装', '协调增加一路临时电源', '供电'],
  ['项目北侧出入口与道路绿化带冲突', '协调绿地移植审批', '林业园林局'],
  ['施工渣土消纳场地距离远，清运慢', '协调就近消纳场所', '城管局'],
  ['周边道路夜间限行影响大件运输', '协调通行证办理', '城管局'],
  ['地块内一处老旧管线权属不清', '明确权属单位并组织迁改', '住建局'],
  ['消防水源接口位置需要调整', '现场指导调整方案', '消防大队'],
  ['供水接入点口径与设计不符', '出具接入方案', '供水'],
  ['用地红线内尚有附属物未清点', '协调属地完成清点', '自规局'],
  ['燃气管线迁改费用分摊未达成一致', '组织三方会商', '燃气热力'],
  ['企业反映技术工人招聘困难', '组织专场招聘', '工信局'],
]

export const MOVE_REASONS = [
  '设计方案按专家意见调整',
  '企业总部审批流程延长',
  '管线迁改滞后',
  '受大气管控停工影响',
  '施工单位更换',
  '上游设备到货推迟',
] as const
