import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { err, ok, type Result } from '@/lib/domain/result'
import { isUuid } from '@/lib/schemas/id'
import { db, type Tx } from './db'
import { findEnterpriseNamed } from './enterprise-people'
import { visibleEnterprises } from './visible-enterprises'

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

/** Names shown where what was typed could be several. */
const LIKE_SHOWN = 5

/**
 * The enterprise of a name somebody types, a part of it or its pinyin letters, among those in his sight.
 *
 * @returns err ISSUE_ENTERPRISE_SEVERAL with names it could be, ISSUE_ENTERPRISE_MISSING
 */
export async function enterpriseSaid(
  tx: Tx,
  actor: Actor,
  typed: string,
): Promise<Result<Readonly<{ id: string; name: string }>>> {
  const name = typed.trim()
  const field = 'enterprise'
  const found = await enterpriseTyped(tx, actor.districtId, name)
  const like = await tx.enterprise.findMany({
    where: {
      AND: [
        visibleEnterprises(actor),
        found
          ? { id: found.id }
          : { OR: [{ name: { contains: name } }, { searchText: { contains: name.toLowerCase() } }] },
      ],
    },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
    take: LIKE_SHOWN,
  })
  const [one, another] = like
  if (!one) return err({ code: 'ISSUE_ENTERPRISE_MISSING', field, name })
  return found || !another
    ? ok(one)
    : err({ code: 'ISSUE_ENTERPRISE_SEVERAL', field, names: like.map((row) => row.name) })
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
