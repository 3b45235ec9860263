import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { isAnswered, issueToken, questionOf, readToken } from './form-token'

beforeAll(() => {
  process.env.NEXTAUTH_SECRET ??= 'a-secret-of-the-tests-that-is-long-enough'
})
const T = Date.parse('2026-11-23T02:00:00Z')

test('a token is good from its third second to its second hour, for its door and its plate alone', () => {
  const token = issueToken('complaint', 'k7', T)
  expect(readToken(token, 'complaint', 'k7', T + 1_000)?.age).toBe('YOUNG')
  expect(readToken(token, 'complaint', 'k7', T + 60_000)?.age).toBe('GOOD')
  expect(readToken(token, 'complaint', 'k7', T + 7_300_000)?.age).toBe('OLD')
  expect(readToken(token, 'report', 'k7', T + 60_000)).toBeNull()
  expect(readToken(token, 'complaint', 'k8', T + 60_000)).toBeNull()
  const [nonce, , mark] = token.split('.')
  expect(readToken(`${nonce}.${(T + 7_200_000).toString(36)}.${mark}`, 'complaint', 'k7', T + 60_000)).toBeNull()
})

test('no text somebody made up is a token', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readToken(text, 'complaint', 'k7', T) === null))
  expect(readToken(null, 'complaint', 'k7', T)).toBeNull()
  expect(readToken('x'.repeat(100_000), 'complaint', 'k7', T)).toBeNull()
})

test('the question takes its answer in digits of either width and in Chinese', () => {
  for (let i = 0; i < 200; i++) {
    const token = issueToken('complaint', 'k7', T + i)
    const [first, second] = questionOf(token)
    const sum = first + second
    const chinese =
      sum < 11
        ? ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'][sum]
        : `十${'一二三四五六七八'[sum - 11]}`
    for (const right of [
      `${sum}`,
      ` ${sum} `,
      `${sum}`.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d))),
      chinese,
    ])
      expect(isAnswered(token, right), `${first}+${second}: ${right}`).toBe(true)
    for (const wrong of ['', `${sum + 1}`, `${sum}x`, null, '十十十']) expect(isAnswered(token, wrong)).toBe(false)
  }
})
