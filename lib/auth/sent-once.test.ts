import { expect, test } from 'vitest'
import { once } from './sent-once'

test('pressed twice, it is done once and answered alike; other words with the same token are not done', async () => {
  let times = 0
  const act = async () => {
    times += 1
    return `code ${times}`
  }
  const final = () => true
  const [first, second] = await Promise.all([once('a', 'same', 0, act, final), once('a', 'same', 5, act, final)])
  expect([first, second, times]).toEqual(['code 1', 'code 1', 1])
  expect(await once('a', 'other', 10, act, final)).toBeNull()
  expect(await once('b', 'same', 10, act, final)).toBe('code 2')
})

test('what was refused, or failed, may be sent again with the same token', async () => {
  expect(
    await once(
      'c',
      'x',
      0,
      async () => 'refused',
      () => false,
    ),
  ).toBe('refused')
  await expect(
    once(
      'c',
      'y',
      0,
      () => Promise.reject(new Error('down')),
      () => true,
    ),
  ).rejects.toThrow('down')
  expect(
    await once(
      'c',
      'y',
      0,
      async () => 'done',
      () => true,
    ),
  ).toBe('done')
})

test('an answer is forgotten after ten minutes', async () => {
  await once(
    'd',
    'x',
    0,
    async () => 1,
    () => true,
  )
  expect(
    await once(
      'e',
      'x',
      600_001,
      async () => 2,
      () => true,
    ),
  ).toBe(2)
  expect(
    await once(
      'd',
      'x',
      600_002,
      async () => 3,
      () => true,
    ),
  ).toBe(3)
})
