import type { ExportColumn, ExportKind } from './ledger-export'

const column = <K extends string>(
  key: K,
  header: string,
  kind: ExportKind,
  width: number,
  summed = false,
): ExportColumn<K> => ({ key, header, kind, width, field: null, summed, centred: kind === 'whole' })

/** The register of harbours 金融服务港湾台账. */
export const HARBOUR_EXPORT = [
  column('row', '序号', 'whole', 5),
  column('name', '港湾名称', 'text', 24),
  column('address', '地址', 'text', 28),
  column('bank', '牵头银行', 'text', 14),
  column('state', '状态', 'text', 9),
  column('openedOn', '建成日期', 'day', 12),
  column('closedOn', '停用日期', 'day', 12),
  column('closedReason', '停用原因', 'text', 18),
  column('streets', '服务范围', 'text', 24),
  column('services', '服务内容', 'text', 28),
  column('managers', '服务专员及电话', 'text', 24),
  column('visits', '走访企业(家次)', 'whole', 10, true),
  column('needs', '收集需求(条)', 'whole', 10, true),
  column('granted', '促成授信(万元)', 'money', 12, true),
] as const
export type HarbourKey = (typeof HARBOUR_EXPORT)[number]['key']

/** The ledger of events 政银企对接活动台账: intended, granted and paid money apart. */
export const EVENT_EXPORT = [
  column('row', '序号', 'whole', 5),
  column('theme', '活动主题', 'text', 28),
  column('kind', '类别', 'text', 12),
  column('day', '日期', 'day', 12),
  column('time', '时间', 'text', 11),
  column('place', '地点', 'text', 22),
  column('organiser', '主办单位', 'text', 16),
  column('state', '状态', 'text', 9),
  column('invited', '邀请企业', 'whole', 8, true),
  column('firms', '到会企业', 'whole', 8, true),
  column('banks', '到会银行', 'whole', 8, true),
  column('intentions', '意向数', 'whole', 8, true),
  column('intended', '意向金额(万元)', 'money', 12, true),
  column('granted', '已授信(万元)', 'money', 12, true),
  column('paidNew', '已放款-新增(万元)', 'money', 12, true),
  column('paidRenewed', '已放款-续贷(万元)', 'money', 12, true),
] as const
export type EventKey = (typeof EVENT_EXPORT)[number]['key']

/** The ledger of intentions 意向跟踪台账. */
export const INTENTION_EXPORT = [
  column('row', '序号', 'whole', 5),
  column('firm', '企业名称', 'text', 26),
  column('bank', '银行', 'text', 14),
  column('event', '对接活动', 'text', 26),
  column('signedOn', '签订日期', 'day', 12),
  column('state', '进展', 'text', 10),
  column('intended', '意向金额(万元)', 'money', 12, true),
  column('granted', '已授信(万元)', 'money', 12, true),
  column('paidNew', '已放款-新增(万元)', 'money', 12, true),
  column('paidRenewed', '已放款-续贷(万元)', 'money', 12, true),
  column('day30', '30天跟踪', 'text', 12),
  column('day60', '60天跟踪', 'text', 12),
  column('day90', '90天跟踪', 'text', 12),
] as const
export type IntentionKey = (typeof INTENTION_EXPORT)[number]['key']
