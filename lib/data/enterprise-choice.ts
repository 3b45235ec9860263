import 'server-only'
import { isUuid } from '@/lib/schemas/id'
import { db, type Tx } from './db'
import { findEnterpriseNamed } from './enterprise-people'

/** Names a form offers while somebody types; the rest is found by typing them. */
const OFFERED = 300

/** The enterprise of a name as people type it; null where there is none, or several it could be. */
export async function enterpriseTyped(tx: Tx, districtId: string, typed: string) {
  const name = typed.trim()
  const columns = { id: true, name: true } as const
  const exact = await findEnterpriseNamed(tx, districtId, name)
  if (exact || name.length < 2) return exact
  const [one, another] = await tx.enterprise.findMany({
    where: { districtId, name: { contains: name } },
    select: columns,
    take: 2,
  })
  return one && !another ? one : null
}

/** Names of enterprises a form proposes, those with projects first. */
export async function enterpriseOffers(districtId: string): Promise<string[]> {
  const rows = await db.enterprise.findMany({
    where: { districtId },
    select: { name: true },
    orderBy: [{ projects: { _count: 'desc' } }, { name: 'asc' }],
    take: OFFERED,
  })
  return rows.map(({ name }) => name)
}

/** The name of an enterprise an address speaks of; nothing where it is none of the district. */
export async function enterpriseNameOf(districtId: string, id: unknown): Promise<string | undefined> {
  if (!isUuid(id)) return undefined
  const found = await db.enterprise.findFirst({ where: { id, districtId }, select: { name: true } })
  return found?.name
}

/** Units a visit can be planned for by somebody who does not belong to them. */
export async function unitOffers(districtId: string) {
  const orgs = await db.org.findMany({
    where: {
      districtId,
      dissolvedOn: null,
      kind: { in: ['AGENCY', 'UTILITY', 'TASKFORCE', 'STREET', 'OFFICE', 'SERVICE_BUREAU', 'LEADERSHIP'] },
    },
    select: { id: true, shortName: true },
    orderBy: [{ kind: 'asc' }, { shortName: 'asc' }],
  })
  return orgs.map(({ id, shortName }) => ({ id, name: shortName }))
}
