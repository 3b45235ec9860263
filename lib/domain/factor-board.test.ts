import { describe, expect, test } from 'vitest'
import { type FactorGroup, factorLines, gapWords, plainAmount } from './factor-board'

const group = (changes: Partial<FactorGroup>): FactorGroup => ({
  kind: 'POWER',
  unit: '千瓦',
  leadId: 'a',
  state: 'IN_HAND',
  n: 1,
  late: 0,
  quantity: '1200.5000',
  provided: '200.0000',
  ...changes,
})

describe('the board of needs', () => {
  const groups = [
    group({ late: 1 }),
    group({ state: 'MET', n: 2, quantity: '50', provided: '60' }),
    group({ unit: '万千瓦', state: 'UNMET', quantity: '10', provided: '0' }),
    group({ kind: 'LAND', unit: '亩', leadId: 'b', quantity: '35', provided: '0' }),
    group({ state: 'REVOKED', n: 7, quantity: '9999' }),
  ]

  test('counts by kind, and never adds what is measured in different units', () =>
    expect(factorLines(groups, ({ kind }) => kind)).toEqual([
      {
        key: 'POWER',
        total: 4,
        met: 2,
        late: 1,
        gaps: [
          { unit: '千瓦', gap: '1000.5' },
          { unit: '万千瓦', gap: '10' },
        ],
      },
      { key: 'LAND', total: 1, met: 0, late: 0, gaps: [{ unit: '亩', gap: '35' }] },
    ]))

  test('counts every need once, whatever it is asked by', () => {
    const total = (lines: readonly { total: number }[]) => lines.reduce((sum, line) => sum + line.total, 0)
    expect(total(factorLines(groups, ({ leadId }) => leadId))).toBe(total(factorLines(groups, () => 'all')))
  })

  test.each([
    ['1200.5000', '1200.5'],
    ['300.0000', '300'],
    ['300', '300'],
    ['0.0000', '0'],
  ])('writes %s as %s', (text, plain) => expect(plainAmount(text)).toBe(plain))

  test('a gap is worded for the agenda', () =>
    expect(gapWords('POWER', '千瓦', { quantity: '1200.5', provided: '200' })).toBe('用电缺1000.5千瓦'))
})
