import { describe, expect, test } from 'vitest'
import {
  type Action,
  type Actor,
  APPROVER_ROLES,
  allows,
  isAgencyDecision,
  isAgencySide,
  isMoveOf,
  POLICY,
  type Relation,
  ROLES,
  type Role,
  related,
  relationFor,
  type Scope,
  SIGHT,
} from './access'
import { APPROVER_REQUIRED, MOVES } from './procedure-move'
import { seesCardOnly } from './sight'

/** Somebody of a role who is tied to nothing yet. */
const actor = (role: Role, ties: Partial<Actor> = {}) =>
  ({
    userId: 'u',
    personId: 'me',
    name: '某',
    role,
    districtId: 'erqi',
    orgId: null,
    enterpriseId: null,
    standsInFor: ['me'],
    address: null,
    ...ties,
  }) as Actor
const scope: Scope = {
  districtId: 'erqi',
  stewardId: 's',
  leaderId: 'l',
  taskforceId: 't',
  streetId: 'j',
  enterpriseId: 'e',
  agencyIds: ['a', 'b'],
}
/** What ties an actor to the row by each relation. */
const TIES: Readonly<Record<Relation, Partial<Actor>>> = {
  district: {},
  stewarded: { standsInFor: ['me', 's'] },
  led: { standsInFor: ['me', 'l'] },
  taskforce: { orgId: 't' },
  street: { orgId: 'j' },
  agency: { orgId: 'b' },
  enterprise: { enterpriseId: 'e' },
}
const RELATIONS = Object.keys(TIES) as Relation[]
const EMPTY: Scope = {
  ...scope,
  stewardId: null,
  leaderId: null,
  taskforceId: null,
  streetId: null,
  enterpriseId: null,
  agencyIds: [],
}

describe('relations', () => {
  test.each(RELATIONS)('%s ties its own people and nobody else', (relation) => {
    expect(related(actor('STEWARD', TIES[relation]), relation, scope)).toBe(true)
    for (const other of RELATIONS)
      if (other !== relation && relation !== 'district')
        expect(related(actor('STEWARD', TIES[other]), relation, scope), other).toBe(false)
  })
  test.each(RELATIONS)('%s never reaches another district', (relation) =>
    expect(related(actor('OFFICE', { ...TIES[relation], districtId: 'zhongyuan' }), relation, scope)).toBe(false),
  )
  test.each(RELATIONS.filter((r) => r !== 'district'))(
    '%s of a row that has none ties nobody, tied to nothing as he is',
    (relation) => {
      expect(related(actor('STEWARD'), relation, EMPTY)).toBe(false)
      expect(related(actor('STEWARD', TIES[relation]), relation, EMPTY)).toBe(false)
    },
  )
})

describe('the policy table', () => {
  const actions = Object.keys(POLICY) as Action[]
  test.each(actions)('%s is for those it names, tied as it says, and for no other role', (action) => {
    for (const role of ROLES) {
      const relation = relationFor(role, action)
      const tied = relation ? TIES[relation] : {}
      expect(allows(actor(role, tied), action, scope), role).toBe(relation !== null)
      if (!relation)
        for (const other of RELATIONS) expect(allows(actor(role, TIES[other]), action, scope), role).toBe(false)
      else if (relation !== 'district') expect(allows(actor(role), action, scope), role).toBe(false)
    }
  })

  test('names every move somebody can record', () => {
    const recorded = MOVES.filter((kind) => kind !== 'OPEN' && kind !== 'BLOCK').map((kind) => `procedure.${kind}`)
    for (const action of recorded) expect(actions).toContain(action)
  })

  test('leaders, discipline and the three administrators change no project', () => {
    const silent: readonly Role[] = [
      'HEAD',
      'LEADER',
      'DISCIPLINE',
      'BANK',
      'BIZENV',
      'STREET',
      'SYSADMIN',
      'SECADMIN',
      'AUDITOR',
    ]
    // Taking a ledger along is written down, and changes nothing.
    for (const role of silent)
      for (const action of actions)
        if (/^(project|procedure|handover|ledger|calendar)\./.test(action) && action !== 'ledger.export')
          expect(relationFor(role, action), `${role} ${action}`).toBeNull()
  })

  test('whoever administers accounts sees no project', () => {
    for (const role of ['SYSADMIN', 'SECADMIN', 'AUDITOR', 'BANK'] as const) {
      expect(SIGHT.project[role]).toBeUndefined()
      expect(SIGHT.procedure[role]).toBeUndefined()
    }
  })

  test('nobody does what he cannot see', () => {
    for (const action of actions.filter((name) => name.startsWith('procedure.')))
      for (const role of ROLES)
        if (relationFor(role, action)) expect(SIGHT.procedure[role], `${role} ${action}`).toBeDefined()
  })

  test('every move that needs an approver has somebody who may approve it', () => {
    for (const kind of APPROVER_REQUIRED) expect(APPROVER_ROLES[kind]?.length, kind).toBeGreaterThan(0)
  })
})

describe('what only the agency decides', () => {
  test('is recorded by the agency, or by the office for it, and by no steward', () => {
    for (const kind of MOVES.filter((m) => isAgencyDecision(`procedure.${m}`))) {
      const may = ROLES.filter((role) => relationFor(role, `procedure.${kind}` as Action) !== null)
      expect(`${kind}: ${[...may].sort().join()}`).toBe(
        kind === 'EXTEND' ? 'EXTEND: AGENCY,AGENCY_HEAD,OFFICE' : `${kind}: AGENCY,OFFICE`,
      )
    }
    expect(MOVES.filter((m) => isAgencyDecision(`procedure.${m}`))).toEqual(['NOT_ACCEPT', 'EXTEND', 'REJECT'])
  })

  test('an agency’s head records nothing but the extension he approves', () =>
    expect(
      MOVES.filter(
        (kind) => `procedure.${kind}` in POLICY && relationFor('AGENCY_HEAD', `procedure.${kind}` as Action) !== null,
      ),
    ).toEqual(['EXTEND']))

  test('what the papers show a steward records for the agency, and his own filing is his own', () => {
    expect(MOVES.filter((kind) => isAgencySide(kind) && relationFor('STEWARD', `procedure.${kind}` as Action))).toEqual(
      ['RECEIVE', 'ACCEPT', 'NOTICE', 'SPECIAL', 'SPECIAL_DONE', 'FINISH', 'FINISH_TOL', 'TOL_CLEARED'],
    )
    expect(isAgencySide('FILE') || isAgencySide('SUPPLEMENTED') || isAgencySide('TAKE_BACK')).toBe(false)
  })
})

test('a move is the agency’s, the enterprise’s or the steward’s own; who watches has none', () => {
  const own = (role: Role) =>
    (['AGENCY', 'NAMED', 'ENTERPRISE', 'STEWARD'] as const).filter((kind) => isMoveOf(role, { kind }))
  expect(own('AGENCY')).toEqual(['AGENCY', 'NAMED'])
  expect(own('CONTACT')).toEqual(['ENTERPRISE'])
  expect(own('STEWARD')).toEqual(['STEWARD'])
  expect(own('LEADER')).toEqual([])
  expect([isMoveOf('STEWARD', null), isMoveOf('DISCIPLINE', null)]).toEqual([true, false])
})

test('only an agency’s handler is given the card of a project instead of the whole of it', () => {
  expect(ROLES.filter(seesCardOnly)).toEqual(['AGENCY'])
})
