import { expect, test } from 'vitest'
import { giveBackAttempt, lockedFor, takeAttempt } from './sign-in-throttle'

const start = new Date('2026-11-23T01:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
let names = 0
const fresh = () => `throttle-${process.pid}-${names++}`

const take = async (name: string, times: number, at: Date, address: string | null = null) => {
  const answers = []
  for (let i = 0; i < times; i++) answers.push(await takeAttempt(name, address, at))
  return answers
}

test('five attempts are looked at, the sixth is not, and fifteen minutes later it is again', async () => {
  const name = fresh()
  expect(await take(name, 6, start)).toEqual([true, true, true, true, true, false])
  expect(await takeAttempt(name, null, after(14))).toBe(false)
  expect(await takeAttempt(name, null, after(16))).toBe(true)
})

test('the lock ends fifteen minutes after the fifth failure, not after the first', async () => {
  const name = fresh()
  await take(name, 4, start)
  await take(name, 1, after(14))
  expect(await takeAttempt(name, null, after(20))).toBe(false)
  expect(await takeAttempt(name, null, after(30))).toBe(true)
})

test('a lock says how long it still holds, of a name nobody has as well', async () => {
  const name = fresh()
  await take(name, 4, start)
  expect(await lockedFor(name, null, start)).toBeNull()
  await take(name, 1, start)
  expect(await lockedFor(name, null, after(5))).toBe(10)
  expect(await lockedFor(name.toUpperCase(), null, after(15))).toBeNull()
})

test('guesses in parallel do not outrun the count', async () => {
  const name = fresh()
  const answers = await Promise.all(Array.from({ length: 18 }, () => takeAttempt(name, null, start)))
  expect(answers.filter(Boolean)).toHaveLength(5)
})

test('a right password forgets the name’s failures and gives the shared address its attempt back', async () => {
  const [name, address] = [fresh(), fresh()]
  for (let i = 0; i < 30; i++) {
    expect(await takeAttempt(name, address, start)).toBe(true)
    await giveBackAttempt(name, address)
  }
})

test('twenty names tried from one address lock the address', async () => {
  const address = fresh()
  for (let i = 0; i < 20; i++) expect(await takeAttempt(fresh(), address, start)).toBe(true)
  expect(await takeAttempt(fresh(), address, start)).toBe(false)
})
