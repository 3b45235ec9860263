import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLedger } from '@/lib/domain/ledger'
import { wanOf } from '@/lib/domain/ledger-money'
import { on } from '@/lib/domain/plain-date'
import { readXlsx } from './read-xlsx'
import { sheetParts, sheetXml, zip } from './testdata/make-package'

const NO_WORDS = { columns: new Map(), stages: new Map() }
const file = (name: string) => path.join(import.meta.dirname, 'testdata', name)

async function ledgerOf(name: string) {
  const read = await readXlsx(fs.readFileSync(file(name)))
  if (!read.ok) throw new Error(read.error.code)
  return readLedger(read.value, on('2026-11-23'), NO_WORDS)
}

describe('a week’s ledger as the office keeps it', async () => {
  const expected = JSON.parse(fs.readFileSync(file('weekly-ledger.expect.json'), 'utf8')) as {
    projects: number
    totalWan: number
    planWan: number
    issues: number
    stewards: number
    byTeam: Record<string, number>
    sample: {
      name: string
      team: string
      totalWan: number
      planWan: number
      start: string
      end: string
      steward: [string, string]
      stage: string
    }[]
  }
  const { rows, skipped } = await ledgerOf('weekly-ledger.xlsx')

  test('every project, sum, steward and problem is found, and nothing is odd', () => {
    const sum = (pick: (row: (typeof rows)[number]) => bigint | null) =>
      wanOf(rows.reduce((total, row) => total + (pick(row) ?? 0n), 0n))
    expect(rows).toHaveLength(expected.projects)
    expect(sum((row) => row.totalFen)).toBe(expected.totalWan)
    expect(sum((row) => row.planFen)).toBe(expected.planWan)
    expect(rows.filter((row) => row.problem)).toHaveLength(expected.issues)
    expect(new Set(rows.map((row) => `${row.steward?.name} ${row.steward?.phone}`)).size).toBe(expected.stewards)
    expect(rows.flatMap((row) => row.notes)).toEqual([])
    expect(skipped).toEqual([])
  })

  test('merged 专班 cells speak for all their rows', () => {
    const byTeam: Record<string, number> = {}
    for (const { team } of rows) byTeam[team ?? ''] = (byTeam[team ?? ''] ?? 0) + 1
    expect(byTeam).toEqual(expected.byTeam)
  })

  test.each(expected.sample)('$name', (sample) => {
    const row = rows.find(({ name }) => name === sample.name)
    expect(row).toMatchObject({
      team: sample.team,
      span: { from: sample.start, to: sample.end },
      stageText: sample.stage,
      asOf: '2026-11-19',
    })
    expect([wanOf(row?.totalFen ?? 0n), wanOf(row?.planFen ?? 0n)]).toEqual([sample.totalWan, sample.planWan])
    expect([row?.steward?.name, row?.steward?.phone]).toEqual(sample.steward)
  })
})

describe('a ledger with a mistake in every row', async () => {
  const { rows } = await ledgerOf('weekly-ledger-errors.xlsx')
  test.each([
    [4, 'error', 'NAME_EMPTY'],
    [5, 'error', 'TWICE'],
    [6, 'error', 'TWICE'],
    [7, 'error', 'AMOUNT_NEGATIVE'],
    [8, 'error', 'MONTH_INVALID'],
    [9, 'error', 'STAGE_UNKNOWN'],
    [10, 'warning', 'FORMULA'],
    [12, 'warning', 'PHONE_ODD'],
    [13, 'error', 'AMOUNT_UNREADABLE'],
    [14, 'error', 'SPAN_REVERSED'],
    [15, 'warning', 'LOOKS_LIKE_FORMULA'],
  ])('row %i: %s %s', (number, severity, code) => {
    const notes = rows.find((row) => row.row === number)?.notes.map((note) => [note.severity, note.code])
    expect(notes).toEqual([[severity, code]])
  })
})

test('a formula nobody has calculated is a mistake, one that says nothing is an empty cell', async () => {
  const text = (column: string, row: number, words: string) =>
    `<c r="${column}${row}" t="inlineStr"><is><t>${words}</t></is></c>`
  const cells = (row: number, ...words: string[]) => words.map((word, i) => text('ABC'.charAt(i), row, word)).join('')
  const formula = (type: string) => `<c r="D3"${type}><f>1</f></c>`
  const notesWith = async (cell: string) => {
    const rows = `<row r="1">${cells(1, '项目名称', '阶段', '建设单位')}${text('D', 1, '总投资')}</row><row r="3">${cells(3, '甲', '在谈', '乙')}${cell}</row>`
    const read = await readXlsx(zip(sheetParts(sheetXml(rows))))
    if (!read.ok) throw new Error(read.error.code)
    return readLedger(read.value, on('2026-11-23'), NO_WORDS).rows.flatMap((row) => row.notes.map((note) => note.code))
  }
  expect(await notesWith(formula(''))).toEqual(['FORMULA', 'FORMULA_EMPTY'])
  expect(await notesWith(formula(' t="str"'))).toEqual([])
})
