import { describe, expect, test } from 'vitest'
import { type Ledger, readLedger } from './ledger'
import type { GridCell, GridMerge, GridSheet } from './ledger-grid'
import { on } from './plain-date'

type Value = string | number | GridCell | null

const cellOf = (value: string | number | GridCell): GridCell =>
  typeof value === 'object'
    ? value
    : { kind: typeof value === 'number' ? 'number' : 'text', text: String(value), formula: false, long: false }
/** A cell the workbook shows as a date. */
const dateCell = (serial: number): GridCell => ({ kind: 'serial', text: String(serial), formula: false, long: false })

/** A worksheet from rows of values; row 1 is the first. */
function sheet(rows: readonly (readonly Value[])[], more: Partial<GridSheet> = {}): GridSheet {
  return {
    name: '台账',
    hidden: false,
    date1904: false,
    merges: [],
    rows: rows.flatMap((values, i) => {
      const cells = new Map(
        values.flatMap((value, column) => (value === null ? [] : [[column + 1, cellOf(value)] as const])),
      )
      return cells.size > 0 ? [{ number: i + 1, hidden: false, cells }] : []
    }),
    ...more,
  }
}
const merge = (top: number, left: number, bottom: number, right: number): GridMerge => ({ top, left, bottom, right })
const read = (...sheets: GridSheet[]): Ledger =>
  readLedger(sheets, on('2026-11-23'), { columns: new Map(), stages: new Map() })
const HEADER = ['序号', '项目名称', '所属专班', '总投资', '阶段', '建设单位']

describe('finding the table', () => {
  test('titles, a unit line and other headers in another order', () => {
    const { rows } = read(
      sheet([
        ['关于报送进展的通知'],
        ['二七区重点项目台账（截至2026年11月20日）'],
        [null, null, null, null, '单位：亿元'],
        ['业主', '项目状态', '投资总额', '名称', '2027年计划投资'],
        ['甲公司', '在建', 1.5, '甲项目', '3000万元'],
      ]),
    )
    expect(rows).toMatchObject([
      {
        row: 5,
        name: '甲项目',
        enterprise: '甲公司',
        stage: 'CONSTRUCTION',
        totalFen: 15_000_000_000n,
        planFen: 3_000_000_000n,
        planYear: 2027,
        asOf: '2026-11-20',
      },
    ])
  })

  test('two header rows are one', () => {
    const { rows, sheets } = read(
      sheet(
        [
          ['序号', '项目名称', '投资情况(亿元)', null, null, '项目管家', null],
          [null, null, '总投资', '年度计划', '累计完成', '姓名', '电话'],
          [1, '甲项目', 2, 1, 0.5, '王建国', '13800000000'],
        ],
        { merges: [merge(1, 1, 2, 1), merge(1, 2, 2, 2), merge(1, 3, 1, 5), merge(1, 6, 1, 7)] },
      ),
    )
    expect(rows).toMatchObject([
      {
        totalFen: 20_000_000_000n,
        planFen: 10_000_000_000n,
        doneFen: 5_000_000_000n,
        steward: { name: '王建国', phone: '13800000000' },
      },
    ])
    expect(sheets[0]?.unknownColumns).toEqual([])
  })

  const grouped = (upper: string, ...lower: [string, string]) =>
    read(
      sheet(
        [
          ['二七区台账'],
          ['序号', '项目名称', '专班', upper, null, '阶段', '项目管家'],
          [null, null, null, ...lower, null, null],
          [1, '甲项目', '健康专班', 3, 2, '在建', '王建国'],
        ],
        {
          merges: [
            ...[1, 2, 3, 6, 7].map((column) => merge(2, column, 3, column)),
            merge(2, 4, 2, 5),
            merge(1, 1, 1, 7),
          ],
        },
      ),
    )
  test('the unit of a group of columns counts for each of them, though the other headers are merged down', () => {
    const { rows, sheets } = grouped('投资情况（亿元）', '总投资', '年度投资')
    expect(rows).toMatchObject([{ name: '甲项目', totalFen: 30_000_000_000n, planFen: 20_000_000_000n, notes: [] }])
    expect(sheets[0]?.unknownColumns).toEqual([])
  })
  test('a column’s own unit counts before that of its group', () =>
    expect(grouped('投资情况（亿元）', '总投资', '年度投资（万元）').rows).toMatchObject([
      { totalFen: 30_000_000_000n, planFen: 2_000_000n },
    ]))
  test('a title over the header lends it no words', () => {
    const { rows } = read(
      sheet(
        [['2025年亿元项目台账', null, null, null, null, null], HEADER, [1, '甲项目', '健康专班', 3, '在建', '甲']],
        { merges: [merge(1, 1, 1, 6)] },
      ),
    )
    expect(rows).toMatchObject([{ totalFen: 3_000_000n }])
  })
  test('单位：亿 above the table counts where no column says otherwise', () => {
    const { rows } = read(sheet([['单位：亿'], HEADER, [1, '甲项目', '健康专班', 3, '在建', '甲']]))
    expect(rows).toMatchObject([{ totalFen: 30_000_000_000n }])
  })
  test('a plan of the year above the total is remarked on, and kept out when only the unit can be wrong', () => {
    const { rows } = read(
      sheet([
        ['项目名称', '总投资(万元)', '年度计划投资(万元)', '阶段'],
        ['甲项目', 1300, 1300, '在谈'],
        ['乙项目', 1300, 1400, '在谈'],
        ['丙项目', 1300, 999999, '在谈'],
      ]),
    )
    expect(rows.map(({ notes }) => notes)).toEqual([
      [],
      [{ severity: 'warning', code: 'PLAN_OVER_TOTAL', params: { plan: '1400', total: '1300' } }],
      [{ severity: 'error', code: 'PLAN_FAR_OVER_TOTAL', params: { plan: '999999', total: '1300' } }],
    ])
  })
  test('a total as large as no district’s project is remarked on, not kept out', () => {
    const { rows } = read(
      sheet([
        ['项目名称', '总投资(亿元)', '阶段'],
        ['甲项目', 999, '在谈'],
        ['乙项目', 99999, '在谈'],
      ]),
    )
    expect(rows.map(({ notes }) => notes)).toEqual([
      [],
      [{ severity: 'warning', code: 'TOTAL_HUGE', params: { total: '999990000' } }],
    ])
  })
  test('a column in another country’s money is refused with the reason', () => {
    const { rows } = read(
      sheet([
        ['项目名称', '投资总额(万美元)', '阶段'],
        ['甲项目', 300, '在谈'],
        ['乙项目', null, '在谈'],
      ]),
    )
    expect(rows.map(({ notes }) => notes.map(({ severity, code }) => [severity, code]))).toEqual([
      [['error', 'AMOUNT_FOREIGN']],
      [],
    ])
  })

  test('a row of column numbers under the header is no project', () => {
    expect(
      read(sheet([HEADER, [1, 2, 3, 4, 5, 6], [1, '甲项目', '健康专班', 100, '在谈', '甲公司']])).rows.map(
        (r) => r.name,
      ),
    ).toEqual(['甲项目'])
  })

  test('sheets that are hidden, empty or no ledger are named with the reason', () => {
    const { skipped, sheets } = read(
      sheet([HEADER, [1, '甲项目', null, 1, '在谈', '甲']]),
      sheet([['专班']], { name: '字典', hidden: true }),
      sheet([], { name: 'Sheet3' }),
      sheet([['填表说明']], { name: '说明' }),
    )
    expect(sheets.map((s) => s.name)).toEqual(['台账'])
    expect(skipped).toEqual([
      { name: '字典', reason: 'HIDDEN' },
      { name: 'Sheet3', reason: 'EMPTY' },
      { name: '说明', reason: 'NO_HEADER' },
    ])
  })
})

describe('telling projects from the rest', () => {
  const names = (...rows: Value[][]) => read(sheet([HEADER, ...rows])).rows.map((r) => r.name)
  const project: Value[] = [1, '甲项目', '健康专班', 100, '在谈', '甲公司']
  test.each<[string, Value[]]>([
    ['合计', ['合计', null, null, 100, null, null]],
    ['小计 of a 专班', [null, '健康专班小计', null, 100, null, null]],
    ['a footnote', ['注：数据截至周四']],
    ['who filled it in', ['填表人：张三   审核人：李四']],
    ['a line printed in advance', [2, null, null, null, null, null]],
    ['the header printed again', HEADER],
  ])('%s is skipped', (_, row) => expect(names(project, row)).toEqual(['甲项目']))
  test('a nameless row with facts is a mistake, not nothing', () =>
    expect(names(project, [2, null, '健康专班', 100, '在谈', '乙公司'])).toEqual(['甲项目', '']))
  test('sections say the 专班 of what stands under them', () => {
    const header = HEADER.filter((label) => label !== '所属专班')
    const { rows } = read(
      sheet([
        header,
        ['一、健康服务业专班(1个)'],
        [1, '甲项目', 1, '在谈', '甲'],
        ['二、商贸专班'],
        [1, '乙项目', 1, '在谈', '乙'],
      ]),
    )
    expect(rows.map((r) => [r.name, r.team, r.teamHints[0]])).toEqual([
      ['甲项目', null, '健康服务业专班'],
      ['乙项目', null, '商贸专班'],
    ])
  })
  test('a range merged over several rows speaks for each of them, and only for them', () => {
    const { rows } = read(
      sheet(
        [
          HEADER,
          [1, '甲项目', '健康专班', 1, '在谈', '甲'],
          [2, '乙项目', null, 1, '在谈', '乙'],
          [3, '丙项目', null, 1, '在谈', '丙'],
        ],
        { merges: [merge(2, 3, 3, 3)] },
      ),
    )
    expect(rows.map((r) => r.team)).toEqual(['健康专班', '健康专班', null])
  })
})

describe('the same project twice', () => {
  test('in two sheets both rows are wrong and name each other', () => {
    const one = sheet([HEADER, [1, '甲项目', null, 1, '在谈', '甲']], { name: '一' })
    const two = sheet([HEADER, [1, ' 甲 项目', null, 1, '在谈', '甲']], { name: '二' })
    const notes = read(one, two).rows.map((r) => r.notes.map((n) => [n.code, n.params.sheet, n.params.row]))
    expect(notes).toEqual([[['TWICE', '二', 2]], [['TWICE', '一', 2]]])
  })
})

describe('建设起止年限 kept as a date by the workbook', () => {
  const row = (serial: number) =>
    read(
      sheet([
        ['项目名称', '总投资', '阶段', '建设起止年限'],
        ['甲项目', 1, '在谈', dateCell(serial)],
      ]),
    ).rows[0]
  test('2025年6月 typed alone is that month', () =>
    expect(row(45809)).toMatchObject({ span: { from: '2025-06', to: null }, notes: [] }))
  test('“6-12” has become a day: refused, and the message shows the day the office sees', () =>
    expect(row(46185)).toMatchObject({
      span: null,
      notes: [{ severity: 'error', code: 'SPAN_UNREADABLE', params: { field: 'span', text: '2026-06-12' } }],
    }))
})

test('what an office has explained once is understood', () => {
  const grid = sheet([
    ['项目名称', '掌舵人', '总投资', '进度条'],
    ['甲项目', '王建国', 1, '快好了'],
  ])
  const words = {
    columns: new Map([
      ['掌舵人', 'steward'],
      ['进度条', 'stage'],
    ] as const),
    stages: new Map([['快好了', 'COMPLETED']] as const),
  }
  expect(readLedger([grid], on('2026-11-23'), words).rows).toMatchObject([
    { steward: { name: '王建国' }, stage: 'COMPLETED', notes: [] },
  ])
})

test('a day still to be settled, and one taken from a part of a year or a month, are told', () => {
  const { rows } = read(
    sheet([
      ['项目名称', '总投资(万元)', '阶段', '开工时间', '竣工时间', '投产时间', '建设起止年限'],
      ['甲项目', 100, '在建', '待定', '2027年上半年', '2027年6月底', '未定'],
      ['乙项目', 100, '在建', '', '2027.6', '/', '2026.1-2027.6'],
    ]),
  )
  expect(rows.map(({ notes }) => notes.map(({ code, params }) => [code, params.field, params.text]))).toEqual([
    [
      ['DATE_UNDECIDED', 'span', '未定'],
      ['DATE_UNDECIDED', 'start', '待定'],
      ['DATE_ASSUMED', 'completion', '2027年上半年'],
      ['DATE_ASSUMED', 'production', '2027年6月底'],
    ],
    [],
  ])
  expect(rows[0]?.milestones).toMatchObject([
    { kind: 'COMPLETION', on: '2027-06-30', monthOnly: true },
    { kind: 'PRODUCTION', on: '2027-06-30', monthOnly: true },
  ])
})
