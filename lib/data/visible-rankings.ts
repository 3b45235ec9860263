import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import {
  ownSubjects,
  ownTable,
  RANKING_TABLES,
  rankingSight,
  SEES_ALL_RANKINGS,
  SEES_RANKINGS,
  seesDraftRanking,
} from '@/lib/domain/ranking/sight'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'

const NOTHING = { id: { in: [] as string[] } }

/** Versions an actor may know: what is signed; a draft, from its day on, who is ranked and who decides. */
export function visibleVersions(actor: Actor, today: PlainDate): Prisma.RankingVersionWhereInput {
  if (!SEES_RANKINGS.has(actor.role)) return NOTHING
  const inDistrict = { ranking: { districtId: actor.districtId } }
  if (!seesDraftRanking(actor.role)) return { ...inDistrict, signedAt: { not: null } }
  return { ...inDistrict, OR: [{ signedAt: { not: null } }, { ranking: { draftOn: { lte: toDb(today) } } }] }
}

/**
 * Rows of a version an actor may see, as one where-clause.
 *
 * @param version whether it is published, and whether stewards are named in it
 * @source meetings-and-ranking B2; roles.md §1, column 排名
 */
export function visibleLines(
  actor: Actor,
  version: Readonly<{ published: boolean; named: boolean }>,
): Prisma.RankingLineWhereInput {
  const own = ownSubjects(actor)
  const whole = RANKING_TABLES.filter((table) => {
    const sight = rankingSight(actor.role, table, version)
    return sight === 'ALL' || sight === 'ROWS'
  })
  const table = ownTable(actor.role)
  return {
    OR: [
      { table: { in: whole } },
      ...(table && rankingSight(actor.role, table, version) ? [{ table, subjectId: { in: [...own] } }] : []),
    ],
  }
}

/** Objections an actor may see: the office and leaders all, whoever is ranked his own. */
export function visibleObjections(actor: Actor): Prisma.RankingObjectionWhereInput {
  const inDistrict = { districtId: actor.districtId }
  if (SEES_ALL_RANKINGS.has(actor.role)) return inDistrict
  const table = ownTable(actor.role)
  return table ? { ...inDistrict, table, subjectId: { in: [...ownSubjects(actor)] } } : NOTHING
}
