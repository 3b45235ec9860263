import { expect, test } from 'vitest'
import { decideLoad, isFull, MOST_PROJECTS } from './steward-load'

test('up to eight projects nobody is asked', () => {
  expect(decideLoad(MOST_PROJECTS - 1, 1, undefined)).toEqual({ ok: true, value: null })
  expect(isFull(MOST_PROJECTS - 1)).toBe(false)
})
test('the ninth wants a reason, whether it comes alone or with others', () => {
  const refused = { ok: false, error: { code: 'STEWARD_FULL', has: 8, n: 9, most: 8 } }
  expect(decideLoad(8, 1, undefined)).toEqual(refused)
  expect(decideLoad(8, 1, '')).toEqual(refused)
  expect(decideLoad(5, 4, undefined)).toMatchObject({ ok: false, error: { n: 9 } })
  expect(decideLoad(8, 1, '同一园区，只有他熟悉')).toEqual({ ok: true, value: null })
  expect(isFull(8)).toBe(true)
})
