import type { ExportColumn } from './ledger-export'

const column = <K extends string>(
  key: K,
  header: string,
  kind: ExportColumn['kind'],
  width: number,
  centred = false,
): ExportColumn<K> => ({ key, header, kind, width, field: null, centred })

/** The ledger of packs 惠企大礼包发放台账, as offices count it. */
export const PACK_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('number', '编号', 'whole', 7, true),
  column('enterprise', '企业名称', 'text', 30),
  column('fresh', '是否新设', 'text', 9, true),
  column('batch', '批次', 'text', 20),
  column('channel', '渠道', 'text', 7, true),
  column('contents', '内容', 'text', 40),
  column('on', '发放日期', 'day', 12),
  column('by', '发放人', 'text', 9, true),
  column('stand', '签收情况', 'text', 24),
] as const

export type PackKey = (typeof PACK_EXPORT)[number]['key']
