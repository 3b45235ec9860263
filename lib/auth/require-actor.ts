import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { businessDay } from '@/lib/clock'
import { findSession, type SessionAccount } from '@/lib/data/sessions'
import type { Actor } from '@/lib/domain/access'
import type { Result } from '@/lib/domain/result'
import { isLocale, type Locale } from '@/lib/i18n/locale'
import { requestLocale } from '@/lib/i18n/request-locale'
import { actorOf } from './actor'
import { readSessionCookie } from './cookie'
import { proofPath } from './safe-path'

/** An account with the language its pages are in: its own, else the one the sign-in page was in. */
export type SignedIn = Omit<SessionAccount, 'locale'> & Readonly<{ locale: Locale; sessionId: string }>

/**
 * The account behind this request's cookie, asked once however many parts of a page need it, however far its sign-in has
 * come: for the pages of the second factor, and for language and looks. Whoever lets somebody do anything asks `currentAccount`.
 */
export const sessionAccount = cache(async (): Promise<SignedIn | null> => {
  const sessionId = await readSessionCookie()
  const account = sessionId && (await findSession(sessionId, businessDay(), new Date()))
  if (!sessionId || !account) return null
  const locale = isLocale(account.locale) ? account.locale : await requestLocale()
  return { ...account, locale, sessionId }
})

/**
 * The account whose sign-in is complete; while its second factor is missing nobody is signed in.
 *
 * @source SECURITY.md 3.1 CES1-04: with the password only no session is usable for anything but the code
 */
export async function currentAccount(): Promise<SignedIn | null> {
  const account = await sessionAccount()
  return account?.factor === 'DONE' ? account : null
}

/** Where a session that is not complete goes on, and then to where it wanted to. */
const pathOfFactor = (account: SignedIn, next: string | null): string => {
  const path = account.factor === 'CODE' ? '/mfa' : '/mfa/setup'
  return next && next !== '/' ? `${path}?next=${encodeURIComponent(next)}` : path
}

/**
 * The actor of this request; without one the page leads to sign-in, to the second factor, and with a one-time
 * password to its change.
 *
 * Every page calls this itself: the proxy is no boundary.
 */
export async function requireActor(): Promise<{
  actor: Actor
  account: SignedIn
  sessionId: string
  locale: Locale
}> {
  const [account, path] = [await sessionAccount(), (await headers()).get('x-path')]
  if (!account) {
    redirect(path && path !== '/' ? `/login?next=${encodeURIComponent(path)}` : '/login')
  }
  if (account.factor !== 'DONE') redirect(pathOfFactor(account, path))
  if (account.mustChangePassword) redirect('/password')
  return {
    actor: actorOf(account),
    account,
    sessionId: account.sessionId,
    locale: account.locale,
  }
}

/** A page that hands out a long list with people's names: who has not shown once more that it is him is led to that first. */
export async function takeAlong(recorded: Result<unknown>): Promise<void> {
  if (!recorded.ok && recorded.error.code === 'PROOF_DUE') redirect(proofPath((await headers()).get('x-path')))
}
