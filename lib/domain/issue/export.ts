import type { ExportColumn } from '../ledger-export'

const column = <K extends string>(
  key: K,
  header: string,
  kind: ExportColumn['kind'],
  width: number,
  centred = false,
): ExportColumn<K> => ({ key, header, kind, width, field: null, centred })

/**
 * The ledger of problems 问题台账 as offices know it, in its 21 columns.
 *
 * @source formats.md §3
 */
export const ISSUE_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('number', '问题编号', 'text', 18, true),
  column('source', '来源', 'text', 11),
  column('about', '企业(项目)名称', 'text', 20),
  column('text', '问题诉求', 'text', 34),
  column('kind', '问题类别', 'text', 8, true),
  column('raisedOn', '提出日期', 'day', 11),
  column('tier', '级别', 'text', 8, true),
  column('lead', '牵头单位', 'text', 13),
  column('supports', '配合单位', 'text', 14),
  column('owner', '责任人', 'text', 8, true),
  column('assignedOn', '交办日期', 'day', 11),
  column('dueOn', '办理时限', 'day', 11),
  column('progress', '当前进展情况', 'text', 28),
  column('outcome', '办理结果', 'text', 12, true),
  column('finishedOn', '办结日期', 'day', 11),
  column('satisfied', '企业是否满意', 'text', 8, true),
  column('revisit', '回访情况', 'text', 16),
  column('urged', '督办次数', 'whole', 8, true),
  column('struck', '是否销号', 'text', 8, true),
  column('note', '备注', 'text', 12),
] as const
export type IssueExportKey = (typeof ISSUE_EXPORT)[number]['key']

/** Columns a later import reads back; the others follow from what was done. */
export const ISSUE_READ_BACK: ReadonlySet<IssueExportKey> = new Set([
  'text',
  'kind',
  'tier',
  'lead',
  'supports',
  'owner',
  'dueOn',
  'progress',
  'outcome',
  'finishedOn',
  'satisfied',
  'revisit',
  'struck',
  'note',
])

/** What of it a sheet of A4 has room for. */
export const ON_A4: ReadonlySet<IssueExportKey> = new Set([
  'row',
  'number',
  'about',
  'text',
  'tier',
  'lead',
  'raisedOn',
  'dueOn',
  'progress',
  'outcome',
  'satisfied',
  'struck',
])
