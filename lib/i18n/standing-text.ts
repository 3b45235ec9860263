import type { ProcedureState } from '@/lib/domain/procedure'
import type { Owner, Reason } from '@/lib/domain/reason'
import { standingState } from '@/lib/domain/remaining'
import type { Locale } from './locale'
import { ownerText, reasonText } from './reason-text'
import { translator } from './translator'

/** A reason with who has to move, where it says of a clock only that it stands: `等项目单位补正，审批计时暂停（已用3）`. */
export function standingReason(reason: Reason, state: ProcedureState, locale: Locale): string {
  const text = reasonText(reason, locale)
  const standing = reason.code === 'CLOCK_PAUSED' ? standingState(state) : null
  return standing ? translator(locale)(`level.standing.${standing}`, { text }) : text
}

/**
 * Who has to move 责任, with whose clock stands where the colour is that of a standing clock: by the rules it is the agency's
 * (§11, 审批计时暂停), though the papers are with the project unit.
 *
 * @param agency whose clock it is, by name
 */
export function standingOwner(
  { reason, state, owner }: Readonly<{ reason: Reason | null; state: ProcedureState; owner: Owner | null }>,
  agency: string,
  locale: Locale,
): string | null {
  const standing = reason?.code === 'CLOCK_PAUSED' ? standingState(state) : null
  if (standing) return translator(locale)(`level.standingOwner.${standing}`, { agency })
  return owner?.kind === 'AGENCY' ? agency : ownerText(owner, locale)
}
