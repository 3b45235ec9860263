import { describe, expect, test } from 'vitest'
import { readLedger } from './ledger'
import type { GridCell, GridSheet } from './ledger-grid'
import { on } from './plain-date'

const HEAD = [
  '项目名称',
  '专班',
  '街道',
  '建设单位',
  '建设性质',
  '建设内容',
  '建设起止年限',
  '总投资(万元)',
  '年度计划投资(万元)',
  '本周完成投资(万元)',
  '累计完成投资(万元)',
  '阶段',
  '形象进度',
  '存在问题',
  '需区级协调事项',
  '下步计划',
  '分包领导',
  '责任单位',
  '项目管家及电话',
  '项目单位联系人及电话',
  '备注',
  '计划开工时间',
  '实际开工时间',
  '计划竣工时间',
  '签约时间',
]
const cell = (text: string): GridCell => ({ kind: 'text', text, formula: false, long: false })
const sheetOf = (rows: readonly (readonly string[])[]): GridSheet => ({
  name: '台账',
  hidden: false,
  date1904: false,
  merges: [],
  rows: rows.map((texts, i) => ({
    number: i + 1,
    hidden: false,
    cells: new Map(texts.map((text, n) => [n + 1, cell(text)] as const)),
  })),
})
const read = (sheet: GridSheet) => readLedger([sheet], on('2026-11-23'), { columns: new Map(), stages: new Map() })

/** A cell as full as it may be, of one sign or a few again and again. */
const full = (part: string) => `甲${part.repeat(Math.ceil(1_997 / part.length)).slice(0, 1_997)}乙`
const PARTS = [
  ' ',
  '\n',
  ' \n',
  '(',
  '（',
  '【',
  '<',
  '1',
  '1.',
  '1-',
  '1 ',
  '2026年',
  '2026',
  '次年',
  '年-',
  '年-12',
  '月',
  '区',
  '副',
  '局长',
  '区委',
  '合计',
  '单位:',
  '万',
  '元',
  '$',
  ',',
  '1,',
  '，',
  '/',
  '张',
  '张 ',
  'A ',
  '86 ',
  '+',
  '电话',
  '13',
  '一',
  '十',
  '专班',
  '个',
  '1个',
  '(1',
  '上半年',
  '12月',
  '-',
  '—',
  '至',
  '.',
  ':',
  '\u200b',
]

describe('cells made to hurt', () => {
  test('cost no more than others of their length: a row of them is read in a few milliseconds', () => {
    const slow: [string, number][] = []
    for (const part of PARTS) {
      const rows = Array.from({ length: 5 }, () => HEAD.map(() => full(part)))
      const from = performance.now()
      read(sheetOf([HEAD, ...rows]))
      slow.push([part, performance.now() - from])
    }
    // Each has 125 full cells; looked through from each of their signs to the end they took two seconds and more.
    expect(slow.filter(([, ms]) => ms > 1_500)).toEqual([])
  })

  test('a full title of a section is cut before it is looked at for every row below it', () => {
    const rows = Array.from({ length: 500 }, (_, i) => [`项目${i}`, '', '', '甲公司', '', '', '', '1'])
    const from = performance.now()
    const { rows: made } = read(sheetOf([HEAD, [`${'1'.repeat(1_990)}专班`], ...rows]))
    expect(made).toHaveLength(500)
    expect(performance.now() - from).toBeLessThan(5_000)
  })
})
