import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ROLES } from '../access'
import { dueTurns } from '../matter-turns'
import { addDays, on } from '../plain-date'
import { evaluateProjectProvisionally, NO_FACTS } from '../project-level'
import { PUBLISHED_YEARS } from '../published-years'
import { DEFAULT_PARAMETERS } from '../rule-parameters'
import { buildCalendar } from '../work-calendar'
import { ISSUE_STATES, type IssueCase, isOpenIssue, issueHolder, newIssue, OUTCOMES } from './issue'
import {
  asksLater,
  ISSUE_MOVES,
  type IssueMove,
  type IssueMoveContext,
  type IssuePart,
  issueMoves,
  moveIssue,
  PASSES_MAX,
} from './move'
import { issueDay, issueFacts, termFrom, termStart } from './term'
import { ISSUE_TIERS, RAISES_FROM, SETTLES_AT, tierAbove } from './tier'

const calendar = buildCalendar(PUBLISHED_YEARS)
const today = on('2026-11-23')
const as = (role: IssueMoveContext['role'], ...parts: IssuePart[]): IssueMoveContext => ({
  today: addDays(today, 60),
  calendar,
  role,
  parts: new Set(parts),
})
const office = as('OFFICE', 'SETTLER')
const lead = as('AGENCY', 'LEAD')
const firm = as('CONTACT', 'RAISER')
type Step = readonly [Omit<IssueMove, 'on'> & { on?: IssueMove['on'] }, IssueMoveContext]
const told = (issue: IssueCase, [move, context]: Step) =>
  moveIssue(issue, { on: today, text: '因为', ...move }, context)
/** The problem after a move that must be possible. */
const moved = (issue: IssueCase, step: Step): IssueCase => {
  const result = told(issue, step)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return { ...issue, ...result.value }
}
const after = (...steps: Step[]) => {
  let issue = newIssue('DEPARTMENT', today, calendar)
  for (const step of steps) issue = moved(issue, step)
  return issue
}
const refused = (issue: IssueCase, step: Step) => {
  const result = told(issue, step)
  return result.ok ? null : result.error.code
}
const assign: Step = [{ kind: 'ASSIGN', to: 'water' }, office]
const solved: Step = [{ kind: 'ANSWER', outcome: 'SOLVED' }, lead]
const yes: Step = [{ kind: 'CONFIRM', satisfied: true }, firm]

describe('a problem', () => {
  test('is given out, answered, confirmed once and struck off', () => {
    expect(after(assign)).toMatchObject({ state: 'IN_HAND', leadId: 'water', dueOn: '2026-11-26' })
    expect(after(assign, solved).state).toBe('TO_CONFIRM')
    const done = after(assign, solved, yes, [{ kind: 'CLOSE' }, office])
    expect(done).toMatchObject({ state: 'SOLVED', satisfied: true, closedOn: today, reopened: 0 })
    expect(refused(done, [{ kind: 'CLOSE' }, office])).toBe('ISSUE_CLOSED_BEFORE')
    expect(issueMoves(done, office)).toEqual(['REOPEN'])
  })
  test('a no opens it again, and the enterprise is not asked a second time', () => {
    const no: Step = [{ kind: 'CONFIRM', satisfied: false }, firm]
    const again = after(assign, solved, no)
    expect(again).toMatchObject({ state: 'IN_HAND', leadId: 'water', satisfied: false, reopened: 1, outcome: null })
    const answered = after(assign, solved, no, solved)
    expect(refused(answered, yes)).toBe('ISSUE_RATED_BEFORE')
    // Still not solved: it is opened again with a reason, by whoever raised it or gives it out.
    for (const who of [firm, office])
      expect(moved(answered, [{ kind: 'REOPEN' }, who])).toMatchObject({
        state: 'IN_HAND',
        leadId: 'water',
        satisfied: false,
        reopened: 2,
      })
    expect(issueMoves(after(assign, solved), firm)).toEqual(['CONFIRM', 'WITHDRAW'])
    // Explained then, it may still say that it understands: the loose rate counts that.
    const explained: Step = [{ kind: 'ANSWER', outcome: 'EXPLAINED' }, lead]
    expect(after(assign, solved, no, explained, [{ kind: 'CONFIRM', understood: true }, firm])).toMatchObject({
      state: 'EXPLAINED',
      satisfied: false,
      understood: true,
    })
    expect(after(assign, solved, no, solved, [{ kind: 'CONFIRM' }, office])).toMatchObject({
      state: 'SOLVED',
      satisfied: false,
    })
  })
  test('whoever gives problems out may confirm an answer nobody rates, but not rate it', () => {
    expect(after(assign, solved, [{ kind: 'CONFIRM' }, office])).toMatchObject({ state: 'SOLVED', satisfied: null })
    expect(refused(after(assign, solved), [{ kind: 'CONFIRM', satisfied: true }, office])).toBe('ISSUE_NOT_RAISER')
    expect(refused(after(assign, solved), [{ kind: 'CONFIRM' }, firm])).toBe('ISSUE_RATING_MISSING')
    expect(refused(after(assign, solved), [{ kind: 'CONFIRM', understood: true }, office])).toBe('ISSUE_NOT_RAISER')
  })
  test('a revisit that finds it unsolved opens it again, counted', () =>
    expect(after(assign, solved, yes, [{ kind: 'CLOSE' }, office], [{ kind: 'REOPEN' }, office])).toMatchObject({
      state: 'IN_HAND',
      leadId: 'water',
      reopened: 1,
      closedOn: null,
      satisfied: true,
    }))
  test('opened again it has the default term of its level from that day, or the longer one it had', () => {
    const reopen: Step = [{ kind: 'REOPEN', on: on('2027-01-18') }, office]
    const done = after(assign, solved, yes, [{ kind: 'CLOSE' }, office])
    const again = moved(done, reopen)
    expect(again).toMatchObject({ dueOn: '2027-01-21', reopenedOn: '2027-01-18' })
    const rests = termFrom({ ...again, raisedOn: today }, [], calendar)
    expect(rests).toEqual({ kind: 'REOPENED', tier: 'DEPARTMENT', on: '2027-01-18' })
    expect(moved({ ...done, dueOn: on('2027-06-30') }, reopen).dueOn).toBe('2027-06-30')
    expect(moved({ ...done, tier: 'CITY', dueOn: null }, reopen).dueOn).toBe('2027-02-08')
    const no: Step = [{ kind: 'CONFIRM', satisfied: false, on: on('2027-01-18') }, firm]
    expect(moved(after(assign, solved), no)).toMatchObject({ dueOn: '2027-01-21', reopenedOn: '2027-01-18' })
  })
  test('what goes on names its day, which then is the day it is measured by', () => {
    const goesOn = after(assign, [{ kind: 'ANSWER', outcome: 'IN_PROGRESS', plannedOn: on('2026-11-25') }, lead])
    expect([goesOn.state, issueDay(goesOn)]).toEqual(['IN_PROGRESS', '2026-11-25'])
    expect(refused(after(assign), [{ kind: 'ANSWER', outcome: 'IN_PROGRESS' }, lead])).toBe('ISSUE_PLAN_MISSING')
    expect(refused(after(assign), [{ kind: 'ANSWER', outcome: 'IN_PROGRESS', plannedOn: today }, lead])).toBe(
      'ISSUE_PLAN_BACK',
    )
  })
  test('a day after the term is asked for: the term measures it until somebody approves (K12)', () => {
    const later = { kind: 'ANSWER', outcome: 'IN_PROGRESS', plannedOn: on('2027-06-30') } as const
    const soon = { ...later, plannedOn: on('2026-11-25') }
    expect(asksLater(after(assign), later)).toBe(true)
    expect(issueDay(after(assign, [later, lead]))).toBe('2026-11-26')
    // What it promised within its term it does not move by itself either.
    const promised = after(assign, [soon, lead])
    expect(asksLater(after(assign), soon)).toBe(false)
    expect(asksLater(promised, { ...later, plannedOn: on('2026-11-26') })).toBe(true)
    expect(issueDay(moved(promised, [later, lead]))).toBe('2026-11-25')
  })
  test('a planned day belongs to what goes on, and to no other answer', () => {
    const planned = on('2026-12-20')
    for (const outcome of ['SOLVED', 'EXPLAINED', 'UNSOLVABLE'] as const)
      expect(refused(after(assign), [{ kind: 'ANSWER', outcome, plannedOn: planned }, lead])).toBe(
        'ISSUE_PLAN_UNWANTED',
      )
  })
  test('everything that must be said is said at once', () =>
    expect(moveIssue(after(assign), { kind: 'TRANSFER', on: addDays(today, -1), text: ' ' }, lead)).toMatchObject({
      error: {
        code: 'BEFORE_LAST_MOVE',
        also: [{ code: 'ISSUE_TEXT_MISSING' }, { code: 'ISSUE_UNIT_MISSING' }],
      },
    }))
  test('the third time it is passed on it goes a tier up, a return counting as well', () => {
    const to = (unit: string): Step => [{ kind: 'TRANSFER', to: unit }, lead]
    const twice = after(assign, to('power'), [{ kind: 'RETURN' }, lead], [{ kind: 'ASSIGN', to: 'roads' }, office])
    expect(twice).toMatchObject({ tier: 'DEPARTMENT', leadId: 'roads', passed: 2 })
    // It goes to no unit now, so none is asked for.
    const up = moved(twice, [{ kind: 'TRANSFER' }, lead])
    expect(moved(twice, to('water'))).toEqual(up)
    expect(up).toMatchObject({ tier: 'TASKFORCE', state: 'TO_ASSIGN', leadId: null, passed: 0, dueOn: '2026-11-26' })
    expect(issueHolder(up)).toEqual({ kind: 'TIER', tier: 'TASKFORCE' })
    expect(refused({ ...twice, tier: 'CITY' }, to('water'))).toBe('ISSUE_PASSED_TOO_OFTEN')
    expect(issueMoves(twice, lead)).toEqual(['TRANSFER', 'RETURN', 'RAISE', 'REPORT', 'ANSWER'])
    expect(issueMoves({ ...twice, tier: 'CITY' }, lead)).toEqual(['REPORT', 'ANSWER'])
  })
  test('who raises it, and to where', () => {
    const steward = as('STEWARD')
    expect(refused(after(assign), [{ kind: 'RAISE' }, firm])).toBe('ISSUE_MOVE_NOT_YOURS')
    const up = after(assign, [{ kind: 'RAISE' }, steward])
    expect([up.tier, up.state, up.dueOn]).toEqual(['TASKFORCE', 'TO_ASSIGN', '2026-11-26'])
    expect(refused(up, [{ kind: 'RAISE' }, steward])).toBe('ISSUE_MOVE_NOT_YOURS')
    expect(after(assign, [{ kind: 'RAISE' }, steward], [{ kind: 'RAISE' }, as('TASKFORCE')]).tier).toBe('DISTRICT')
    for (const tier of ISSUE_TIERS) {
      expect(RAISES_FROM[tier].length > 0).toBe(tierAbove(tier) !== null)
      expect(SETTLES_AT[tier]).toContain('OFFICE')
    }
  })
  test('at the city somebody names the day', () => {
    const city = newIssue('CITY', today, calendar)
    expect(refused(city, assign)).toBe('ISSUE_DUE_MISSING')
    expect(refused(city, [{ kind: 'ASSIGN', to: 'x', dueOn: addDays(today, -1) }, office])).toBe('ISSUE_DUE_BACK')
    expect(told(city, [{ kind: 'ASSIGN', to: 'x', dueOn: on('2026-12-31') }, office]).ok).toBe(true)
  })
  test('of a unit that is no more lies with whoever gives problems out', () => {
    const held = after(assign)
    expect(issueHolder(held)).toEqual({ kind: 'UNIT', id: 'water' })
    expect(issueHolder(held, (unit) => unit === 'water')).toEqual({ kind: 'TIER', tier: 'DEPARTMENT' })
  })
  test('withdrawn, or not the government’s, it is closed with a reason', () => {
    expect(after([{ kind: 'WITHDRAW' }, firm])).toMatchObject({ state: 'WITHDRAWN', closedOn: today })
    expect(after([{ kind: 'OUTSIDE' }, office])).toMatchObject({ state: 'OUTSIDE', closedOn: today })
    expect(refused(after(), [{ kind: 'OUTSIDE', text: '' }, office])).toBe('ISSUE_TEXT_MISSING')
  })
})

describe('the colour of a project by its problems (D5)', () => {
  const level = (issue: IssueCase, day: string, meetings = 0) =>
    evaluateProjectProvisionally(
      { ...NO_FACTS, issues: issueFacts([{ ...issue, id: 'i', meetings, owner: '区水务局' }]) },
      on(day),
      calendar,
      DEFAULT_PARAMETERS,
    ).level
  test.each([
    ['2026-11-23', 'GREEN'],
    ['2026-11-24', 'BLUE'],
    ['2026-11-27', 'YELLOW'],
    ['2026-12-03', 'RED'],
  ])('due on 2026-11-26, on %s it is %s, given out or not', (day, expected) => {
    expect(level(after(), day)).toBe(expected)
    expect(level(after(assign), day)).toBe(expected)
  })
  test('stands while the enterprise is asked, and ends with the answer', () => {
    expect(level(after(assign, solved), '2026-12-31')).toBe('GREY')
    expect(level(after(assign, solved, yes), '2026-12-31')).toBe('GREY')
  })
  test('two weekly meetings count for what is the district’s only', () => {
    expect(level(after(), '2026-11-23', 2)).toBe('GREEN')
    expect(level({ ...after(), tier: 'DISTRICT' }, '2026-11-23', 2)).toBe('RED')
  })
})

const anyMove = fc.record({
  kind: fc.constantFrom(...ISSUE_MOVES),
  days: fc.integer({ min: -1, max: 4 }),
  to: fc.constantFrom('water', 'power', 'roads', null),
  text: fc.constantFrom('因为', '因为', ''),
  outcome: fc.constantFrom(...OUTCOMES, null),
  plan: fc.integer({ min: -2, max: 20 }),
  satisfied: fc.constantFrom(true, false, null),
  understood: fc.boolean(),
  role: fc.constantFrom(...ROLES),
  parts: fc.subarray(['LEAD', 'SETTLER', 'RAISER'] as const),
})

describe('whatever is done with a problem', () => {
  test('one has it as long as it is open and nobody afterwards; it never sinks a tier; a rating stays', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 40 }), fc.constantFrom(...ISSUE_TIERS), (moves, tier) => {
        let issue = newIssue(tier, today, calendar)
        let [day, passes] = [today, 0]
        for (const { kind, days, plan, role, parts, ...rest } of moves) {
          const on = addDays(day, days)
          const context = { ...office, role, parts: new Set<IssuePart>(parts) }
          const plannedOn = rest.outcome === 'IN_PROGRESS' ? addDays(on, plan) : null
          const moved = moveIssue(issue, { ...rest, kind, on, plannedOn }, context)
          if (moved.ok) {
            expect(issueMoves(issue, context)).toContain(kind)
            const next: IssueCase = { ...issue, ...moved.value }
            const up = ISSUE_TIERS.indexOf(next.tier) - ISSUE_TIERS.indexOf(issue.tier)
            expect(up === 0 || up === 1).toBe(true)
            if (issue.satisfied !== null) expect(next.satisfied).toBe(issue.satisfied)
            const again = kind === 'REOPEN' || (kind === 'CONFIRM' && rest.satisfied === false)
            expect(next.reopened - issue.reopened).toBe(Number(again))
            if (again) expect(next.reopenedOn).toBe(on)
            const dueOn = issueDay(next)
            if (next.reopenedOn && dueOn) {
              // Nobody is told of a colour it had before it was opened again, and none is worse than blue on that day.
              const matter = { from: termStart({ ...next, raisedOn: today }), dueOn, blueWd: 2, redWd: 5 }
              const turns = dueTurns(matter, addDays(on, 60), calendar)
              expect(turns.every((turn) => turn.on >= (next.reopenedOn ?? on))).toBe(true)
              if (again) expect(turns.find((turn) => turn.to !== 'BLUE' && turn.on === on)).toBeUndefined()
            }
            if (kind === 'TRANSFER' || kind === 'RETURN') passes = up ? 0 : passes + 1
            else if (up) passes = 0
            expect(next.passed).toBe(passes)
            day = on
            issue = next
          }
          expect(issue.passed).toBeLessThanOrEqual(PASSES_MAX)
          expect(issueHolder(issue) !== null).toBe(isOpenIssue(issue))
          expect(issue.state === 'IN_HAND' || issue.state === 'IN_PROGRESS' ? issue.leadId !== null : true).toBe(true)
          if (isOpenIssue(issue)) expect(issue.closedOn).toBeNull()
          expect(ISSUE_STATES).toContain(issue.state)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
