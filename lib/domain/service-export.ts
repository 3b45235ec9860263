import type { ExportColumn } from './ledger-export'

const column = <K extends string>(
  key: K,
  header: string,
  kind: ExportColumn['kind'],
  width: number,
  centred = false,
): ExportColumn<K> => ({ key, header, kind, width, field: null, centred })

/** Lists of the services that can be taken along. */
export const SERVICE_EXPORTS = ['visits', 'credit', 'promotion', 'upgrades'] as const
export type ServiceExport = (typeof SERVICE_EXPORTS)[number]

/** 走访计划: who goes where together, and what came of it. */
export const VISIT_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('enterprise', '企业名称', 'text', 28),
  column('on', '日期', 'day', 12),
  column('units', '走访单位', 'text', 22),
  column('purpose', '事由', 'text', 30),
  column('state', '状态', 'text', 12, true),
  column('decision', '定下的事', 'text', 30),
  column('issue', '发现的问题', 'text', 30),
  column('word', '企业意见或原因', 'text', 20),
] as const

/** 意向授信: neither granted nor paid. */
export const INTENT_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('enterprise', '企业名称', 'text', 28),
  column('bank', '银行', 'text', 20),
  column('amount', '意向授信(万元)', 'money', 14),
  column('on', '日期', 'day', 12),
  column('occasion', '场合', 'text', 24),
  column('withdrawn', '撤回', 'text', 24),
] as const

/** 民间投资推介: intended, signed and paid in each in a column of its own. */
export const PROMOTION_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('project', '项目名称', 'text', 28),
  column('list', '推介清单', 'text', 12, true),
  column('level', '层级', 'text', 8, true),
  column('mode', '合作方式', 'text', 10, true),
  column('total', '总投资(万元)', 'money', 14),
  column('sought', '拟引入民间资本(万元)', 'money', 14),
  column('pushedOn', '上平台日期', 'day', 12),
  column('state', '状态', 'text', 10, true),
  column('interested', '意向方(家)', 'whole', 8, true),
  column('intended', '意向额(万元)', 'money', 14),
  column('signed', '签约额(万元)', 'money', 14),
  column('paid', '到资额(万元)', 'money', 14),
] as const

/** 三化改造: what is expected and what was paid each in a column of its own. */
export const UPGRADE_EXPORT = [
  column('row', '序号', 'whole', 5, true),
  column('enterprise', '企业名称', 'text', 26),
  column('name', '改造项目', 'text', 26),
  column('kinds', '类别', 'text', 16),
  column('content', '改造内容', 'text', 34),
  column('total', '总投资(万元)', 'money', 13),
  column('equipment', '设备投资(万元)', 'money', 13),
  column('startOn', '开始', 'day', 12),
  column('endOn', '完成', 'day', 12),
  column('energyBefore', '改造前能耗(吨标煤)', 'text', 12),
  column('energyAfter', '改造后能耗(吨标煤)', 'text', 12),
  column('state', '状态', 'text', 10, true),
  column('policy', '补贴政策', 'text', 22),
  column('estimated', '预计补贴(万元)', 'money', 13),
  column('paid', '已兑现(万元)', 'money', 13),
  column('paidOn', '兑现日期', 'day', 12),
] as const
