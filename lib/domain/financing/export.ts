import type { ExportColumn } from '../ledger-export'

const column = <K extends string>(
  key: K,
  header: string,
  kind: ExportColumn['kind'],
  width: number,
  centred = false,
): ExportColumn<K> => ({ key, header, kind, width, field: null, centred })

/**
 * 推荐清单: what the district hands to its banks.
 *
 * @source formats.md §4
 */
export const RECOMMENDED_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('number', '需求编号', 'whole', 8, true),
  column('enterprise', '企业名称', 'text', 24),
  column('code', '统一社会信用代码', 'text', 21),
  column('size', '企业类型', 'text', 9, true),
  column('industry', '所属行业', 'text', 12),
  column('project', '项目名称', 'text', 24),
  column('stage', '项目阶段', 'text', 9, true),
  column('total', '总投资(万元)', 'money', 12),
  column('purpose', '融资用途', 'text', 10, true),
  column('applied', '需求金额(万元)', 'money', 12),
  column('months', '期限(月)', 'whole', 7),
  column('rate', '期望利率(%)', 'text', 8, true),
  column('collateral', '担保方式', 'text', 9, true),
  column('collateralText', '抵质押物', 'text', 16),
  column('loans', '现有贷款余额(万元)', 'money', 12),
  column('loansBank', '现有合作银行', 'text', 14),
  column('wanted', '意向银行', 'text', 16),
  column('grade', '公共信用等级', 'text', 7, true),
  column('lawful', '合规持续经营', 'text', 7, true),
  column('premises', '固定经营场所', 'text', 7, true),
  column('genuine', '真实融资需求', 'text', 7, true),
  column('credit', '信用良好', 'text', 7, true),
  column('standardPurpose', '用途合规', 'text', 7, true),
  column('consent', '企业授权(有效期)', 'text', 24),
  column('contact', '联系人', 'text', 9, true),
  column('phone', '电话', 'text', 14),
  column('recommendedOn', '推荐日期', 'day', 11),
  column('recommender', '推荐单位', 'text', 16),
] as const satisfies readonly ExportColumn[]
export type RecommendedKey = (typeof RECOMMENDED_EXPORT)[number]['key']

/**
 * 对接结果: what banks send back; by the hidden 系统编号 of each row an import knows it again.
 *
 * @source formats.md §4
 */
export const RESULT_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('number', '需求编号', 'whole', 8, true),
  column('enterprise', '企业名称', 'text', 24),
  column('bank', '银行', 'text', 16),
  column('applied', '需求金额(万元)', 'money', 12),
  column('acceptedOn', '受理日期', 'day', 11),
  column('state', '状态', 'text', 9, true),
  column('granted', '授信额度(万元)', 'money', 12),
  column('rate', '利率(%)', 'text', 8, true),
  column('decidedOn', '授信日期', 'day', 11),
  column('signed', '签约金额(万元)', 'money', 12),
  column('paidNew', '放款金额新增(万元)', 'money', 12),
  column('paidRenewed', '放款金额续贷(万元)', 'money', 12),
  column('paidOn', '放款日期', 'day', 11),
  column('reason', '未通过原因', 'text', 16),
  column('manager', '客户经理', 'text', 10, true),
] as const satisfies readonly ExportColumn[]
export type ResultKey = (typeof RESULT_EXPORT)[number]['key']
