import { expect, test } from 'vitest'
import { eachOf, gathered } from './result'

const [reason, approver] = [{ code: 'REASON_MISSING' }, { code: 'APPROVER_MISSING' }]

test('what is wrong in several places is refused at once', () => {
  expect(gathered()).toBeNull()
  expect(gathered(null, null)).toBeNull()
  expect(gathered(null, reason)).toEqual(reason)
  expect(gathered(reason, null, approver)).toEqual({ ...reason, also: [approver] })
})

test('a refusal that was gathered brings all of its own, and none is said twice', () => {
  const both = gathered(reason, approver)
  const late = [
    { code: 'FUTURE_DATE', field: 'on' },
    { code: 'FUTURE_DATE', field: 'actualOn' },
  ]
  const all = gathered(both, ...late, reason)
  expect(all && eachOf(all)).toEqual([reason, approver, ...late])
})
