import type { Role } from './access'
import { ADMINISTRATORS } from './administration'

/** Groups of roles a district can ask a second factor of 必须两步验证的人群. */
export const FACTOR_GROUPS = ['officials', 'banks', 'administrators', 'enterprises'] as const
export type FactorGroup = (typeof FACTOR_GROUPS)[number]

/**
 * Group a role belongs to.
 *
 * @source SECURITY.md 3.1 CES1-04 (officials, banks and admins; enterprises)
 */
export function factorGroupOf(role: Role): FactorGroup {
  if (role === 'BANK') return 'banks'
  if (role === 'CONTACT') return 'enterprises'
  return ADMINISTRATORS.some((one) => one === role) ? 'administrators' : 'officials'
}

/** How far a session has come: usable, waiting for its code, or waiting for an account to be given a second factor. */
export type FactorState = 'DONE' | 'CODE' | 'ENROL'

/**
 * Whether a session after its password may be used 两步验证.
 *
 * An account that has a second factor is asked for it whether or not its district demands one.
 *
 * @param demanded groups the district asks it of
 * @source SECURITY.md 3.1 CES1-04: with the password only no session is usable for anything but the code
 */
export function factorState(
  session: Readonly<{ role: Role; enrolled: boolean; passed: boolean; demanded: readonly string[] }>,
): FactorState {
  if (session.enrolled) return session.passed ? 'DONE' : 'CODE'
  return session.demanded.includes(factorGroupOf(session.role)) ? 'ENROL' : 'DONE'
}

/** How many recovery codes an account is given at a time. */
export const RECOVERY_CODES = 10
/** Signs of one: 60 bits, and short enough to be typed from paper. */
export const RECOVERY_SIGNS = 12
/** No letters or digits that look alike. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/**
 * A recovery code 恢复码 of random bytes, in groups of four.
 *
 * @param bytes as many as it has signs; 32 signs, so each byte gives five even bits
 * @source SECURITY.md 3.1 CES1-04
 */
export const recoveryCodeOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte, i) => `${i > 0 && i % 4 === 0 ? '-' : ''}${SIGNS[byte % SIGNS.length]}`).join('')

/**
 * What somebody typed for a code, without spaces and hyphens, in narrow digits and capitals.
 *
 * @source design UX.md 38 (paste allowed)
 * @example plainCode(' １２３ 456 ') // '123456'
 */
export const plainCode = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()

/** Minutes a secret that was shown waits for its first code. */
export const ENROL_MINUTES = 15
