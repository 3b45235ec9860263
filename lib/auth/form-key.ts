import 'server-only'
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'

const sign = (text: string): string =>
  createHmac('sha256', process.env.NEXTAUTH_SECRET ?? '')
    .update(`form:${text}`)
    .digest('base64url')

/**
 * A key for one rendering of a form: it makes a repeated submit harmless, and only our own page can have shown it to this
 * account.
 *
 * @param owner user id; '' for a form before sign-in
 */
export function issueFormKey(owner: string): string {
  const id = randomUUID()
  return `${id}.${sign(`${owner}:${id}`)}`
}

/** The id inside a key that was issued to this owner; null for any other text. */
export function readFormKey(key: unknown, owner: string): string | null {
  if (typeof key !== 'string') return null
  const [id = '', mark = ''] = key.split('.')
  const expected = Buffer.from(sign(`${owner}:${id}`))
  const given = Buffer.from(mark)
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
}
