import type { LedgerField } from './ledger-column'
import type { Level } from './level-scale'

/** What a column of an exported ledger holds. */
export type ExportKind = 'text' | 'whole' | 'money' | 'share' | 'day'

/**
 * A column of an exported ledger 导出列. `field` is what an import reads it as; null: nobody reads it back, because it
 * follows from something else.
 */
export type ExportColumn<K extends string = string> = Readonly<{
  key: K
  header: string
  kind: ExportKind
  width: number
  field: LedgerField | null
  centred?: boolean
  summed?: boolean
}>

/** What stands in a cell: a value, or one on a colour (RRGGBB). Days are `YYYY-MM-DD`. */
export type ExportCell = string | number | null | Readonly<{ value: string | number | null; fill: string }>

/** What a list may hold to be written into a workbook; a list is never cut, it is refused. */
export const MOST_EXPORTED = 20_000

/**
 * Colours of the four colours in a workbook; the word always stands on them.
 *
 * @source formats.md §2
 */
export const LEVEL_FILL: Readonly<Record<Level, string>> = {
  GREEN: 'C6EFCE',
  BLUE: 'BDD7EE',
  YELLOW: 'FFEB9C',
  RED: 'FFC7CE',
  GREY: 'E7E6E6',
}

/** The last three columns, hidden: by them a later import knows the row, its version and what it was exported with. */
export const TRAILING = [
  { key: 'id', header: '系统编号', kind: 'text', width: 8, field: 'id' },
  { key: 'version', header: '版本', kind: 'whole', width: 8, field: null },
  { key: 'export', header: '导出编号', kind: 'text', width: 8, field: null },
] as const satisfies readonly ExportColumn[]

const column = <K extends string>(
  key: K,
  header: string,
  kind: ExportKind,
  width: number,
  field: LedgerField | null,
  more: Readonly<{ centred?: boolean; summed?: boolean }> = {},
): ExportColumn<K> => ({ key, header, kind, width, field, ...more })

const MIDDLE = { centred: true }
const SUMMED = { summed: true }

/** Every column a ledger of projects can be exported with, in the order of the weekly ledger. */
export const PROJECT_EXPORT = [
  column('row', '序号', 'whole', 5, null, MIDDLE),
  column('number', '库内编号', 'whole', 8, 'number', MIDDLE),
  column('name', '项目名称', 'text', 22, 'name'),
  column('code', '项目代码', 'text', 14, 'code'),
  column('taskforce', '所属专班', 'text', 12, 'team'),
  column('street', '板块(街道)', 'text', 10, 'street'),
  column('enterprise', '建设单位', 'text', 16, 'enterprise'),
  column('nature', '建设性质', 'text', 6, 'nature', MIDDLE),
  column('content', '建设内容及规模', 'text', 22, 'content'),
  column('span', '建设起止年限', 'text', 10, 'span', MIDDLE),
  column('total', '总投资(万元)', 'money', 13, 'total', SUMMED),
  column('planned', '年度计划投资(万元)', 'money', 12, 'plan', SUMMED),
  column('week', '本周完成投资(万元)', 'money', 11, 'week', SUMMED),
  column('done', '年度累计完成投资(万元)', 'money', 12, 'done', SUMMED),
  column('share', '占年度计划(%)', 'share', 8, null),
  column('deviation', '序时进度偏差(百分点)', 'share', 9, null),
  column('stage', '阶段', 'text', 9, 'stage', MIDDLE),
  column('milestone', '计划节点', 'text', 16, null, MIDDLE),
  column('progress', '形象进度(本周进展)', 'text', 24, 'progress'),
  column('procedures', '手续办理情况', 'text', 24, null),
  column('problem', '存在问题', 'text', 18, 'problem'),
  column('request', '需协调解决事项及责任单位', 'text', 18, 'request'),
  column('next', '下步计划(下周)', 'text', 18, 'next'),
  column('leader', '分包区领导', 'text', 9, 'leader', MIDDLE),
  column('leadUnit', '责任单位', 'text', 12, 'leadUnit'),
  column('steward', '项目管家及电话', 'text', 13, 'steward'),
  column('contact', '项目单位联系人及电话', 'text', 13, 'contact'),
  column('level', '四色', 'text', 5, null, MIDDLE),
  column('change', '变化', 'text', 9, null, MIDDLE),
  column('reason', '四色原因', 'text', 30, null),
  column('owner', '责任方', 'text', 11, null),
  column('ruler', '时限尺(工作日)', 'text', 18, null),
  column('verified', '上次核对', 'day', 11, null),
  column('note', '备注', 'text', 10, 'note'),
] as const
/** The colour with its reason in one cell, where a layout has no column for the reason. */
const LEVEL_WITH_REASON = column('levelWithReason', '四色', 'text', 26, null)
export type ProjectExportKey = (typeof PROJECT_EXPORT)[number]['key'] | (typeof LEVEL_WITH_REASON)['key']
export type ProjectExportColumn = ExportColumn<ProjectExportKey>

const NOT_WEEKLY: readonly ProjectExportKey[] = ['number', 'milestone', 'reason', 'owner', 'ruler', 'verified']

/**
 * The 28 columns of the weekly ledger 周调度台账, in its order; a colour never goes out without its reason.
 *
 * @source formats.md §2
 */
export const WEEKLY_EXPORT: readonly ProjectExportColumn[] = PROJECT_EXPORT.filter(
  ({ key }) => !NOT_WEEKLY.includes(key),
).map((c) => (c.key === 'level' ? LEVEL_WITH_REASON : c))

/**
 * The columns of a list as they stand on screen: a running number first, and the colour followed by its reason, which
 * stand in one cell on screen.
 *
 * @param shown columns of the screen in their order; what a workbook has no column for is left out
 * @example exportColumnsOf(['name', 'level']).map((c) => c.header) // ['序号', '项目名称', '四色', '四色原因']
 */
export function exportColumnsOf(shown: readonly string[]): ProjectExportColumn[] {
  const keys = ['row', 'name', ...shown].flatMap((key) => (key === 'level' ? ['level', 'reason'] : [key]))
  const known = new Map<string, ProjectExportColumn>(PROJECT_EXPORT.map((c) => [c.key, c]))
  // A ledger without names cannot be read back, so the name is never missing; where the screen has it, it stays there.
  const wanted = shown.includes('name') ? keys.filter((key, i) => key !== 'name' || i !== 1) : keys
  return [...new Set(wanted)].flatMap((key) => known.get(key) ?? [])
}

/**
 * Columns of the ledger of procedures 手续办理台账, one row a procedure.
 *
 * @source formats.md §3
 */
export const PROCEDURE_EXPORT = [
  column('row', '序号', 'whole', 5, null, MIDDLE),
  column('project', '项目名称', 'text', 24, 'name'),
  column('code', '事项编码', 'text', 8, null, MIDDLE),
  column('item', '事项名称', 'text', 28, null),
  column('stage', '阶段', 'text', 17, null),
  column('agency', '责任部门', 'text', 18, null),
  column('handler', '经办人及电话', 'text', 13, null),
  column('before', '前置事项', 'text', 26, null),
  column('receivedOn', '申报日期', 'day', 11, null),
  column('acceptedOn', '受理日期', 'day', 11, null),
  column('statutory', '法定时限', 'text', 9, null, MIDDLE),
  column('promised', '承诺时限', 'text', 9, null, MIDDLE),
  column('used', '已用工作日', 'whole', 7, null),
  column('left', '剩余(超期)工作日', 'whole', 9, null),
  column('state', '状态', 'text', 9, null, MIDDLE),
  column('pauses', '暂停原因及天数', 'text', 18, null),
  column('planOn', '计划办结日', 'day', 11, null),
  column('finishedOn', '实际办结日', 'day', 11, null),
  column('certificate', '证照文号', 'text', 22, null),
  column('expiresOn', '证照有效期至', 'day', 11, null),
  column('level', '四色', 'text', 22, null),
  column('owner', '责任归属', 'text', 11, null),
  column('note', '备注', 'text', 18, 'note'),
] as const
export type ProcedureExportKey = (typeof PROCEDURE_EXPORT)[number]['key']

/** Issues of one project in one cell, numbered when there are several; `null` ones keep their number free. */
export function numbered(texts: readonly (string | null)[]): string | null {
  const said = texts.flatMap((text, i) => (text === null ? [] : [{ n: i + 1, text: text.replace(/\s*\n\s*/g, ' ') }]))
  if (said.length === 0) return null
  return texts.length === 1 ? (said[0]?.text ?? null) : said.map(({ n, text }) => `${n}. ${text}`).join('\n')
}

/**
 * The issues of a cell that numbers them, with their numbers; a cell that does not is one issue.
 *
 * @example unnumbered('1. 供水管线未迁改\n2. 临时用电')[1] // { n: 2, text: '临时用电' }
 */
export function unnumbered(cell: string): Readonly<{ n: number; text: string }>[] {
  const lines = cell.split('\n')
  const parts = lines.flatMap((line) => {
    const found = /^\s*(\d{1,2})\s*[.、．]\s*(\S.*)$/u.exec(line)
    return found ? [{ n: Number(found[1]), text: found[2] as string }] : []
  })
  return parts.length === lines.length ? parts : [{ n: 1, text: cell }]
}

/** What is asked for, with the unit it is asked of, where the sentence does not name it already. */
export const requestWithUnit = (request: string, unit: string | null): string =>
  unit === null || request.includes(unit) ? request : `${request}(${unit})`
