import 'server-only'
import { type Actor, APPROVER_ROLES } from '@/lib/domain/access'
import type { PlanApproval } from '@/lib/domain/plan-change'
import { APPROVER_REQUIRED, type MoveKind } from '@/lib/domain/procedure-move'
import { err, ok, type Result } from '@/lib/domain/result'
import type { Prisma } from '@/prisma/generated/client'
import { db, type Tx } from './db'

type Approved = MoveKind | PlanApproval
const isPlan = (kind: Approved): kind is PlanApproval => kind === 'REPLAN' || kind === 'REPLAN_AGAIN'
/** Whose own approval counts: the head of the procedure's agency, of the project's task force, and the project's leader. */
type Units = Readonly<{ agencyId?: string | null; taskforceId?: string | null; leaderId?: string | null }>

/**
 * Who may approve something: the office and the head of the group for the whole district, a unit's head only for his own
 * 本单位, 本专班, a leader for his projects. An extension is its
 * agency's head's to approve; the office answers for one who has no account.
 *
 * @source roles §1; 行政许可法-42
 */
async function entitled(
  tx: Pick<Tx, 'user'>,
  { districtId }: Actor,
  kind: Approved,
  { agencyId, taskforceId, leaderId }: Units,
): Promise<Prisma.UserWhereInput> {
  const inDistrict = { districtId, disabledAt: null }
  const roles = APPROVER_ROLES[kind] ?? []
  const headed = agencyId ? { role: 'AGENCY_HEAD' as const, orgId: agencyId } : null
  if (kind === 'EXTEND' && headed && (await tx.user.count({ where: { ...inDistrict, ...headed } })) > 0)
    return { ...inDistrict, ...headed }
  return {
    ...inDistrict,
    OR: roles.flatMap((role): Prisma.UserWhereInput[] => {
      if (role === 'AGENCY_HEAD') return headed ? [headed] : []
      if (role === 'LEADER') return leaderId ? [{ role, personId: leaderId }] : []
      if (role === 'TASKFORCE') return taskforceId ? [{ role, orgId: taskforceId }] : []
      return [{ role }]
    }),
  }
}

/** Whether the actor is one of them, and so approves his own: no other has to be named. */
const approvesOwn = async (tx: Pick<Tx, 'user'>, { userId }: Actor, who: Prisma.UserWhereInput): Promise<boolean> =>
  (await tx.user.count({ where: { AND: [{ id: userId }, who] } })) > 0

/**
 * The person who approved what needs it; somebody who may approve it approves his own.
 *
 * @returns err APPROVER_MISSING, APPROVER_NOT_ENTITLED
 */
export async function findApprover(
  tx: Tx,
  actor: Actor,
  kind: Approved,
  approverId: string | undefined,
  units: Units,
): Promise<Result<string | null>> {
  if (!isPlan(kind) && !APPROVER_REQUIRED.has(kind)) return ok(null)
  const who = await entitled(tx, actor, kind, units)
  if (await approvesOwn(tx, actor, who)) return ok(actor.personId)
  if (!approverId) return err({ code: 'APPROVER_MISSING' })
  const approver = await tx.user.findFirst({
    where: { AND: [{ personId: approverId }, who] },
    select: { personId: true },
  })
  return approver ? ok(approver.personId) : err({ code: 'APPROVER_NOT_ENTITLED' })
}

/** Who can approve it, a unit's own head first. Nobody where the actor may. */
export async function approversOf(actor: Actor, kind: Approved, units: Units) {
  if (!APPROVER_ROLES[kind]) return []
  const who = await entitled(db, actor, kind, units)
  if (await approvesOwn(db, actor, who)) return []
  const users = await db.user.findMany({
    where: who,
    select: { personId: true, role: true, person: { select: { name: true } }, org: { select: { shortName: true } } },
    orderBy: { role: 'desc' },
  })
  return users.map((u) => ({ id: u.personId, name: u.person.name, unit: u.org?.shortName ?? null }))
}
