import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSignOf, readCreditCode } from './credit-code'

const SIGNS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const body = fc.array(fc.constantFrom(...SIGNS), { minLength: 17, maxLength: 17 }).map((signs) => signs.join(''))
const codes = body.map((text) => `${text}${checkSignOf(text)}`)

describe('a credit code', () => {
  // The example of the standard itself, and codes that big companies print on their invoices.
  test.each(['91350100M000100Y43', '91110000802100433B', '9144030071526726XG', '91110108551385082Q'])('%s', (code) => {
    expect(readCreditCode(code)).toEqual({ ok: true, value: code })
  })

  test('is taken however it was typed', () => {
    expect(readCreditCode(' 91350100m000100y43 ')).toEqual({ ok: true, value: '91350100M000100Y43' })
    expect(readCreditCode('91350100 M000 100Y-43')).toEqual({ ok: true, value: '91350100M000100Y43' })
    expect(readCreditCode('91350100M000100Y43')).toEqual({ ok: true, value: '91350100M000100Y43' })
  })

  test('says what is wrong', () => {
    expect(readCreditCode('9135')).toEqual({
      ok: false,
      error: { code: 'CREDIT_CODE_LENGTH', n: 4, field: 'creditCode' },
    })
    expect(readCreditCode('91350100M00010OY43')).toEqual({
      ok: false,
      error: { code: 'CREDIT_CODE_SIGN', sign: 'O', at: 15, field: 'creditCode' },
    })
    expect(readCreditCode('91350100M000100Y44')).toEqual({
      ok: false,
      error: { code: 'CREDIT_CODE_CHECK', found: '4', field: 'creditCode' },
    })
  })

  test.each([...'IOSVZ'])('never has the letter %s', (letter) => {
    expect(readCreditCode(`9135010${letter}M000100Y43`)).toMatchObject({
      error: { code: 'CREDIT_CODE_SIGN', sign: letter },
    })
  })

  test('every code with its check sign is taken', () => {
    fc.assert(fc.property(codes, (code) => readCreditCode(code).ok && readCreditCode(code.toLowerCase()).ok))
  })

  test('one sign mistyped is always found', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), fc.constantFrom(...SIGNS), (code, at, sign) => {
        fc.pre(code[at] !== sign)
        expect(readCreditCode(code.slice(0, at) + sign + code.slice(at + 1))).toMatchObject({
          error: { code: 'CREDIT_CODE_CHECK' },
        })
      }),
    )
  })

  test('two neighbours exchanged are always found', () => {
    fc.assert(
      fc.property(codes, fc.nat(16), (code, at) => {
        fc.pre(code[at] !== code[at + 1])
        const swapped = `${code.slice(0, at)}${code[at + 1]}${code[at]}${code.slice(at + 2)}`
        expect(readCreditCode(swapped).ok).toBe(false)
      }),
    )
  })
})
