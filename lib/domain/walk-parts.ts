import type { Actor } from './access'
import type { PlainDate } from './plain-date'
import { err, ok, type Result } from './result'
import type { FindingMoveKind, FindingState } from './walk'

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

/** A finding as far as taking it back depends on it. @property raisedBy account that wrote it down */
export type RaisedFinding = Readonly<{ state: FindingState; raisedBy: string | null; raisedOn: PlainDate }>

/**
 * Whether a finding that was a mistake may be taken back 撤回: by whoever wrote it down, on that day, while nobody has begun to
 * mend it. Nothing is erased by it; it counts no more.
 *
 * @returns err FORBIDDEN, FINDING_MOVE_ILLEGAL once it has moved on, FINDING_DAY_OVER
 * @source 客户口径 2026-11-27
 */
export function takesBackFinding(
  { state, raisedBy, raisedOn }: RaisedFinding,
  userId: string,
  today: PlainDate,
): Result<null> {
  if (raisedBy !== userId) return err({ code: 'FORBIDDEN', action: 'finding.takeBack' })
  if (state !== 'TO_MEND') return err({ code: 'FINDING_MOVE_ILLEGAL' })
  return raisedOn === today ? ok(null) : err({ code: 'FINDING_DAY_OVER' })
}
