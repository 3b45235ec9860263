import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { businessDay } from '@/lib/clock'
import { findSession, type SessionAccount } from '@/lib/data/sessions'
import type { Actor } from '@/lib/domain/access'
import { isLocale, type Locale } from '@/lib/i18n/locale'
import { requestLocale } from '@/lib/i18n/request-locale'
import { actorOf } from './actor'
import { readSessionCookie } from './cookie'

/** An account with the language its pages are in: its own, else the one the sign-in page was in. */
export type SignedIn = Omit<SessionAccount, 'locale'> & Readonly<{ locale: Locale; sessionId: string }>

/** The account behind this request, asked once however many parts of a page need it. */
export const currentAccount = cache(async (): Promise<SignedIn | null> => {
  const sessionId = await readSessionCookie()
  const account = sessionId && (await findSession(sessionId, businessDay(), new Date()))
  if (!sessionId || !account) return null
  const locale = isLocale(account.locale) ? account.locale : await requestLocale()
  return { ...account, locale, sessionId }
})

/**
 * The actor of this request; without one the page leads to sign-in, and with a one-time password to its change.
 *
 * Every page calls this itself: the proxy is no boundary.
 */
export async function requireActor(): Promise<{
  actor: Actor
  account: SignedIn
  sessionId: string
  locale: Locale
}> {
  const account = await currentAccount()
  if (!account) {
    const path = (await headers()).get('x-path')
    redirect(path && path !== '/' ? `/login?next=${encodeURIComponent(path)}` : '/login')
  }
  if (account.mustChangePassword) redirect('/password')
  return {
    actor: actorOf(account),
    account,
    sessionId: account.sessionId,
    locale: account.locale,
  }
}
