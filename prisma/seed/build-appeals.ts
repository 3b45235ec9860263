import type { Tx } from '@/lib/data/db'
import { type ServiceIssue, type ServiceLedger, writeServiceIssues } from './build-service-issues'
import type { Workshop } from './draft'

/** What enterprises say to those who come to help them, and the unit it is for. */
const PLOTS: ServiceLedger['plots'] = [
  ['稳岗补贴申报条件看不明白', '工信局'],
  ['首次升规奖励什么时候兑现', '统计局'],
  ['高新技术企业复审奖补没到账', '工信局'],
  ['小微企业房租减免手续怎么走', '商务局'],
  ['出口退税进度太慢', '商务局'],
  ['经营范围变更反复补材料，审批拖了两周', '市场监管局'],
  ['食品经营许可延续能不能网上办', '市场监管局'],
  ['户外广告设置审批不知道找谁', '城管局'],
  ['厂房改造图审来回三次', '住建局'],
  ['环评备案类别拿不准', '生态环境分局'],
  ['仓库消防验收前想先看一次', '消防大队'],
  ['生产线扩建用电增容排不上期', '供电'],
  ['厂区自来水压力不够，高峰期停机', '供水'],
  ['蒸汽用气指标不足', '燃气热力'],
  ['扩产想找一块三十亩的用地', '自规局'],
  ['租用厂房的土地性质和用途对不上', '自规局'],
  ['原料堆场要临时场地两个月', '自规局'],
  ['流动资金贷款到期想续贷', '工信局'],
  ['首贷银行要求反担保', '工信局'],
  ['设备融资租赁利率偏高', '商务局'],
  ['应收账款质押融资不会办', '工信局'],
  ['车间普工招工困难', '区政府办'],
  ['招聘的技工没有职业资格评价点', '区政府办'],
  ['高层次人才落户政策不清楚', '区政府办'],
  ['季节性用工怎么签协议', '区政府办'],
  ['希望和区内整车厂对接订单', '商务局'],
  ['想参加省里的采购展会', '商务局'],
  ['本地商超进场销售费用高', '商务局'],
  ['与供货商的合同纠纷拖了半年', '区政府办'],
  ['被仿冒商标，法律上怎么处理', '市场监管局'],
  ['房屋产权证遗失补办', '不动产登记中心'],
  ['厂门口道路破损，货车绕行', '住建局'],
  ['园区雨污管网堵塞', '城管局'],
  ['夜间路灯不亮，工人下班不安全', '城管局'],
  ['公交线路不到园区', '区政府办'],
  ['门前施工围挡占了卸货口', '城管局'],
  ['园区食堂餐厨垃圾清运不及时', '城管局'],
  ['水土保持方案要不要编', '农水局'],
  ['绿化带移植手续复杂', '林业园林局'],
  ['文旅消费券想申请参加', '文旅体局'],
  ['发票额度不够用', '市场监管局'],
  ['企业想办职工夜校没有教室', '区政府办'],
  ['环保在线设备联网调试等了一个月', '生态环境分局'],
]

const LEDGER: ServiceLedger = {
  source: 'ASSISTANCE',
  plots: PLOTS,
  // 205 problems, 201 of them solved: 98.0 % (other-mechanisms §1, row 17).
  endings: [
    { state: 'SOLVED', n: 201, again: 6 },
    { state: 'EXPLAINED', n: 1, ago: 34, plots: [['希望把技改补贴比例再提高一些', '工信局']] },
    { state: 'UNSOLVABLE', n: 1, ago: 48, plots: [['想在厂区红线外自建停车楼，用地不允许', '自规局']] },
    { state: 'IN_PROGRESS', n: 1, ago: 8, plots: [['园区二期供热管网何时通到厂区', '燃气热力']] },
    { state: 'IN_HAND', n: 1, ago: 13, plots: [['企业外来车辆进城通行要逐次申请', '城管局']] },
  ],
}

/** The year's problems of 万人助万企: what enterprises told those who came to help. */
export const writeAppeals = (tx: Tx, shop: Workshop): Promise<ServiceIssue[]> => writeServiceIssues(tx, shop, LEDGER)
