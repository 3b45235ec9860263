import { err, type Failure, ok, type Result } from './result'

/** The 31 signs of the standard in the order of their values; I, O, S, V and Z look too much like others. */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LENGTH = 18

/**
 * The check sign of the first 17 signs of a code: 31 − (Σ value · 3^i mod 31), mod 31.
 *
 * @source other-mechanisms §5 (统一社会信用代码); the check digit as GB 32100-2015 annex A has it
 * @returns null when a sign is none of the 31
 * @example checkSignOf('91350100M000100Y4') // '3'
 */
export function checkSignOf(body: string): string | null {
  let [sum, weight] = [0, 1]
  for (const sign of body) {
    const value = SIGNS.indexOf(sign)
    if (value < 0) return null
    sum += value * weight
    weight = (weight * 3) % SIGNS.length
  }
  return SIGNS[(SIGNS.length - (sum % SIGNS.length)) % SIGNS.length] ?? null
}

/**
 * Reads a 统一社会信用代码 as people type or paste it: full-width or small letters and spaces are mended, anything else is
 * refused with what is wrong about it.
 *
 * @returns the 18 signs in capitals; err CREDIT_CODE_LENGTH, CREDIT_CODE_SIGN (which sign, and where), CREDIT_CODE_CHECK
 *          (which check sign there is, and which there would be)
 * @example readCreditCode('91350100m000100y43') // ok('91350100M000100Y43')
 */
export function readCreditCode(typed: string): Result<string, Failure> {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  const field = 'creditCode'
  const signs = [...code]
  const wrong = signs.findIndex((sign) => !SIGNS.includes(sign))
  if (wrong >= 0) return err({ code: 'CREDIT_CODE_SIGN', sign: signs[wrong] ?? '', at: wrong + 1, field })
  if (signs.length !== LENGTH) return err({ code: 'CREDIT_CODE_LENGTH', n: signs.length, field })
  const expected = checkSignOf(code.slice(0, -1))
  return code.at(-1) === expected ? ok(code) : err({ code: 'CREDIT_CODE_CHECK', found: code.at(-1) ?? '', field })
}
