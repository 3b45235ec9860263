import type { ExportColumn } from '../ledger-export'

const column = <K extends string>(
  key: K,
  header: string,
  kind: ExportColumn['kind'],
  width: number,
  centred = false,
): ExportColumn<K> => ({ key, header, kind, width, field: null, centred })

/** The ledger of slips 跟踪督办台账. */
export const SUPERVISION_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('no', '单号', 'text', 16),
  column('source', '来源', 'text', 12),
  column('point', '监测点', 'text', 18),
  column('project', '项目', 'text', 24),
  column('matter', '事由', 'text', 40),
  column('demand', '督办要求', 'text', 34),
  column('unit', '承办单位', 'text', 14),
  column('issuedOn', '立单日期', 'day', 12),
  column('dueOn', '回复期限', 'day', 12),
  column('repliedOn', '首次回复', 'day', 12),
  column('rung', '催办情况', 'text', 12),
  column('reply', '回复', 'text', 34),
  column('result', '核实结论', 'text', 12),
  column('effect', '整改成效', 'text', 30),
  column('revisitOn', '回访日期', 'day', 12),
  column('satisfied', '回访评价', 'text', 11),
  column('closedOn', '销号日期', 'day', 12),
  column('state', '进展', 'text', 13),
  column('level', '四色', 'text', 18),
] as const
export type SupervisionKey = (typeof SUPERVISION_EXPORT)[number]['key']
