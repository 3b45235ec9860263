import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { db } from './db'
import { CALLERS } from './project-team'

/**
 * Whom the actor's district calls when there is no help line: somebody of the leading-group office who has a phone.
 *
 * @returns null for roles that see no whole numbers, where the office has no account, or nobody of it left a number
 */
export async function officePhone(actor: Actor): Promise<Readonly<{ name: string; phone: string }> | null> {
  if (!CALLERS.has(actor.role)) return null
  const found = await db.user.findFirst({
    where: { districtId: actor.districtId, role: 'OFFICE', disabledAt: null, person: { phone: { not: null } } },
    orderBy: { createdAt: 'asc' },
    select: { person: { select: { phone: true } }, org: { select: { shortName: true } } },
  })
  const phone = found?.person.phone
  return phone ? { name: found.org?.shortName ?? '', phone } : null
}
