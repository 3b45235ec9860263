import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { readsBulletins } from '@/lib/domain/ranking/bulletin-sight'
import type { RankingContent } from '@/lib/domain/ranking/row'
import type { CityTrend } from '@/lib/schemas/ranking-bulletin'
import { db } from './db'
import { isCity } from './issue-raiser'

/** Months a trend looks back. */
const MONTHS = 12

type Row = Readonly<{ code: string; name: string; month: string; overall: RankingContent['overall'] }>

/**
 * The districts of the actor's city over the last twelve months that any of them has published 区县走势; of every month the
 * latest published version, and of it the sums only.
 *
 * @returns null for whoever has no districts below his own, or nothing to do with all tables
 */
export async function cityTrend(actor: Actor): Promise<CityTrend | null> {
  if (!readsBulletins(actor.role)) return null
  const rows = await db.$queryRaw<Row[]>`
    SELECT DISTINCT ON (d.code, r.month) d.code, d.name, r.month, v.content->'overall' AS overall
    FROM "District" d
      JOIN "Ranking" r ON r."districtId" = d.id
      JOIN "RankingVersion" v ON v."rankingId" = r.id AND v."signedAt" IS NOT NULL
    WHERE d."parentId" = ${actor.districtId}::uuid
    ORDER BY d.code, r.month, v.number DESC`
  if (rows.length === 0) return null
  const months = [...new Set(rows.map(({ month }) => month))].sort().slice(-MONTHS)
  const districts = new Map(rows.map(({ code, name }) => [code, name]))
  const of = new Map(rows.map((row) => [`${row.code} ${row.month}`, row.overall]))
  return {
    months,
    districts: [...districts].map(([code, name]) => ({
      code,
      name,
      overalls: months.map((month) => of.get(`${code} ${month}`) ?? null),
    })),
  }
}

/** Whether the actor's district is a city: it has districts below it, and he compares them. */
export const hasDistricts = async (actor: Actor): Promise<boolean> =>
  readsBulletins(actor.role) && (await isCity(db, actor.districtId))
