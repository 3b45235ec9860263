import { describe, expect, test } from 'vitest'
import type { GridSheet } from './ledger-grid'
import { mendGrids, textAt, withMends } from './ledger-mend'

const grids: readonly GridSheet[] = [
  {
    name: '一',
    hidden: false,
    date1904: false,
    merges: [],
    rows: [
      {
        number: 1,
        hidden: false,
        cells: new Map([[1, { kind: 'text', text: '总投资', formula: false, long: false }]]),
      },
      { number: 2, hidden: false, cells: new Map([[1, { kind: 'number', text: '-3', formula: true, long: false }]]) },
    ],
  },
]
const place = { sheet: '一', row: 2, column: 1, label: '总投资' }

describe('a mended cell', () => {
  test('counts instead of the file, which stays as it was', () => {
    const mends = withMends(grids, [], [{ ...place, text: '300' }])
    expect(mends).toEqual([{ ...place, was: '-3', text: '300' }])
    const mended = mendGrids(grids, mends)
    expect([textAt(mended, place), textAt(grids, place)]).toEqual(['300', '-3'])
    expect(mended[0]?.rows[1]?.cells.get(1)).toMatchObject({ kind: 'text', formula: false })
    expect(mended[0]?.rows[0]).toBe(grids[0]?.rows[0])
  })

  test('mended again takes the new text and keeps what the file says; back to that it is none', () => {
    const first = withMends(grids, [], [{ ...place, text: '300' }])
    const second = withMends(grids, first, [{ ...place, text: '30' }])
    expect(second).toEqual([{ ...place, was: '-3', text: '30' }])
    expect(withMends(grids, second, [{ ...place, text: '-3' }])).toEqual([])
  })

  test('may be emptied, may stand where the file has nothing, and its line breaks are a form’s', () => {
    const empty = { ...place, column: 4, label: '备注' }
    const mends = withMends(
      grids,
      [],
      [
        { ...place, text: '' },
        { ...empty, text: '甲\r\n乙' },
      ],
    )
    const mended = mendGrids(grids, mends)
    expect([textAt(mended, place), textAt(mended, empty)]).toEqual(['', '甲\n乙'])
    expect(mended[0]?.rows[1]?.cells.has(1)).toBe(true)
  })
})
