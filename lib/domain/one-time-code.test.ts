import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  base32,
  counterBytes,
  digitsOf,
  inFours,
  judgeCode,
  type OtpAlgorithm,
  otpAddress,
  stepAt,
} from './one-time-code'

const SEED = '12345678901234567890123456789012'
const hash = (algorithm: string, secret: string, step: number) =>
  createHmac(algorithm, secret).update(counterBytes(step)).digest()

describe('the vectors of RFC 6238, appendix B', () => {
  test.each([
    [59, 'sha1', '94287082'],
    [59, 'sha256', '46119246'],
    [1111111109, 'sha1', '07081804'],
    [1111111109, 'sha256', '68084774'],
    [1111111111, 'sha1', '14050471'],
    [1111111111, 'sha256', '67062674'],
    [1234567890, 'sha1', '89005924'],
    [1234567890, 'sha256', '91819424'],
    [2000000000, 'sha1', '69279037'],
    [2000000000, 'sha256', '90698825'],
    [20000000000, 'sha1', '65353130'],
    [20000000000, 'sha256', '77737706'],
  ])('at %i by %s', (seconds, algorithm, code) => {
    const secret = SEED.slice(0, algorithm === 'sha1' ? 20 : 32)
    expect(digitsOf(hash(algorithm, secret, stepAt(seconds)), 8)).toBe(code)
  })
})

test('the first ten codes of RFC 4226, appendix D', () => {
  const codes = Array.from({ length: 10 }, (_, step) => digitsOf(hash('sha1', SEED.slice(0, 20), step)))
  expect(codes).toEqual([
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
    '254676',
    '287922',
    '162583',
    '399871',
    '520489',
  ])
})

// The RFC has no vectors of it: the hash is held against GB/T 32905-2016, appendix A.1.
test('sm3 is the national hash, and gives six digits as the others do', () => {
  expect(createHash('sm3').update('abc').digest('hex')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  )
  const algorithm: OtpAlgorithm = 'sm3'
  const codes = Array.from({ length: 50 }, (_, step) => digitsOf(hash(algorithm, SEED, step)))
  for (const code of codes) expect(code).toMatch(/^\d{6}$/)
  expect(new Set(codes).size).toBeGreaterThan(45)
})

describe('a code that was typed', () => {
  const codeOf = (step: number) => digitsOf(hash('sha1', SEED, step))
  const now = 41_152_263
  test.each([
    ['of this step', 0, { step: now }],
    ['a step late', -1, { step: now - 1 }],
    ['a step early', 1, { step: now + 1 }],
    ['two steps late', -2, { step: null, used: false }],
    ['two steps early', 2, { step: null, used: false }],
  ])('%s', (_, off, verdict) => expect(judgeCode(codeOf(now + off), codeOf, now, null)).toEqual(verdict))

  test('is good once, and with it every earlier one', () => {
    expect(judgeCode(codeOf(now), codeOf, now, now - 1)).toEqual({ step: now })
    expect(judgeCode(codeOf(now), codeOf, now, now)).toEqual({ step: null, used: true })
    expect(judgeCode(codeOf(now - 1), codeOf, now, now)).toEqual({ step: null, used: true })
    expect(judgeCode(codeOf(now + 1), codeOf, now, now)).toEqual({ step: now + 1 })
  })

  test('never moves the last step back, whatever comes', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e8 }), fc.integer({ min: -3, max: 3 }), fc.boolean(), (at, off, used) => {
        const last = used ? at : null
        const verdict = judgeCode(codeOf(at + off), codeOf, at, last)
        return verdict.step === null || (Math.abs(verdict.step - at) <= 1 && (last === null || verdict.step > last))
      }),
    ))
})

test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('RFC 4648: base32 of %j', (text, written) => expect(base32(Buffer.from(text))).toBe(written))

test('a secret in fours, and the address of its QR code', () => {
  expect(inFours('MZXW6YTBOI')).toBe('MZXW 6YTB OI')
  expect(otpAddress('项目管家 二七区', 'steward', 'MZXW6YTB', 'sha1')).toBe(
    `otpauth://totp/${encodeURIComponent('项目管家 二七区')}:steward?secret=MZXW6YTB&issuer=${encodeURIComponent('项目管家 二七区')}&algorithm=SHA1&digits=6&period=30`,
  )
})
