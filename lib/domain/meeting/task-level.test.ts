import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, on } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { anyDay } from '../testdata/arbitrary-facts'
import { addWorkdays, buildCalendar, workdaysLate } from '../work-calendar'
import { decideIssue, missingSlips, type SlipKind, slipNumber } from './slip'
import { lateBefore, taskClock, taskColour } from './task-level'
import { approverOf, isPartOf, mayExtend, partsIn, type TaskPeople } from './task-parts'

const calendar = buildCalendar(PUBLISHED_YEARS)
const task = (dueOn: string, more: Partial<Parameters<typeof taskColour>[0]> = {}) => ({
  state: 'IN_HAND' as const,
  issuedOn: on('2026-11-16'),
  dueOn: on(dueOn),
  submittedOn: null,
  suspendedOn: null,
  unsignedWd: 0,
  ...more,
})
const today = on('2026-11-23')

describe('the colour of a task', () => {
  test.each([
    ['three working days ahead is green', '2026-11-26', 'GREEN', 'LEFT', 3],
    ['two working days ahead is blue (D5)', '2026-11-25', 'BLUE', 'LEFT', 2],
    ['its last day is blue', '2026-11-23', 'BLUE', 'LEFT', 0],
    ['a working day late is yellow', '2026-11-20', 'YELLOW', 'OVER', 1],
    ['four working days late is yellow', '2026-11-17', 'YELLOW', 'OVER', 4],
    ['five working days late is red', '2026-11-16', 'RED', 'OVER', 5],
  ])('%s', (_name, due, level, code, n) =>
    expect(taskColour(task(due), today, calendar)).toEqual({ level, reason: { code, n } }),
  )
  test('what is handed in is not late any more; what was late stays yellow until it is closed', () => {
    const handed = (submitted: string) =>
      taskColour(task('2026-11-18', { state: 'REVIEW', submittedOn: on(submitted) }), today, calendar)
    expect(handed('2026-11-18')).toEqual({ level: 'GREEN', reason: { code: 'WAITS', n: 0 } })
    expect(handed('2026-11-20')).toEqual({ level: 'YELLOW', reason: { code: 'WAITS_LATE', n: 2 } })
  })
  test('what nobody has signed for in time is blue until it is late itself (§2, P9)', () => {
    const unsigned = (due: string) => taskColour(task(due, { state: 'TO_SIGN', unsignedWd: 2 }), today, calendar)
    expect(unsigned('2026-12-04')).toEqual({ level: 'BLUE', reason: { code: 'UNSIGNED', n: 2 } })
    expect(unsigned('2026-11-20')).toMatchObject({ level: 'YELLOW', reason: { code: 'OVER' } })
  })
  test('what rests for good reason is grey, and its clock stands', () => {
    const rests = task('2026-11-18', { state: 'SUSPENDED', suspendedOn: on('2026-11-17') })
    expect(taskColour(rests, today, calendar).level).toBe('GREY')
    expect(taskClock(rests, today, calendar)).toMatchObject({ used: 1, promised: 2, statutory: 7, paused: true })
  })
  test('a list asks its index for exactly what is late', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20, max: 5 }), fc.integer({ min: 1, max: 6 }), (day, off, n) => {
        const due = addDays(day, off)
        return due < lateBefore(calendar, day, n) === workdaysLate(calendar, due, day) >= n
      }),
    ))
  test('a colour only gets worse while nothing happens', () => {
    const rank = { GREEN: 0, BLUE: 1, YELLOW: 2, RED: 3, GREY: -1 }
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 15 }), fc.integer({ min: 0, max: 30 }), (issuedOn, term, after) => {
        const facts = { ...task('2026-11-18'), issuedOn, dueOn: addWorkdays(calendar, issuedOn, term) }
        const at = (day: number) => rank[taskColour(facts, addDays(issuedOn, day), calendar).level]
        return at(after) <= at(after + 1)
      }),
    )
  })
})

describe('whose a task is', () => {
  const people: TaskPeople = {
    leadOrgId: 'unit',
    ownerId: 'person',
    raisedById: 'raiser',
    raisedByOffice: false,
    receiverGone: false,
    raiserGone: false,
    approver: null,
  }
  const actor = (
    role: 'AGENCY' | 'OFFICE' | 'STEWARD' | 'TASKFORCE' | 'LEADER',
    orgId: string | null,
    ...standsInFor: string[]
  ) => ({ role, orgId, standsInFor }) as const
  test('its unit, its person and his deputy have it; whoever raised it confirms', () => {
    expect(partsIn(actor('AGENCY', 'unit'), people).receiver).toBe(true)
    expect(partsIn(actor('STEWARD', 'other', 'me', 'person'), people).receiver).toBe(true)
    expect(partsIn(actor('STEWARD', 'other', 'raiser'), people)).toEqual({
      receiver: false,
      raiser: true,
      approver: false,
      office: false,
    })
    expect(partsIn(actor('AGENCY', 'elsewhere'), people).receiver).toBe(false)
  })
  test('the office stands in only where nobody else can', () => {
    const office = actor('OFFICE', 'office')
    expect(partsIn(office, people)).toEqual({ receiver: false, raiser: false, approver: true, office: true })
    expect(partsIn(office, { ...people, receiverGone: true }).receiver).toBe(true)
    expect(partsIn(office, { ...people, raiserGone: true }).raiser).toBe(true)
    expect(partsIn(office, { ...people, raisedById: null }).raiser).toBe(true)
    expect(isPartOf('SUSPEND', partsIn(actor('AGENCY', 'unit'), people))).toBe(false)
  })
  test('each level has its approver; the office where there is none, and for whoever would grant it to himself', () => {
    const seats = { team: { id: 'team', works: true }, leader: { id: 'boss', works: true } }
    const none = { doneByTeam: false, doneByLeader: false }
    const of = (tier: 'DEPARTMENT' | 'TASKFORCE' | 'DISTRICT' | 'CITY', more = {}) =>
      approverOf({ tier, ...seats, ...none, ...more })
    expect(of('TASKFORCE')).toEqual({ kind: 'TEAM', id: 'team' })
    expect(of('DISTRICT')).toEqual({ kind: 'LEADER', id: 'boss' })
    expect([of('DEPARTMENT'), of('CITY')]).toEqual([null, null])
    expect(of('TASKFORCE', { team: { id: 'team', works: false } })).toBeNull()
    expect(of('TASKFORCE', { doneByTeam: true })).toBeNull()
    expect(of('DISTRICT', { doneByLeader: true })).toBeNull()
    expect(of('DISTRICT', { leader: null })).toBeNull()
    const parts = (who: ReturnType<typeof actor>, tier: 'TASKFORCE' | 'DISTRICT') =>
      partsIn(who, { ...people, approver: of(tier) })
    expect(parts(actor('TASKFORCE', 'team', 'me'), 'TASKFORCE')).toMatchObject({ approver: true, office: false })
    expect(parts(actor('TASKFORCE', 'other', 'me'), 'TASKFORCE').approver).toBe(false)
    // A steward who works in the unit of the task force is not its head.
    expect(parts(actor('STEWARD', 'team', 'me'), 'TASKFORCE').approver).toBe(false)
    expect(parts(actor('LEADER', 'top', 'boss'), 'DISTRICT').approver).toBe(true)
    expect(parts(actor('LEADER', 'top', 'other'), 'DISTRICT').approver).toBe(false)
    expect(parts(actor('LEADER', 'top', 'boss'), 'TASKFORCE').approver).toBe(false)
    const office = parts(actor('OFFICE', 'office', 'me'), 'DISTRICT')
    expect([office.approver, mayExtend(office), isPartOf('RETURN', office)]).toEqual([false, true, true])
    expect(isPartOf('RETURN', parts(actor('LEADER', 'top', 'boss'), 'DISTRICT'))).toBe(true)
    expect(isPartOf('CLOSE', parts(actor('LEADER', 'top', 'boss'), 'DISTRICT'))).toBe(false)
  })
})

describe('slips', () => {
  const slip = (kind: SlipKind, more: Partial<Parameters<typeof decideIssue>[0]> = {}) => ({
    kind,
    issued: false,
    refused: false,
    closed: false,
    ...more,
  })
  const number = { year: 2026, week: 48, nth: 3 }
  test('have the number of their task, and a word of their own', () =>
    expect(['ASSIGN', 'URGE', 'SUPERVISE'].map((kind) => slipNumber(kind as SlipKind, number))).toEqual([
      '双轮〔2026〕48-03',
      '双轮催〔2026〕48-03',
      '双轮督〔2026〕48-03',
    ]))
  test('follow each other: one that waits holds up the next', () => {
    const issue = (...earlier: ReturnType<typeof slip>[]) => {
      const decided = decideIssue(slip('SUPERVISE'), earlier, true)
      return decided.ok ? 'ok' : decided.error.code
    }
    expect(issue(slip('URGE'))).toBe('SLIP_EARLIER_OPEN')
    expect(issue(slip('URGE', { refused: true }), slip('ASSIGN', { issued: true }))).toBe('ok')
    expect(decideIssue(slip('URGE', { issued: true }), [], true)).toMatchObject({ error: { code: 'SLIP_NOT_DRAFT' } })
    expect(decideIssue(slip('URGE'), [], false)).toMatchObject({ error: { code: 'TASK_NOT_OPEN' } })
  })
  test('a task days late gets both that are missing, and none twice', () => {
    expect(missingSlips('SUPERVISE', ['ASSIGN'])).toEqual(['URGE', 'SUPERVISE'])
    expect(missingSlips('SUPERVISE', ['ASSIGN', 'URGE'])).toEqual(['SUPERVISE'])
    expect(missingSlips('URGE', ['ASSIGN', 'URGE'])).toEqual([])
    expect(missingSlips(null, ['ASSIGN'])).toEqual([])
  })
})
