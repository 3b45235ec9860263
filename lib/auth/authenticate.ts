import 'server-only'
import { findCredentials } from '@/lib/data/accounts'
import { giveBackAttempt, lockedFor, takeAttempt } from '@/lib/data/sign-in-throttle'
import { err, ok, type Result } from '@/lib/domain/result'
import { verifyPassword } from './password'

/**
 * Checks a name and password.
 *
 * A locked name, an unknown one, a disabled account, an expired one-time password and a wrong password all answer alike
 * and take as long.
 *
 * @returns the user id, or null
 */
export async function authenticate(
  username: string,
  password: string,
  address: string | null,
  now: Date,
): Promise<string | null> {
  const allowed = await takeAttempt(username, address, now)
  const account = await findCredentials(username)
  const fits = await verifyPassword(password, account?.passwordHash ?? null)
  const usable = account && !account.disabledAt && !(account.passwordExpiresAt && account.passwordExpiresAt <= now)
  if (!allowed || !fits || !usable) return null
  await giveBackAttempt(username, address)
  return account.id
}

/**
 * Checks the password of somebody who is signed in, once more. It counts as a sign-in does: whoever finds a session open has no
 * more guesses than at the door, and the lock is the same.
 *
 * @returns err SIGN_IN_LOCKED with the minutes left, PASSWORD_WRONG
 * @source SECURITY.md 3.1 CES1-02: five failures lock
 */
export async function passwordOnceMore(username: string, password: string, now: Date): Promise<Result<null>> {
  const allowed = await takeAttempt(username, null, now)
  const fits = await verifyPassword(password, (await findCredentials(username))?.passwordHash ?? null)
  if (allowed && fits) {
    await giveBackAttempt(username, null)
    return ok(null)
  }
  const minutes = await lockedFor(username, null, now)
  return err(minutes === null ? { code: 'PASSWORD_WRONG' } : { code: 'SIGN_IN_LOCKED', minutes })
}
