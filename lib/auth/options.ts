import 'server-only'
import { headers } from 'next/headers'
import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { revokeSession, startSession } from '@/lib/data/sessions'
import { log } from '@/lib/log'
import { signIn } from '@/lib/schemas/account'
import { authenticate } from './authenticate'
import { cookieName } from './cookie'
import { clientAddress, isSecureOrigin } from './origin'
import { safePath } from './safe-path'

const ABSOLUTE_S = 8 * 3600

/**
 * next-auth as the product's sign-in protocol: single sign-on providers of a government platform are added here.
 *
 * Its token only carries the id of a session row; what the row says is asked on every request.
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: ABSOLUTE_S },
  cookies: {
    sessionToken: {
      name: cookieName(),
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecureOrigin() },
    },
  },
  pages: { signIn: '/login', error: '/login' },
  providers: [
    Credentials({
      credentials: { username: {}, password: {} },
      async authorize(raw, request) {
        const parsed = signIn.safeParse(raw)
        if (!parsed.success) return null
        const address = (request.headers?.['x-client-address'] as string | undefined) ?? null
        try {
          const id = await authenticate(parsed.data.username, parsed.data.password, address, new Date())
          return id ? { id } : null
        } catch (error) {
          // Whatever went wrong inside must not reach the browser in ?error=.
          log.error({ err: error }, 'sign-in failed')
          return null
        }
      },
    }),
  ],
  callbacks: {
    redirect: ({ url, baseUrl }) => `${baseUrl}${safePath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url)}`,
    async jwt({ token, user }) {
      if (!user) return token
      const userAgent = (await headers()).get('user-agent')
      return { sid: await startSession(user.id, await clientAddress(), userAgent, new Date()) }
    },
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.sid === 'string') await revokeSession(token.sid, new Date())
    },
  },
}
