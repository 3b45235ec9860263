import { describe, expect, test } from 'vitest'
import { type Actor, POLICY, type Role } from '../access'
import { on } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { buildCalendar } from '../work-calendar'
import { confirmWay, type IssuePeople, issueParts, sourcesOf, tierOf } from './parts'

const calendar = buildCalendar(PUBLISHED_YEARS, [])
const who = (role: Role, more: Partial<Pick<Actor, 'orgId' | 'enterpriseId' | 'standsInFor'>> = {}) => ({
  role,
  userId: `${role} account`,
  orgId: null,
  enterpriseId: null,
  standsInFor: [role],
  ...more,
})
const issue: IssuePeople = {
  state: 'TO_CONFIRM',
  tier: 'DEPARTMENT',
  leadId: 'housing',
  leadGone: false,
  raisedById: 'STEWARD',
  raiserGone: false,
  enterpriseId: 'firm',
  enterpriseAnswers: true,
  taskforceId: 'team',
  leaderId: 'LEADER',
  stewardId: 'STEWARD',
  satisfied: null,
  heldSince: on('2026-11-16'),
}
const office = who('OFFICE')
const steward = who('STEWARD')
const contact = who('CONTACT', { enterpriseId: 'firm' })
const head = who('AGENCY_HEAD', { orgId: 'housing' })
const handler = who('AGENCY', { orgId: 'housing' })
const team = who('TASKFORCE', { orgId: 'team' })
const leader = who('LEADER')

describe('what somebody is to a problem', () => {
  test.each([
    ['the unit that has it', handler, {}, ['LEAD']],
    ['its head gives out what is the department’s', head, {}, ['LEAD', 'SETTLER']],
    ['but nothing of a higher level', head, { tier: 'DISTRICT' }, ['LEAD']],
    ['the office', office, {}, ['SETTLER']],
    ['the office for a unit without an account', office, { leadGone: true }, ['LEAD', 'SETTLER']],
    ['the office for a raiser who left', office, { raiserGone: true }, ['SETTLER', 'RAISER']],
    ['the task force of the project', team, { tier: 'TASKFORCE' }, ['SETTLER']],
    ['another task force', who('TASKFORCE', { orgId: 'other' }), { tier: 'TASKFORCE' }, []],
    ['the leader of the project', leader, { tier: 'DISTRICT' }, ['SETTLER']],
    ['whoever raised it', steward, {}, ['RAISER']],
    ['the enterprise', contact, {}, ['RAISER']],
    ['another enterprise', who('CONTACT', { enterpriseId: 'other' }), {}, []],
  ] as const)('%s', (_, actor, more, parts) => {
    expect([...issueParts(actor, { ...issue, ...more })]).toEqual(parts)
  })
})

describe('who says whether it is solved', () => {
  const monday = on('2026-11-23')
  const late = on('2026-11-24')
  const silent = { enterpriseAnswers: false }
  test.each([
    ['the enterprise', contact, {}, monday, 'SELF'],
    ['not who raised it for it', steward, {}, monday, null],
    ['not the office while it can answer', office, {}, monday, null],
    ['the office by telephone after five working days', office, {}, late, 'PHONE'],
    ['the steward by telephone where it has no account', steward, silent, monday, 'PHONE'],
    ['not another steward', who('STEWARD', { standsInFor: ['other'] }), silent, monday, null],
    ['never the unit that answered', head, silent, late, null],
    ['whoever raised what is no enterprise’s', steward, { enterpriseId: null }, monday, 'SELF'],
    ['the office, once it was rated', office, { satisfied: false }, monday, 'SETTLE'],
    ['not the unit’s own head', head, { satisfied: false }, monday, null],
    [
      'the enterprise is not asked twice, but may say that it understands',
      contact,
      { satisfied: false },
      monday,
      'AGAIN',
    ],
    ['who raised it for an enterprise does not say so', steward, { satisfied: false }, monday, 'SETTLE'],
    ['whoever rated what is no enterprise’s', steward, { satisfied: false, enterpriseId: null }, monday, 'AGAIN'],
  ] as const)('%s', (_, actor, more, today, way) => {
    expect(confirmWay(actor, { ...issue, ...more }, null, today, calendar)).toBe(way)
  })

  test.each([
    ['who wrote the answer down', office, { unitId: 'housing', byUserId: office.userId }, null],
    ['another of the office', office, { unitId: 'housing', byUserId: 'another' }, 'PHONE'],
    ['the steward', steward, { unitId: 'housing', byUserId: office.userId }, 'PHONE'],
    ['one of the unit that answered', who('OFFICE', { orgId: 'housing' }), { unitId: 'housing', byUserId: 'x' }, null],
    ['one without a unit', office, { unitId: null, byUserId: null }, 'PHONE'],
  ] as const)('by telephone, after an answer: %s', (_, actor, answered, way) => {
    expect(confirmWay(actor, { ...issue, ...silent }, answered, monday, calendar)).toBe(way)
  })
})

test('everybody who may put a problem in has a source and a level to begin with', () => {
  for (const role of Object.keys(POLICY['issue.enter']) as Role[])
    expect([sourcesOf(role).length > 0, tierOf(role)]).not.toContain(false)
  expect([tierOf('TASKFORCE'), tierOf('LEADER'), tierOf('CONTACT')]).toEqual(['TASKFORCE', 'DISTRICT', 'DEPARTMENT'])
})
