import { expect, test } from 'vitest'
import { amountQuestion, holdingRefusal, invitingRefusal } from './finance-event'
import { on } from './plain-date'

const facts = { state: 'PREPARING' as const, heldOn: on('2026-11-30'), guests: 12, banks: 2 }

test.each([
  ['all is there', {}, '2026-11-23', null],
  ['on the very day', {}, '2026-11-30', null],
  ['no bank is asked', { banks: 0 }, '2026-11-23', 'EVENT_NO_BANKS'],
  ['no bank and no firm: banks first', { banks: 0, guests: 0 }, '2026-11-23', 'EVENT_NO_BANKS'],
  ['no firm is asked', { guests: 0 }, '2026-11-23', 'EVENT_NO_FIRMS'],
  ['its day is over', {}, '2026-12-01', 'EVENT_PAST'],
  ['they are out already', { state: 'INVITED' as const }, '2026-11-23', 'EVENT_STATE'],
])('invitations go out when %s', (_, rest, day, code) =>
  expect(invitingRefusal({ ...facts, ...rest }, on(day))?.code ?? null).toBe(code),
)

test.each([
  ['INVITED', '2026-11-29', 'EVENT_NOT_YET'],
  ['INVITED', '2026-11-30', null],
  ['PREPARING', '2026-11-30', 'EVENT_STATE'],
  ['HELD', '2026-12-01', 'EVENT_STATE'],
] as const)('who came is recorded of an event that is %s on %s: %s', (state, day, code) =>
  expect(holdingRefusal({ ...facts, state }, on(day))?.code ?? null).toBe(code),
)

test('more than a billion yuan is asked about once, and stands when it is confirmed', () => {
  expect(amountQuestion(100_000_000_000n, '100000', undefined)).toBe(null)
  const question = amountQuestion(500_000_000_000n, '500000', undefined)
  expect(question).toMatchObject({ code: 'EVENT_AMOUNT_LARGE', confirm: '500000' })
  expect(amountQuestion(500_000_000_000n, '500000', '500000')).toBe(null)
  expect(amountQuestion(600_000_000_000n, '600000', '500000')?.code).toBe('EVENT_AMOUNT_LARGE')
})
