import { describe, expect, test } from 'vitest'
import type { GridCell, GridSheet } from './ledger-grid'
import { nameKey } from './ledger-text'
import { on } from './plain-date'
import { readProcedureLedger } from './procedure-ledger'

const TODAY = on('2026-11-23')
const ITEMS = new Map(
  ['建设用地规划许可证 GH01', '施工许可证 SG01', '联合验收 YS01'].flatMap((item) => {
    const [name = '', code = ''] = item.split(' ')
    return [
      [nameKey(name), code],
      [nameKey(code), code],
    ] as const
  }),
)
const sheet = (...rows: string[]): GridSheet => ({
  name: '手续',
  hidden: false,
  date1904: false,
  merges: [],
  rows: rows.map((line, i) => ({
    number: i + 1,
    hidden: false,
    cells: new Map(
      line
        .split(',')
        .flatMap((text, c): [number, GridCell][] =>
          text ? [[c + 1, { kind: 'text', text, formula: false, long: false }]] : [],
        ),
    ),
  })),
})
const read = (...rows: string[]) => readProcedureLedger([sheet(...rows)], TODAY, ITEMS)

describe('a ledger of procedures', () => {
  test('is known by its headers, below its title; one of projects is not one', () => {
    expect(
      read('二七区手续办理台账', '序号,项目名称,事项名称,状态,受理日期', '1,冷库,施工许可证,在办,2026.11.3'),
    ).toMatchObject({
      sheets: [{ headerRow: 2, rows: 1 }],
      rows: [
        {
          row: 3,
          project: '冷库',
          item: '施工许可证',
          state: 'ACCEPTED',
          days: { acceptedOn: '2026-11-03' },
          notes: [],
        },
      ],
    })
    expect(read('序号,项目名称,所属专班,总投资(万元),阶段,备注', '1,冷库,低碳,5,签约,')).toBeNull()
  })

  test.each([
    ['已办结', 'DONE'],
    ['容缺办结', 'DONE_TOL'],
    ['补正中', 'SUPPLEMENT'],
    ['已 受 理', 'ACCEPTED'],
    ['待受理', 'RECEIVED'],
    ['不适用', 'NA'],
  ])('%s is %s', (word, state) => {
    expect(read('项目名称,事项编码,状态,备注', `冷库,SG01,${word},`)?.rows[0]).toMatchObject({ state, notes: [] })
  })

  test('承诺时限 and 经办人 are read; a promise that is no number of working days keeps its row out', () => {
    const head = '项目名称,事项编码,状态,承诺时限,经办人及电话'
    expect(read(head, '冷库,SG01,待申报,5个工作日,吴经办 13900000001')?.rows[0]).toMatchObject({
      promisedWd: 5,
      handler: '吴经办 13900000001',
      notes: [],
    })
    expect(read(head, '冷库,SG01,待申报,—,')?.rows[0]).toMatchObject({ promisedWd: null, handler: null, notes: [] })
    expect(read(head, '冷库,SG01,待申报,7天,')?.rows[0]?.notes).toMatchObject([
      { severity: 'error', code: 'PROMISE_UNREADABLE', params: { field: 'procedure.promised', text: '7天' } },
    ])
  })

  test('what cannot be read keeps its row out and says which column', () => {
    expect(read('项目名称,事项编码,状态,计划办结日', '冷库,SG01,快好了,2026.13.1')?.rows[0]?.notes).toMatchObject([
      { severity: 'error', code: 'MONTH_INVALID', params: { field: 'procedure.planOn' } },
      { severity: 'error', code: 'STATE_UNKNOWN', params: { field: 'procedure.state' } },
    ])
  })

  test('a wide table has a column for each key item; what follows from facts is not read', () => {
    const found = read(
      '序号,项目名称,所属专班,建设用地规划许可证,★施工许可证,联合验收',
      '1,冷库,低碳,2026-11-05,剩3,计划2027-01-10',
      '2,展厅,低碳,已受理,2026-12-30,没想好5月吧',
    )
    expect(found?.rows.map(({ project, item, days, notes }) => [project, item, days, notes[0]?.params.field])).toEqual([
      ['冷库', 'GH01', { finishedOn: '2026-11-05' }, undefined],
      ['冷库', 'YS01', { planOn: '2027-01-10' }, undefined],
      ['展厅', 'SG01', { planOn: '2026-12-30' }, undefined],
      ['展厅', 'YS01', {}, 'procedure.item:联合验收'],
    ])
    expect(found?.sheets[0]?.columns[4]).toMatchObject({ column: 5, field: 'procedure.item:★施工许可证' })
  })

  describe('a wide table that was exported', () => {
    const head = '项目名称,施工许可证,联合验收,建设用地规划许可证,系统编号,导出编号'
    const ways = (now: Readonly<Record<string, string>>) => ({
      bases: new Map([['e1', { p1: { version: 1, cells: { 'item:SG01': '剩3', 'item:YS01': '计划2027-01-10' } } }]]),
      theirs: new Map([['p1', now]]),
      choices: {},
      today: TODAY,
    })
    const before = { 'item:SG01': '剩1', 'item:YS01': '计划2027-01-10' }
    const said = (line: string, now: Readonly<Record<string, string>>) =>
      readProcedureLedger([sheet(head, line)], TODAY, ITEMS, ways(now))?.rows.map(({ item, days, notes }) => [
        item,
        days,
        notes.map(({ code }) => code),
      ])

    test('says nothing untouched, though its clocks ran on', () =>
      expect(said('冷库,剩3,计划2027-01-10,,p1,e1', before)).toEqual([]))
    test('says what was typed over', () =>
      expect(said('冷库,2026-11-20,计划2027-02-01,,p1,e1', before)).toEqual([
        ['SG01', { finishedOn: '2026-11-20' }, []],
        ['YS01', { planOn: '2027-02-01' }, []],
      ]))
    test('asks where somebody else has changed the same', () =>
      expect(said('冷库,剩3,计划2027-02-01,,p1,e1', { ...before, 'item:YS01': '计划2027-03-01' })).toEqual([
        ['YS01', {}, ['CELL_CONFLICT']],
      ]))
  })
})
