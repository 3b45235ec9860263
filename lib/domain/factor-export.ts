import type { ExportColumn } from './ledger-export'

const column = <K extends string>(
  key: K,
  header: string,
  kind: ExportColumn['kind'],
  width: number,
  centred = false,
): ExportColumn<K> => ({ key, header, kind, width, field: null, centred })

/**
 * The ledger of needs 要素需求台账 as offices know it.
 *
 * @source formats.md §3
 */
export const FACTOR_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('project', '项目', 'text', 30),
  column('kind', '要素类别', 'text', 11, true),
  column('quantity', '需求量及单位', 'text', 16),
  column('needBy', '需用时间', 'day', 12),
  column('gap', '缺口', 'text', 16),
  column('lead', '责任部门', 'text', 14),
  column('committed', '承诺时间', 'day', 12),
  column('state', '状态', 'text', 10, true),
  column('level', '四色', 'text', 20),
] as const

export type FactorKey = (typeof FACTOR_EXPORT)[number]['key']
