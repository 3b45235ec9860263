import 'server-only'
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

// OWASP's floor for scrypt; about 60 ms on one core.
const COST = { N: 32_768, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
const KEY_BYTES = 32

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key))),
  )

/** Hash of a password as the account row keeps it: `scrypt$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `scrypt$${salt.toString('base64')}$${(await derive(password, salt)).toString('base64')}`
}

// Compared with when no account has the name, so that both answers take the same time.
const nobody = hashPassword(randomBytes(18).toString('base64'))

/** Whether a password fits; `null` for an account that does not exist takes as long and never fits. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, salt = '', key = ''] = (stored ?? (await nobody)).split('$')
  const given = await derive(password, Buffer.from(salt, 'base64'))
  return timingSafeEqual(given, Buffer.from(key, 'base64')) && stored !== null
}

/** A one-time password that can be read out: no letters that look alike. */
export function oneTimePassword(): string {
  const letters = 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789'
  const bytes = randomBytes(16)
  const text = Array.from(bytes, (byte) => letters[byte % letters.length]).join('')
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8, 12)}-${text.slice(12)}`
}
