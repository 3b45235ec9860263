import 'server-only'
import { refuseLeaving } from '@/lib/domain/administration'
import type { Failure } from '@/lib/domain/result'
import type { Tx } from './db'

/**
 * Why an account cannot leave its role or be disabled: it is the last of an administrator's role, or somebody's steward. The
 * refusal names the projects, so that successors can be asked for.
 *
 * @returns null when it can
 */
export async function leavingRefused(tx: Tx, userId: string): Promise<Failure | null> {
  const { role, districtId, personId } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { role: true, districtId: true, personId: true },
  })
  // Two administrators who leave at once must not both find the other.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`leaving:${districtId}:${role}`}))::text`
  const othersOfRole = await tx.user.count({ where: { districtId, role, disabledAt: null, id: { not: userId } } })
  const stewarded = await tx.stewardAssignment.findMany({
    where: { personId, toOn: null },
    select: { project: { select: { name: true } } },
    orderBy: { project: { number: 'asc' } },
  })
  return refuseLeaving(role, { projects: stewarded.map(({ project }) => project.name), othersOfRole })
}
