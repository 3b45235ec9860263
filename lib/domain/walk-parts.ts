import type { Actor } from './access'
import type { FindingMoveKind } from './walk'

type Who = Pick<Actor, 'role' | 'orgId'>

/** Whether a walk is his to record: a head those of his own unit, the service bureau those of every unit. */
export const mayRecordWalk = ({ role, orgId }: Who, unitId: string): boolean =>
  role === 'BIZENV' || (role === 'AGENCY_HEAD' && orgId !== null && orgId === unitId)

/**
 * Whether a move of a finding is his: what is mended is said by whose it is, or by the office where nobody of that unit can
 * sign in; whether it is mended by the service bureau, and never by the unit that mended it.
 *
 * @param silent nobody of the unit that has it can sign in
 * @source other-mechanisms §6, roles
 */
export function mayMoveFinding({ role, orgId }: Who, kind: FindingMoveKind, ownerId: string, silent: boolean): boolean {
  if (kind === 'START' || kind === 'SUBMIT')
    return role === 'OFFICE' ? silent : (role === 'AGENCY' || role === 'AGENCY_HEAD') && orgId === ownerId
  return role === 'BIZENV' && orgId !== ownerId
}

/** Whether he may put photos beside a finding: whoever records its walk, and whoever mends it. */
export const mayPhotograph = (actor: Who, unitId: string, ownerId: string, silent: boolean): boolean =>
  mayRecordWalk(actor, unitId) || mayMoveFinding(actor, 'SUBMIT', ownerId, silent)
