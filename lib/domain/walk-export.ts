import type { ExportColumn } from './ledger-export'

const column = <K extends string>(
  key: K,
  header: string,
  kind: ExportColumn['kind'],
  width: number,
  centred = false,
): ExportColumn<K> => ({ key, header, kind, width, field: null, centred })

/** The ledger of walks 一把手走流程台账. */
export const WALK_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('item', '走的事项', 'text', 30),
  column('unit', '单位', 'text', 14),
  column('leader', '带队领导', 'text', 10, true),
  column('mode', '方式', 'text', 10, true),
  column('place', '地点', 'text', 9, true),
  column('on', '日期', 'day', 12),
  column('minutes', '用时(分钟)', 'whole', 10),
  column('papers', '要求材料(份)', 'whole', 11),
  column('trips', '跑动(趟)', 'whole', 9),
  column('days', '办结用时(工作日)', 'whole', 14),
  column('findings', '发现问题', 'whole', 9),
  column('open', '未销号', 'whole', 8),
  column('state', '进展', 'text', 9, true),
] as const
export type WalkKey = (typeof WALK_EXPORT)[number]['key']

/** The ledger of what was found 走流程问题整改台账. */
export const FINDING_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('item', '走的事项', 'text', 24),
  column('walked', '走流程单位', 'text', 14),
  column('kind', '类型', 'text', 7, true),
  column('text', '问题', 'text', 40),
  column('step', '在哪一步', 'text', 14),
  column('measure', '整改措施', 'text', 10, true),
  column('owner', '整改单位', 'text', 14),
  column('raisedOn', '发现日期', 'day', 12),
  column('due', '整改期限', 'day', 12),
  column('state', '状态', 'text', 9, true),
  column('result', '整改结果', 'text', 34),
  column('before', '整改前', 'text', 22),
  column('after', '整改后', 'text', 22),
  column('closedOn', '销号日期', 'day', 12),
  column('level', '四色', 'text', 18),
] as const
export type FindingKey = (typeof FINDING_EXPORT)[number]['key']
