import { describe, expect, test } from 'vitest'
import { checkCalendar, checkSteps, doubtsOf, impliedDays, type Neighbour, proposedDay } from './move-doubts'
import { on, type PlainDate } from './plain-date'
import type { ProcedureState } from './procedure'
import { type MoveKind, NEW_CASE, type ProcedureCase } from './procedure-move'

const caseIn = (state: ProcedureState, changes: Partial<ProcedureCase> = {}): ProcedureCase => ({
  ...NEW_CASE,
  state,
  ...changes,
})
const received = caseIn('RECEIVED', { receivedOn: on('2026-11-02') })
const accepted = caseIn('ACCEPTED', { receivedOn: on('2026-11-02'), acceptedOn: on('2026-11-03') })

describe('days before the first year whose holidays are known', () => {
  const calendar = { years: new Set([2024, 2025, 2026]) }
  const finish = (receivedOn: string, acceptedOn: string, day = '2024-03-01') => ({
    kind: 'FINISH' as const,
    on: on(day),
    receivedOn: on(receivedOn),
    acceptedOn: on(acceptedOn),
  })

  test('are refused, each at its field', () => {
    expect(checkCalendar(NEW_CASE, finish('2023-12-29', '2024-01-02'), calendar)).toMatchObject({
      error: { code: 'BEFORE_CALENDAR', field: 'receivedOn', year: 2024 },
    })
    expect(checkCalendar(accepted, { kind: 'FINISH', on: on('2023-12-29') }, calendar)).toMatchObject({
      error: { field: 'on' },
    })
    expect(checkCalendar(NEW_CASE, finish('2024-01-02', '2024-01-02'), calendar).ok).toBe(true)
  })
  test('a receipt that is recorded so is not asked again', () => {
    const old = caseIn('RECEIVED', { receivedOn: on('2023-12-29') })
    expect(checkCalendar(old, finish('2023-12-29', '2023-12-29'), calendar).ok).toBe(true)
  })
  test('a district without a calendar refuses nothing', () =>
    expect(checkCalendar(accepted, { kind: 'FINISH', on: on('2001-01-02') }, { years: new Set() }).ok).toBe(true))
})

describe('days of steps nobody recorded', () => {
  test.each([
    ['FINISH', NEW_CASE, ['receivedOn', 'acceptedOn']],
    ['FINISH', received, ['acceptedOn']],
    ['FINISH', accepted, []],
    ['FINISH_TOL', received, ['acceptedOn']],
    ['ACCEPT', NEW_CASE, ['receivedOn']],
    ['ACCEPT', received, []],
    ['FILE', NEW_CASE, []],
    ['NOTICE', received, []],
  ] as const)('%s from %o implies %o', (kind, current, days) => {
    expect(impliedDays(current as ProcedureCase, kind)).toEqual(days)
  })

  test('are proposed where they go without saying, and asked for where only the papers know', () => {
    const move = { kind: 'FINISH' as const, on: on('2026-11-20') }
    expect(proposedDay(NEW_CASE, move, 'receivedOn', 1)).toBe('2026-11-20')
    expect(proposedDay(NEW_CASE, move, 'receivedOn', 7)).toBeNull()
    expect(proposedDay(received, move, 'acceptedOn', 7)).toBe('2026-11-02')
    expect(proposedDay(NEW_CASE, { ...move, kind: 'ACCEPT' }, 'receivedOn', 7)).toBe('2026-11-20')
  })

  const finish = (receivedOn: string | null, acceptedOn: string | null, lastOn: string | null = null) => {
    const move = {
      kind: 'FINISH' as const,
      on: on('2026-11-20'),
      receivedOn: receivedOn as PlainDate | null,
      acceptedOn: acceptedOn as PlainDate | null,
    }
    const result = checkSteps(NEW_CASE, move, lastOn as PlainDate | null)
    return result.ok ? 'ok' : `${result.error.code} ${result.error.field}`
  }
  test('stand in their order, each said', () => {
    expect(finish('2026-11-02', '2026-11-04')).toBe('ok')
    expect(finish('2026-11-20', '2026-11-20')).toBe('ok')
    expect(finish(null, '2026-11-04')).toBe('STEP_MISSING receivedOn')
    expect(finish('2026-11-02', null)).toBe('STEP_MISSING acceptedOn')
    expect(finish('2026-11-05', '2026-11-04')).toBe('STEP_TOO_EARLY acceptedOn')
    expect(finish('2026-11-21', '2026-11-21')).toBe('STEP_TOO_LATE receivedOn')
    expect(finish('2026-11-02', '2026-11-04', '2026-11-03')).toBe('STEP_TOO_EARLY receivedOn')
  })
})

describe('what does not go together', () => {
  const items: Neighbour[] = [
    { code: 'A', state: 'DONE', finishedOn: on('2026-11-10'), predecessors: [] },
    { code: 'B', state: 'ACCEPTED', finishedOn: null, predecessors: [] },
    { code: 'C', state: 'NA', finishedOn: null, predecessors: ['A', 'B'] },
    { code: 'D', state: 'NOT_STARTED', finishedOn: null, predecessors: ['C'] },
    { code: 'E', state: 'READY', finishedOn: null, predecessors: ['A'] },
  ]
  const byCode = new Map(items.map((item) => [item.code, item]))
  const entered = on('2026-11-02')
  const nothing = { codes: new Set<string>(), entry: false }
  const ask = (code: string, kind: MoveKind, day: string, said = nothing) => {
    const item = byCode.get(code)
    if (!item) throw new Error(code)
    return doubtsOf(item, byCode, kind, [on(day)], entered, said)
  }

  test('the ordinary case is not asked anything', () => {
    expect(ask('E', 'FILE', '2026-11-10')).toBeNull()
    expect(ask('E', 'FINISH', '2026-11-20')).toBeNull()
    expect(ask('D', 'NOTICE', '2026-10-01')).toBeNull()
  })

  test('what is open is named, through items that do not apply', () => {
    expect(ask('D', 'FINISH', '2026-11-20')).toEqual({ open: ['B'], later: [], enteredOn: null })
  })

  test('a day before a predecessor was finished, or before the project was entered, is questioned', () => {
    expect(ask('E', 'ACCEPT', '2026-11-09')).toEqual({
      open: [],
      later: [{ code: 'A', on: '2026-11-10' }],
      enteredOn: null,
    })
    expect(ask('E', 'FILE', '2026-10-30')?.enteredOn).toBe('2026-11-02')
  })

  test('what was confirmed is not asked again', () => {
    expect(ask('D', 'FINISH', '2026-11-20', { codes: new Set(['B']), entry: false })).toBeNull()
    expect(ask('E', 'FILE', '2026-10-30', { codes: new Set(['A']), entry: true })).toBeNull()
  })
})
