import { describe, expect, test } from 'vitest'
import { ROLES } from './access'
import {
  BRINGS_PASSWORD,
  CHANGE_KINDS,
  fitUnit,
  isAdministrator,
  issuerOf,
  mayDecide,
  ORG_KINDS,
  refuseLeaving,
  staleFacts,
  UNIT_KINDS,
} from './administration'

const open = { state: 'PROPOSED', version: 1, proposedBy: 'sys', subjectId: 'somebody' } as const

describe('a decision', () => {
  test.each([
    ['by somebody else, on what he saw', open, 'sec', 1, undefined],
    ['by whoever proposed it, in whatever role he is now', open, 'sys', 1, 'SELF_APPROVAL'],
    ['about oneself', { ...open, subjectId: 'sec' }, 'sec', 1, 'OWN_ACCOUNT'],
    ['on what somebody has decided before', { ...open, state: 'APPROVED' as const }, 'sec', 1, 'CHANGE_DECIDED'],
    ['on what was withdrawn', { ...open, state: 'WITHDRAWN' as const }, 'sec', 1, 'CHANGE_DECIDED'],
    ['on an older version', { ...open, version: 2 }, 'sec', 1, 'CONFLICT'],
  ])('%s', (_, change, actor, version, code) => {
    const answer = mayDecide(change, actor, version)
    expect(answer.ok ? undefined : answer.error.code).toBe(code)
  })
})

describe('a unit', () => {
  test('suits the role its kind is for, while it exists', () => {
    expect(fitUnit('AGENCY', { kind: 'AGENCY', dissolved: false }, false)).toMatchObject({ ok: true })
    expect(fitUnit('AGENCY', { kind: 'AGENCY', dissolved: true }, false)).toMatchObject({
      error: { code: 'UNIT_DISSOLVED' },
    })
    expect(fitUnit('AGENCY', { kind: 'STREET', dissolved: false }, false)).toMatchObject({
      error: { code: 'UNIT_KIND_WRONG' },
    })
    expect(fitUnit('AGENCY', null, true)).toMatchObject({ error: { code: 'UNIT_MISSING' } })
  })
  test('is an enterprise for a contact, and nothing else', () => {
    expect(fitUnit('CONTACT', null, true)).toMatchObject({ ok: true })
    expect(fitUnit('CONTACT', { kind: 'AGENCY', dissolved: false }, false)).toMatchObject({ ok: false })
  })
  test('of administrators is nobody else’s', () => {
    for (const role of ROLES) if (!isAdministrator(role)) expect(UNIT_KINDS[role]).not.toContain('ADMIN')
    for (const kind of ORG_KINDS)
      expect(
        ROLES.some((role) => UNIT_KINDS[role].includes(kind)),
        kind,
      ).toBe(true)
  })
})

test('what changed since a proposal is found by name', () => {
  expect(staleFacts({ role: 'AGENCY', orgId: 'a' }, { role: 'AGENCY', orgId: 'b' })).toEqual(['orgId'])
  expect(staleFacts({ orgId: null }, { orgId: null, version: 'new' })).toEqual([])
})

describe('leaving a role', () => {
  test('the last of the three administrators stays', () => {
    expect(refuseLeaving('SECADMIN', { projects: [], othersOfRole: 0 })).toEqual({ code: 'LAST_ADMINISTRATOR' })
    expect(refuseLeaving('SECADMIN', { projects: [], othersOfRole: 1 })).toBeNull()
    expect(refuseLeaving('OFFICE', { projects: [], othersOfRole: 0 })).toBeNull()
  })
  test('a steward hands over first', () =>
    expect(refuseLeaving('STEWARD', { projects: ['热力管网'], othersOfRole: 9 })).toEqual({
      code: 'STEWARD_HAS_PROJECTS',
      count: 1,
      names: ['热力管网'],
    }))
})

test('whoever proposes never holds the password of whoever approves', () => {
  for (const role of ROLES) expect(issuerOf(role), role).toBe(role === 'SECADMIN' ? 'SECADMIN' : 'SYSADMIN')
  expect(CHANGE_KINDS.filter((kind) => BRINGS_PASSWORD.has(kind))).toHaveLength(3)
})
