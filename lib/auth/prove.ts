import 'server-only'
import { businessDay } from '@/lib/clock'
import { type Proof, proveAgain } from '@/lib/data/second-factor'
import { codeLockedFor, forgetCodeFailures, takeCodeAttempt } from '@/lib/data/sign-in-throttle'
import { CODE_DIGITS } from '@/lib/domain/one-time-code'
import { err, type Result } from '@/lib/domain/result'
import { plainCode } from '@/lib/domain/second-factor'
import { actorOf } from './actor'
import { passwordOnceMore } from './authenticate'
import type { SignedIn } from './require-actor'

/** A code of the authenticator or one for one use, counted as at sign-in. */
async function byCode(account: SignedIn, typed: string, now: Date): Promise<Result<null>> {
  const locked = async () => ({ code: 'FACTOR_LOCKED', minutes: await codeLockedFor(account.username, now) })
  if (!(await takeCodeAttempt(account.username, now))) return err(await locked())
  const code = plainCode(typed)
  const proof: Proof = { kind: code.length === CODE_DIGITS ? 'CODE' : 'RECOVERY', code }
  const taken = await proveAgain(
    actorOf(account),
    { sessionId: account.sessionId, now, proof },
    { today: businessDay() },
  )
  if (taken.ok) await forgetCodeFailures(account.username)
  const lock = taken.ok ? null : await locked()
  return lock?.minutes ? err(lock) : taken
}

async function byPassword(account: SignedIn, typed: string, now: Date): Promise<Result<null>> {
  const fits = await passwordOnceMore(account.username, typed, now)
  if (!fits.ok) return fits
  return proveAgain(actorOf(account), { sessionId: account.sessionId, now, proof: null }, { today: businessDay() })
}

/**
 * Somebody who is signed in shows once more that it is him 再次确认本人: by a code where he has a second factor, else by his
 * password. Wrong ones count as at sign-in and lock as there.
 *
 * @param typed what he gave, if anything
 * @returns err PROOF_DUE, PASSWORD_WRONG, SIGN_IN_LOCKED, FACTOR_LOCKED and those of a code
 * @source SECURITY.md 3.3, 3.4 H-23
 */
export async function prove(account: SignedIn, typed: FormDataEntryValue | null, now: Date): Promise<Result<null>> {
  if (typeof typed !== 'string' || typed.trim() === '' || typed.length > 256) return err({ code: 'PROOF_DUE' })
  return account.enrolled ? byCode(account, typed, now) : byPassword(account, typed, now)
}
