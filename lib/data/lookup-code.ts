import 'server-only'
import { createHmac } from 'node:crypto'

/** Digits and letters nobody takes for another: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 10
const BITS = 5
/** 7K4M-92Q-X3D: what a person reads off a screenshot. */
const GROUPS = [4, 3, 3] as const
/** What hands write for what was meant. */
const MISTAKEN: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', U: 'V' }

/** Letters in the groups a code is read in. */
function inGroups(plain: string): string {
  let from = 0
  return GROUPS.map((length) => {
    const group = plain.slice(from, from + length)
    from += length
    return group
  }).join('-')
}

function keyed(purpose: string, text: string): Buffer {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set: no look-up code can be made')
  return createHmac('sha256', `look-up codes:${secret}`).update(`${purpose} ${text}`).digest()
}

/**
 * The code somebody looks his own case up by 查询码: fifty bits nobody can guess, the same for the same form, so that whoever taps
 * twice gets one case and one code. It is shown once and kept nowhere.
 *
 * @param nonce what the form he sent had for itself; random, and used once
 */
export function lookupCodeFor(nonce: string): string {
  const bytes = keyed('code', nonce)
  let value = 0n
  for (const byte of bytes.subarray(0, 8)) value = (value << 8n) | BigInt(byte)
  let code = ''
  for (let i = 0; i < CODE_LENGTH; i++) {
    code += ALPHABET[Number(value & 31n)]
    value >>= BigInt(BITS)
  }
  return inGroups(code)
}

/** A code however it was written: in small letters, with spaces or with O for 0 it is the same. */
const plainOf = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[ILOU]/g, (letter) => MISTAKEN[letter] ?? letter)

/** A code somebody typed, as it stood on the page he took a picture of. */
export const lookupCodeShown = (code: string): string => inGroups(plainOf(code))

/** What is kept of a code: nobody gets from it to the code. */
export const lookupHashOf = (code: string): string => keyed('hash', plainOf(code)).toString('base64url')
