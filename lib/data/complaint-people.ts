import 'server-only'
import { type Actor, isAgency } from '@/lib/domain/access'
import type { ComplaintPart } from '@/lib/domain/complaint/move'
import { type NamedUnit, steeringRole, unitsNamed } from '@/lib/domain/complaint/routing'
import type { Tx } from './db'

/** Units of the service bureau: what is about one of them is not theirs to lead. */
export async function bureauUnits(tx: Tx, districtId: string): Promise<readonly string[]> {
  const users = await tx.user.findMany({
    where: { districtId, role: 'BIZENV', orgId: { not: null } },
    select: { orgId: true },
    distinct: ['orgId'],
  })
  return users.flatMap(({ orgId }) => orgId ?? [])
}

/** Kinds of unit a complaint can be passed to. */
const TAKERS = ['AGENCY', 'UTILITY', 'STREET', 'TASKFORCE', 'SERVICE_BUREAU'] as const

/** Units of a district a complaint can go to or be about. */
export const takersOfComplaints = (tx: Tx, districtId: string) =>
  tx.org.findMany({
    where: { districtId, kind: { in: [...TAKERS] }, dissolvedOn: null },
    select: { id: true, name: true, shortName: true, aliases: true },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
  })

/**
 * The unit what was said is about, as far as its words tell 被投诉单位: the bureau before any other, so that it does not judge its
 * own case; else the one unit that is named. Whoever accepts it says so after reading.
 */
export async function accusedIn(tx: Tx, districtId: string, text: string): Promise<string | null> {
  const units = await takersOfComplaints(tx, districtId)
  const named = unitsNamed(
    text,
    units.map(({ id, name, shortName, aliases }): NamedUnit => ({ id, names: [name, shortName, ...aliases] })),
  )
  const bureau = await bureauUnits(tx, districtId)
  return named.find((id) => bureau.includes(id)) ?? (named.length === 1 ? (named[0] ?? null) : null)
}

type Tied = Readonly<{ leadOrgId: string | null; againstOrgId: string | null; enterpriseId: string | null }>

/**
 * What somebody is to a complaint. Whoever leads it answers for a unit of which nobody can sign in.
 *
 * @param leadGone nobody of the unit that has it can sign in
 */
export function partsOf(
  actor: Actor,
  { leadOrgId, againstOrgId, enterpriseId }: Tied,
  bureau: readonly string[],
  leadGone: boolean,
): ReadonlySet<ComplaintPart> {
  const parts = new Set<ComplaintPart>()
  const { role, orgId } = actor
  // Nobody does anything about what is said of his own unit.
  if (orgId !== null && orgId === againstOrgId) return parts
  const leads = role === steeringRole(againstOrgId, bureau)
  if (leads) parts.add('STEER')
  const mayHandle = isAgency(role) || role === 'STREET' || role === 'TASKFORCE' || role === 'BIZENV'
  const own = mayHandle && orgId !== null && orgId === leadOrgId
  if (own || (leads && leadOrgId !== null && leadGone)) parts.add('HANDLE')
  if (role === 'DISCIPLINE') parts.add('SUPERVISE')
  if (role === 'CONTACT' && enterpriseId !== null && actor.enterpriseId === enterpriseId) parts.add('FILER')
  return parts
}

/** Whether nobody of a unit can sign in. */
export const isGone = async (tx: Tx, orgId: string | null): Promise<boolean> =>
  orgId !== null && (await tx.user.count({ where: { orgId, disabledAt: null } })) === 0
