import { createHmac } from 'node:crypto'
import { counterBytes, digitsOf, stepAt } from '../lib/domain/one-time-code'

/** Letters and digits of base32. */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * An authenticator that was given the secret a page shows. Each code is of a later step than the one before, so that several
 * can be used in half a minute: the server takes one a step early.
 */
export function authenticator(secret: string) {
  const bits = Array.from(secret.replace(/\s/g, ''), (sign) => SIGNS.indexOf(sign).toString(2).padStart(5, '0')).join(
    '',
  )
  const key = Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [])
  let last = 0
  const at = (step: number) => digitsOf(createHmac('sha1', key).update(counterBytes(step)).digest())
  return {
    next() {
      last = Math.max(stepAt(Date.now() / 1000) - 1, last + 1)
      return at(last)
    },
    used: () => at(last),
    /** Of a step no clock is at. */
    wrong: () => at(1),
  }
}
