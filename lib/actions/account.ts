'use server'

import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import { actorOf } from '@/lib/auth/actor'
import { authenticate, passwordOnceMore } from '@/lib/auth/authenticate'
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from '@/lib/auth/cookie'
import { readFormKey } from '@/lib/auth/form-key'
import { clientAddress, isSecureOrigin, originOfRequest } from '@/lib/auth/origin'
import { hashPassword } from '@/lib/auth/password'
import { isStrongPassword } from '@/lib/auth/password-policy'
import { prove } from '@/lib/auth/prove'
import { currentAccount } from '@/lib/auth/require-actor'
import { proofPath, safePath } from '@/lib/auth/safe-path'
import { businessDay } from '@/lib/clock'
import { changePhone, changePreference, changePassword as storePassword } from '@/lib/data/accounts'
import { setDeputy } from '@/lib/data/deputies'
import { endOtherSessions, endSession } from '@/lib/data/my-sessions'
import { revokeSession, startSession } from '@/lib/data/sessions'
import { lockedFor } from '@/lib/data/sign-in-throttle'
import { isLocale } from '@/lib/i18n/locale'
import { refusalText } from '@/lib/i18n/refusal-text'
import { rememberLocale, requestLocale } from '@/lib/i18n/request-locale'
import { log } from '@/lib/log'
import * as schemas from '@/lib/schemas/account'
import { deputy } from '@/lib/schemas/deputy'
import { complaints, defineAction, severalText } from './define-action'
import { type FormState, PROOF_FIELD } from './form-state'
import { DEPUTY } from './rehearsals'

const no = (
  state: FormState,
  message: string | null,
  fields: Record<string, string> = {},
  values: Record<string, string> = {},
): FormState => ({
  status: 'refused',
  message,
  fields,
  values,
  attempt: state.attempt + 1,
})

/** Signs in and goes where the visitor wanted to go; every refusal reads the same. */
export async function signIn(state: FormState, form: FormData): Promise<FormState> {
  const locale = await requestLocale()
  const username = String(form.get('username') ?? '')
  try {
    if ((await originOfRequest()) === 'foreign' || !readFormKey(form.get('formKey'), ''))
      return no(state, refusalText({ code: 'FORM_EXPIRED' }, locale), {}, { username })
    const parsed = schemas.signIn.safeParse({ username, password: form.get('password') })
    const [address, now] = [await clientAddress(), new Date()]
    const userId = parsed.success ? await authenticate(parsed.data.username, parsed.data.password, address, now) : null
    if (!userId) {
      const minutes = await lockedFor(username, address, now)
      const refusal = minutes === null ? { code: 'SIGN_IN_REFUSED' } : { code: 'SIGN_IN_LOCKED', minutes }
      return no(state, refusalText(refusal, locale), {}, { username })
    }
    await writeSessionCookie(await startSession(userId, address, (await headers()).get('user-agent'), now))
    redirect(safePath(form.get('next')))
  } catch (error) {
    unstable_rethrow(error)
    const reference = crypto.randomUUID().slice(0, 8)
    log.error({ err: error, reference }, 'sign-in failed')
    return no(state, refusalText({ code: 'UNEXPECTED', reference }, locale), {}, { username })
  }
}

/** Keeps the language chosen on the sign-in page, for it and for accounts that have chosen none, and shows the page in it. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const [locale, next] = [form.get('locale'), safePath(form.get('next'))]
  if ((await originOfRequest()) !== 'foreign' && isLocale(locale)) await rememberLocale(locale, isSecureOrigin())
  redirect(next === '/' ? '/login' : `/login?next=${encodeURIComponent(next)}`)
}

/** Ends the session on the server, then forgets the cookie. */
export async function signOut(): Promise<void> {
  if ((await originOfRequest()) === 'foreign') return
  const sessionId = await readSessionCookie()
  if (sessionId) await revokeSession(sessionId, new Date())
  await clearSessionCookie()
  redirect('/login?ended=1')
}

/** Somebody shows once more that it is him, before he takes something along; then it may be had. */
export async function proveMyself(state: FormState, form: FormData): Promise<FormState> {
  const account = (await originOfRequest()) === 'foreign' ? null : await currentAccount()
  if (!account) redirect('/login')
  const { locale } = account
  if (!readFormKey(form.get('formKey'), account.sessionId))
    return no(state, refusalText({ code: 'FORM_EXPIRED' }, locale))
  const proof = await prove(account, form.get(PROOF_FIELD), new Date())
  if (!proof.ok) return no(state, null, { [PROOF_FIELD]: refusalText(proof.error, locale) })
  redirect(proofPath(safePath(form.get('next'))))
}

/** Replaces the password; the only thing an account with a one-time password may do. */
export async function changePassword(state: FormState, form: FormData): Promise<FormState> {
  const account = (await originOfRequest()) === 'foreign' ? null : await currentAccount()
  if (!account) redirect('/login')
  const { locale } = account
  const fail = (fields: Record<string, string>) => ({
    ...no(state, null, fields),
    several: severalText(fields, locale),
  })
  if (!readFormKey(form.get('formKey'), account.id)) return no(state, refusalText({ code: 'FORM_EXPIRED' }, locale))
  const parsed = schemas.passwordChange.safeParse(Object.fromEntries(form))
  const actor = actorOf(account)
  const wrong = parsed.success ? {} : complaints(parsed.error, locale)
  const [oldPassword, newPassword] = [String(form.get('oldPassword') ?? ''), String(form.get('newPassword') ?? '')]
  if (!wrong.oldPassword) {
    const proof = await passwordOnceMore(account.username, oldPassword, new Date())
    if (!proof.ok) wrong.oldPassword = refusalText(proof.error, locale)
  }
  if (!wrong.newPassword && (oldPassword === newPassword || !isStrongPassword(newPassword, account.username)))
    wrong.newPassword = refusalText({ code: 'PASSWORD_WEAK' }, locale)
  if (Object.keys(wrong).length > 0) return fail(wrong)
  const stored = await storePassword(
    actor,
    { passwordHash: await hashPassword(newPassword), sessionId: account.sessionId },
    { today: businessDay() },
  )
  if (!stored.ok) return no(state, refusalText(stored.error, locale))
  redirect('/?password=changed')
}

/** Language, theme and text size. */
export const setPreference = defineAction(schemas.preference, changePreference)

/** As `setPreference`, from a form that stays and says that it has saved. */
export const setDisplay = defineAction(schemas.preference, changePreference, { say: 'saved' })

/** One's own telephone number. */
export const setPhone = defineAction(schemas.phoneChange, changePhone, { say: 'saved', proof: true })

/** Ends one session of one's own. */
export const endOneSession = defineAction(schemas.sessionEnd, endSession, { goTo: () => '/me?ended=1#sessions' })

/** Ends every other session of one's own. */
export const endTheOthers = defineAction(schemas.otherSessionsEnd, endOtherSessions, {
  goTo: ({ count }) => `/me?ended=${count}#sessions`,
})

/** Names a deputy for one's own absence. */
export const nameDeputy = defineAction(deputy, setDeputy, { say: 'saved', rehearsal: DEPUTY })
