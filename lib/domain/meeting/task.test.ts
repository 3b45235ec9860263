import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, on } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { anyDay } from '../testdata/arbitrary-facts'
import { addWorkdays, buildCalendar, workdaysBetween } from '../work-calendar'
import { isOpenTask, moveTask, TASK_MOVES, TASK_STATES, type TaskState } from './task-move'
import { parseTaskNumber, readTaskNumber, readTaskWeek, taskNumber } from './task-number'
import { decideExtension, defaultDue, slipDue } from './task-term'

const calendar = buildCalendar(PUBLISHED_YEARS)
const monday = on('2026-11-23')

describe('numbers', () => {
  test('as on paper', () => expect(taskNumber({ year: 2026, week: 48, nth: 3 })).toBe('双轮〔2026〕48-03'))
  test('read back, whatever brackets were typed', () => {
    for (const text of ['双轮〔2026〕48-03', '双轮(2026)48-3', '[2026]48-03号', '双轮（2026）48－03'])
      expect(parseTaskNumber(text), text).toEqual({ year: 2026, week: 48, nth: 3 })
    for (const text of ['', '48-03', '双轮〔2026〕54-01', '双轮〔2026〕48-00']) expect(parseTaskNumber(text)).toBeNull()
  })
  test('looked for: of a slip, or without its year', () => {
    expect(readTaskNumber('双轮催〔2026〕48-03')).toEqual({ year: 2026, week: 48, nth: 3 })
    expect(readTaskNumber('48-03')).toEqual({ week: 48, nth: 3 })
    for (const text of ['2026-11-23', '54-01', '13800000000', '热力管网']) expect(readTaskNumber(text), text).toBeNull()
  })
  test('whatever hyphen and digits the keyboard makes', () => {
    for (const text of ['48‑03', '48—3', '４８－０３', '48 - 03', '双轮48-03', '48−03号'])
      expect(readTaskNumber(text), text).toEqual({ week: 48, nth: 3 })
    expect(readTaskNumber('双轮〔2026〕48‑03')).toEqual({ year: 2026, week: 48, nth: 3 })
  })
  test('a week alone, of every year or of one', () => {
    for (const text of ['48', '第48周', '48周']) expect(readTaskWeek(text), text).toEqual({ week: 48 })
    for (const text of ['双轮〔2026〕48', '2026年第48周'])
      expect(readTaskWeek(text), text).toEqual({ year: 2026, week: 48 })
    expect(readTaskWeek('48-03')).toEqual({ week: 48, nth: 3 })
    for (const text of ['', '54', '0', '2026', '双轮', '480']) expect(readTaskWeek(text), text).toBeNull()
  })
  test('round trip', () =>
    fc.assert(
      fc.property(
        fc.record({
          year: fc.integer({ min: 2020, max: 2099 }),
          week: fc.integer({ min: 1, max: 53 }),
          nth: fc.integer({ min: 1, max: 200 }),
        }),
        (number) => JSON.stringify(parseTaskNumber(taskNumber(number))) === JSON.stringify(number),
      ),
    ))
})

describe('terms', () => {
  test.each([
    ['DEPARTMENT', '2026-11-26'],
    ['TASKFORCE', '2026-12-02'],
    ['DISTRICT', '2026-12-14'],
  ] as const)('%s', (tier, due) => expect(defaultDue(tier, monday, calendar)).toBe(due))

  const term = { issuedOn: monday, dueOn: on('2026-12-14'), extensions: 0 }
  test('once, a day ahead, by half at most', () => {
    const ask = (askedOn: string, until: string, extensions = 0) => {
      const decided = decideExtension({ ...term, extensions }, on(askedOn), on(until), calendar)
      return decided.ok ? decided.value.days : decided.error.code
    }
    expect(ask('2026-12-11', '2026-12-23')).toBe(7)
    expect(ask('2026-12-11', '2026-12-24')).toBe('TASK_EXTENSION_LONG')
    expect(ask('2026-12-14', '2026-12-15')).toBe('TASK_EXTENSION_LATE')
    expect(ask('2026-12-11', '2026-12-14')).toBe('TASK_EXTENSION_BACK')
    expect(ask('2026-12-11', '2026-12-15', 1)).toBe('TASK_EXTENDED_BEFORE')
  })
  test('no extension is longer than half of the term', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60 }), (day, n, more) => {
        const dueOn = addWorkdays(calendar, day, n)
        const decided = decideExtension({ issuedOn: day, dueOn, extensions: 0 }, day, addDays(dueOn, more), calendar)
        return !decided.ok || 2 * workdaysBetween(calendar, dueOn, decided.value.dueOn) <= n
      }),
    ))

  test('one day late is urged, five days late is supervised', () => {
    const slips = ['2026-11-23', '2026-11-24', '2026-11-27', '2026-11-30'].map((d) => slipDue(monday, on(d), calendar))
    expect(slips).toEqual([null, 'URGE', 'URGE', 'SUPERVISE'])
    // The weekend after a Friday makes nobody late.
    expect(slipDue(on('2026-11-27'), on('2026-11-29'), calendar)).toBeNull()
  })
})

describe('moves', () => {
  const facts = { on: monday, text: '已核发', evidence: true, raiser: true }
  const go = (state: TaskState, move: (typeof TASK_MOVES)[number], change: Partial<typeof facts> = {}) => {
    const moved = moveTask({ state, issuedOn: on('2026-11-20') }, move, { ...facts, ...change }, calendar)
    return moved.ok ? moved.value : moved.error.code
  }
  test('from signing to closing', () => {
    expect(go('TO_SIGN', 'SIGN')).toBe('IN_HAND')
    expect(go('IN_HAND', 'REPORT')).toBe('REPORTED')
    expect(go('REPORTED', 'SUBMIT')).toBe('REVIEW')
    expect(go('REVIEW', 'CLOSE')).toBe('CLOSED')
  })
  test('closing wants a result, a proof and whoever raised it', () => {
    expect(go('IN_HAND', 'SUBMIT', { text: ' ' })).toBe('TASK_TEXT_MISSING')
    expect(go('IN_HAND', 'SUBMIT', { evidence: false })).toBe('TASK_EVIDENCE_MISSING')
    expect(go('REVIEW', 'CLOSE', { raiser: false })).toBe('TASK_NOT_RAISER')
  })
  test('objecting is possible for one working day', () => {
    expect(go('TO_SIGN', 'OBJECT')).toBe('TO_SIGN')
    expect(go('TO_SIGN', 'OBJECT', { on: on('2026-11-24') })).toBe('TASK_OBJECTION_LATE')
  })
  test('what is closed or withdrawn stays so', () => {
    for (const state of TASK_STATES.filter((s) => !isOpenTask(s)))
      for (const move of TASK_MOVES) expect(go(state, move), `${state} ${move}`).toBe('TASK_MOVE_ILLEGAL')
  })
})
