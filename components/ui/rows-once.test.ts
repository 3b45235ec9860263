import { expect, test } from 'vitest'
import { forgetRows, leaveRows, takeRows } from './rows-once'

test('rows are found by whoever renders the page they were left for, as often as he looks, until it has been sent', () => {
  const [one, other] = [leaveRows('<p>1</p>'), leaveRows('<p>2</p>')]
  expect([takeRows(one), takeRows(one), takeRows(other)]).toEqual(['<p>1</p>', '<p>1</p>', '<p>2</p>'])
  forgetRows(one)
  expect(takeRows(one)).toBe('')
  expect(takeRows(other)).toBe('<p>2</p>')
  forgetRows(other)
})
