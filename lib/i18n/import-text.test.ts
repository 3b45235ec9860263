import { expect, test } from 'vitest'
import type { ReportRow } from '@/lib/domain/ledger-report'
import { markedRows } from './import-text'

const sheet = {
  name: '十一月',
  rows: 1,
  unknownColumns: [],
  headerRow: 3,
  columns: [{ column: 5, label: '总投资(万元)', field: 'total' }],
}
const row = {
  sheet: '十一月',
  row: 7,
  name: '冷库',
  verdict: 'error',
  changes: [],
  notes: [{ severity: 'error', code: 'AMOUNT_NEGATIVE', params: { field: 'total', text: '-3' } }],
} as unknown as ReportRow
const said = (several: boolean) => markedRows({ projects: [row], sheets: [sheet] }, [], 'zh-CN', several)[0]?.marks[0]

test('a row left out is marked at its cell with why; of a file with several sheets with the sheet as well', () => {
  expect(said(false)).toEqual({ row: 7, columns: [5], text: 'E列“总投资(万元)”：总投资“-3”为负，请核对。' })
  expect(said(true)?.text).toBe('“十一月”表第7行，E列“总投资(万元)”：总投资“-3”为负，请核对。')
})
