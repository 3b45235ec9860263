import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Door } from '@/lib/domain/public-door'
import { ageOf } from '@/lib/domain/public-form'

const mac = (text: string): Buffer =>
  createHmac('sha256', process.env.NEXTAUTH_SECRET ?? '')
    .update(`public:${text}`)
    .digest()

const body = (nonce: string, issued: string, door: Door, code: string) => `${nonce}.${issued}.${door}.${code}`

/**
 * A token for one rendering of a form of the public page: of one door at one plate, signed, and good for one use. It knows
 * when it was made, and nothing of whom it was made for.
 *
 * @param nowMs milliseconds, of the machine's clock
 */
export function issueToken(door: Door, code: string, nowMs: number): string {
  const [nonce, issued] = [randomBytes(12).toString('base64url'), nowMs.toString(36)]
  return `${nonce}.${issued}.${mac(body(nonce, issued, door, code)).toString('base64url')}`
}

/** What a token that came back is worth; null for any text nobody issued for this door and plate. */
export function readToken(
  token: unknown,
  door: Door,
  code: string,
  nowMs: number,
): Readonly<{ age: 'GOOD' | 'YOUNG' | 'OLD'; nonce: string }> | null {
  if (typeof token !== 'string' || token.length > 200) return null
  const [nonce = '', issued = '', mark = ''] = token.split('.')
  const expected = mac(body(nonce, issued, door, code))
  const given = Buffer.from(mark, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return { age: ageOf(Number.parseInt(issued, 36), nowMs), nonce }
}

/**
 * The question a token carries while many come at once: two numbers to add. It is made of the token, so nothing has to be
 * kept of it, and it follows nobody.
 */
export function questionOf(token: string): readonly [number, number] {
  const [first = 0, second = 0] = mac(`question:${token}`)
  return [(first % 9) + 1, (second % 9) + 1]
}

const DIGITS = '零一二三四五六七八九十'
/** The number somebody wrote: in digits of either width or in Chinese; NaN for anything else. */
function numberIn(text: string): number {
  const plain = text.normalize('NFKC').trim()
  if (/^\d{1,2}$/.test(plain)) return Number(plain)
  const [, ten, unit = ''] = /^(十)?([一二三四五六七八九十])?$/.exec(plain) ?? []
  if (!ten && !unit) return Number.NaN
  return (ten ? 10 : 0) + (unit ? DIGITS.indexOf(unit) : 0)
}

/** Whether the question of a token was answered. */
export const isAnswered = (token: string, answer: unknown): boolean => {
  const [first, second] = questionOf(token)
  return typeof answer === 'string' && numberIn(answer) === first + second
}
