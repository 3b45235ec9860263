import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { isSecureOrigin } from './origin'

const MAX_AGE_S = 8 * 3600

/** The prefix makes the browser refuse the cookie from any other host or over plain HTTP. */
export const cookieName = () => (isSecureOrigin() ? '__Host-xmgj' : 'xmgj')

const secret = (): string => {
  const value = process.env.NEXTAUTH_SECRET
  if (!value || value.length < 32) throw new Error('NEXTAUTH_SECRET must be at least 32 characters')
  return value
}

/** Puts the id of a session into an encrypted cookie that no script can read. */
export async function writeSessionCookie(sessionId: string): Promise<void> {
  const value = await encode({ token: { sid: sessionId }, secret: secret(), maxAge: MAX_AGE_S })
  const jar = await cookies()
  jar.set(cookieName(), value, { httpOnly: true, sameSite: 'lax', secure: isSecureOrigin(), path: '/' })
}

/** Id of the session the request carries; null when there is none or it is not ours. */
export async function readSessionCookie(): Promise<string | null> {
  const value = (await cookies()).get(cookieName())?.value
  if (!value) return null
  try {
    const token = await decode({ token: value, secret: secret() })
    return typeof token?.sid === 'string' ? token.sid : null
  } catch {
    // Forged, truncated or sealed with an older secret: the same as none.
    return null
  }
}

/** Forgets the cookie. */
export async function clearSessionCookie(): Promise<void> {
  ;(await cookies()).delete({ name: cookieName(), path: '/', secure: isSecureOrigin() })
}
