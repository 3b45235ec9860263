import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, on, type PlainDate, weekdayOf } from './plain-date'
import { PUBLISHED_YEARS } from './published-years'
import {
  addWorkdays,
  buildCalendar,
  countsAsWorkday,
  dayWithPassed,
  dayWithRemaining,
  dueOn,
  explainDue,
  isWorkday,
  leansOnUnpublished,
  workdayFrom,
  workdaysBetween,
  workdaysLate,
} from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const first = on('2024-01-01')
const anyDay = fc.nat(1095).map((n) => addDays(first, n))
const anyWorkday = anyDay.map((day) => workdayFrom(calendar, day)).filter((day) => day <= '2026-12-31')
const runs = { numRuns: 1000 }

describe('working days', () => {
  test('are Monday to Friday but for what the notices name', () => {
    const off = new Set(PUBLISHED_YEARS.flatMap((year) => Object.keys(year.off)))
    const work = new Set(PUBLISHED_YEARS.flatMap((year) => Object.keys(year.work)))
    for (let day: PlainDate = first; day <= '2026-12-31'; day = addDays(day, 1)) {
      const expected = work.has(day) || (weekdayOf(day) <= 5 && !off.has(day))
      expect(isWorkday(calendar, day), day).toEqual({ ok: true, value: expected })
    }
  })

  test.each([
    ['2024-04-25', '2024-05-06', 5, '04-28 works, 05-01 to 05-05 do not'],
    ['2024-02-08', '2024-02-19', 3, '春节, with 02-18 made up for'],
    ['2026-09-30', '2026-10-13', 5, '国庆 1–7, and 10-10 works'],
    ['2026-10-13', '2026-09-30', 0, 'backwards there are none'],
  ])('in (%s, %s] there are %i: %s', (from, to, n) => expect(workdaysBetween(calendar, on(from), on(to))).toBe(n))

  test('n back and n forth is the same day, and never a holiday', () => {
    fc.assert(
      fc.property(anyWorkday, fc.integer({ min: 1, max: 200 }), (day, n) => {
        const [back, forth] = [addWorkdays(calendar, day, -n), addWorkdays(calendar, day, n)]
        for (const reached of [back, forth]) expect(countsAsWorkday(calendar, reached)).toBe(true)
        expect(addWorkdays(calendar, back, n)).toBe(day)
        expect(addWorkdays(calendar, forth, -n)).toBe(day)
        expect(workdaysBetween(calendar, day, forth)).toBe(n)
      }),
      runs,
    )
  })

  test('counts add up over any split', () => {
    fc.assert(
      fc.property(fc.tuple(anyDay, anyDay, anyDay), (days) => {
        const [a, b, c] = days.toSorted() as [PlainDate, PlainDate, PlainDate]
        const parts = workdaysBetween(calendar, a, b) + workdaysBetween(calendar, b, c)
        expect(workdaysBetween(calendar, a, c)).toBe(parts)
        expect(workdaysLate(calendar, a, c)).toBe(parts)
        // `+ 0` because minus nothing is also nothing.
        expect(workdaysLate(calendar, c, a) + 0).toBe(-parts + 0)
      }),
      runs,
    )
  })

  test('the first day with so many left, or passed, is the first', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, n) => {
        const passed = dayWithPassed(calendar, day, n)
        expect(workdaysBetween(calendar, day, passed)).toBe(n)
        expect(workdaysBetween(calendar, day, addDays(passed, -1))).toBe(n - 1)
        const left = dayWithRemaining(calendar, day, n)
        expect(workdaysBetween(calendar, left, day)).toBeLessThanOrEqual(n)
        expect(workdaysBetween(calendar, addDays(left, -1), day)).toBeGreaterThan(n)
      }),
      runs,
    )
  })

  test('a district may close or open a day of its own', () => {
    const typhoon = on('2026-07-21')
    const own = buildCalendar(PUBLISHED_YEARS, [{ day: typhoon, working: false }])
    expect(isWorkday(own, typhoon)).toEqual({ ok: true, value: false })
    expect(addWorkdays(own, on('2026-07-20'), 1)).toBe('2026-07-22')
    expect(addWorkdays(calendar, on('2026-07-20'), 1)).toBe(typhoon)
  })
})

describe('due days', () => {
  test('starting later never ends earlier, in working or in calendar days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), fc.constantFrom('WD', 'CD'), (from, days, unit) => {
        const [a, b] = [dueOn({ from, days, unit }, calendar), dueOn({ from: addDays(from, 1), days, unit }, calendar)]
        if (!a.ok || !b.ok) return
        expect(a.value.dueOn <= b.value.dueOn).toBe(true)
        expect(countsAsWorkday(calendar, a.value.dueOn)).toBe(true)
        expect(a.value.workingDays).toBe(workdaysBetween(calendar, from, a.value.dueOn))
      }),
      runs,
    )
  })

  test('a year without its holidays is refused inside and 暂定 beyond', () => {
    expect(isWorkday(calendar, on('2027-01-04'))).toEqual({
      ok: false,
      error: { code: 'CALENDAR_MISSING', year: 2027 },
    })
    expect(dueOn({ from: on('2027-01-04'), days: 3, unit: 'WD' }, calendar)).toMatchObject({ ok: false })
    expect(dueOn({ from: on('2023-12-29'), days: 3, unit: 'WD' }, calendar)).toMatchObject({ ok: false })
    expect(dueOn({ from: on('2026-12-30'), days: 3, unit: 'WD' }, calendar)).toMatchObject({
      ok: true,
      value: { dueOn: '2027-01-04', provisional: true },
    })
    expect(dueOn({ from: on('2026-12-30'), days: 1, unit: 'WD' }, calendar)).toMatchObject({
      ok: true,
      value: { dueOn: '2026-12-31', provisional: false },
    })
    expect(leansOnUnpublished(calendar, on('2025-01-01'), on('2028-01-01'))).toBe(true)
  })

  test('the arithmetic can be told: 春节 2026', () => {
    const [from, due] = [on('2026-02-13'), on('2026-03-19')]
    expect(explainDue(calendar, from, due)).toEqual({
      from,
      firstOn: '2026-02-14',
      dueOn: due,
      workingDays: 20,
      calendarDays: 34,
      holidays: 6,
      makeUpDays: 2,
      weekendDays: 5,
      rests: [{ from: '2026-02-15', to: '2026-02-23', name: '春节' }],
      makeUps: [
        { on: '2026-02-14', name: '春节' },
        { on: '2026-02-28', name: '春节' },
      ],
      provisional: false,
    })
  })

  test('a day the district rests or works by itself has no holiday’s name', () => {
    const own = buildCalendar(PUBLISHED_YEARS, [
      { day: on('2026-07-21'), working: false },
      { day: on('2026-07-25'), working: true },
    ])
    expect(explainDue(own, on('2026-07-20'), on('2026-07-27'))).toMatchObject({
      firstOn: '2026-07-22',
      workingDays: 5,
      weekendDays: 1,
      rests: [{ from: '2026-07-21', to: '2026-07-21', name: null }],
      makeUps: [{ on: '2026-07-25', name: null }],
    })
  })
})
