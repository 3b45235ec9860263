import { describe, expect, test } from 'vitest'
import { evaluateProcedure, evaluateProcedureProvisionally } from './level'
import { plannedSubmitOf } from './level-limit'
import { on } from './plain-date'
import type { ProcedureFacts, ProcedureState } from './procedure'
import { PUBLISHED_YEARS } from './published-years'
import { DEFAULT_PARAMETERS } from './rule-parameters'
import { factsWith } from './testdata/procedure-facts'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const today = on('2024-01-10')
const before = on('2023-12-20')
const evaluate = (facts: Partial<ProcedureFacts>, day = today) =>
  evaluateProcedure(factsWith({ acceptedOn: null, ...facts }), day, calendar, DEFAULT_PARAMETERS)
const missing = (year: number) => ({ ok: false, error: { code: 'CALENDAR_MISSING', year } })

type DayName =
  | 'receivedOn'
  | 'acceptedOn'
  | 'finishedOn'
  | 'rejectedOn'
  | 'supplementSince'
  | 'specialSince'
  | 'toleranceDueOn'
  | 'planSubmitOn'
  | 'planFinishOn'
  | 'enteredOn'
const DAYS: readonly DayName[] = [
  'receivedOn',
  'acceptedOn',
  'finishedOn',
  'rejectedOn',
  'supplementSince',
  'specialSince',
  'toleranceDueOn',
  'planSubmitOn',
  'planFinishOn',
  'enteredOn',
]
/** The days each state counts from. */
const COUNTED: Readonly<Record<ProcedureState, readonly DayName[]>> = {
  NA: [],
  NOT_STARTED: ['planFinishOn', 'enteredOn'],
  READY: ['planSubmitOn', 'planFinishOn', 'enteredOn'],
  WITHDRAWN: ['planSubmitOn', 'planFinishOn'],
  RECEIVED: ['receivedOn', 'planFinishOn', 'enteredOn'],
  ACCEPTED: ['acceptedOn', 'planFinishOn', 'enteredOn'],
  SUPPLEMENT: ['acceptedOn', 'supplementSince', 'planFinishOn', 'enteredOn'],
  SPECIAL: ['acceptedOn', 'specialSince', 'planFinishOn', 'enteredOn'],
  DONE: ['acceptedOn', 'finishedOn'],
  DONE_TOL: ['acceptedOn', 'finishedOn', 'toleranceDueOn'],
  REJECTED: ['acceptedOn', 'rejectedOn', 'finishedOn', 'planFinishOn', 'enteredOn'],
}

describe('a year without its holidays', () => {
  const cases = Object.entries(COUNTED).flatMap(([state, counted]) =>
    DAYS.map((name) => ({ state: state as ProcedureState, name, refuses: counted.includes(name) })),
  )
  test.each(cases)('$state with $name in it: refused $refuses', ({ state, name, refuses }) => {
    const result = evaluate({ state, [name]: before })
    if (refuses) expect(result).toEqual(missing(2023))
    else expect(result.ok).toBe(true)
  })

  test('refuses its own days, whatever is known', () =>
    expect(evaluate({ state: 'NA' }, on('2027-01-04'))).toEqual(missing(2027)))
  test('does not refuse a plan that reaches into it, but calls the answer 暂定', () => {
    const plan = (finish: string) => ({
      state: 'ACCEPTED' as const,
      acceptedOn: on('2026-12-21'),
      planFinishOn: on(finish),
    })
    const asked = (finish: string, day: string) => evaluate(plan(finish), on(day))
    const answered = (provisional: boolean) => ({ ok: true, value: { provisional } })
    // Three working days of 2026 are left on the 28th: how many more of 2027 come before the 5th, nobody knows yet.
    expect(asked('2027-01-05', '2026-12-28')).toMatchObject(answered(true))
    // On the 25th there are four, whatever 2027 brings: the plan is further off than blue.
    expect(asked('2027-01-05', '2026-12-25')).toMatchObject(answered(false))
    expect(asked('2026-12-31', '2026-12-28')).toMatchObject(answered(false))
    const inside = evaluateProcedureProvisionally(factsWith(), on('2027-01-04'), calendar, DEFAULT_PARAMETERS)
    expect(inside.provisional).toBe(true)
    expect(inside.reasons.every((reason) => reason.provisional)).toBe(true)
  })
  test('marks the reason whose days reach into it, and no other', () => {
    const blue = evaluate(
      { state: 'ACCEPTED', acceptedOn: on('2026-12-21'), planFinishOn: on('2027-01-04') },
      on('2026-12-30'),
    )
    expect(
      blue.ok && blue.value.reasons.map(({ code, params, provisional }) => [code, params.days, provisional]),
    ).toEqual([
      ['PROMISE_LEFT', 0, undefined],
      ['PLAN_LEFT', 3, true],
    ])
  })
  test('does not mark a colour that a filing day counted back from far inside it cannot change', () => {
    const ready = (day: string) => evaluate({ state: 'READY', planFinishOn: on('2027-01-15') }, on(day))
    expect(ready('2026-11-23')).toMatchObject({ ok: true, value: { provisional: false } })
    expect(ready('2026-12-25')).toMatchObject({ ok: true, value: { provisional: true } })
  })
})

describe('the planned filing day', () => {
  test.each([
    // Seven days up to and including Friday the 22nd begin on Thursday the 14th; the day before is the 13th.
    ['2024-03-22', 7, '2024-03-13'],
    // Saturday the 23rd does not count itself: the same seven days.
    ['2024-03-23', 7, '2024-03-13'],
    ['2024-03-22', 1, '2024-03-21'],
    // The first working day is a Monday: the calendar day before is a Sunday.
    ['2024-03-22', 5, '2024-03-17'],
    // Over 清明: 04-04 to 04-06 off, Sunday 04-07 works.
    ['2024-04-08', 3, '2024-04-02'],
  ])('for %s and %i promised days is %s', (finish, promisedWd, expected) =>
    expect(plannedSubmitOf(factsWith({ promisedWd, planFinishOn: on(finish) }), calendar)).toBe(expected),
  )
  test('is the one that was given, or unknown without a plan', () => {
    expect(plannedSubmitOf(factsWith({ planSubmitOn: before, planFinishOn: today }), calendar)).toBe(before)
    expect(plannedSubmitOf(factsWith(), calendar)).toBeNull()
  })
})
