import { expect, test } from 'vitest'
import { APPROVAL_STATES, type ApprovalCase, decideApproval, isOutdated, withdrawApproval } from './approval'

const asked: ApprovalCase = {
  kind: 'PLAN',
  state: 'PENDING',
  was: { planSubmitOn: null, planFinishOn: '2026-12-01' },
  now: { planSubmitOn: null, planFinishOn: '2026-12-01' },
  rowVersion: 4,
}
const yes = { approve: true, text: '', seen: 4 }

test('what was asked is approved while the row says what it said and has been seen', () => {
  expect(decideApproval(asked, yes)).toEqual({ ok: true, value: 'APPROVED' })
  expect(decideApproval(asked, { ...yes, seen: 3 })).toMatchObject({ error: { code: 'APPROVAL_MOVED', version: 4 } })
  const other = { ...asked, now: { planSubmitOn: null, planFinishOn: '2026-12-08' } }
  expect(decideApproval(other, yes)).toMatchObject({ error: { code: 'APPROVAL_OUTDATED' } })
})

test('a refusal needs a reason, and nothing of the row', () => {
  const no = { approve: false, text: ' ', seen: 1 }
  expect(decideApproval(asked, no)).toMatchObject({ error: { code: 'APPROVAL_WHY_MISSING' } })
  expect(decideApproval(asked, { ...no, text: '先补材料' })).toEqual({ ok: true, value: 'REFUSED' })
})

test('what is decided or taken back is over', () => {
  for (const state of APPROVAL_STATES.filter((each) => each !== 'PENDING')) {
    expect(decideApproval({ ...asked, state }, yes)).toMatchObject({ error: { code: 'APPROVAL_DECIDED' } })
    expect(withdrawApproval({ state, asker: 'a', steward: null }, ['a'])).toMatchObject({
      error: { code: 'APPROVAL_DECIDED' },
    })
  }
})

test('only who asked, or stands in for him, or has his project by now, takes it back', () => {
  const own = { state: 'PENDING', asker: 'a', steward: null } as const
  expect(withdrawApproval(own, ['b', 'a'])).toEqual({ ok: true, value: null })
  expect(withdrawApproval(own, ['b'])).toMatchObject({ error: { code: 'APPROVAL_OF_OTHERS' } })
  expect(withdrawApproval({ ...own, steward: 'b' }, ['b'])).toEqual({ ok: true, value: null })
  expect(withdrawApproval({ ...own, steward: 'b' }, ['c'])).toMatchObject({ error: { code: 'APPROVAL_OF_OTHERS' } })
})

test('an extension hangs on what was extended before, not on where the procedure stands', () => {
  const extend = { kind: 'EXTEND', was: { state: 'ACCEPTED', extensionWd: 0 } } as const
  expect(isOutdated({ ...extend, now: { state: 'SUPPLEMENT', extensionWd: 0 } })).toBe(false)
  expect(isOutdated({ ...extend, now: { state: 'ACCEPTED', extensionWd: 5 } })).toBe(true)
})
