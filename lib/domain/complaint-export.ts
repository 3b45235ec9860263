import type { ExportColumn } from './ledger-export'

const column = <K extends string>(
  key: K,
  header: string,
  kind: ExportColumn['kind'],
  width: number,
  centred = false,
): ExportColumn<K> => ({ key, header, kind, width, field: null, centred })

/**
 * The ledger of complaints 诉求投诉台账; how to reach whoever said it is not in it.
 *
 * @source other-mechanisms §8
 */
export const COMPLAINT_EXPORT = [
  column('number', '编号', 'whole', 6, true),
  column('filed', '收到日期', 'day', 11),
  column('point', '监测点', 'text', 14),
  column('kind', '类别', 'text', 10, true),
  column('text', '内容', 'text', 40),
  column('place', '项目或地点', 'text', 18),
  column('lead', '承办单位', 'text', 12),
  column('due', '期限', 'day', 11),
  column('answered', '答复日期', 'day', 11),
  column('rating', '评价', 'text', 10, true),
  column('state', '状态', 'text', 9, true),
  column('level', '四色', 'text', 18),
] as const

export type ComplaintKey = (typeof COMPLAINT_EXPORT)[number]['key']
