import { describe, expect, test } from 'vitest'
import { on } from './plain-date'
import type { ProjectReason } from './project-level'
import { PUBLISHED_YEARS } from './published-years'
import { AGENCY, type Reason, type ReasonCode } from './reason'
import { type ItemThen, type ProjectThen, reasonsThen } from './reasons-then'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const line = on('2026-11-19')
const reason = (code: ReasonCode, days: number, level: Reason['level'] = 'YELLOW'): Reason => ({
  rule: 'P',
  code,
  level,
  owner: AGENCY,
  params: { days },
})
const said = (subjectId: string | null, one: Reason, dimension: ProjectReason['dimension'] = 'D1'): ProjectReason => ({
  ...one,
  dimension,
  subjectId,
})
const item = (id: string, day: string, level: ItemThen['level'], reasons: readonly Reason[]): ItemThen => ({
  id,
  on: on(day),
  level,
  reasons,
  agency: '自规局',
})
const ask = (then: Partial<ProjectThen>, over: readonly string[] = []) =>
  reasonsThen(
    { level: 'YELLOW', on: on('2026-11-06'), reasons: [], items: [], ...then },
    new Set(over),
    line,
    calendar,
  ).map(({ subjectId, code, level, params }) => [subjectId, code, level, params.days])

describe('why a project had its colour at the line', () => {
  test('says the reason it turned for with the days of the line', () => {
    const over = reason('SUBMIT_OVER', 1)
    expect(ask({ reasons: [said('p', over)], items: [item('p', '2026-11-06', 'YELLOW', [over])] })).toEqual([
      ['p', 'SUBMIT_OVER', 'YELLOW', 10],
    ])
  })
  test('leaves out what was done since, and says what holds the colour now', () => {
    const was = reason('PROMISE_OVER', 1)
    const now = reason('PROMISE_OVER', 2)
    const items = [item('p', '2026-11-10', 'GREEN', []), item('q', '2026-11-16', 'YELLOW', [now])]
    expect(ask({ reasons: [said('p', was)], items })).toEqual([['q', 'PROMISE_OVER', 'YELLOW', 5]])
  })
  test('a red procedure makes no more of its project than the project was; its unit is named', () => {
    const red = reason('SUBMIT_OVER', 10, 'RED')
    const then = {
      level: 'YELLOW',
      on: on('2026-11-06'),
      reasons: [said('p', reason('SUBMIT_OVER', 1))],
      items: [item('p', '2026-11-19', 'RED', [red])],
    } as const
    expect(reasonsThen(then, new Set(), line, calendar)).toMatchObject([
      { level: 'YELLOW', owner: { kind: 'NAMED', name: '自规局' }, params: { days: 10 } },
    ])
  })
  test('an issue that was settled speaks no more', () => {
    const late = said('i', reason('ISSUE_OVER', 1), 'D5')
    const start = said(null, reason('NOT_UPDATED', 8), 'D7')
    expect(ask({ reasons: [late, start] }, ['i'])).toEqual([[null, 'NOT_UPDATED', 'YELLOW', 21]])
  })
})
