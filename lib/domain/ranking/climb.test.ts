import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { on } from '../plain-date'
import { chancesOf, climb, climbAhead } from './climb'
import { monthTable } from './month-table'
import { DEFAULT_RANKING_PARAMETERS } from './parameters'
import { many, newItem, subject, withSeq } from './table.fixture'

const P = DEFAULT_RANKING_PARAMETERS
const today = on('2026-11-23')
const SUBJECTS = ['a', 'b', 'c'].map((id) => subject(id))
const tableOf = (items: Parameters<typeof monthTable>[2]) => monthTable('STEWARD', SUBJECTS, items, P)

describe('a case that went beyond its statute', () => {
  const agency = (items: Parameters<typeof monthTable>[2]) => monthTable('AGENCY', SUBJECTS, items, P)
  const of = { table: 'AGENCY' as const }
  const others = [...many('a', 'A', 9, 9), ...many('b', 'A', 7, 9)].map((item) => ({ ...item, ...of }))
  const late = newItem('c', 'A', { ...of, num: 0, factId: 'p1', dueOn: on('2026-11-10'), doneOn: on('2026-11-16') })
  const over = { ...late, indicator: 'EVENT' as const, dueOn: on('2026-11-12') }
  const elsewhere = { ...over, factId: 'p2' }
  const done = Array.from({ length: 5 }, () => newItem('c', 'A', of))

  test('costs nothing for it where it had been done in time, and still what another case cost', () => {
    const items = withSeq([...others, ...done, late, over, elsewhere])
    const { rows } = agency(items)
    const own = items.filter(({ subjectId }) => subjectId === 'c')
    const steps = climb('AGENCY', 'c', rows, own, P)
    expect(steps).toHaveLength(1)
    const after = agency(withSeq([...others, ...done, { ...late, num: 1 }, elsewhere]))
    expect(after.rows.find(({ subjectId }) => subjectId === 'c')).toMatchObject({
      rank: steps[0]?.rank,
      score: steps[0]?.score,
    })
  })
})

describe('what can still be done in the running month', () => {
  const item = (dueOn: string | null, open: boolean, more = {}) =>
    newItem('c', 'A', { num: 0, open, dueOn: dueOn === null ? null : on(dueOn), ...more })

  test('is what falls due after today, what is due today, a start without a day, and a project behind its plan', () => {
    const sofar = withSeq([
      item('2026-11-20', true, { label: 'late' }),
      item('2026-11-23', true, { label: 'today' }),
      item(null, true, { label: 'signed', kind: 'MILESTONE' }),
      item(null, false, { label: 'behind', indicator: 'B', kind: 'PROJECT', num: 1, den: 3 }),
      item('2026-11-10', false, { label: 'done late', doneOn: on('2026-11-12') }),
    ])
    const whole = withSeq([
      item('2026-11-20', true, { label: 'late' }),
      item('2026-11-27', true, { label: 'ahead', detail: { used: 9, promised: 5 } }),
      item('2026-11-28', true, { label: 'left out', out: 'AGENCY_DELAY' }),
    ])
    const { lost, ahead } = chancesOf(sofar, whole, today)
    expect(lost.map(({ label, seq }) => [seq, label])).toEqual([
      [1, 'today'],
      [2, 'signed'],
      [3, 'behind'],
    ])
    // Days used up to the end of the month are nothing that has happened.
    expect(ahead.map(({ label, seq, detail }) => [seq, label, detail])).toEqual([[4, 'ahead', { promised: 5 }]])
  })

  test('brings the place the rules give when it is done: asked again with those items in, they say the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        (good, lostNow, later) => {
          const others = [...many('a', 'A', 9, 9), ...many('b', 'A', 6, 9)]
          const own = [
            ...many('c', 'A', good, good),
            ...Array.from({ length: lostNow }, () => item('2026-11-23', true)),
          ]
          const chances = chancesOf(
            withSeq(own),
            withSeq(Array.from({ length: later }, () => item('2026-11-27', true))),
            today,
          )
          const { rows } = tableOf(withSeq([...others, ...own]))
          for (const { seqs, rank, score } of climbAhead('STEWARD', 'c', rows, chances, P)) {
            const done = new Set(seqs)
            const after = [
              ...others,
              ...many('c', 'A', good, good),
              ...chances.lost.map((one) => (done.has(one.seq) ? { ...one, num: one.den } : one)),
              ...chances.ahead.filter(({ seq }) => done.has(seq)).map((one) => ({ ...one, num: one.den })),
            ]
            expect(tableOf(withSeq(after)).rows.find(({ subjectId }) => subjectId === 'c')).toMatchObject({
              rank,
              score,
            })
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('brings a place to whoever has too few items for one yet', () => {
    const own = many('c', 'A', 2, 2)
    const { rows } = tableOf(withSeq([...many('a', 'A', 5, 9), ...own]))
    expect(rows.find(({ subjectId }) => subjectId === 'c')?.rank).toBeNull()
    const chances = chancesOf(withSeq(own), withSeq([item('2026-11-27', true)]), today)
    expect(climbAhead('STEWARD', 'c', rows, chances, P)).toMatchObject([{ seqs: [1], rank: 1 }])
  })
})
