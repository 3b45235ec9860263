import type { ExportColumn, ExportKind } from './ledger-export'

const column = <K extends string>(key: K, header: string, kind: ExportKind, width: number): ExportColumn<K> => ({
  key,
  header,
  kind,
  width,
  field: null,
  centred: kind === 'whole',
})

/** The register of monitoring points 监测点台账. */
export const POINT_EXPORT = [
  column('number', '点号', 'whole', 6),
  column('name', '监测点', 'text', 24),
  column('kind', '类型', 'text', 10),
  column('address', '地址', 'text', 28),
  column('enterprise', '所在企业', 'text', 24),
  column('supervisor', '监督员及电话', 'text', 20),
  column('unit', '监督员单位', 'text', 16),
  column('contact', '纪委联系人及电话', 'text', 20),
  column('state', '状态', 'text', 8),
  column('openedOn', '启用日期', 'day', 12),
  column('closedOn', '撤销日期', 'day', 12),
  column('closedReason', '撤销原因', 'text', 18),
  column('plate', '码牌', 'text', 10),
  column('postedOn', '张贴日期', 'day', 12),
] as const
export type PointKey = (typeof POINT_EXPORT)[number]['key']
