import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { SEES_ALL_RANKINGS } from '@/lib/domain/ranking/sight'
import type { CityMonth, DistrictMonth } from '@/lib/schemas/ranking'
import { db } from './db'
import { contentOfVersion } from './ranking-version'

/** Roles of a city that compare its districts: its leaders and office, and who supervises. */
const COMPARES = new Set([...SEES_ALL_RANKINGS, 'DISCIPLINE', 'BIZENV'])

/**
 * The districts of the actor's city side by side 区县对比, published months only: what a district has not published its city
 * does not see. Names nobody: counts, means and medians.
 *
 * @param month the latest any of them has published otherwise
 * @returns null for who does not belong to a district that has others below it, and while nothing is published
 */
export async function cityMonth(actor: Actor, month?: string): Promise<CityMonth | null> {
  if (!COMPARES.has(actor.role)) return null
  const below = { district: { parentId: actor.districtId }, versions: { some: { signedAt: { not: null } } } } as const
  const [city, published] = await Promise.all([
    db.district.findUniqueOrThrow({ where: { id: actor.districtId }, select: { name: true } }),
    db.ranking.findMany({ where: below, distinct: ['month'], orderBy: { month: 'desc' }, select: { month: true } }),
  ])
  const months = published.map((row) => row.month)
  const shown = month && months.includes(month) ? month : months[0]
  if (!shown || (month && shown !== month)) return null
  const rows = await db.ranking.findMany({
    where: { ...below, month: shown },
    orderBy: { district: { code: 'asc' } },
    include: {
      district: { select: { id: true, code: true, name: true } },
      versions: { where: { signedAt: { not: null } }, orderBy: { number: 'desc' }, take: 1, omit: { bulletin: true } },
    },
  })
  const districts = rows.flatMap(({ district, versions: [latest] }): DistrictMonth[] => {
    if (!latest?.signedAt || !latest.checksum) return []
    const { overall, means, medians } = contentOfVersion(latest)
    return [
      {
        districtId: district.id,
        code: district.code,
        district: district.name,
        month: shown,
        number: latest.number,
        publishedAt: latest.signedAt.toISOString(),
        checksum: latest.checksum,
        overall,
        means,
        medians,
      },
    ]
  })
  return { city: city.name, month: shown, months, districts }
}
