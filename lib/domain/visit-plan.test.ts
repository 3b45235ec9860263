import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, on } from './plain-date'
import { mergeProposals, moveVisit, TOGETHER_DAYS, VISIT_STATES, visitMoves } from './visit-plan'

const today = on('2026-11-23')
const plan = (id: string, enterpriseId: string, day: string, unitId = id) => ({
  id,
  enterpriseId,
  unitId,
  on: on(day),
})

describe('visits of the same enterprise', () => {
  test('within a week are one, joined to the first; another enterprise and the week after are not', () => {
    const proposals = mergeProposals([
      plan('c', 'one', '2026-11-29'),
      plan('a', 'one', '2026-11-24'),
      plan('b', 'one', '2026-11-30'),
      plan('d', 'two', '2026-11-24'),
      plan('e', 'one', '2026-12-01'),
    ])
    expect(proposals.map(({ keep, along }) => [keep.id, along.map(({ id }) => id)])).toEqual([['a', ['c', 'b']]])
  })
  test('nobody is in two proposals, and after merging nothing is left to propose', () => {
    const plans = fc.array(
      fc.record({
        id: fc.uuid(),
        unitId: fc.constantFrom('u', 'v'),
        enterpriseId: fc.constantFrom('one', 'two', 'three'),
        on: fc.integer({ min: 0, max: 40 }).map((n) => addDays(today, n)),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(plans, (all) => {
        const proposals = mergeProposals(all)
        const named = proposals.flatMap(({ keep, along }) => [keep, ...along])
        expect(new Set(named).size).toBe(named.length)
        for (const { keep, along } of proposals)
          for (const one of along) {
            expect(one.enterpriseId).toBe(keep.enterpriseId)
            expect(one.on < addDays(keep.on, TOGETHER_DAYS)).toBe(true)
          }
        const gone = new Set(proposals.flatMap(({ along }) => along))
        expect(mergeProposals(all.filter((one) => !gone.has(one)))).toEqual([])
      }),
    )
  })
})

describe('a plan to visit', () => {
  const planned = { state: 'PLANNED' as const, on: today }
  test('is refused without a reason, and dropped only with one', () => {
    expect(moveVisit(planned, { kind: 'REFUSE', on: today })).toEqual({
      ok: true,
      value: { state: 'REFUSED', on: today },
    })
    expect(moveVisit(planned, { kind: 'DROP', on: today })).toMatchObject({ error: { code: 'VISIT_WHY_MISSING' } })
  })
  test('has a result only by a decision or a problem, and not before its day', () => {
    expect(moveVisit(planned, { kind: 'RESULT', on: today, text: '去了' })).toMatchObject({
      error: { code: 'VISIT_RESULT_MISSING' },
    })
    expect(moveVisit(planned, { kind: 'RESULT', on: today, decision: '月底前接通' })).toMatchObject({
      value: { state: 'HELD' },
    })
    expect(
      moveVisit({ ...planned, on: addDays(today, 1) }, { kind: 'RESULT', on: today, problem: true }),
    ).toMatchObject({ error: { code: 'VISIT_TOO_EARLY' } })
  })
  test('moves to a day that has not passed', () => {
    expect(moveVisit(planned, { kind: 'MOVE', on: today })).toMatchObject({ error: { code: 'VISIT_DAY_MISSING' } })
    expect(moveVisit(planned, { kind: 'MOVE', on: today, dayOn: addDays(today, -1) })).toMatchObject({
      error: { code: 'VISIT_DAY_PAST' },
    })
  })
  test('is over once it is anything else', () => {
    for (const state of VISIT_STATES) expect(visitMoves({ state }).length > 0).toBe(state === 'PLANNED')
    expect(moveVisit({ state: 'REFUSED', on: today }, { kind: 'RESULT', on: today, decision: '—' })).toMatchObject({
      error: { code: 'VISIT_MOVE_ILLEGAL' },
    })
  })
})
