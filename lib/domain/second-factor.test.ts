import { expect, test } from 'vitest'
import { ROLES } from './access'
import { FACTOR_GROUPS, factorGroupOf, factorState, plainCode, RECOVERY_SIGNS, recoveryCodeOf } from './second-factor'

test('every role is of one group, and no group is empty', () =>
  expect(new Set(ROLES.map(factorGroupOf))).toEqual(new Set(FACTOR_GROUPS)))

test.each([
  ['has none and nobody asks', { enrolled: false, passed: false, demanded: [] }, 'DONE'],
  ['has none and it is asked of others', { enrolled: false, passed: false, demanded: ['banks'] }, 'DONE'],
  ['has none and it is asked of it', { enrolled: false, passed: false, demanded: ['officials'] }, 'ENROL'],
  ['has one, asked or not', { enrolled: true, passed: false, demanded: [] }, 'CODE'],
  ['has given its code', { enrolled: true, passed: true, demanded: ['officials'] }, 'DONE'],
  ['gave a code to what is there no more', { enrolled: false, passed: true, demanded: ['officials'] }, 'ENROL'],
] as const)('a steward who %s', (_, session, state) => expect(factorState({ role: 'STEWARD', ...session })).toBe(state))

test.each([
  ['123456', '123456'],
  [' 123 456\n', '123456'],
  ['１２３４５６', '123456'],
  ['１２３　４５６', '123456'],
  ['abcd-efgh-2345', 'ABCDEFGH2345'],
  ['ABCD–EFGH—2345', 'ABCDEFGH2345'],
])('%j is read as %s', (typed, read) => expect(plainCode(typed)).toBe(read))

test('a recovery code is three groups of four, of signs that do not look alike', () => {
  const code = recoveryCodeOf(Uint8Array.from({ length: RECOVERY_SIGNS }, (_, i) => i * 21))
  expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$/)
  expect(plainCode(code)).toHaveLength(RECOVERY_SIGNS)
})
