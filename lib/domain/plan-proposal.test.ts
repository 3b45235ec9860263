import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import catalogue from '@/prisma/seed/procedures.json'
import { addDays, on, type PlainDate } from './plain-date'
import { plannedStart, proposePlan } from './plan-proposal'
import { resolveEdges } from './procedure-graph'
import { PUBLISHED_YEARS } from './published-years'
import { trendReason } from './trend'
import { addWorkdays, buildCalendar, countsAsWorkday, workdaysBetween } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const a = { code: 'A', planWd: 5, promisedWd: 3 }
const b = { code: 'B', planWd: 2, promisedWd: 2 }

describe('a proposed plan', () => {
  test('begins each item when its predecessor ends, and files it when the promise just fits', () => {
    expect(proposePlan(on('2026-03-02'), { B: ['A'] }, [b, a], calendar)).toEqual({
      ok: true,
      value: [
        { code: 'B', submitOn: '2026-03-09', finishOn: '2026-03-11', provisional: false },
        { code: 'A', submitOn: '2026-03-04', finishOn: '2026-03-09', provisional: false },
      ],
    })
  })

  test('counts a start on a day off from the next working day, over holidays', () => {
    // 2026-10-01 to 07 are off, and Saturday the 10th works.
    expect(proposePlan(on('2026-10-03'), {}, [b], calendar)).toEqual({
      ok: true,
      value: [{ code: 'B', submitOn: '2026-10-08', finishOn: '2026-10-10', provisional: false }],
    })
  })

  test('is 暂定 from the first item that ends in a year without its holidays', () => {
    const plan = proposePlan(on('2026-12-28'), { B: ['A'] }, [b, a], calendar)
    expect(plan.ok && plan.value.map(({ code, finishOn, provisional }) => [code, finishOn, provisional])).toEqual([
      ['B', '2027-01-07', true],
      ['A', '2027-01-05', true],
    ])
    const sooner = proposePlan(on('2026-12-23'), { B: ['A'] }, [b, a], calendar)
    expect(sooner.ok && sooner.value.map(({ code, provisional }) => [code, provisional])).toEqual([
      ['B', true],
      ['A', false],
    ])
  })

  test('plans nothing on a holiday the law fixes, though its year has no notice yet', () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => ({ code: `I${n}`, planWd: n, promisedWd: 1 }))
    const plan = proposePlan(on('2026-12-28'), {}, items, calendar)
    const days = plan.ok ? plan.value.flatMap(({ submitOn, finishOn }) => [submitOn, finishOn]) : []
    expect(days).toContain('2027-01-04')
    expect(days).not.toContain('2027-01-01')
    expect(proposePlan(on('2027-01-01'), {}, [b], calendar)).toMatchObject({
      value: [{ submitOn: '2027-01-04', finishOn: '2027-01-06' }],
    })
  })

  test('keeps every duration, over holidays the law fixes as over published ones, in any template and whenever it starts', () => {
    const edges = Object.fromEntries(catalogue.procedures.map((item) => [item.code, item.predecessors]))
    const fixed = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])
    const rests = (day: string) =>
      !PUBLISHED_YEARS.some(({ year }) => day.startsWith(String(year))) && fixed.has(day.slice(5))
    const worked = (from: PlainDate, to: PlainDate) => {
      let days = 0
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
        if (countsAsWorkday(calendar, day) && !rests(day)) days++
      return days
    }
    fc.assert(
      fc.property(
        fc.constantFrom(...catalogue.templates),
        fc.integer({ min: 0, max: 1_500 }),
        fc.integer({ min: 0, max: 500 }),
        (template, offset, days) => {
          const chosen = new Set(template.items.map(({ code }) => code))
          const items = catalogue.procedures
            .filter(({ code }) => chosen.has(code))
            .map((item) => ({
              code: item.code,
              planWd: item.plan_wd,
              promisedWd: item.promised.value,
              stage: item.stage,
            }))
          const startOn = addDays(on('2025-06-01'), offset)
          const plan = proposePlan(startOn, edges, items, calendar, { conditions: template.start_conditions, days })
          if (!plan.ok) throw new Error(plan.error.code)
          const planned = new Map(plan.value.map((one) => [one.code, one]))
          for (const { code, planWd, promisedWd } of items) {
            const { submitOn, finishOn } = planned.get(code) ?? {}
            if (!submitOn || !finishOn) throw new Error(`no plan for ${code}`)
            expect([submitOn, finishOn].filter((day) => !countsAsWorkday(calendar, day) || rests(day))).toEqual([])
            expect(worked(submitOn, finishOn)).toBe(Math.min(planWd, promisedWd))
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('puts the start of construction on no holiday the law fixes', () =>
    expect([plannedStart(on('2026-12-30'), calendar), plannedStart(on('2026-12-31'), calendar)]).toEqual([
      '2026-12-31',
      '2027-01-04',
    ]))

  test('never files before the item may begin, however long the promise', () =>
    expect(proposePlan(on('2026-03-02'), {}, [{ code: 'C', planWd: 1, promisedWd: 9 }], calendar)).toEqual({
      ok: true,
      value: [{ code: 'C', submitOn: '2026-03-02', finishOn: '2026-03-03', provisional: false }],
    }))

  test('accepts the works when they can have ended: after their conditions and their own days', () => {
    const acceptance = { code: 'JG', planWd: 2, promisedWd: 2, stage: '竣工验收' }
    const opening = { code: 'TC', planWd: 1, promisedWd: 1 }
    const edges = { B: ['A'], JG: ['A'], TC: ['JG'] }
    const plan = (days: number | null) => {
      const result = proposePlan(on('2026-03-02'), edges, [a, b, acceptance, opening], calendar, {
        conditions: ['B'],
        days,
      })
      return result.ok ? result.value.map((p) => p.finishOn) : []
    }
    // A ends on the 9th, B on the 11th; ten days of works end on the 25th.
    expect(plan(10)).toEqual(['2026-03-09', '2026-03-11', '2026-03-27', '2026-03-30'])
    expect(plan(0)).toEqual(['2026-03-09', '2026-03-11', '2026-03-11', '2026-03-12'])
    // Nobody said how long is built: the acceptance and what follows it stay open.
    expect(plan(null)).toEqual(['2026-03-09', '2026-03-11', null, null])
  })

  test('refuses a circle', () =>
    expect(proposePlan(on('2026-03-02'), { A: ['B'], B: ['A'] }, [a, b], calendar)).toEqual({
      ok: false,
      error: { code: 'GRAPH_CYCLE', codes: ['A', 'B'] },
    }))

  test('respects every predecessor in any selection of the catalogue', () => {
    const edges = Object.fromEntries(catalogue.procedures.map((item) => [item.code, item.predecessors]))
    const all = catalogue.procedures.map((item) => ({
      code: item.code,
      planWd: item.plan_wd,
      promisedWd: item.promised.value,
    }))
    fc.assert(
      fc.property(fc.subarray(all, { minLength: 1 }), fc.nat(600), (items, offset) => {
        const startOn = addDays(on('2024-01-01'), offset)
        const result = proposePlan(startOn, edges, items, calendar)
        if (!result.ok) throw new Error(result.error.code)
        const byCode = new Map(result.value.map((plan) => [plan.code, plan]))
        const before = resolveEdges(
          edges,
          items.map((item) => item.code),
        )
        for (const item of items) {
          const plan = byCode.get(item.code)
          if (!plan) throw new Error(`no plan for ${item.code}`)
          if (!plan.submitOn || !plan.finishOn) throw new Error('no works are asked for')
          const ends = (before[item.code] ?? []).map((code) => byCode.get(code)?.finishOn ?? '')
          const begin = [addWorkdays(calendar, addDays(startOn, -1), 1), ...ends].toSorted().at(-1) ?? ''
          expect(plan.submitOn >= begin && plan.submitOn < plan.finishOn).toBe(true)
          expect(countsAsWorkday(calendar, plan.submitOn) && countsAsWorkday(calendar, plan.finishOn)).toBe(true)
          expect(workdaysBetween(calendar, on(begin), plan.finishOn)).toBe(item.planWd)
          expect(workdaysBetween(calendar, plan.submitOn, plan.finishOn)).toBe(Math.min(item.planWd, item.promisedWd))
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('the trend', () => {
  const [friday, wednesday] = [on('2026-03-06'), on('2026-03-11')]
  test.each(['GREEN', 'GREY'] as const)('reminds the steward while the item is %s', (level) =>
    expect(trendReason(level, friday, wednesday, calendar)).toEqual({
      rule: 'P18',
      code: 'TREND',
      level: 'BLUE',
      owner: { kind: 'STEWARD' },
      params: { days: 3 },
    }),
  )
  test('begins with a single working day', () =>
    expect(trendReason('GREEN', friday, on('2026-03-09'), calendar)?.params).toEqual({ days: 1 }))
  test.each(['BLUE', 'YELLOW', 'RED'] as const)('is silent where the item is %s already', (level) =>
    expect(trendReason(level, friday, wednesday, calendar)).toBeNull(),
  )
  test('is silent while the plan can be kept, or is missed by days off only', () => {
    expect(trendReason('GREEN', wednesday, wednesday, calendar)).toBeNull()
    expect(trendReason('GREEN', friday, on('2026-03-08'), calendar)).toBeNull()
    expect(trendReason('GREEN', null, wednesday, calendar)).toBeNull()
  })
})
