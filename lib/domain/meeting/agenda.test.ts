import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, on } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { buildCalendar } from '../work-calendar'
import { AGENDA_RULES, type AgendaProject, proposeAgenda, proposeLoose } from './agenda'

const setting = {
  dataLineOn: on('2026-11-19'),
  lastLineOn: on('2026-11-12'),
  meetingOn: on('2026-11-23'),
  nextDataLineOn: on('2026-11-26'),
  calendar: buildCalendar(PUBLISHED_YEARS),
}
let made = 0
const project = (facts: Partial<AgendaProject>): AgendaProject => {
  made += 1
  return {
    id: `p${made}`,
    number: made,
    level: 'GREEN',
    lastLevel: 'GREEN',
    levelSince: null,
    turnedFrom: null,
    answeredOn: null,
    ownerOrgId: 'agency',
    stewardId: 'steward',
    streetId: 'street',
    taskforceId: 'team',
    tasks: [],
    issues: [],
    factorGaps: [],
    starts: [],
    expiries: [],
    moves: [],
    ...facts,
  }
}
const task = {
  id: 't',
  no: '双轮〔2026〕47-02',
  text: '出意见',
  dueOn: on('2026-11-20'),
  issuedOn: on('2026-11-16'),
  extensions: 1,
  signed: true,
  handedIn: false,
  raisedById: null,
  orgIds: ['x'],
}
const issue = { id: 'i', number: 7, raisedOn: on('2026-11-12'), text: '道路', orgId: 'traffic' }
const rules = (facts: Partial<AgendaProject>) =>
  proposeAgenda([project(facts)], setting).map(({ rule, also }) => [rule, ...also].join())

describe('each rule', () => {
  test.each<[string, Partial<AgendaProject>, string[]]>([
    ['a task past its day', { tasks: [task] }, ['UNFINISHED']],
    ['a task that still has time is no topic', { tasks: [{ ...task, dueOn: on('2026-11-24') }] }, []],
    ['red since last week', { level: 'RED', lastLevel: 'YELLOW' }, ['NEW_RED']],
    [
      'red, not kept last week, turned since',
      { level: 'RED', lastLevel: null, levelSince: on('2026-11-13') },
      ['NEW_RED'],
    ],
    [
      'red, not kept last week, turned long before',
      { level: 'RED', lastLevel: null, levelSince: on('2026-10-01') },
      [],
    ],
    ['red as last week', { level: 'RED', lastLevel: 'RED' }, []],
    ['four days yellow and nobody moved', { level: 'YELLOW', levelSince: on('2026-11-13') }, ['YELLOW_UNANSWERED']],
    ['three days are not more than three', { level: 'YELLOW', levelSince: on('2026-11-16') }, []],
    ['yellow and answered', { level: 'YELLOW', levelSince: on('2026-11-09'), answeredOn: on('2026-11-10') }, []],
    [
      'yellow, and a task about it that somebody accepted and that still has time',
      { level: 'YELLOW', levelSince: on('2026-11-09'), tasks: [{ ...task, dueOn: on('2026-11-24') }] },
      [],
    ],
    [
      'yellow, and a task about it that nobody has accepted',
      { level: 'YELLOW', levelSince: on('2026-11-09'), tasks: [{ ...task, dueOn: on('2026-11-24'), signed: false }] },
      ['YELLOW_UNANSWERED'],
    ],
    ['raised to the district', { issues: [issue] }, ['RAISED']],
    [
      'raised, decided about, and still in time',
      { issues: [issue], tasks: [{ ...task, dueOn: on('2026-11-24') }] },
      [],
    ],
    [
      'raised again after the decision',
      { issues: [{ ...issue, raisedOn: on('2026-11-18') }], tasks: [{ ...task, dueOn: on('2026-11-24') }] },
      ['RAISED'],
    ],
    ['a gap', { factorGaps: [{ id: 'f', neededOn: on('2026-12-01'), text: '能耗', orgId: null }] }, ['FACTOR_GAP']],
    ['starts within two weeks', { starts: [{ kind: 'START', on: on('2026-12-07') }] }, ['STARTS']],
    ['starts a day later', { starts: [{ kind: 'START', on: on('2026-12-08') }] }, []],
    [
      'expires within two weeks',
      { expiries: [{ id: 'e', code: 'GH01', on: on('2026-11-30'), orgId: 'x' }] },
      ['EXPIRES'],
    ],
    [
      'moved for the second time',
      { moves: [{ kind: 'START', nth: 2, from: null, to: on('2027-01-04') }] },
      ['MOVED_AGAIN'],
    ],
    ['moved once', { moves: [{ kind: 'START', nth: 1, from: null, to: null }] }, []],
    [
      'several rules, one topic',
      { tasks: [task], level: 'RED', lastLevel: 'BLUE', issues: [issue] },
      ['UNFINISHED,NEW_RED,RAISED'],
    ],
  ])('%s', (_, facts, expected) => expect(rules(facts)).toEqual(expected))
})

test('a topic says its history, what to decide by when, and whom it needs', () => {
  expect(proposeAgenda([project({ tasks: [task], streetId: null })], setting)[0]).toMatchObject({
    history: { code: 'TASK', ageWd: 5, lateWd: 1, extensions: 1 },
    proposal: { code: 'FINISH', dueOn: '2026-11-26', tier: 'DISTRICT' },
    orgIds: ['x', 'team'],
    personIds: ['steward'],
  })
})

test('what only waits to be confirmed is to be confirmed, by whoever raised it, and not done again', () => {
  const handedIn = { ...task, handedIn: true, raisedById: 'leader' }
  expect(proposeAgenda([project({ tasks: [handedIn] })], setting)[0]).toMatchObject({
    history: { code: 'TASK', ageWd: 5, extensions: 1, handedIn: true },
    proposal: { code: 'SIGN_OFF' },
    personIds: ['steward', 'leader'],
  })
  const open = { ...task, no: '双轮〔2026〕47-03', dueOn: on('2026-11-23') }
  expect(proposeAgenda([project({ tasks: [handedIn, open] })], setting)[0]).toMatchObject({
    history: { no: open.no, more: 1 },
    proposal: { code: 'FINISH' },
  })
})

test('a task without a project is a topic of its own, by the same rule', () => {
  const later = { ...task, dueOn: on('2026-11-24') }
  expect(proposeLoose([task, later], setting)).toMatchObject([
    { rule: 'UNFINISHED', projectId: null, title: '出意见', level: null, history: { no: task.no }, orgIds: ['x'] },
  ])
})

test('a red says the change itself, and what it was a week before where that was another colour', () => {
  const red = { level: 'RED', levelSince: on('2026-11-19'), turnedFrom: 'YELLOW' } as const
  const historyOf = (lastLevel: 'BLUE' | 'YELLOW') =>
    proposeAgenda([project({ ...red, lastLevel })], setting)[0]?.history
  expect(historyOf('BLUE')).toEqual({ code: 'TURNED_RED', from: 'YELLOW', on: '2026-11-19', lastWeek: 'BLUE' })
  expect(historyOf('YELLOW')).toEqual({ code: 'TURNED_RED', from: 'YELLOW', on: '2026-11-19' })
})

test('nothing to say: no topics', () => expect(proposeAgenda([project({})], setting)).toEqual([]))

const someProject = fc
  .record({
    level: fc.constantFrom('RED', 'YELLOW', 'GREEN'),
    lastLevel: fc.constantFrom('RED', 'YELLOW', 'GREEN', null),
    levelSince: fc.option(fc.nat(20).map((n) => addDays(on('2026-11-01'), n))),
    tasks: fc.constantFrom([], [task]),
    issues: fc.constantFrom([], [issue]),
  })
  .map((facts) => project(facts as Partial<AgendaProject>))

test('the same data give the same agenda in whatever order they are read; rules keep their order, projects come once', () => {
  fc.assert(
    fc.property(fc.array(someProject, { maxLength: 30 }), (projects) => {
      const agenda = proposeAgenda(projects, setting)
      expect(proposeAgenda(projects.toReversed(), setting)).toEqual(agenda)
      const order = agenda.map((topic) => AGENDA_RULES.indexOf(topic.rule))
      expect(order).toEqual(order.toSorted((a, b) => a - b))
      expect(new Set(agenda.map((topic) => topic.projectId)).size).toBe(agenda.length)
    }),
  )
})
