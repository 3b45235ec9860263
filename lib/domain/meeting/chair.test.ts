import { expect, test } from 'vitest'
import { chairOf } from './chair'

const leader = (id: string, heads = false) => ({ id, heads })

test('the head chairs, else whoever has most of the topics, else it is asked', () => {
  expect(chairOf([leader('a'), leader('head', true)], ['a', 'a'])).toBe('head')
  expect(chairOf([leader('a'), leader('b')], ['a', 'b', 'b'])).toBe('b')
  expect(chairOf([leader('a'), leader('b')], ['b', 'a'])).toBe('a')
  expect(chairOf([leader('a')], ['gone'])).toBeNull()
  expect(chairOf([], [])).toBeNull()
})
