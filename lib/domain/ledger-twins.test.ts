import { expect, test } from 'vitest'
import type { ReportRow } from './ledger-report'
import { twinsOf } from './ledger-twins'

const row = (number: number, twin: number | null, sheet = '一') =>
  ({
    sheet,
    row: number,
    notes: twin === null ? [] : [{ code: 'TWICE', severity: 'error', params: { sheet, row: twin } }],
  }) as unknown as ReportRow

test('keeping one row leaves out every other of the same project, and nothing else', () => {
  const rows = [row(2, 5), row(3, null), row(5, 2), row(7, 2), row(8, 9), row(9, 8), row(5, 6, '二'), row(6, 5, '二')]
  const left = (kept: number) => twinsOf(rows, { sheet: '一', row: kept }).map(({ sheet, row: n }) => `${sheet}${n}`)
  expect(left(2)).toEqual(['一5', '一7'])
  expect(left(7)).toEqual(['一2', '一5'])
  expect(left(3)).toEqual([])
})
