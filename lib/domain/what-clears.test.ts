import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { POLICY } from './access'
import { type ClearingAction, type ClearingDay, type ClearingItem, clearingItem, stepsFrom } from './clearing-action'
import { evaluateProcedureProvisionally } from './level'
import { compareLevel, type Level } from './level-scale'
import { on, type PlainDate } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { PUBLISHED_YEARS } from './published-years'
import { DEFAULT_PARAMETERS } from './rule-parameters'
import { anyDay, anyFacts } from './testdata/arbitrary-facts'
import { factsWith } from './testdata/procedure-facts'
import { type Way, whatClears } from './what-clears'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const p = DEFAULT_PARAMETERS
const today = on('2024-05-28')
const dayOf = (day: PlainDate): ClearingDay => ({ today: day, calendar, p })
const levelOn = (facts: ProcedureFacts, day: PlainDate): Level =>
  evaluateProcedureProvisionally(facts, day, calendar, p).level
const clears = (facts: Partial<ProcedureFacts>, changes: Partial<ClearingItem> = {}) =>
  whatClears({ ...clearingItem(factsWith(facts)), ...changes }, dayOf(today))
const told = (way: Way | null) => way && [way.actions.map(({ code }) => code), way.level, way.on]

describe('what clears a procedure', () => {
  test('nothing need be done for one that is in order', () => {
    expect(clears({ acceptedOn: on('2024-05-27'), planFinishOn: on('2024-06-28') })).toEqual({
      deeds: expect.objectContaining({ actions: [], level: 'GREEN', on: today }),
      relief: null,
    })
    expect(told(clears({ state: 'NA' }).deeds)).toEqual([[], 'GREY', today])
  })
  test('a filing that is overdue is filed, by the enterprise', () => {
    const { deeds } = clears({
      state: 'READY',
      acceptedOn: null,
      planSubmitOn: on('2024-05-23'),
      planFinishOn: on('2024-06-28'),
    })
    expect(told(deeds)).toEqual([['FILE'], 'GREEN', today])
    expect(deeds?.actions[0]).toEqual({
      code: 'FILE',
      params: {},
      owner: { kind: 'ENTERPRISE' },
      may: 'procedure.FILE',
    })
  })
  test('what is over its promise is finished, and keeps its mark until the month is over', () =>
    expect(clears({ acceptedOn: on('2024-05-06'), planFinishOn: on('2024-06-28') })).toMatchObject({
      deeds: { level: 'GREEN', on: '2024-06-01', actions: [{ code: 'FINISH', owner: { kind: 'AGENCY' } }] },
      relief: null,
    }))
  test('a plan that cannot be kept is finished late, or moved with the approval of the office, twice at most', () => {
    const late = { acceptedOn: on('2024-05-27'), planFinishOn: on('2024-05-22') }
    const { deeds, relief } = clears(late)
    expect(told(deeds)).toEqual([['FINISH'], 'GREEN', '2024-06-01'])
    expect(told(relief)).toEqual([['REPLAN'], 'GREEN', today])
    // Six of the seven promised days are left.
    expect(relief?.actions[0]?.params).toEqual({ finishOn: '2024-06-05' })
    expect(clears(late, { planMoves: 2 }).relief).toBeNull()
  })
  test('papers come back first, then the rest of the promise counts', () =>
    expect(
      told(clears({ supplementSince: on('2024-05-14'), state: 'SUPPLEMENT', planFinishOn: on('2024-07-31') }).deeds),
    ).toEqual([['SUPPLEMENTED'], 'GREEN', today]))
  test('a blocked item wants every predecessor finished, the head of the chain first', () => {
    const blocked = { state: 'NOT_STARTED', acceptedOn: null, planFinishOn: on('2024-05-22') } as const
    const predecessors = [
      { code: 'LX09', owner: '自然资源和规划局' },
      { code: 'LX10', owner: '不动产登记中心' },
    ]
    const { deeds, relief } = clears(blocked, { predecessors, earliestOn: on('2024-07-01') })
    expect(deeds?.actions.map(({ code, params }) => [code, params.by])).toEqual([
      ['PREDECESSOR', 'LX09'],
      ['PREDECESSOR', 'LX10'],
      ['FILE', undefined],
      ['FINISH', undefined],
    ])
    expect(deeds?.actions[0]?.owner).toEqual({ kind: 'NAMED', name: '自然资源和规划局' })
    expect(relief?.actions).toMatchObject([{ code: 'REPLAN', params: { finishOn: '2024-07-01' } }])
  })
  test('a missing plan is a deed of the steward', () =>
    expect(clears({ acceptedOn: on('2024-05-27'), enteredOn: on('2024-05-10') }).deeds).toMatchObject({
      level: 'GREEN',
      actions: [{ code: 'SET_PLAN', owner: { kind: 'STEWARD' } }],
    }))
  test('a refusal is filed again, a debt of papers paid', () => {
    expect(
      told(clears({ state: 'REJECTED', rejectedOn: on('2024-05-10'), finishedOn: on('2024-05-10') }).deeds),
    ).toEqual([['FILE'], 'GREEN', today])
    expect(
      told(
        clears({
          state: 'DONE_TOL',
          acceptedOn: on('2024-05-06'),
          finishedOn: on('2024-05-10'),
          toleranceDueOn: on('2024-05-24'),
        }).deeds,
      ),
    ).toEqual([['TOL_CLEARED'], 'GREEN', today])
  })
})

const anyCase = anyDay.chain((day) => fc.record({ day: fc.constant(day), facts: anyFacts(day) }))

/** Does some actions one after the other, as people would: each as soon as it can be done. Null when one cannot. */
function doAll(facts: ProcedureFacts, actions: readonly ClearingAction[], day: PlainDate): ProcedureFacts | null {
  let item = clearingItem(facts)
  for (const action of actions) {
    const step = stepsFrom(item, dayOf(day)).find(({ actions: [first] }) => first?.code === action.code)
    if (!step) return null
    // The plan is the one the list names, whatever the rules would propose by now.
    const { finishOn, submitOn } = action.params
    item =
      finishOn === undefined
        ? step.item
        : {
            ...step.item,
            facts: {
              ...step.item.facts,
              planFinishOn: finishOn as PlainDate,
              planSubmitOn: (submitOn ?? null) as PlainDate | null,
            },
          }
  }
  return item.facts
}

describe('for any procedure', { timeout: 120_000 }, () => {
  test('doing the listed actions does clear it, and no list is longer than it need be', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, day }) => {
        // What is finished has a day on which it was.
        fc.pre(facts.finishedOn !== null || (facts.state !== 'DONE' && facts.state !== 'DONE_TOL'))
        const { deeds, relief } = whatClears(clearingItem(facts), dayOf(day))
        expect(deeds).not.toBeNull()
        for (const way of [deeds, relief]) {
          if (!way) continue
          const done = doAll(facts, way.actions, day)
          expect(done && levelOn(done, way.on)).toBe(way.level)
          expect(compareLevel(way.level, 'BLUE')).toBeLessThanOrEqual(0)
          for (let left = 0; left < way.actions.length; left++) {
            const fewer = doAll(facts, way.actions.toSpliced(left, 1), day)
            const level = fewer && levelOn(fewer, day)
            if (level && way === deeds) expect(compareLevel(level, 'GREEN') <= 0).toBe(false)
          }
          for (const { may } of way.actions) expect(may && may in POLICY).toBe(true)
        }
      }),
      { numRuns: 800 },
    )
  })
  test('one that is green or not timed already needs nothing', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, day }) => {
        fc.pre(compareLevel(levelOn(facts, day), 'GREEN') <= 0)
        const { deeds, relief } = whatClears(clearingItem(facts), dayOf(day))
        expect([deeds?.actions, relief]).toEqual([[], null])
      }),
      { numRuns: 500 },
    )
  })
})
