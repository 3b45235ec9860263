import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, on, type PlainDate } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { buildCalendar } from '../work-calendar'
import { analysisScope, mayMoveSlip, SEES_ANALYSIS } from './sight'
import { moveSlip, SLIP_MOVES, SLIP_RESULTS, SLIP_SOURCES, type SlipCase, slipMovesFrom } from './slip'
import { supervisionNumber } from './slip-number'
import { rungDue, slipColour, usualSlipDue } from './term'

const calendar = buildCalendar(PUBLISHED_YEARS, [])
const ISSUED = on('2026-11-02')
const slip = (more: Partial<SlipCase> = {}): SlipCase => ({
  source: 'PROCEDURE',
  state: 'ISSUED',
  issuedOn: ISSUED,
  dueOn: on('2026-11-16'),
  result: null,
  repliedOn: null,
  firstReplyOn: null,
  revisitOn: null,
  satisfied: null,
  urgedOn: null,
  headOn: null,
  announcedOn: null,
  redone: 0,
  ...more,
})
const code = (result: ReturnType<typeof moveSlip>) =>
  result.ok
    ? result.value.state
    : [result.error.code, ...((result.error.also as { code: string }[]) ?? []).map((a) => a.code)]

describe('a slip of the commission', () => {
  test('is replied to, verified, revisited and closed', () => {
    const replied = moveSlip(slip(), { kind: 'REPLY', on: on('2026-11-10'), text: '已办' })
    expect(replied).toMatchObject({
      value: { state: 'REPLIED', reply: '已办', firstReplyOn: '2026-11-10', firstDueOn: '2026-11-16' },
    })
    expect(
      moveSlip(slip({ state: 'REPLIED' }), { kind: 'VERIFY', on: ISSUED, text: '看过', result: 'PARTLY' }),
    ).toMatchObject({ value: { state: 'VERIFIED', result: 'PARTLY', finding: '看过' } })
    expect(
      moveSlip(slip({ state: 'VERIFIED' }), { kind: 'REVISIT', on: ISSUED, text: '满意', satisfied: true }),
    ).toMatchObject({ value: { state: 'VERIFIED', satisfied: true } })
    expect(
      moveSlip(slip({ state: 'VERIFIED', result: 'PARTLY' }), { kind: 'CLOSE', on: ISSUED, effect: '改好了' }),
    ).toMatchObject({ value: { state: 'CLOSED', effect: '改好了' } })
  })

  test('its first reply alone says whether it came in time', () => {
    const again = slip({ firstReplyOn: on('2026-11-10'), redone: 1 })
    const moved = moveSlip(again, { kind: 'REPLY', on: on('2026-11-20'), text: '又办' })
    expect(moved.ok && 'firstReplyOn' in moved.value).toBe(false)
  })

  test('says what is missing, all at once', () => {
    expect(code(moveSlip(slip(), { kind: 'REPLY', on: ISSUED, text: '  ' }))).toEqual(['SUPERVISION_TEXT_MISSING'])
    expect(code(moveSlip(slip({ state: 'REPLIED' }), { kind: 'VERIFY', on: ISSUED }))).toEqual([
      'SUPERVISION_RESULT_MISSING',
      'SUPERVISION_TEXT_MISSING',
    ])
    const verified = { state: 'VERIFIED', source: 'COMPLAINT', result: 'SUBSTANTIATED' } as const
    expect(code(moveSlip(slip(verified), { kind: 'CLOSE', on: ISSUED }))).toEqual([
      'SUPERVISION_REVISIT_MISSING',
      'SUPERVISION_EFFECT_MISSING',
    ])
    const discontent = slip({ ...verified, revisitOn: ISSUED, satisfied: false })
    expect(code(moveSlip(discontent, { kind: 'CLOSE', on: ISSUED, effect: '改了' }))).toEqual([
      'SUPERVISION_CONTENT_WHY',
    ])
    expect(code(moveSlip(discontent, { kind: 'CLOSE', on: ISSUED, effect: '改了', text: '要求无政策依据' }))).toBe(
      'CLOSED',
    )
  })

  test('what was not substantiated closes without an effect', () => {
    for (const result of SLIP_RESULTS)
      expect(code(moveSlip(slip({ state: 'VERIFIED', result }), { kind: 'CLOSE', on: ISSUED }))).toEqual(
        result === 'UNFOUNDED' || result === 'NOT_OURS' ? 'CLOSED' : ['SUPERVISION_EFFECT_MISSING'],
      )
  })

  test('sent back it begins anew, with a later day and the chain at its start', () => {
    const sent = slip({ state: 'VERIFIED', result: 'PARTLY', urgedOn: ISSUED, revisitOn: ISSUED, satisfied: false })
    const back = (dueOn: string | null) =>
      moveSlip(sent, { kind: 'RETURN', on: on('2026-11-20'), text: '没改', dueOn: dueOn ? on(dueOn) : null })
    expect(code(back(null))).toEqual(['SUPERVISION_DUE_MISSING'])
    expect(code(back('2026-11-19'))).toEqual(['SUPERVISION_DUE_PAST'])
    expect(back('2026-11-27')).toMatchObject({
      value: { state: 'ISSUED', redone: 1, reply: null, result: null, urgedOn: null, revisitOn: null, satisfied: null },
    })
  })

  test('more time means a later day', () => {
    const more = (dueOn: string) =>
      code(moveSlip(slip(), { kind: 'EXTEND', on: ISSUED, text: '节假日', dueOn: on(dueOn) }))
    expect(more('2026-11-13')).toEqual(['SUPERVISION_DUE_BACK'])
    expect(more('2026-11-16')).toEqual(['SUPERVISION_DUE_SAME'])
    expect(more('2026-11-20')).toBe('ISSUED')
  })
})

describe('the chain', () => {
  test('urges a working day after its day, calls the head in on the third, is announced on the fifth', () => {
    const late = (day: string, more: Partial<SlipCase> = {}) => rungDue(slip(more), on(day), calendar)
    expect([late('2026-11-16'), late('2026-11-17')]).toEqual([null, 'URGE'])
    const urgedOn = on('2026-11-17')
    expect([late('2026-11-18', { urgedOn }), late('2026-11-19', { urgedOn })]).toEqual([null, 'HEAD'])
    const headOn = on('2026-11-19')
    expect([late('2026-11-20', { urgedOn, headOn }), late('2026-11-23', { urgedOn, headOn })]).toEqual([
      null,
      'ANNOUNCE',
    ])
    // Days that were missed are made up for one by one.
    expect(late('2026-12-14')).toBe('URGE')
    expect(late('2026-12-14', { urgedOn, headOn, announcedOn: headOn })).toBeNull()
    expect(late('2026-12-14', { state: 'REPLIED' })).toBeNull()
  })

  test('a rung that is not due cannot be taken; what was announced the commission verifies by itself', () => {
    expect(slipMovesFrom(slip(), null)).toEqual(['REPLY', 'EXTEND'])
    expect(slipMovesFrom(slip(), 'URGE')).toEqual(['REPLY', 'EXTEND', 'URGE'])
    expect(slipMovesFrom(slip({ announcedOn: ISSUED }), null)).toEqual(['REPLY', 'VERIFY', 'EXTEND'])
    expect(code(moveSlip(slip(), { kind: 'ANNOUNCE', on: ISSUED, text: '通报', rungDue: 'URGE' }))).toEqual([
      'SUPERVISION_MOVE_ILLEGAL',
    ])
  })

  test('ten working days to reply, yellow the day after, red from the fifth', () => {
    expect(usualSlipDue(ISSUED, calendar)).toBe('2026-11-16')
    const colour = (day: string) => slipColour(slip(), on(day), calendar).level
    expect(['2026-11-10', '2026-11-12', '2026-11-17', '2026-11-23'].map(colour)).toEqual([
      'GREEN',
      'BLUE',
      'YELLOW',
      'RED',
    ])
    // Looked into without any reply it is as late as before; with one it waits for the commission.
    const verified = (repliedOn: PlainDate | null) =>
      slipColour(slip({ state: 'VERIFIED', repliedOn }), on('2026-11-23'), calendar).reason.code
    expect([verified(null), verified(on('2026-11-10'))]).toEqual(['OVER', 'WAITS'])
  })
})

test('only the commission closes: whoever else, whatever the slip', () => {
  const unit = { toOrgId: 'unit', silent: false }
  for (const source of SLIP_SOURCES)
    for (const kind of SLIP_MOVES.filter((move) => move !== 'REPLY')) {
      expect(mayMoveSlip({ role: 'DISCIPLINE', orgId: 'commission' }, kind, { ...unit, source })).toBe(true)
      // Nor the commission where it is its own unit.
      expect(mayMoveSlip({ role: 'DISCIPLINE', orgId: 'unit' }, kind, { ...unit, source })).toBe(false)
      const against = { ...unit, source, againstId: 'commission' }
      expect(mayMoveSlip({ role: 'DISCIPLINE', orgId: 'commission' }, kind, against)).toBe(false)
      for (const role of ['OFFICE', 'AGENCY', 'AGENCY_HEAD', 'HEAD', 'BIZENV'] as const)
        expect(mayMoveSlip({ role, orgId: 'unit' }, kind, { ...unit, source })).toBe(false)
    }
})

test('the unit replies; what the commission released its head alone; for a silent one whoever writes for it', () => {
  const may = (role: 'AGENCY' | 'AGENCY_HEAD' | 'OFFICE' | 'DISCIPLINE', source: 'TASK' | 'RELEASE', silent: boolean) =>
    mayMoveSlip({ role, orgId: role.startsWith('AGENCY') ? 'unit' : 'other' }, 'REPLY', {
      toOrgId: 'unit',
      source,
      silent,
    })
  expect([may('AGENCY', 'TASK', false), may('AGENCY', 'RELEASE', false)]).toEqual([true, false])
  expect(may('AGENCY_HEAD', 'RELEASE', false)).toBe(true)
  expect([may('OFFICE', 'TASK', false), may('OFFICE', 'TASK', true), may('OFFICE', 'RELEASE', true)]).toEqual([
    false,
    true,
    false,
  ])
  expect([may('DISCIPLINE', 'TASK', true), may('DISCIPLINE', 'RELEASE', true)]).toEqual([false, true])
})

test('whatever is done in whatever order, no slip is closed that was not verified, and no day goes back', () => {
  const step = fc.record({
    kind: fc.constantFrom(...SLIP_MOVES),
    days: fc.integer({ min: 0, max: 12 }),
    text: fc.constantFrom('', '说明'),
    effect: fc.constantFrom('', '成效'),
    result: fc.constantFrom(null, ...SLIP_RESULTS),
    satisfied: fc.constantFrom(null, true, false),
    term: fc.integer({ min: -5, max: 30 }),
  })
  fc.assert(
    fc.property(fc.constantFrom(...SLIP_SOURCES), fc.array(step, { maxLength: 25 }), (source, steps) => {
      let now = slip({ source })
      let verified = false
      let day = ISSUED
      for (const { kind, days, term, ...said } of steps) {
        day = addDays(day, days)
        const due = now.dueOn
        const moved = moveSlip(now, {
          kind,
          on: day,
          ...said,
          dueOn: addDays(day, term),
          rungDue: rungDue(now, day, calendar),
        })
        if (!moved.ok) continue
        if (now.state === 'CLOSED') throw new Error('a closed slip moved')
        now = { ...now, ...moved.value }
        if (kind === 'VERIFY') verified = true
        if (kind === 'RETURN') verified = false
        if (now.state === 'CLOSED' && !(verified && now.result)) throw new Error('closed without being verified')
        if (now.state === 'CLOSED' && source === 'COMPLAINT' && !now.revisitOn) throw new Error('nobody was asked')
        if (now.dueOn < due) throw new Error('the term got shorter')
      }
    }),
  )
})

test('a slip is numbered as papers are, without a thousand’s comma, and by the year it was issued in', () => {
  expect(supervisionNumber({ number: 12, issuedOn: ISSUED })).toBe('督办〔2026〕12号')
  expect(supervisionNumber({ number: 1204, issuedOn: on('2027-01-04') })).toBe('督办〔2027〕1204号')
})

test('an analysis says whose complaints it counts', () =>
  expect(Object.fromEntries([...SEES_ANALYSIS].map((role) => [role, analysisScope(role)]))).toEqual({
    HEAD: 'DISTRICT',
    OFFICE: 'DISTRICT',
    BIZENV: 'DISTRICT',
    DISCIPLINE: 'DISTRICT',
    LEADER: 'PROJECTS',
    STREET: 'AREA',
    AGENCY: 'UNIT',
    AGENCY_HEAD: 'UNIT',
  }))
