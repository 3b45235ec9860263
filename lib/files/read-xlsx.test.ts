import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readMoney } from '@/lib/domain/ledger-money'
import { readXlsx } from './read-xlsx'
import { sheetParts, sheetXml, zip } from './testdata/make-package'

const codeOf = async (bytes: Uint8Array) => {
  const read = await readXlsx(bytes)
  return read.ok ? 'READ' : read.error.code
}
const row = (number: number, text = '1') => `<row r="${number}"><c r="A${number}"><v>${text}</v></c></row>`
const rows = (count: number) => Array.from({ length: count }, (_, i) => row(i + 1)).join('')

describe('what is not read', () => {
  const good = sheetParts(sheetXml(row(1)))
  const ole = (words: string) =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from(words, 'utf16le')])
  test.each<[string, string, Uint8Array]>([
    ['nothing', 'FILE_EMPTY', Buffer.alloc(0)],
    ['a text', 'NOT_XLSX', Buffer.from('项目名称,总投资')],
    ['an old xls', 'OLD_XLS', ole('Workbook')],
    ['a workbook with a password', 'FILE_ENCRYPTED', ole('EncryptedPackage')],
    ['half a file', 'FILE_BROKEN', zip(good).subarray(0, 400)],
    ['a zip of something else', 'NOT_XLSX', zip([{ name: 'word/document.xml', body: '<document/>' }])],
    ['macros', 'HAS_MACROS', zip([...good, { name: 'xl/vbaProject.bin', body: 'x' }])],
    ['six megabytes', 'FILE_TOO_LARGE', Buffer.alloc(6_000_000, 'PK')],
    [
      'two hundred and one parts',
      'TOO_MANY_ENTRIES',
      zip(Array.from({ length: 201 }, (_, i) => ({ name: `p${i}`, body: '' }))),
    ],
    ['a document type', 'FILE_BROKEN', zip(sheetParts(`<!DOCTYPE worksheet [<!ENTITY a "aaaa">]>${sheetXml(row(1))}`))],
    [
      'a part that says it is smaller than it is',
      'FILE_BROKEN',
      zip(sheetParts(sheetXml(rows(4_000))).map((p) => (p.name.includes('sheet1') ? { ...p, declared: 1_000 } : p))),
    ],
    ['five thousand rows and more than their titles', 'TOO_MANY_ROWS', zip(sheetParts(sheetXml(rows(5_021))))],
    ['a cell in column 61', 'TOO_MANY_COLUMNS', zip(sheetParts(sheetXml('<row r="1"><c r="BI1"><v>1</v></c></row>')))],
    ['a million empty cells', 'TOO_COMPLEX', zip(sheetParts(sheetXml(`<row r="1">${'<c/>'.repeat(1_000_001)}</row>`)))],
    [
      'one text of two thousand characters in three thousand cells and one',
      'TEXT_TOO_LONG',
      zip(
        sheetParts(
          sheetXml(
            Array.from(
              { length: 3_001 },
              (_, i) => `<row r="${i + 1}"><c t="inlineStr"><is><t>${'x'.repeat(2_000)}</t></is></c></row>`,
            ).join(''),
          ),
        ),
      ),
    ],
    ['broken XML', 'FILE_BROKEN', zip(sheetParts('<worksheet><sheetData><row></sheetData></worksheet>'))],
  ])('%s: %s', async (_, code, bytes) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  test('200 MB in a small file are refused without holding them', async () => {
    const bomb = zip(
      sheetParts(
        Buffer.from(sheetXml(`<row r="1"><c t="inlineStr"><is><t>${'x'.repeat(200_000_000)}</t></is></c></row>`)),
      ),
    )
    const before = process.memoryUsage().rss
    expect(await codeOf(bomb)).toBe('UNPACKED_TOO_LARGE')
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
  })
})

describe('what a grid keeps', () => {
  const read = async (bytes: Uint8Array) => {
    const result = await readXlsx(bytes)
    if (!result.ok) throw new Error(result.error.code)
    return result.value
  }
  const cellsOf = (sheets: Awaited<ReturnType<typeof read>>) =>
    sheets.flatMap((s) =>
      s.rows.flatMap((r) =>
        [...r.cells].map(([column, cell]) => [r.number, column, cell.kind, cell.text, cell.formula]),
      ),
    )

  test('five thousand rows of sixty cells pass', async () => {
    const letters = Array.from(
      { length: 60 },
      (_, i) => (i < 26 ? '' : String.fromCharCode(64 + Math.floor(i / 26))) + String.fromCharCode(65 + (i % 26)),
    )
    const body = Array.from(
      { length: 5_000 },
      (_, i) => `<row r="${i + 1}">${letters.map((l) => `<c r="${l}${i + 1}"><v>${i}</v></c>`).join('')}</row>`,
    ).join('')
    const [sheet] = await read(zip(sheetParts(sheetXml(body))))
    expect(sheet?.rows).toHaveLength(5_000)
  })

  test('empty rows down to the end of a sheet are no rows', async () => {
    const tail = Array.from({ length: 300_000 }, (_, i) => `<row r="${i + 2}" spans="1:24"/>`).join('')
    const [sheet] = await read(zip(sheetParts(sheetXml(row(1) + tail))))
    expect(sheet?.rows.map((r) => r.number)).toEqual([1])
  })

  test('numbers lose their binary noise, prefixes and missing references are read', async () => {
    const xml =
      '<x:worksheet><x:sheetData><x:row><x:c><x:v>0.30000000000000004</x:v></x:c><x:c t="str"><x:f>1</x:f><x:v>点我</x:v></x:c><x:c t="e"><x:v>#REF!</x:v></x:c><x:c><x:v>1.2E5</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect(cellsOf(await read(zip(sheetParts(xml))))).toEqual([
      [1, 1, 'number', '0.3', false],
      [1, 2, 'text', '点我', true],
      [1, 3, 'error', '#REF!', false],
      [1, 4, 'number', '120000', false],
    ])
  })

  test('yes and no are words, never the amounts 1 and 0', async () => {
    const read = await readXlsx(zip(sheetParts(sheetXml('<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c></row>'))))
    expect(
      read.ok && [...(read.value[0]?.rows[0]?.cells.values() ?? [])].map((cell) => [cell.kind, cell.text]),
    ).toEqual([
      ['text', 'TRUE'],
      ['text', 'FALSE'],
    ])
    expect(readMoney('TRUE', '万元')).toMatchObject({ error: { code: 'AMOUNT_UNREADABLE' } })
  })
  test('a spreadsheet library’s dates, merges, hidden rows and hidden sheets arrive', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '一',
          rows: [
            ['名称', null],
            [new Date(Date.UTC(2024, 10, 1)), 'a'],
            [null, 'b'],
          ],
          merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
          rowDefs: new Map([[2, { hidden: true }]]),
        },
        { name: '二', rows: [['x']], hidden: true },
      ],
    })
    const [first, second] = await read(bytes)
    expect(first?.rows[1]?.cells.get(1)).toMatchObject({ kind: 'serial', text: '45597' })
    expect(first?.merges).toEqual([{ top: 2, left: 1, bottom: 3, right: 1 }])
    expect(first?.rows.map((r) => r.hidden)).toEqual([false, false, true])
    expect([second?.hidden, second?.rows.length]).toEqual([true, 0])
  })

  test('a long cell is cut and marked', async () => {
    const [sheet] = await read(
      zip(sheetParts(sheetXml(`<row r="1"><c t="inlineStr"><is><t>${'长'.repeat(2_001)}</t></is></c></row>`))),
    )
    expect(sheet?.rows[0]?.cells.get(1)).toMatchObject({ long: true })
    expect(sheet?.rows[0]?.cells.get(1)?.text).toHaveLength(2_000)
  })
})
