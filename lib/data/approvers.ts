import 'server-only'
import { type Actor, APPROVER_ROLES } from '@/lib/domain/access'
import { toldApart } from '@/lib/domain/namesake'
import type { PlanApproval } from '@/lib/domain/plan-change'
import { APPROVER_REQUIRED, type MoveKind } from '@/lib/domain/procedure-move'
import { err, ok, type Result } from '@/lib/domain/result'
import type { Prisma } from '@/prisma/generated/client'
import { db, type Tx } from './db'

/** What needs an approval: a move of a procedure, or another plan. */
export type Approved = MoveKind | PlanApproval
const isPlan = (kind: Approved): kind is PlanApproval => kind === 'REPLAN' || kind === 'REPLAN_AGAIN'
/** Whose own approval counts: the head of the procedure's agency, of the project's task force, and the project's leader. */
export type Units = Readonly<{ agencyId?: string | null; taskforceId?: string | null; leaderId?: string | null }>

/** Who may approve it, and whether the office only answers for having seen the approval of somebody without an account. */
type Entitled = Readonly<{ who: Prisma.UserWhereInput; onBehalf: boolean }>

/** How a change is approved: by nobody, by whoever makes it, or by somebody who has yet to be asked. */
export type Approval = Readonly<{ approverId: string | null; asks: boolean; onBehalf: boolean }>
export const UNASKED: Approval = { approverId: null, asks: false, onBehalf: false }

/**
 * Who may approve something: the office and the head of the group for the whole district, a unit's head only for his own
 * 本单位, 本专班, a leader for his projects. An extension is its agency's head's to approve, a plan's third move a leader's;
 * where nobody of them has an account, the office answers for having seen it 代录.
 *
 * @source roles §1; 行政许可法-42
 */
async function entitled(
  tx: Pick<Tx, 'user'>,
  districtId: string,
  kind: Approved,
  { agencyId, taskforceId, leaderId }: Units,
): Promise<Entitled> {
  const inDistrict = { districtId, disabledAt: null }
  const of = (roles: readonly string[]): Prisma.UserWhereInput => ({
    ...inDistrict,
    OR: roles.flatMap((role): Prisma.UserWhereInput[] => {
      if (role === 'AGENCY_HEAD') return agencyId ? [{ role, orgId: agencyId }] : []
      if (role === 'LEADER') return leaderId ? [{ role, personId: leaderId }] : []
      if (role === 'TASKFORCE') return taskforceId ? [{ role, orgId: taskforceId }] : []
      return [{ role: role as 'OFFICE' | 'HEAD' }]
    }),
  })
  const roles = APPROVER_ROLES[kind] ?? []
  if (kind !== 'EXTEND' && kind !== 'REPLAN_AGAIN') return { who: of(roles), onBehalf: false }
  const own = of(roles.filter((role) => role !== 'OFFICE'))
  return (await tx.user.count({ where: own })) > 0
    ? { who: own, onBehalf: false }
    : { who: of(['OFFICE']), onBehalf: true }
}

/** Whether the actor is one of them, and so approves his own: no other has to be named. */
const approvesOwn = async (tx: Pick<Tx, 'user'>, { userId }: Actor, who: Prisma.UserWhereInput): Promise<boolean> =>
  (await tx.user.count({ where: { AND: [{ id: userId }, who] } })) > 0

/**
 * Whose approval a change has, or has to be asked for; somebody who may approve it approves his own.
 *
 * @returns err APPROVER_MISSING, APPROVER_NOT_ENTITLED
 */
export async function findApprover(
  tx: Tx,
  actor: Actor,
  kind: Approved,
  approverId: string | undefined,
  units: Units,
): Promise<Result<Approval>> {
  if (!isPlan(kind) && !APPROVER_REQUIRED.has(kind)) return ok(UNASKED)
  const { who, onBehalf } = await entitled(tx, actor.districtId, kind, units)
  if (await approvesOwn(tx, actor, who)) return ok({ approverId: actor.personId, asks: false, onBehalf })
  if (!approverId) return err({ code: 'APPROVER_MISSING' })
  const approver = await tx.user.findFirst({
    where: { AND: [{ personId: approverId }, who] },
    select: { personId: true },
  })
  return approver ? ok({ approverId: approver.personId, asks: true, onBehalf }) : err({ code: 'APPROVER_NOT_ENTITLED' })
}

/**
 * Who of some persons may still approve something on the day it is decided: an account may have gone, a leader changed.
 *
 * @returns the first of them; err APPROVER_NOT_ENTITLED
 */
export async function stillEntitled(
  tx: Tx,
  districtId: string,
  kind: Approved,
  personIds: readonly string[],
  units: Units,
): Promise<Result<Approval>> {
  const { who, onBehalf } = await entitled(tx, districtId, kind, units)
  for (const personId of personIds)
    if ((await tx.user.count({ where: { AND: [{ personId }, who] } })) > 0)
      return ok({ approverId: personId, asks: false, onBehalf })
  return err({ code: 'APPROVER_NOT_ENTITLED' })
}

/** Who can approve it, a unit's own head first. Nobody where the actor may. */
export async function approversOf(actor: Actor, kind: Approved, units: Units) {
  if (!APPROVER_ROLES[kind]) return []
  const { who } = await entitled(db, actor.districtId, kind, units)
  if (await approvesOwn(db, actor, who)) return []
  const users = await db.user.findMany({
    where: who,
    select: {
      personId: true,
      role: true,
      person: { select: { name: true, phone: true } },
      org: { select: { shortName: true } },
    },
    orderBy: { role: 'desc' },
  })
  return toldApart(
    users.map((u) => ({ id: u.personId, ...u.person, unit: u.org?.shortName ?? null })),
    {
      unitShown: true,
    },
  )
}
