import { expect, test } from 'vitest'
import type { GridSheet } from '../ledger-grid'
import { on } from '../plain-date'
import { type RegisterWords, readRegisterLedger } from './ledger'

const words: RegisterWords = {
  size: new Map([['中型', 'MEDIUM']]),
  industry: new Map([['住宿餐饮业', 'CATERING']]),
  state: new Map([['存续', 'ACTIVE']]),
  channel: new Map([['上门', 'VISIT']]),
}
const grid = (...rows: readonly (readonly string[])[]): GridSheet => ({
  name: '表1',
  hidden: false,
  date1904: false,
  merges: [],
  rows: rows.map((cells, i) => ({
    number: i + 1,
    hidden: false,
    cells: new Map(
      cells.flatMap((text, column) =>
        text === '' ? [] : [[column + 1, { kind: 'text', text, formula: false, long: false }] as const],
      ),
    ),
  })),
})
const read = (...rows: readonly (readonly string[])[]) => readRegisterLedger([grid(...rows)], on('2026-11-23'), words)

test('an enterprise ledger is read by its headers; words, days and codes nobody can read keep their row out', () => {
  const ledger = read(
    ['二七区企业台账'],
    ['序号', '企业名称', '统一社会信用代码', '规模', '行业', '成立日期', '认定', '联系电话'],
    ['1', '汴河铸造有限公司', '91410103MA0000007R', '中型', '住宿和餐饮业', '2019-07-03', '规上 高新'],
    ['2', '长风柜业', '', '巨型', '', '2027-01-01'],
    ['3', '', ''],
    ['合计', '合计'],
  )
  expect(ledger?.kind).toBe('ENTERPRISE')
  expect(ledger?.sheets[0]).toMatchObject({ headerRow: 2, rows: 2, unknownColumns: ['序号', '联系电话'] })
  const [first, second] = ledger?.rows ?? []
  expect(first).toMatchObject({
    row: 3,
    enterprise: {
      size: 'MEDIUM',
      industry: 'CATERING',
      foundedOn: '2019-07-03',
      aboveScale: true,
      highTech: true,
      specialised: false,
      employees: null,
    },
  })
  expect(second?.notes.map(({ code, params }) => [code, params.column])).toEqual([
    ['REGISTER_CELL', 'register.size'],
    ['REGISTER_CELL', 'register.foundedOn'],
  ])
})

test('a list of packs is told by its batch and its day, and other ledgers are left alone', () => {
  const ledger = read(
    ['企业名称', '批次', '发放日期', '渠道'],
    ['汴河铸造', '春季批', '2026-03-02', '上门'],
    ['长风柜业', '春季批', ''],
  )
  expect(ledger?.kind).toBe('PACK')
  expect(ledger?.rows[0]?.pack).toEqual({ batch: '春季批', channel: 'VISIT', on: '2026-03-02', note: null })
  expect(ledger?.rows[1]?.notes).toMatchObject([{ code: 'REGISTER_CELL', severity: 'error' }])
  expect(read(['项目名称', '企业名称', '统一社会信用代码'], ['云创', '甲', ''])).toBeNull()
  expect(read(['姓名', '电话'])).toBeNull()
})
