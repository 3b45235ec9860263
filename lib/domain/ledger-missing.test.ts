import { describe, expect, test } from 'vitest'
import { moneyMissing } from './ledger-missing'
import type { ReportRow } from './ledger-report'

const row = (totalWan: number | null, planWan: number | null, notes: ReportRow['notes'] = []) =>
  ({ sheet: '台账', totalWan, planWan, notes }) as unknown as ReportRow
const of = (unknownColumns: readonly string[], ...projects: ReportRow[]) =>
  moneyMissing({ sheets: [{ name: '台账', rows: projects.length, unknownColumns }] as never, projects }).map(
    ({ field, columns }) => [field, columns],
  )

describe('money nobody read', () => {
  test('a total no row states is said, with the unknown columns that speak of money', () =>
    expect(of(['投资体量（万元）', '土地性质'], row(null, 5), row(null, null))).toEqual([
      ['total', ['投资体量（万元）']],
    ]))
  test('a total is missed even where no column looks like one', () =>
    expect(of(['土地性质'], row(null, 5))).toEqual([['total', []]]))
  test('a ledger without a plan is no mistake, unless some column may be it', () => {
    expect(of(['土地性质'], row(1, null))).toEqual([])
    expect(of(['本年投资盘子'], row(1, null))).toEqual([['plan', ['本年投资盘子']]])
  })
  test('one row that states it shows that the column was found', () =>
    expect(of(['投资体量'], row(null, 5), row(3, null))).toEqual([]))
  test('an amount that could not be read was found as well', () => {
    const unreadable = { severity: 'error', code: 'AMOUNT_UNREADABLE', params: { field: 'total' } } as const
    expect(of([], row(null, 1, [unreadable]))).toEqual([])
  })
})
