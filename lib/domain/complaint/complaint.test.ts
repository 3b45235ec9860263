import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, on, type PlainDate } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { buildCalendar } from '../work-calendar'
import { type ComplaintCase, FRESH_COMPLAINT } from './complaint'
import {
  COMPLAINT_MOVES,
  type ComplaintMove,
  type ComplaintPart,
  complaintMoves,
  isMerged,
  mayStrikeOff,
  moveComplaint,
} from './move'
import { refusesRoute, steeringRole, unitsNamed, wordsForMany } from './routing'
import { answerBy, complaintColour, complaintMatter, limitOf, moreBy, passBy, receiveBy } from './term'

const calendar = buildCalendar(PUBLISHED_YEARS)
const DAY = on('2026-11-02')
const fresh: ComplaintCase = {
  ...FRESH_COMPLAINT,
  filedOn: DAY,
  againstId: null,
  reachable: false,
}
const ALL: readonly ComplaintPart[] = ['STEER', 'HANDLE', 'SUPERVISE', 'FILER']
const as = (parts: readonly ComplaintPart[], today: PlainDate) => ({ today, calendar, parts: new Set(parts) })
/** Makes a move as whoever may, and hands back the case after it. */
function after(complaint: ComplaintCase, move: ComplaintMove): ComplaintCase {
  const moved = moveComplaint(complaint, move, as(ALL, move.on))
  if (!moved.ok) throw new Error(moved.error.code)
  return { ...complaint, ...moved.value }
}
const codeOf = (complaint: ComplaintCase, move: ComplaintMove, parts: readonly ComplaintPart[] = ALL) => {
  const moved = moveComplaint(complaint, move, as(parts, move.on))
  return moved.ok ? 'ok' : moved.error.code
}
const received = after(fresh, { kind: 'RECEIVE', on: on('2026-11-03') })
const passed = after(received, { kind: 'PASS', on: on('2026-11-04'), unitId: 'u1' })
const answered = after(passed, { kind: 'ANSWER', on: on('2026-11-18'), text: '已补证' })

describe('the limits 时限', () => {
  test('two working days to accept: over the weekend', () =>
    expect(receiveBy(on('2026-11-06'), calendar)).toBe('2026-11-10'))
  test('five days to pass on, a last day off rolls on', () => {
    expect(passBy(on('2026-11-02'), calendar)).toBe('2026-11-09')
    expect(passBy(on('2026-11-04'), calendar)).toBe('2026-11-09')
  })
  test('thirty days to answer, from acceptance', () => expect(answerBy(on('2026-11-02'), calendar)).toBe('2026-12-02'))
  test('thirty more, once', () => {
    expect(moreBy(on('2026-11-20'), calendar)).toBe('2026-12-21')
    const asked = after(passed, { kind: 'ASK_MORE', on: on('2026-11-20'), text: '要等规划会' })
    const granted = after(asked, { kind: 'EXTEND', on: on('2026-11-21') })
    expect(granted).toMatchObject({ extended: true, askedOn: null })
    expect(codeOf(granted, { kind: 'ASK_MORE', on: on('2026-11-22'), text: '再要' })).toBe('COMPLAINT_MOVE_ILLEGAL')
  })
  test('the thirty days run on while it goes from unit to unit', () => {
    const back = after(passed, { kind: 'RETURN', on: on('2026-11-06'), text: '不归我们管' })
    expect(back).toMatchObject({ state: 'RECEIVED', leadId: null, dueOn: received.dueOn })
    expect(limitOf(back, calendar)).toEqual({ from: '2026-11-06', dueOn: '2026-11-11' })
    expect(after(back, { kind: 'PASS', on: on('2026-11-09'), unitId: 'u2' }).dueOn).toBe(received.dueOn)
  })
  test('a unit gives back within five days, and not on the last day of thirty', () =>
    expect(codeOf(passed, { kind: 'RETURN', on: on('2026-11-10'), text: '不归我们管' })).toBe('COMPLAINT_MOVE_ILLEGAL'))
})

describe('the colour 四色', () => {
  test('blue ahead of its day, yellow past it, red five working days on', () => {
    const level = (day: string) => complaintColour(passed, on(day), calendar).level
    expect(passed.dueOn).toBe('2026-12-03')
    expect(['2026-11-20', '2026-12-01', '2026-12-04', '2026-12-10'].map(level)).toEqual([
      'GREEN',
      'BLUE',
      'YELLOW',
      'RED',
    ])
  })
  test('answered in time it is green, answered late it stays yellow', () => {
    expect(complaintColour(answered, on('2026-12-30'), calendar).level).toBe('GREEN')
    const late = after(passed, { kind: 'ANSWER', on: on('2026-12-08'), text: '已补证' })
    expect(complaintColour(late, on('2026-12-09'), calendar).level).toBe('YELLOW')
  })
  test('nobody is woken by what nobody has looked at (H-21)', () => {
    expect(complaintMatter(fresh, calendar)).toBeNull()
    expect(complaintMatter(received, calendar)).toMatchObject({ dueOn: '2026-11-09' })
  })
})

describe('where it goes 转办', () => {
  const against = { ...received, againstId: 'u1' }
  test('never to the unit it is about', () => {
    expect(codeOf(against, { kind: 'PASS', on: on('2026-11-04'), unitId: 'u1' })).toBe('COMPLAINT_ROUTE_AGAINST')
    expect(codeOf(against, { kind: 'PASS', on: on('2026-11-04'), unitId: 'u2' })).toBe('ok')
  })
  test('never to the unit of the supervisor of its point', () =>
    expect(codeOf(received, { kind: 'PASS', on: on('2026-11-04'), unitId: 'u3', supervisorUnitId: 'u3' })).toBe(
      'COMPLAINT_ROUTE_SUPERVISOR',
    ))
  test('whatever the units are, nothing is passed to the one it is about', () =>
    fc.assert(
      fc.property(fc.nat(5), fc.option(fc.nat(5)), fc.option(fc.nat(5)), (unit, accused, supervisor) => {
        const name = (n: number | null) => (n === null ? null : `u${n}`)
        const [unitId, againstId, supervisorUnitId] = [`u${unit}`, name(accused), name(supervisor)]
        const moved = moveComplaint(
          { ...received, againstId },
          { kind: 'PASS', on: on('2026-11-04'), unitId, supervisorUnitId },
          as(['STEER'], on('2026-11-04')),
        )
        const refused = refusesRoute(unitId, { againstId, supervisorUnitId })
        expect(moved.ok).toBe(refused === null)
        if (moved.ok) expect(moved.value.leadId).not.toBe(againstId)
      }),
    ))
  test('what is about the bureau is led by the commission', () => {
    expect(steeringRole('b', ['b'])).toBe('DISCIPLINE')
    expect(steeringRole('u1', ['b'])).toBe('BIZENV')
    expect(steeringRole(null, ['b'])).toBe('BIZENV')
  })
  test('a unit is known by its short name and without the name of the district', () => {
    const units = [
      { id: 'cg', names: ['二七区城市管理局', '城管局'] },
      { id: 'ga', names: ['消防'] },
    ]
    expect(unitsNamed('城管局的人三次不接电话', units)).toEqual(['cg'])
    expect(unitsNamed('城市管理局窗口', units)).toEqual(['cg'])
    expect(unitsNamed('消防通道堵了', units)).toEqual([])
  })
})

describe('how it ends 评价、回访、销号', () => {
  const day = on('2026-11-19')
  const rated = (rating: number) => after(answered, { kind: 'RATE', on: day, rating })
  test('satisfied it may be struck off, dissatisfied somebody asks first', () => {
    expect(mayStrikeOff(rated(4), day, calendar)).toBe(true)
    expect(mayStrikeOff(rated(2), day, calendar)).toBe(false)
    const asked = after(rated(2), { kind: 'REVISIT', on: day, text: '又去了一次，解决了', good: true })
    expect(mayStrikeOff(asked, day, calendar)).toBe(true)
  })
  test('whoever asked and heard that it is no better, has it done anew', () => {
    const asked = after(answered, { kind: 'REVISIT', on: day, text: '还是老样子', good: false })
    expect(codeOf(asked, { kind: 'CLOSE', on: day })).toBe('COMPLAINT_MOVE_ILLEGAL')
    const redone = after(asked, { kind: 'REDO', on: day, text: '没解决' })
    expect(redone).toMatchObject({ state: 'IN_HAND', leadId: 'u1', reopened: 1, rating: null, revisitOn: null })
    expect(redone.dueOn).toBe(answerBy(day, calendar))
  })
  test('who cannot be asked is waited for ten working days, who can is asked', () => {
    expect(mayStrikeOff(answered, on('2026-12-01'), calendar)).toBe(false)
    expect(mayStrikeOff(answered, on('2026-12-02'), calendar)).toBe(true)
    expect(mayStrikeOff({ ...answered, reachable: true }, on('2027-03-01'), calendar)).toBe(false)
  })
  test('one answer is rated once', () =>
    expect(codeOf(rated(4), { kind: 'RATE', on: day, rating: 1 })).toBe('COMPLAINT_MOVE_ILLEGAL'))
  test('it is closed by whoever leads it, not by the unit that answered', () => {
    expect(complaintMoves(rated(5), as(['HANDLE'], day))).not.toContain('CLOSE')
    expect(complaintMoves(rated(5), as(['STEER'], day))).toContain('CLOSE')
  })
  test('what is refused says why', () =>
    expect(codeOf(fresh, { kind: 'REFUSE', on: DAY, text: ' ' })).toBe('COMPLAINT_TEXT_MISSING'))
})

test('whatever is done in whatever order, a running clock has a day and an answered one none', () => {
  const move = fc.record({
    kind: fc.constantFrom(...COMPLAINT_MOVES),
    wait: fc.nat(20),
    unitId: fc.constantFrom('u1', 'u2', 'u3'),
    text: fc.constantFrom('一句话', ''),
    rating: fc.integer({ min: 0, max: 6 }),
    good: fc.constantFrom(true, false, null),
  })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 25 }), fc.option(fc.constantFrom('u1', 'u2')), (moves, againstId) => {
      let complaint: ComplaintCase = { ...fresh, againstId }
      let n = 0
      for (const { wait, ...said } of moves) {
        n = Math.min(n + wait, 300)
        const day = addDays(DAY, n)
        const moved = moveComplaint(complaint, { ...said, on: day }, as(ALL, day))
        if (!moved.ok) continue
        complaint = { ...complaint, ...moved.value }
        expect(limitOf(complaint, calendar) !== null).toBe(['FILED', 'RECEIVED', 'IN_HAND'].includes(complaint.state))
        expect(complaint.leadId === null || complaint.leadId !== complaint.againstId).toBe(true)
        expect(complaint.state === 'IN_HAND' ? complaint.leadId : 'any').not.toBeNull()
        expect((complaint.closedOn !== null) === ['CLOSED', 'REFUSED'].includes(complaint.state)).toBe(true)
        expect(complaint.extended && complaint.askedOn !== null).toBe(false)
      }
    }),
  )
})

test('only what repeats another and was never taken up went on with it', () => {
  const fresh = { state: 'REFUSED', receivedOn: null } as const
  expect([isMerged(fresh, true), isMerged(fresh, false)]).toEqual([true, false])
  expect(isMerged({ ...fresh, receivedOn: on('2026-11-02') }, true)).toBe(false)
  expect(isMerged({ ...fresh, state: 'IN_HAND' }, true)).toBe(false)
})

test('a paper of many readers says what a unit is accused of in no words', () => {
  expect(wordsForMany('窗口没人', { againstOrgId: 'u1' })).not.toContain('窗口')
  expect([wordsForMany('窗口没人', { againstOrgId: null }), wordsForMany('窗口没人', null)]).toEqual(
    Array(2).fill('窗口没人'),
  )
})
