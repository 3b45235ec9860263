import type { ExportColumn } from './ledger-export'

const column = <K extends string>(
  key: K,
  header: string,
  kind: ExportColumn['kind'],
  width: number,
  centred = false,
): ExportColumn<K> => ({ key, header, kind, width, field: null, centred })

/**
 * The list of decided matters 会议议定事项清单 as offices know it.
 *
 * @source formats.md §3
 */
export const DECISION_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('meeting', '会议', 'text', 16),
  column('text', '议定事项', 'text', 36),
  column('lead', '牵头单位', 'text', 12),
  column('supports', '配合单位', 'text', 16),
  column('owner', '责任人', 'text', 9, true),
  column('due', '完成时限', 'day', 12),
  column('progress', '进展', 'text', 28),
  column('state', '状态', 'text', 12, true),
] as const

/**
 * The ledger of slips 督办台账 as offices know it.
 *
 * @source formats.md §3
 */
export const SLIP_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('no', '单号', 'text', 19),
  column('kind', '类型', 'text', 8, true),
  column('matter', '工作事项', 'text', 30),
  column('demand', '工作要求', 'text', 22),
  column('unit', '责任单位', 'text', 12),
  column('owner', '责任人', 'text', 9, true),
  column('limit', '时限要求', 'day', 12),
  column('signed', '签收时间', 'day', 12),
  column('reply', '反馈情况', 'text', 26),
  column('late', '是否逾期', 'text', 12, true),
  column('closed', '销号日期', 'day', 12),
] as const

export type DecisionKey = (typeof DECISION_EXPORT)[number]['key']
export type SlipKey = (typeof SLIP_EXPORT)[number]['key']
