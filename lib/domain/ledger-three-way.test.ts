import { describe, expect, test } from 'vitest'
import type { GridCell } from './ledger-grid'
import { cellKey, settleCells, type ThreeWay } from './ledger-three-way'
import { on } from './plain-date'

const ID = '01a219da-15b4-768d-a62e-fafb08a7898e'
const cell = (text: string): GridCell => ({ kind: 'text', text, formula: false, long: false })
const said = (cells: Readonly<Record<string, string>>) =>
  new Map(Object.entries({ id: ID, export: 'e', ...cells }).map(([field, text]) => [field, cell(text)]))
const ways = (base: Record<string, string>, theirs: Record<string, string>, choices = {}): ThreeWay => ({
  bases: new Map([['e', { [ID]: { version: 1, cells: base } }]]),
  theirs: new Map([[ID, { ...base, ...theirs }]]),
  choices,
  today: on('2026-11-23'),
})
const settle = (mine: Record<string, string>, ...three: Parameters<typeof ways>) => {
  const { cells, notes } = settleCells(said(mine), { asOf: null, date1904: false }, ways(...three))
  const field = Object.keys(mine)[0] ?? ''
  return { left: cells.get(field)?.text, codes: notes.map(({ code }) => code) }
}

describe('a cell of an exported ledger', () => {
  test.each<[string, string, string, string, string | undefined, string[]]>([
    ['left alone, says nothing', 'a', 'a', 'a', undefined, []],
    ['left alone while somebody else changed it, says nothing', 'a', 'a', 'b', undefined, []],
    ['changed by one, goes in', 'b', 'a', 'a', 'b', []],
    ['changed by both to the same, is agreed', 'b', 'a', 'b', 'b', []],
    ['changed by both, is asked', 'b', 'a', 'c', undefined, ['CELL_CONFLICT']],
    ['emptied where others wrote “nothing”, says nothing', '—', '', '', undefined, []],
  ])('%s', (_, mine, base, theirs, left, codes) => {
    expect(settle({ note: mine }, { note: base }, { note: theirs })).toEqual({ left, codes })
  })

  test('is taken as somebody chose, and says so', () => {
    for (const [choice, left] of [
      ['mine', 'b'],
      ['theirs', undefined],
    ] as const)
      expect(settle({ note: 'b' }, { note: 'a' }, { note: 'c' }, { [cellKey(ID, 'note')]: choice })).toEqual({
        left,
        codes: ['CELL_CHOSEN'],
      })
  })

  test('of money may come back as a spreadsheet shows it', () => {
    for (const [mine, left] of [
      ['12,345.68', undefined],
      ['12345.678912', undefined],
      ['12,345.69', '12,345.69'],
      ['12,346', '12,346'],
    ] as const)
      expect(settle({ total: mine }, { total: '12345.678912' }, {})).toEqual({ left, codes: [] })
  })

  test('of a day may come back as a spreadsheet keeps or shows it', () => {
    for (const [mine, left] of [
      ['46329', undefined],
      ['2026/11/3', undefined],
      ['2026-11-03', undefined],
      ['46330', '46330'],
      ['2026-11', '2026-11'],
    ] as const)
      expect(settle({ receivedOn: mine }, { receivedOn: '2026-11-03' }, {})).toEqual({ left, codes: [] })
    // Somebody else moved it meanwhile; this reader did not.
    expect(settle({ receivedOn: '46329' }, { receivedOn: '2026-11-03' }, { receivedOn: '2026-11-05' })).toEqual({
      left: undefined,
      codes: [],
    })
  })

  test('of the name always says which row it is', () => {
    expect(settle({ name: 'a' }, { name: 'a' }, { name: 'b' })).toEqual({ left: 'b', codes: [] })
    expect(settle({ name: 'x' }, { name: 'a' }, { name: 'b' })).toEqual({
      left: 'b',
      codes: ['CELL_CONFLICT'],
    })
  })

  test('of the week is not compared with another week’s', () => {
    const exported = ways({ week: '5' }, { week: '0' })
    const { cells, notes } = settleCells(said({ week: '7' }), { asOf: on('2026-11-02'), date1904: false }, exported)
    expect([cells.get('week')?.text, notes]).toEqual(['7', []])
  })

  test('of an export nobody remembers is taken as it stands', () => {
    const { cells } = settleCells(
      said({ export: 'x', note: 'a' }),
      { asOf: null, date1904: false },
      ways({ note: 'a' }, {}),
    )
    expect(cells.get('note')?.text).toBe('a')
  })
})
