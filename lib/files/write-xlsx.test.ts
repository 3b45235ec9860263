import { describe, expect, test } from 'vitest'
import type { GridSheet } from '@/lib/domain/ledger-grid'
import { columnName } from '@/lib/domain/ledger-grid'
import { readXlsx } from './read-xlsx'
import { type Notes, writeWorkbook, writeXlsx } from './write-xlsx'
import { openArchive } from './xlsx-archive'

import { SUM, type Table, type TableCell, type TableColumn } from './xlsx-table'

const text = (header: string): TableColumn => ({ header, kind: 'text', width: 10 })
const notes: Notes = { name: '填表说明', rows: [['总投资', '万元']] }
const table = (columns: readonly TableColumn[], rows: readonly (readonly TableCell[])[], more = {}): Table => ({
  name: '周调度台账',
  title: '周调度台账',
  left: '填报单位：甲',
  right: '单位：万元',
  columns,
  rows,
  paper: 'A3',
  frozen: 1,
  stamp: '吴敏 & 王强 2026-11-23',
  ...more,
})

async function parts(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const archive = await openArchive(bytes)
  const found = new Map<string, string>()
  for (const name of archive.names) {
    let body = ''
    await archive.stream(name, (piece) => {
      body += piece
    })
    found.set(name, body)
  }
  return found
}
async function sheetOf(bytes: Buffer): Promise<GridSheet> {
  const read = await readXlsx(bytes)
  if (!read.ok) throw new Error(read.error.code)
  return read.value[0] as GridSheet
}
const sheetXml = async (made: Table) =>
  (await parts(await writeXlsx(made, notes))).get('xl/worksheets/sheet1.xml') ?? ''

const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tx',
  '＝1+1',
  '＋1',
  '－1',
  '＠a',
  '=HYPERLINK("javascript:alert(1)","点")',
  "=cmd|' /C calc'!A0",
  '<f>1+1</f>',
  '&lt;',
  '_x0041_',
  '_x005F_x0041_',
  'a\nb',
  '0371',
  '13800000000',
  '😀',
]

describe('what a user typed', () => {
  test('stays a text that reads back letter by letter', async () => {
    const sheet = await sheetOf(
      await writeXlsx(
        table(
          [text('甲')],
          HOSTILE.map((t) => [t]),
        ),
        notes,
      ),
    )
    expect(sheet.rows.slice(3).map((row) => row.cells.get(1))).toEqual(
      HOSTILE.map((said) => ({ kind: 'text', text: said, formula: false, long: false })),
    )
  })

  test('never becomes a formula, a link or a part from outside', async () => {
    const objects = [
      { formula: '1+1' },
      { hyperlink: 'javascript:alert(1)' },
      { value: { formula: '1+1' }, fill: 'FFFFFF' },
    ]
    const rows = [...HOSTILE, ...(objects as unknown as string[])].map((value) => [value, value])
    const all = await parts(
      await writeXlsx(
        table([text('甲'), { header: '乙', kind: 'money', width: 9 }], rows, { title: '=1', left: '=1' }),
        notes,
      ),
    )
    for (const [name, body] of all) {
      expect(`${name} ${/<f[ >]/.test(body)}`).toBe(`${name} false`)
      expect(
        `${name} ${/hyperlink|External|externalLink|javascript:(?!alert\(1\))/.test(body.replaceAll('HYPERLINK', ''))}`,
      ).toBe(`${name} false`)
    }
    expect([...all.keys()].toSorted()).toEqual([
      '[content_types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/sharedstrings.xml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ])
  })

  test('loses what XML cannot hold, and nothing else', async () => {
    const sheet = await sheetOf(await writeXlsx(table([text('甲')], [['a\u0000\u0008b\ud800c\r\nd']]), notes))
    expect(sheet.rows[3]?.cells.get(1)?.text).toBe('ab\ufffdc\nd')
  })
})

describe('a column’s kind', () => {
  const kinds = ['text', 'whole', 'money', 'share', 'day'] as const
  const write = async (row: readonly TableCell[]) => {
    const columns = kinds.map((kind): TableColumn => ({ header: kind, kind, width: 9 }))
    const sheet = await sheetOf(await writeXlsx(table(columns, [row]), notes))
    return kinds.map((_, i) => sheet.rows[3]?.cells.get(i + 1)).map((cell) => cell && `${cell.kind} ${cell.text}`)
  }
  test('decides what is written', async () =>
    expect(await write(['13800000000', 3, 1234.56, 57.1, '2026-11-23'])).toEqual([
      'text 13800000000',
      'number 3',
      'number 1234.56',
      'number 57.1',
      'serial 46349',
    ]))
  test('leaves empty what does not fit it', async () =>
    expect(await write([null, '3', Number.NaN, Number.POSITIVE_INFINITY, '23.11.2026'])).toEqual(
      Array(5).fill(undefined),
    ))
})

describe('the sheet', () => {
  const columns: TableColumn[] = [
    { header: '序号', kind: 'whole', width: 5 },
    { header: '总投资(万元)', kind: 'money', width: 12 },
    { header: '阶段', kind: 'text', width: 8, choices: ['前期手续', '开工在建'] },
    { header: '系统编号', kind: 'text', width: 8, hidden: true },
  ]
  const made = table(
    columns,
    [
      [1, 0.1, '前期手续', 'a'],
      [2, 0.2, '开工在建', 'b'],
    ],
    { total: [null, SUM, null, null] },
  )

  test('sums with a formula of ours, its result beside it', async () =>
    expect(await sheetXml(made)).toMatch(/<c r="B6" s="\d+"><f>SUM\(B4:B5\)<\/f><v>0.3<\/v><\/c>/))
  test('freezes, repeats its header, fits one page wide, numbers its pages', async () => {
    const xml = await sheetXml(made)
    expect(xml).toContain('<pane xSplit="1" ySplit="3" topLeftCell="B4"')
    expect(xml).toContain('paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"')
    expect(xml).toContain('第 &amp;P 页 共 &amp;N 页')
    expect(xml).toContain('吴敏 &amp;&amp; 王强')
    expect(xml).toContain('<mergeCell ref="A1:C1"/>')
    const all = await parts(await writeXlsx(made, notes))
    expect(all.get('xl/workbook.xml')).toContain("'周调度台账'!$3:$3")
  })
  test('hides its ids and offers its words', async () => {
    const xml = await sheetXml(made)
    expect(xml).toContain('<col min="4" max="4" width="8" customWidth="1" hidden="1"/>')
    expect(xml).toContain('sqref="C4:C5"><formula1>&quot;前期手续,开工在建&quot;</formula1>')
  })
  test('is in order when there is nothing in it', async () => {
    const sheet = await sheetOf(await writeXlsx(table(columns, [], { total: [null, SUM, null, null] }), notes))
    expect(sheet.rows.map((row) => row.number)).toEqual([1, 2, 3, 4])
  })
  test('colours a cell that has its word', async () => {
    const all = await parts(await writeXlsx(table([text('四色')], [[{ value: '红', fill: 'FFC7CE' }]]), notes))
    expect(all.get('xl/styles.xml')).toContain('<fgColor rgb="FFFFC7CE"/>')
  })
})

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [703, 'AAA'],
])('column %i is %s', (number, name) => expect(columnName(number)).toBe(name))

test('several lists are a sheet each; only the first is selected, each repeats its own header', async () => {
  const column = text('名称')
  const sheets = ['板块', "部门's", '项目'].map((name) => table([column], [[name]], { name }))
  const bytes = await writeWorkbook(sheets, notes)
  const read = await readXlsx(bytes)
  expect(read.ok && read.value.map(({ name }) => name)).toEqual(['板块', "部门's", '项目', '填表说明'])
  const all = await parts(bytes)
  const selected = ['1', '2', '3'].map((n) => all.get(`xl/worksheets/sheet${n}.xml`)?.includes('tabSelected'))
  expect(selected).toEqual([true, false, false])
  expect(all.get('xl/workbook.xml')).toContain(`localSheetId="1">'部门''s'!$3:$3`)
})

/** The children of a worksheet in the one order the standard has for them (ECMA-376 §18.3.1.99). */
const IN_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
]

test('nothing in it makes a strict reader, WPS or Excel, offer to repair the file', async () => {
  const columns: TableColumn[] = [
    { header: '名称\r\n(全称)', kind: 'text', width: 10, choices: ['甲', '乙'] },
    { header: '总投资', kind: 'money', width: 10 },
    { header: '日期', kind: 'day', width: 10 },
    { header: '系统编号', kind: 'text', width: 8, hidden: true },
  ]
  const rows = [...HOSTILE, 'a\r\nb', 'a\rb', '\u0000\u0008\ufffe', '\ud800'].map((value, i) => [
    { value, fill: i % 2 === 0 ? 'FFC7CE' : 'C6EFCE' },
    i,
    '2026-11-23',
    `id-${i}`,
  ])
  const all = await parts(await writeXlsx(table(columns, rows, { total: ['合计', SUM, null, null] }), notes))
  for (const [name, body] of all) {
    // A carriage return comes back from XML as another sign than was written, and shows as `_x000D_`.
    expect(`${name} ${body.includes('\r')}`).toBe(`${name} false`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
    expect(`${name} ${/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(body)}`).toBe(`${name} false`)
  }
  const styles = all.get('xl/styles.xml') ?? ''
  const counted = (list: string, of: string) => {
    const [, said, body = ''] = new RegExp(`<${list} count="(\\d+)">([\\s\\S]*?)</${list}>`).exec(styles) ?? []
    expect(`${list} ${body.match(new RegExp(`<${of}[ />]`, 'g'))?.length}`).toBe(`${list} ${said}`)
    return Number(said)
  }
  const lists = { font: counted('fonts', 'font'), fill: counted('fills', 'fill'), border: counted('borders', 'border') }
  const formats = counted('cellXfs', 'xf')
  for (const [kind, n] of Object.entries(lists))
    for (const [, id] of styles.matchAll(new RegExp(`${kind}Id="(\\d+)"`, 'g'))) expect(Number(id)).toBeLessThan(n)
  const strings = all.get('xl/sharedstrings.xml') ?? ''
  const texts = strings.match(/<si>/g)?.length ?? 0
  expect(strings).toContain(`uniqueCount="${texts}"`)
  const sheets = [...all].filter(([name]) => name.startsWith('xl/worksheets/'))
  expect(sheets).toHaveLength(2)
  for (const [, xml] of sheets) {
    for (const [, id] of xml.matchAll(/<c [^>]*s="(\d+)"/g)) expect(Number(id)).toBeLessThan(formats)
    for (const [, id] of xml.matchAll(/t="s"><v>(\d+)<\/v>/g)) expect(Number(id)).toBeLessThan(texts)
    const top = [...xml.replace(/<sheetData>[\s\S]*<\/sheetData>/, '<sheetData/>').matchAll(/<(\w+)[ />]/g)].flatMap(
      ([, name = '']) => (IN_ORDER.includes(name) ? [name] : []),
    )
    expect(top).toEqual(IN_ORDER.filter((name) => top.includes(name)))
  }
  // Every part is named in the list of contents, and nothing else is.
  const named = [...(all.get('[content_types].xml') ?? '').matchAll(/PartName="\/([^"]+)"/g)].map(([, part]) =>
    part?.toLowerCase(),
  )
  expect(named.toSorted()).toEqual(
    [...all.keys()].filter((name) => name.startsWith('xl/') && !name.endsWith('.rels')).toSorted(),
  )
  expect([...all.values()].join('').match(/<f>/g)).toHaveLength(1)
})
