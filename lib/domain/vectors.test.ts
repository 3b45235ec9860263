import { describe, expect, test } from 'vitest'
import { answer } from '@/scripts/rules/answer'
import { on } from './plain-date'
import { PUBLISHED_YEARS } from './published-years'
import { DEFAULT_PARAMETERS } from './rule-parameters'
import cases from './testdata/four-colours-cases.json'
import { buildCalendar, dueOn, type LimitUnit, statutoryWorkdays } from './work-calendar'

const ask = (kind: string, input: unknown) => answer(JSON.stringify({ id: 'x', kind, input }))

describe('the worked examples of the colour rules', () => {
  test('the parameters are the published ones', () => expect(DEFAULT_PARAMETERS).toEqual(cases.defaults))

  test.each(cases.procedure)('$name', ({ input, expect: expected }) => {
    const { colour, owner, used, remaining } = expected
    const reasons = expected.reasons.map(([level, by, text]) => ({ level, owner: by, text }))
    expect(ask('procedure', input)).toMatchObject({ level: colour, owner, used, remaining, reasons })
  })

  test.each(cases.project)('$name', ({ input, expect: [level, text] }) => {
    expect(ask('project', input)).toEqual({ id: 'x', level, text })
  })

  test.each(cases.aggregate)('$name', ({ input, expect: { colour, raw, escalated } }) => {
    expect(ask('aggregate', input)).toEqual({ id: 'x', level: colour, raw, escalated })
  })

  const calendar = buildCalendar(PUBLISHED_YEARS)
  test.each(cases.limits)('$value $unit from $accepted ends on $deadline', (limit) => {
    const [from, days, unit] = [on(limit.accepted), limit.value, limit.unit as LimitUnit]
    const due = { dueOn: limit.deadline, workingDays: limit.statutory_wd, provisional: false }
    expect(dueOn({ from, days, unit }, calendar)).toEqual({ ok: true, value: due })
    expect(ask('dueOn', { from, days, unit })).toEqual({ id: 'x', ...due })
    expect(statutoryWorkdays(days, unit, from, calendar)).toBe(limit.statutory_wd)
  })
})
