'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { actorOf } from '@/lib/auth/actor'
import { writeSessionCookie } from '@/lib/auth/cookie'
import { readFormKey } from '@/lib/auth/form-key'
import { originOfRequest } from '@/lib/auth/origin'
import { verifyPassword } from '@/lib/auth/password'
import { type SignedIn, sessionAccount } from '@/lib/auth/require-actor'
import { safePath } from '@/lib/auth/safe-path'
import { businessDay } from '@/lib/clock'
import { passwordHashOf } from '@/lib/data/accounts'
import {
  beginFactor,
  confirmFactor,
  ownFactor,
  type Proof,
  passFactor,
  removeFactor,
  renewRecoveryCodes,
} from '@/lib/data/second-factor'
import { codeLockedFor, forgetCodeFailures, takeCodeAttempt } from '@/lib/data/sign-in-throttle'
import { CODE_DIGITS } from '@/lib/domain/one-time-code'
import { err, type Failure, type Result } from '@/lib/domain/result'
import type { FactorState } from '@/lib/domain/second-factor'
import { refusalText } from '@/lib/i18n/refusal-text'
import { translator } from '@/lib/i18n/translator'
import * as schemas from '@/lib/schemas/account'
import { complaints, severalText } from './define-action'
import type { FormState } from './form-state'

/** Nothing that was typed comes back: a code is of no use a second time. */
const no = (state: FormState, message: string | null, fields: Record<string, string> = {}): FormState => ({
  status: 'refused',
  message,
  fields,
  values: {},
  attempt: state.attempt + 1,
})

/** Whoever sent a form of the second factor, in a session that has come just so far; the form was shown in this very session. */
async function senderOf(form: FormData, states: readonly FactorState[]) {
  const account = (await originOfRequest()) === 'foreign' ? null : await sessionAccount()
  if (!account) redirect('/login')
  if (!states.includes(account.factor)) redirect('/')
  return { account, genuine: readFormKey(form.get('formKey'), account.sessionId) !== null }
}

/** What was typed, once its shape is right and the attempt may be looked at at all; else what the form says. */
async function attempt<S extends z.ZodType, T>(
  form: FormData,
  state: FormState,
  states: readonly FactorState[],
  schema: S,
  run: (account: SignedIn, input: z.output<S>, now: Date) => Promise<Result<T>>,
): Promise<{ refused: FormState } | { value: T; account: SignedIn }> {
  const { account, genuine } = await senderOf(form, states)
  const { locale, username } = account
  const refuse = (failure: Failure) => ({ refused: no(state, refusalText(failure, locale)) })
  if (!genuine) return refuse({ code: 'FORM_EXPIRED' })
  const parsed = schema.safeParse(Object.fromEntries(form))
  if (!parsed.success) {
    const fields = complaints(parsed.error, locale)
    return { refused: { ...no(state, null, fields), several: severalText(fields, locale) } }
  }
  const now = new Date()
  const locked = async () => ({ code: 'FACTOR_LOCKED', minutes: await codeLockedFor(username, now) })
  if (!(await takeCodeAttempt(username, now))) return refuse(await locked())
  const result = await run(account, parsed.data, now)
  if (result.ok) {
    await forgetCodeFailures(username)
    return { value: result.value, account }
  }
  const lock = await locked()
  return refuse(lock.minutes === null ? result.error : lock)
}

const options = () => ({ today: businessDay() })

/** The second factor at sign-in: then the session may be used, and leads to where it wanted to. */
export async function passSecondFactor(state: FormState, form: FormData): Promise<FormState> {
  const recovery = form.has('recoveryCode')
  const schema = recovery
    ? schemas.factorRecovery.transform(({ recoveryCode }): Proof => ({ kind: 'RECOVERY', code: recoveryCode }))
    : schemas.factorCode.transform(({ oneTimeCode }): Proof => ({ kind: 'CODE', code: oneTimeCode }))
  const answer = await attempt(form, state, ['CODE'], schema, (account, proof, now) =>
    passFactor(actorOf(account), { sessionId: account.sessionId, now, proof }, options()),
  )
  if ('refused' in answer) return answer.refused
  await writeSessionCookie(answer.value.sessionId)
  redirect(safePath(form.get('next')))
}

const passwordFits = async (account: SignedIn, password: string) =>
  verifyPassword(password, await passwordHashOf(actorOf(account)))

/** Begins to set it up: after the password once more, a secret is made and shown. */
export async function beginSecondFactor(state: FormState, form: FormData): Promise<FormState> {
  const answer = await attempt(
    form,
    state,
    ['DONE', 'ENROL'],
    schemas.factorPassword,
    async (account, { password }, now) => {
      if (!(await passwordFits(account, password))) return err({ code: 'PASSWORD_WRONG' })
      return beginFactor(actorOf(account), { sessionId: account.sessionId, now }, options())
    },
  )
  if ('refused' in answer) return answer.refused
  const next = safePath(form.get('next'))
  redirect(next === '/' ? '/mfa/setup' : `/mfa/setup?next=${encodeURIComponent(next)}`)
}

/**
 * Recovery codes for a code of the authenticator: the first of a new one sets it to work, any later one makes new recovery
 * codes. They are in this answer and nowhere else.
 */
export async function makeRecoveryCodes(state: FormState, form: FormData): Promise<FormState> {
  const answer = await attempt(
    form,
    state,
    ['DONE', 'ENROL'],
    schemas.factorCode,
    async (account, { oneTimeCode: code }, now): Promise<Result<{ codes: string[]; sessionId?: string }>> => {
      const [actor, { sessionId }] = [actorOf(account), account]
      const { stage } = await ownFactor(actor, sessionId, now)
      return stage === 'ON'
        ? renewRecoveryCodes(actor, { now, code }, options())
        : confirmFactor(actor, { sessionId, now, code }, options())
    },
  )
  if ('refused' in answer) return answer.refused
  const { codes, sessionId } = answer.value
  if (sessionId) await writeSessionCookie(sessionId)
  const message = translator(answer.account.locale)(sessionId ? 'secondFactor.nowOn' : 'secondFactor.renewed')
  return { status: 'done', message, fields: {}, values: {}, codes, attempt: state.attempt + 1 }
}

/** Switches it off: the password, and a code or a recovery code. */
export async function removeSecondFactor(state: FormState, form: FormData): Promise<FormState> {
  const answer = await attempt(
    form,
    state,
    ['DONE'],
    schemas.factorRemoval,
    async (account, { password, oneTimeCode: code }, now) => {
      if (!(await passwordFits(account, password))) return err({ code: 'PASSWORD_WRONG' })
      const proof: Proof = { kind: code.length === CODE_DIGITS ? 'CODE' : 'RECOVERY', code }
      return removeFactor(actorOf(account), { sessionId: account.sessionId, now, proof }, options())
    },
  )
  if ('refused' in answer) return answer.refused
  redirect('/me?factor=off#security')
}
