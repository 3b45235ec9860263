import 'server-only'
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** A key for one use; what was sealed for one cannot be opened for another. */
function keyFor(use: string): Buffer {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set: nothing secret can be kept')
  return createHash('sha256').update(`${use}:${secret}`).digest()
}

const CHANNELS = 'channel secrets'

/** A secret as it is kept: whoever has the database alone cannot read it. */
export function seal(text: string, use = CHANNELS): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, keyFor(use), iv, { authTagLength: TAG_BYTES })
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')
}

/** The secret again; null where it was sealed under another key, or somebody changed it. */
export function unseal(sealed: string, use = CHANNELS): string | null {
  const bytes = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv(ALGORITHM, keyFor(use), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** A hash of a secret that is only ever compared: without the server's own nobody can try what it is of. */
export const keyedHash = (text: string, use: string): string =>
  createHmac('sha256', keyFor(use)).update(text).digest('base64url')
