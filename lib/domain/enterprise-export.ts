import type { ExportColumn } from './ledger-export'

const column = <K extends string>(
  key: K,
  header: string,
  kind: ExportColumn['kind'],
  width: number,
  centred = false,
): ExportColumn<K> => ({ key, header, kind, width, field: null, centred })

/** The register of enterprises 企业台账; what is confidential is in no workbook. */
export const ENTERPRISE_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('name', '企业名称', 'text', 32),
  column('creditCode', '统一社会信用代码', 'text', 22),
  column('size', '规模', 'text', 10, true),
  column('industry', '行业', 'text', 22),
  column('street', '所在街道', 'text', 12),
  column('founded', '成立日期', 'day', 12),
  column('standings', '认定', 'text', 18),
  column('projects', '项目', 'whole', 7, true),
  column('issues', '未办结问题', 'whole', 10, true),
  column('needs', '未落实要素', 'whole', 10, true),
  column('state', '状态', 'text', 8, true),
] as const
export type EnterpriseKey = (typeof ENTERPRISE_EXPORT)[number]['key']

/** 用工需求台账 */
export const JOB_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('enterprise', '企业名称', 'text', 32),
  column('post', '岗位', 'text', 18),
  column('number', '人数', 'whole', 8, true),
  column('pay', '月薪', 'text', 18),
  column('raised', '提出日期', 'day', 12),
  column('intended', '达成意向', 'whole', 9, true),
  column('state', '状态', 'text', 10, true),
  column('note', '备注', 'text', 24),
] as const
export type JobKey = (typeof JOB_EXPORT)[number]['key']

/** 境外业务台账; an amount stands with its currency in one cell, so that no workbook adds two currencies. */
export const OUTBOUND_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('enterprise', '企业名称', 'text', 32),
  column('kind', '类别', 'text', 16),
  column('country', '国家和地区', 'text', 12, true),
  column('amount', '金额', 'text', 18),
  column('filingNo', '备案号', 'text', 20),
  column('on', '日期', 'day', 12),
  column('note', '备注', 'text', 24),
] as const
export type OutboundKey = (typeof OUTBOUND_EXPORT)[number]['key']
