import 'server-only'
import { type Actor, APPROVER_ROLES } from '@/lib/domain/access'
import { APPROVER_REQUIRED, type MoveKind } from '@/lib/domain/procedure-move'
import { err, ok, type Result } from '@/lib/domain/result'
import type { Prisma } from '@/prisma/generated/client'
import { db, type Tx } from './db'

type Approved = MoveKind | 'REPLAN'
/** Units whose own head approves: the agency of the procedure, the task force of the project. */
type Units = Readonly<{ agencyId?: string | null; taskforceId?: string | null }>

/**
 * Who may approve something: the office for the whole district, a head only for his own 本单位, 本专班.
 *
 * @source roles §1
 */
function entitled(actor: Actor, kind: Approved, { agencyId, taskforceId }: Units): Prisma.UserWhereInput {
  const own = (role: 'AGENCY_HEAD' | 'TASKFORCE', orgId: string | null | undefined) => (orgId ? [{ role, orgId }] : [])
  return {
    districtId: actor.districtId,
    disabledAt: null,
    OR: (APPROVER_ROLES[kind] ?? []).flatMap((role): Prisma.UserWhereInput[] => {
      if (role === 'AGENCY_HEAD') return own(role, agencyId)
      if (role === 'TASKFORCE') return own(role, taskforceId)
      return [{ role }]
    }),
  }
}

/** Whether the actor approves it himself: his policy has already bound him to his own projects. */
const approvesOwn = (actor: Actor, kind: Approved) => (APPROVER_ROLES[kind] ?? []).includes(actor.role)

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
  if (kind !== 'REPLAN' && !APPROVER_REQUIRED.has(kind)) return ok(null)
  if (approvesOwn(actor, kind)) return ok(actor.personId)
  if (!approverId) return err({ code: 'APPROVER_MISSING' })
  const approver = await tx.user.findFirst({
    where: { AND: [{ personId: approverId }, entitled(actor, kind, units)] },
    select: { personId: true },
  })
  return approver ? ok(approver.personId) : err({ code: 'APPROVER_NOT_ENTITLED' })
}

/** Who can approve it, a unit's own head first. Nobody where the actor may. */
export async function approversOf(actor: Actor, kind: Approved, units: Units) {
  if (!APPROVER_ROLES[kind] || approvesOwn(actor, kind)) return []
  const users = await db.user.findMany({
    where: entitled(actor, kind, units),
    select: { personId: true, role: true, person: { select: { name: true } }, org: { select: { shortName: true } } },
    orderBy: { role: 'desc' },
  })
  return users.map((u) => ({ id: u.personId, name: u.person.name, unit: u.org?.shortName ?? null }))
}
