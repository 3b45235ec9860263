import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { on } from '../plain-date'
import { analyse, type CountedComplaint, halfYearOf, lastHalfYear, median, sumComplaints } from './analysis'

const TODAY = on('2026-11-23')
const complaint = (more: Partial<CountedComplaint> = {}): CountedComplaint => ({
  pointId: 'p1',
  agencyId: 'a1',
  kind: 'DELAY',
  filedOn: on('2026-10-01'),
  dueOn: on('2026-10-31'),
  answeredOn: null,
  content: null,
  repeated: false,
  joined: false,
  ...more,
})

describe('what complaints come to', () => {
  test('in time is a share of what can be judged: answered, or over its day', () => {
    const rows = [
      complaint({ answeredOn: on('2026-10-31') }),
      complaint({ answeredOn: on('2026-11-01') }),
      complaint(),
      complaint({ dueOn: on('2026-11-23') }),
      complaint({ dueOn: null, agencyId: null }),
    ]
    expect(sumComplaints(rows, TODAY)).toMatchObject({ received: 5, onTime: 1, judged: 3, answered: 2 })
  })

  test('content is a share of those of whom it is known; of nothing there is no middle', () => {
    const rows = [complaint({ content: true }), complaint({ content: false }), complaint({ repeated: true })]
    expect(sumComplaints(rows, TODAY)).toMatchObject({ satisfied: 1, rated: 2, repeated: 1, medianDays: null })
    expect(sumComplaints([], TODAY)).toEqual({
      received: 0,
      onTime: 0,
      judged: 0,
      satisfied: 0,
      rated: 0,
      repeated: 0,
      said: 0,
      answered: 0,
      medianDays: null,
    })
  })

  test('the middle of an even number of days is between two', () => {
    expect([median([9, 3, 4]), median([3, 4]), median([3, 3]), median([])]).toEqual([4, 3.5, 3, null])
  })

  test('a point without a report has its line, in its place; what has none comes last', () => {
    const rows = [complaint({ pointId: null }), complaint({ pointId: 'p3' })]
    expect(
      analyse(rows, ({ pointId }) => pointId, ['p1', 'p2'], TODAY).map(({ id, sums }) => [id, sums.received]),
    ).toEqual([
      ['p1', 0],
      ['p2', 0],
      ['p3', 1],
      [null, 1],
    ])
  })

  test('what went on with an earlier one is a repeat, and nothing else', () => {
    const rows = [complaint({ answeredOn: on('2026-10-05') }), complaint({ repeated: true, joined: true, dueOn: null })]
    expect(sumComplaints(rows, TODAY)).toMatchObject({ received: 1, judged: 1, answered: 1, repeated: 1, said: 2 })
  })

  test('every cut adds up to the whole', () => {
    const row = fc.record({
      pointId: fc.constantFrom('p1', 'p2', 'p3', null),
      agencyId: fc.constantFrom('a1', 'a2', null),
      kind: fc.constantFrom('DELAY', 'CHARGE'),
      filedOn: fc.constantFrom(on('2026-09-01'), on('2026-10-01')),
      dueOn: fc.constantFrom(on('2026-10-31'), on('2026-12-01'), null),
      answeredOn: fc.constantFrom(on('2026-10-20'), on('2026-11-20'), null),
      content: fc.constantFrom(true, false, null),
      repeated: fc.boolean(),
      joined: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const whole = sumComplaints(rows, TODAY)
        for (const by of ['pointId', 'agencyId', 'kind'] as const) {
          const lines = analyse(rows, (one) => one[by], ['p1'], TODAY)
          for (const of of [
            'received',
            'onTime',
            'judged',
            'satisfied',
            'rated',
            'repeated',
            'said',
            'answered',
          ] as const)
            expect(lines.reduce((sum, { sums }) => sum + sums[of], 0)).toBe(whole[of])
        }
        expect(whole.onTime).toBeLessThanOrEqual(whole.judged)
        expect(whole.satisfied).toBeLessThanOrEqual(whole.rated)
      }),
    )
  })
})

test('half-years: the one that runs up to today, the one before whole', () => {
  expect(halfYearOf(TODAY)).toEqual({ from: '2026-07-01', to: '2026-11-23' })
  expect(lastHalfYear(TODAY)).toEqual({ from: '2026-01-01', to: '2026-06-30' })
  expect(halfYearOf(on('2026-06-30'))).toEqual({ from: '2026-01-01', to: '2026-06-30' })
  expect(lastHalfYear(on('2026-03-01'))).toEqual({ from: '2025-07-01', to: '2025-12-31' })
})
