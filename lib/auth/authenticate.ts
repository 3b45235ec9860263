import 'server-only'
import { findCredentials } from '@/lib/data/accounts'
import { giveBackAttempt, takeAttempt } from '@/lib/data/sign-in-throttle'
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
