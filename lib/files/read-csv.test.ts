import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLedger } from '@/lib/domain/ledger'
import { wanOf } from '@/lib/domain/ledger-money'
import { on } from '@/lib/domain/plain-date'
import { readTable } from './read-table'

const NO_WORDS = { columns: new Map(), stages: new Map() }
const HEAD = '序号,项目名称,所属专班,建设单位,总投资(万元),年度计划投资(万元),阶段,形象进度'
const CELLS = ['1', '芳华里商业街', '文旅专班', '"郑州恒泽, 拓新"', '1.2亿元', '"1,234"', '在建', '"外立面\n下周进场"']
const ROW = CELLS.join()

const read = async (bytes: Uint8Array | string, name = '重点项目.csv') => {
  const grid = await readTable(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name)
  return grid.ok ? grid.value : grid.error.code
}
async function rowsOf(bytes: Uint8Array | string) {
  const grid = await read(bytes)
  if (typeof grid === 'string') throw new Error(grid)
  return readLedger(grid, on('2026-11-23'), NO_WORDS).rows
}

/** Text in GB18030 as a Chinese PC writes it: the two-byte part is enough for these words. */
function gb18030(text: string): Buffer {
  const codes = new Map<string, number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let a = 0x81; a <= 0xfe; a++)
    for (let b = 0x40; b <= 0xfe; b++) {
      const sign = decoder.decode(Uint8Array.of(a, b))
      if (sign.length === 1) codes.set(sign, [a, b])
    }
  return Buffer.from([...text].flatMap((sign) => codes.get(sign) ?? [sign.charCodeAt(0)]))
}

describe('a CSV ledger', () => {
  const text = `${HEAD}\r\n${ROW}\r\n`
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['GB18030', gb18030(text)],
    [
      'what a spreadsheet calls Unicode',
      Buffer.from(`\ufeff${HEAD.replaceAll(',', '\t')}\n${CELLS.join('\t')}`, 'utf16le'),
    ],
    ['semicolons', Buffer.from(`${HEAD.replaceAll(',', ';')}\n${CELLS.join(';')}`)],
  ])('in %s says the same as a workbook', async (_, bytes) => {
    const [row, ...more] = await rowsOf(bytes)
    expect(more).toEqual([])
    expect(row).toMatchObject({
      sheet: '重点项目',
      row: 2,
      name: '芳华里商业街',
      team: '文旅专班',
      stage: 'CONSTRUCTION',
      notes: [],
    })
    expect(row?.progress).toContain('下周进场')
    expect([row?.totalFen, row?.planFen].map((fen) => wanOf(fen ?? 0n))).toEqual([12_000, 1_234])
  })

  test('lines are numbered as a spreadsheet numbers them, empty ones and broken cells included', async () => {
    const rows = await rowsOf(`台账\n\n${HEAD}\n${ROW}\n${ROW.replace('芳华里商业街', '二期')}`)
    expect(rows.map(({ row }) => row)).toEqual([4, 5])
  })

  test('a code written as a formula to keep its zeros is that code', async () => {
    const [row] = await rowsOf(`项目代码,${HEAD}\n"=""0012-35""",${ROW}`)
    expect(row?.code).toBe('0012-35')
  })

  test('the sample of an office is read', async () => {
    const sample = path.join(import.meta.dirname, 'testdata', 'issues-gb18030.csv')
    const grid = await read(fs.readFileSync(sample))
    expect(typeof grid === 'string' ? grid : grid[0]?.rows[1]?.cells.get(5)?.text).toBe(
      '临时用电容量不足,需增容630千伏安',
    )
  })
})

describe('what is not read', () => {
  test.each<[string, string, Uint8Array | string]>([
    ['nothing', 'FILE_EMPTY', ''],
    ['an image', 'NOT_XLSX', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00])],
    ['bytes that are no letters', 'NOT_XLSX', Buffer.from([0x41, 0xff, 0xff, 0x80, 0x20])],
    ['six megabytes', 'FILE_TOO_LARGE', Buffer.alloc(6_000_000, 'a')],
    ['five thousand rows and more', 'TOO_MANY_ROWS', '项目,投资\n'.repeat(5_021)],
    ['a cell in column 61', 'TOO_MANY_COLUMNS', `${','.repeat(60)}x`],
    ['a quote that is never closed', 'CSV_QUOTE', `${HEAD}\n1,"芳华里\n2,二期`],
    ['one endless line', 'TOO_COMPLEX', 'a,'.repeat(500_000)],
  ])('%s: %s', async (_, code, bytes) => expect(await read(bytes)).toBe(code))

  test('a file made of empty lines is refused without holding them', async () => {
    const before = process.memoryUsage().rss
    expect(await read(',\n'.repeat(2_400_000))).toBe('TOO_COMPLEX')
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
  })
})

test('a text without columns is no ledger, whatever it is called', async () => {
  const letter = Buffer.from('关于项目推进情况的说明\n一、总体情况\n二、下一步打算\n')
  for (const name of ['说明.xlsx', '说明.csv'])
    expect(await readTable(letter, name)).toEqual({ ok: false, error: { code: 'NOT_XLSX' } })
  const titled = Buffer.from('周调度台账\n项目名称,总投资(万元)\n冷库,800\n')
  expect((await readTable(titled, '台账.xlsx')).ok).toBe(true)
})
