import type { OrgKind } from '@/prisma/generated/client'

/** A unit of the demo district; aliases are the names the catalogue and ledgers use for it. */
export type UnitSource = Readonly<{ kind: OrgKind; name: string; shortName: string; aliases: readonly string[] }>

const unit = (kind: OrgKind, name: string, shortName: string, ...aliases: string[]): UnitSource => ({
  kind,
  name,
  shortName,
  aliases,
})
const street = (name: string) => unit('STREET', name, name.replace(/街道$/, ''))

export const TASKFORCES = [
  unit('TASKFORCE', '现代商贸(特色商业)专班', '现代商贸专班', '现代商贸', '特色商业', '商贸专班'),
  unit('TASKFORCE', '健康服务业专班', '健康服务业专班', '健康服务业', '健康专班'),
  unit('TASKFORCE', '低碳科技型工业专班', '低碳工业专班', '低碳科技型工业', '工业专班'),
] as const

export const STREETS = [
  '德化街街道',
  '解放路街道',
  '一马路街道',
  '铭功路街道',
  '大学路街道',
  '五里堡街道',
  '建中街街道',
  '福华街街道',
  '京广路街道',
  '淮河路街道',
  '长江路街道',
  '蜜蜂张街道',
  '嵩山路街道',
  '人和路街道',
  '金水源街道',
  '侯寨街道',
  '马寨镇',
].map(street)

/** The street the account `street` belongs to: the district's industrial town. */
export const DEMO_STREET = '马寨镇'

export const AGENCIES = [
  unit('AGENCY', '二七区商务局', '商务局', '区商务局', '区商务局(投资促进)/领导小组办公室'),
  unit('AGENCY', '二七区人民政府办公室', '区政府办', '工作专班/区政府'),
  unit('AGENCY', '二七区市场监督管理局', '市场监管局', '区市场监督管理局(行政审批和政务信息管理局)'),
  unit(
    'AGENCY',
    '二七区发展和改革委员会',
    '发改委',
    '区发展和改革委员会',
    '区发展和改革委员会(技改为区工信局)',
    '区发展和改革委员会/区住房和城乡建设局(建设和交通局)',
  ),
  unit(
    'AGENCY',
    '二七区自然资源和规划局',
    '自规局',
    '区自然资源和规划局',
    '区自然资源和规划局/公共资源交易中心',
    '区自然资源和规划局(人防、园林、城管、交警、文物、气象参加)',
  ),
  unit(
    'AGENCY',
    '二七区住房和城乡建设局',
    '住建局',
    '区住房和城乡建设局(建设和交通局)',
    '区住房和城乡建设局(建设和交通局)/审图机构(政府购买服务)',
    '区住房和城乡建设局(建设和交通局)(牵头)',
  ),
  unit('AGENCY', '郑州市生态环境局二七分局', '生态环境分局', '市生态环境局二七分局'),
  unit('AGENCY', '二七区文化旅游体育局', '文旅体局', '区文化旅游体育局(文物局)→市/省文物部门'),
  unit('AGENCY', '郑州市不动产登记中心二七分中心', '不动产登记中心', '市不动产登记中心二七分中心'),
  unit('AGENCY', '二七区农业农村和水利局', '农水局', '区农业农村和水利局'),
  unit('AGENCY', '二七区国防动员办公室', '国动办', '区国防动员办公室(人防办)'),
  unit('AGENCY', '二七区林业和园林局', '林业园林局', '区林业和园林局(分级)'),
  unit('AGENCY', '公共资源交易中心', '交易中心', '项目单位/公共资源交易中心'),
  unit('AGENCY', '二七区城市管理局', '城管局', '区城市管理局', '区城市管理局/公安交警', '区城市管理局(排水主管)'),
  unit('AGENCY', '二七区消防救援大队', '消防大队', '区消防救援大队'),
  unit('AGENCY', '二七区统计局', '统计局', '区统计局'),
  unit('AGENCY', '二七区工业和信息化局', '工信局', '区工信局', '工作专班/区工信局、商务局'),
  unit('UTILITY', '二七片区供水营业所', '供水', '供水企业', '供水公司', '自来水公司'),
  unit('UTILITY', '二七片区供电所', '供电', '供电企业', '供电公司', '电力公司'),
  unit('UTILITY', '二七片区燃气热力营业所', '燃气热力', '燃气、热力企业', '燃气公司', '热力公司'),
] as const

/** The agency the accounts `agency` and `agencyhead` belong to. */
export const DEMO_AGENCY = '住建局'

export const OTHER_UNITS = [
  unit('LEADERSHIP', '中共二七区委、二七区人民政府', '区委区政府'),
  unit('OFFICE', '“双轮驱动”产业发展领导小组办公室', '领导小组办公室', '区双轮驱动办'),
  unit('STEWARD_UNIT', '二七区项目管家服务中心', '项目管家中心'),
  unit('SERVICE_BUREAU', '二七区营商环境建设办公室', '营商环境办', '区政务服务局'),
  unit('BANK', '演示银行二七支行', '演示银行'),
  unit('DISCIPLINE', '二七区纪委监委驻项目监督岗', '纪委监督岗'),
  unit('ADMIN', '二七区大数据中心', '大数据中心'),
] as const
