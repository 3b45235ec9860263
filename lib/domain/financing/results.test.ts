import { describe, expect, test } from 'vitest'
import type { GridCell, GridSheet } from '../ledger-grid'
import { on } from '../plain-date'
import type { FinancingReason } from './need'
import type { Offer } from './offer'
import { planResult } from './result-plan'
import { type ResultLine, readResultSheet } from './result-sheet'

const today = on('2026-11-23')
const wan = (n: number) => BigInt(n) * 1_000_000n
const cell = (text: string): GridCell => ({ kind: 'text', text, formula: false, long: false })
const sheet = (...rows: readonly (readonly string[])[]): GridSheet => ({
  name: '对接结果',
  hidden: false,
  date1904: false,
  merges: [],
  rows: rows.map((texts, i) => ({
    number: i + 1,
    hidden: false,
    cells: new Map(texts.map((text, c) => [c + 1, cell(text)] as const)),
  })),
})
const HEAD = [
  '企业名称',
  '受理日期',
  '状态',
  '授信额度(万元)',
  '利率(%)',
  '授信日期',
  '放款金额新增(万元)',
  '未通过原因',
  '系统编号',
]
const words = new Map<string, FinancingReason>([['担保不足', 'COLLATERAL']])
const read = (...rows: readonly (readonly string[])[]) => readResultSheet([sheet(...rows)], words, '转他行', today)
const one = (row: readonly string[]): ResultLine => {
  const lines = read(['二七区银企对接结果'], HEAD, row)
  const line = lines.ok ? lines.value[0] : undefined
  if (!line) throw new Error('no line')
  return line
}

describe('what banks sent back', () => {
  test('is read by its headers, wherever they stand, and by the hidden number of each row', () => {
    const line = one(['科元', '2026-11-02', '', '1,000', '3.45', '2026.11.20', '', '', 'a1'])
    expect(line).toMatchObject({
      id: 'a1',
      row: 3,
      acceptedOn: '2026-11-02',
      grantedFen: String(wan(1_000)),
      rateBp: 345,
      decidedOn: '2026-11-20',
      wrong: [],
    })
  })
  test('rows without a number are no rows, and a sheet of something else is refused', () => {
    expect(read(HEAD, ['合计', '', '', '1000', '', '', '', '', ''])).toMatchObject({
      error: { code: 'FINANCING_SHEET_EMPTY' },
    })
    expect(read(['项目', '金额'])).toMatchObject({ error: { code: 'FINANCING_SHEET_UNKNOWN' } })
  })
  test('what cannot be read says which cell it is', () => {
    const line = one(['科元', '上周', '', '很多', '百分之三', '', '', '心情不好', 'a1'])
    expect(line.wrong.map(({ header }) => header)).toEqual(['受理日期', '授信额度(万元)', '利率(%)', '未通过原因'])
  })
})

describe('what a row does', () => {
  const fresh: Offer = {
    state: 'RECOMMENDED',
    recommendedOn: on('2026-11-01'),
    acceptedOn: null,
    contactedOn: null,
    grantedFen: null,
    signedFen: null,
    paidFen: 0n,
  }
  const plan = (row: readonly string[], offer: Partial<Offer> = {}, paid = { newFen: 0n, renewedFen: 0n }) =>
    planResult({ ...fresh, ...offer }, paid, one(row), { appliedFen: wan(1_200), othersFen: 0n }, today)
  const kinds = (planned: ReturnType<typeof plan>) =>
    planned.ok ? planned.value.map(({ kind }) => kind) : planned.error.code

  test('goes on from where the need stands', () => {
    const row = ['科元', '2026-11-02', '', '1200', '3.45', '2026-11-20', '', '', 'a1']
    expect(kinds(plan(row))).toEqual(['ACCEPT', 'GRANT'])
    expect(kinds(plan(row, { state: 'DILIGENCE', acceptedOn: on('2026-11-02') }))).toEqual(['GRANT'])
    expect(kinds(plan(row, { state: 'GRANTED', grantedFen: wan(1_200) }))).toEqual([])
  })
  test('refuses with its reason, passes on, and says what is missing', () => {
    expect(kinds(plan(['科元', '2026-11-02', '拒绝', '', '', '', '', '担保不足', 'a1']))).toEqual(['ACCEPT', 'REFUSE'])
    expect(kinds(plan(['科元', '', '转他行', '', '', '', '', '担保不足', 'a1']))).toEqual(['TRANSFER'])
    expect(kinds(plan(['科元', '', '', '1200', '3.45', '', '', '', 'a1']))).toBe('FINANCING_ROW_ACCEPT')
    expect(kinds(plan(['科元', '2026-11-02', '', '1000', '3.45', '', '', '', 'a1']))).toBe('FINANCING_LESS_REASON')
  })
  test('an amount typed in 元 is caught', () =>
    expect(plan(['科元', '2026-11-02', '', '12000000', '3.45', '', '', '', 'a1'])).toMatchObject({
      error: { code: 'FINANCING_ROW_YUAN', yuanFen: String(wan(1_200)) },
    }))
  test('neither changes nor takes back what is recorded', () => {
    const granted = { state: 'SIGNED' as const, grantedFen: wan(1_200), signedFen: wan(1_200), paidFen: wan(500) }
    const paid = { newFen: wan(500), renewedFen: 0n }
    expect(kinds(plan(['科元', '', '', '1000', '3.45', '', '', '', 'a1'], granted, paid))).toBe('FINANCING_ROW_CHANGED')
    expect(kinds(plan(['科元', '', '', '', '', '', '400', '', 'a1'], granted, paid))).toBe('FINANCING_ROW_LESS')
    expect(plan(['科元', '', '', '', '', '', '700', '', 'a1'], granted, paid)).toMatchObject({
      value: [{ kind: 'PAY', fen: wan(200), payment: 'NEW' }],
    })
  })
  test('a day that has not come is no result', () =>
    expect(kinds(plan(['科元', '2026-11-24', '', '', '', '', '', '', 'a1']))).toBe('FUTURE_DATE'))
})
