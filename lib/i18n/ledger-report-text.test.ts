import { describe, expect, test } from 'vitest'
import type { LedgerReport } from '@/lib/domain/ledger-report'
import { ledgerReportText, ledgerUndoneText } from './ledger-report-text'
import { LOCALES } from './locale'

const note = (code: string, params: Record<string, string>) => ({ code, severity: 'warning', params })
const row = (more: object = {}) => ({
  sheet: '台账',
  row: 2,
  name: '甲项目',
  totalWan: 1,
  planWan: 1,
  verdict: 'new',
  notes: [],
  changes: [],
  ...more,
})
/** The lines of a report in which only what a test speaks of is out of the ordinary. */
function linesOf(more: object, locale: (typeof LOCALES)[number] = 'zh-CN', dryRun = true, refused = false): string[] {
  const report = {
    sheets: [{ name: '台账', rows: 1, unknownColumns: [], columns: [] }],
    skipped: [],
    rows: 1,
    created: 1,
    changed: 0,
    unchanged: 0,
    rejected: 0,
    issues: 0,
    totals: { totalWan: 1, planWan: 1 },
    byTeam: {},
    projects: [row()],
    unknown: {},
    batchId: null,
    ...more,
  } as unknown as LedgerReport
  return ledgerReportText(report, { file: 'x.xlsx', dryRun, refused }, locale).split('\n')
}

describe('what a report asks for', () => {
  test('a 专班 that does not exist may be made, a stage only answered', () => {
    const lines = linesOf({ unknown: { TASKFORCE: ['神秘专班'], STAGE: ['快好了'] } })
    expect(lines.find((line) => line.includes('神秘专班'))).toContain('“+”')
    expect(lines.find((line) => line.includes('快好了'))).toBe('未知的阶段：快好了。用 --map 对照一次后记住。')
  })
  test('people who are made and people who are asked for are told apart', () => {
    const notes = [note('PERSON_UNNAMED', { field: 'leader', name: '李局长', text: '李局长' })]
    const lines = linesOf({ projects: [row({ notes })], unknown: { PERSON: ['李局长', '王建国 13800000000'] } })
    expect(lines.filter((line) => /人员/.test(line))).toEqual([
      '未知的人员：李局长。用 --map 对照一次后记住。',
      '新的人员 1 个，导入时会建立：王建国 13800000000。',
    ])
  })
  test('money nobody read is said, with the columns that may hold it', () => {
    const without = { projects: [row({ totalWan: null })] }
    expect(linesOf(without)).toContain('“台账”表没有读到总投资：没有认出这样的列，或各行都空着。')
    const sheets = [{ name: '台账', rows: 1, unknownColumns: ['投资体量'], columns: [] }]
    expect(linesOf({ ...without, sheets }).find((line) => line.includes('没有读到'))).toContain('投资体量')
  })
  test.each(LOCALES)('%s: an ordinary ledger is asked nothing', (locale) =>
    expect(linesOf({}, locale).filter((line) => /--map/.test(line))).toEqual([]),
  )
})

test('what --strict refused is told as refused, not as a rehearsal', () => {
  const lines = linesOf({ rejected: 2, unknown: { ORG: ['甲局'] } }, 'zh-CN', false, true)
  expect(lines.at(-1)).toBe('有 2 行不能导入，按 --strict 的要求什么也没有导入。')
  expect(lines.filter((line) => /预演|一致|已建立/.test(line))).toEqual([])
  expect(linesOf({}, 'zh-CN', true, false).at(-1)).toBe('这是预演，什么也没有写入。')
})

test('an undo says what was removed and what was put back', () => {
  const said = (restored: number, removed: number) =>
    ledgerUndoneText({ batchId: 'b', restored, removed, kept: [] }, 'zh-CN')
  expect([said(500, 500), said(3, 1), said(2, 0)]).toEqual([
    '已撤销，新增的 500 个项目已删去。',
    '已撤销，新增的 1 个项目已删去，2 个项目恢复到导入前。',
    '已撤销，2 个项目恢复到导入前。',
  ])
})
