import { describe, expect, test } from 'vitest'
import { on } from './plain-date'
import { PUBLISHED_YEARS } from './published-years'
import {
  moveReport,
  movesOf,
  REPORT_MOVES,
  REPORT_STATES,
  type ReportFacts,
  type ReportMove,
  reportLevel,
  reportLimit,
} from './sealed-report'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const filedOn = on('2026-09-14')
const facts = (change: Partial<ReportFacts> = {}): ReportFacts => ({
  state: 'RECEIVED',
  filedOn,
  realName: null,
  toldOn: null,
  closedOn: null,
  answeredOn: null,
  ...change,
})
const today = on('2026-09-20')
const move = (from: ReportFacts, kind: ReportMove, realName: boolean | null = null) =>
  moveReport(from, { kind, on: today, realName })

describe('the way of a report', () => {
  test('登记 → 分流 → 处置, and nothing before it is registered', () => {
    expect(movesOf(facts())).toEqual(['REGISTER'])
    expect(movesOf(facts({ state: 'REGISTERED', realName: true }))).toEqual(['ACCEPT', 'FORWARD', 'RETURN', 'NOTE'])
    expect(movesOf(facts({ state: 'ACCEPTED', realName: true }))).toEqual([
      'FORWARD',
      'RETURN',
      'TELL',
      'TALK',
      'VERIFY',
      'SHELVE',
      'CLOSE',
      'NOTE',
    ])
    expect(movesOf(facts({ state: 'CLOSED', realName: true, closedOn: today, toldOn: today }))).toEqual([
      'VERIFY',
      'ANSWER',
      'NOTE',
    ])
  })

  test('it is registered with word whether a name was given', () => {
    expect(move(facts(), 'REGISTER')).toMatchObject({ error: { code: 'REPORT_NAME_UNSAID' } })
    expect(move(facts(), 'REGISTER', false)).toEqual({
      ok: true,
      value: { state: 'REGISTERED', registeredOn: today, realName: false },
    })
  })

  test('what is settled has its day, and what is looked into again loses it and is answered again', () => {
    const talking = facts({ state: 'TALKING', realName: true, toldOn: today })
    expect(move(talking, 'CLOSE')).toMatchObject({ value: { state: 'CLOSED', closedOn: today } })
    const closed = facts({ state: 'CLOSED', realName: true, toldOn: today, closedOn: today, answeredOn: today })
    expect(move(closed, 'VERIFY')).toMatchObject({ value: { state: 'VERIFYING', closedOn: null, answeredOn: null } })
  })

  test('whatever is offered can be done, and nothing else', () => {
    for (const state of REPORT_STATES)
      for (const toldOn of [null, today])
        for (const kind of REPORT_MOVES) {
          const settled = ['CLOSED', 'FORWARDED', 'RETURNED'].includes(state)
          const row = facts({ state, realName: true, toldOn, closedOn: settled ? today : null })
          expect(`${state} ${kind} ${move(row, kind, true).ok}`).toBe(`${state} ${kind} ${movesOf(row).includes(kind)}`)
        }
  })
})

describe('the limits of whoever gave his name', () => {
  test('15 working days to be told, counted past a holiday and the days worked for it', () => {
    // 2026-09-14 + 15 working days, across 中秋 and 国庆 of 2026.
    const limit = reportLimit(facts(), today, calendar)
    expect(limit).toMatchObject({ kind: 'TELL', from: filedOn })
    expect(limit?.dueOn).toBe('2026-10-10')
  })

  test('then 15 more after it was settled', () => {
    const settled = facts({ state: 'CLOSED', realName: true, toldOn: today, closedOn: on('2026-11-02') })
    expect(reportLimit(settled, on('2026-11-23'), calendar)).toEqual({
      kind: 'ANSWER',
      from: '2026-11-02',
      dueOn: '2026-11-23',
      left: 0,
    })
    expect(reportLimit({ ...settled, answeredOn: on('2026-11-05') }, on('2026-12-30'), calendar)).toBeNull()
  })

  test('nothing is due to somebody without a name, and before registration nobody knows', () => {
    expect(reportLimit(facts({ state: 'ACCEPTED', realName: false }), today, calendar)).toBeNull()
    expect(reportLimit(facts(), today, calendar)).not.toBeNull()
  })

  test('blue three days ahead, yellow beyond, red a week beyond', () => {
    const level = (left: number) => reportLevel({ kind: 'TELL', from: filedOn, dueOn: filedOn, left })
    expect([4, 3, 0, -1, -4, -5].map(level)).toEqual(['GREEN', 'BLUE', 'BLUE', 'YELLOW', 'YELLOW', 'RED'])
    expect(reportLevel(null)).toBe('GREEN')
  })
})
