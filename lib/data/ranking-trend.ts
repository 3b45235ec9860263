import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { ownSubjects, ownTable, type RankingTable, rankingSight } from '@/lib/domain/ranking/sight'
import type { SubjectTrend } from '@/lib/schemas/ranking-own'
import { db } from './db'
import { SERIES_MONTHS } from './ranking-lines'
import { visibleProjects } from './visible'

type Point = Readonly<{
  month: string
  number: number
  rank: number | null
  score: number | null
  name: string
  median: string | null
  named: boolean
}>

/** Months the actor sees of a subject, of those there are. */
async function seenOf(
  actor: Actor,
  table: RankingTable,
  subjectId: string,
  points: readonly Point[],
): Promise<Point[]> {
  const own = ownTable(actor.role) === table && ownSubjects(actor).includes(subjectId)
  const open =
    table === 'PROJECT' &&
    (await db.project.findFirst({ where: { AND: [{ id: subjectId }, visibleProjects(actor)] }, select: { id: true } }))
  return points.filter(({ named }) => {
    const sight = rankingSight(actor.role, table, { published: true, named })
    return sight === 'OWN' ? own || Boolean(open) : sight !== null
  })
}

/**
 * Published months of one subject, at most the last twelve 走势: its places, its scores, and the middle of its table.
 *
 * Who sees what: `rankingSight`, month by month as the month was published; a project's months, who sees the project.
 *
 * @returns null for a subject nobody ranked, or that is not the actor's to see
 */
export async function rankingTrend(
  actor: Actor,
  { table, subjectId }: Readonly<{ table: RankingTable; subjectId: string }>,
): Promise<SubjectTrend | null> {
  const points = await db.$queryRaw<Point[]>`
    SELECT r.month, v.number, l.rank, l.score, l.body->>'name' AS name, v.content->'medians'->>${table} AS median,
      COALESCE((v.content->'parameters'->>'publishStewardNames')::boolean, false) AS named
    FROM "Ranking" r
    JOIN LATERAL (
      SELECT id, number, content FROM "RankingVersion" v WHERE v."rankingId" = r.id AND v."signedAt" IS NOT NULL
      ORDER BY v.number DESC LIMIT 1) v ON true
    JOIN "RankingLine" l ON l."versionId" = v.id AND l."table" = ${table}::"RankingTable"
      AND l."subjectId" = ${subjectId}::uuid
    WHERE r."districtId" = ${actor.districtId}::uuid
    ORDER BY r.month DESC LIMIT ${SERIES_MONTHS}`
  const seen = await seenOf(actor, table, subjectId, points)
  const [latest] = seen
  if (!latest) return null
  return {
    table,
    subjectId,
    name: latest.name,
    months: seen.reverse().map(({ month, number, rank, score, median }) => ({
      month,
      number,
      rank,
      score,
      median: median === null ? null : Math.round(Number(median) * 10),
    })),
  }
}
