import { expect, test } from 'vitest'
import { fieldOf, type LedgerField } from './ledger-column'

/** Headers and synonyms of the weekly ledger, row by row of formats.md §2. */
const FAMILIAR: readonly (readonly [LedgerField, readonly string[]])[] = [
  ['ignored', ['序号', '编号']],
  ['name', ['项目名称', '名称', '项目']],
  ['code', ['项目代码', '在线平台代码', '备案号']],
  ['team', ['所属专班', '专班', '产业类别']],
  ['street', ['板块(街道)', '板块（街道）', '所在地', '属地']],
  ['enterprise', ['建设单位', '项目单位', '业主']],
  [
    'nature',
    [
      '建设性质',
      '新建/续建/改造',
      '新建／续建／改造',
      '新建、续建、改造',
      '新建/续建',
      '新建/改扩建',
      '新/续建',
      '新续建',
    ],
  ],
  ['content', ['建设内容及规模', '主要建设内容']],
  ['span', ['建设起止年限', '建设周期']],
  ['total', ['总投资(万元)', '总投资(亿元)', '总投资（亿元）']],
  ['plan', ['年度计划投资(万元)', '年度投资']],
  ['week', ['本周完成投资(万元)', '本期新增投资', '本期新增投资(亿元)']],
  ['done', ['年度累计完成投资(万元)', '累计完成']],
  ['ignored', ['占年度计划(%)', '完成率']],
  ['ignored', ['序时进度偏差(百分点)', '超/欠时间进度']],
  ['stage', ['阶段', '项目状态']],
  ['progress', ['形象进度(本周进展)', '本周进展', '进展情况']],
  ['ignored', ['手续办理情况', '手续进展']],
  ['problem', ['存在问题', '困难问题']],
  ['request', ['需协调解决事项及责任单位', '需区级协调事项']],
  ['next', ['下步计划(下周)', '下步打算']],
  ['leader', ['分包区领导', '责任领导', '包联领导']],
  ['leadUnit', ['责任单位', '牵头单位']],
  ['steward', ['项目管家及电话', '服务专员', '首席服务官']],
  ['contact', ['项目单位联系人及电话', '联系人']],
  ['ignored', ['四色', '亮灯', '预警']],
  ['ignored', ['变化', '较上周']],
  ['note', ['备注']],
  ['id', ['系统编号']],
]

const CASES = FAMILIAR.flatMap(([field, headers]) => headers.map((header) => [header, field] as const))

test.each(CASES)('a column headed %s is %s', (header, field) => expect(fieldOf(header)).toBe(field))
