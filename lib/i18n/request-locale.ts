import 'server-only'
import { cookies, headers } from 'next/headers'
import { isLocale, type Locale } from './locale'

/** Holds the language chosen on the sign-in page. */
const COOKIE = 'language'
const YEAR_S = 365 * 86_400

/** The language this browser was told to use, before anybody signed in; null when nobody chose one. */
async function chosenLocale(): Promise<Locale | null> {
  const chosen = (await cookies()).get(COOKIE)?.value
  return isLocale(chosen) ? chosen : null
}

/** Remembers the language chosen on this browser. */
export async function rememberLocale(locale: Locale, secure: boolean): Promise<void> {
  ;(await cookies()).set(COOKIE, locale, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: YEAR_S })
}

/** Language of whoever chose none for an account: the one chosen on this browser, else what it asks for, else Chinese. */
export async function requestLocale(): Promise<Locale> {
  const chosen = await chosenLocale()
  if (chosen) return chosen
  const wanted = (await headers()).get('accept-language') ?? ''
  return /^\s*en\b/i.test(wanted) ? 'en' : 'zh-CN'
}
