import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { addMonths, monthOf, on } from '@/lib/domain/plain-date'
import type { ProjectLine, RankingContent } from '@/lib/domain/ranking/row'
import { type RankingTable, rankingSight, type TableSight } from '@/lib/domain/ranking/sight'
import { SCORE_TABLES, type ScoreTable } from '@/lib/domain/score'
import type { ProjectRow, RankedRow, ScoredTable, Trend } from '@/lib/schemas/ranking'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { projectOfLine, rowOfLine } from './ranking-version'
import { visibleLines } from './visible-rankings'

/** Months of a series. */
export const SERIES_MONTHS = 12

/** The months of a series that ends with one, oldest first. */
export const seriesMonths = (month: string): string[] =>
  Array.from({ length: SERIES_MONTHS }, (_, i) => monthOf(addMonths(on(`${month}-01`), i + 1 - SERIES_MONTHS)))

type Point = Readonly<{ subjectId: string; month: string; rank: number | null; score: number | null }>

/**
 * Places and scores of the months before one, of the subjects of a table; the latest signed version of each month speaks.
 *
 * Bound to no actor: whoever sees a row sees how it came to be there.
 */
async function pointsBefore(
  districtId: string,
  table: RankingTable,
  subjectIds: readonly string[],
  month: string,
): Promise<Map<string, Map<string, Point>>> {
  const [from] = seriesMonths(month)
  const points = await db.$queryRaw<Point[]>`
    SELECT l."subjectId", r.month, l.rank, l.score
    FROM "Ranking" r
    JOIN LATERAL (
      SELECT id FROM "RankingVersion" v WHERE v."rankingId" = r.id AND v."signedAt" IS NOT NULL
      ORDER BY v.number DESC LIMIT 1) v ON true
    JOIN "RankingLine" l ON l."versionId" = v.id AND l."table" = ${table}::"RankingTable"
    WHERE r."districtId" = ${districtId}::uuid AND r.month >= ${from} AND r.month < ${month}
      AND l."subjectId" = ANY(${[...subjectIds]}::uuid[])`
  const bySubject = new Map<string, Map<string, Point>>()
  for (const point of points)
    bySubject.set(point.subjectId, (bySubject.get(point.subjectId) ?? new Map()).set(point.month, point))
  return bySubject
}

const trendOf = (points: ReadonlyMap<string, Point> | undefined, month: string, now: number | null): Trend => {
  const months = seriesMonths(month)
  const before = points?.get(months.at(-2) ?? '')
  return {
    before: before && before.score !== null ? { rank: before.rank, score: (before.score / 10).toFixed(1) } : null,
    series: months.map((m) => (m === month ? now : (points?.get(m)?.score ?? null))),
  }
}

/** A version as the reads below take it. */
export type ReadVersion = Readonly<{
  id: string
  districtId: string
  month: string
  published: boolean
  content: RankingContent
}>

const sightIn = (actor: Actor, table: RankingTable, { published, content }: ReadVersion): TableSight | null =>
  rankingSight(actor.role, table, { published, named: content.parameters.publishStewardNames })

/** Rows of a version the actor sees, in their order, with last month's place and twelve months of scores. */
export async function rankedRows(
  actor: Actor,
  version: ReadVersion,
  table: ScoreTable,
  where: Prisma.RankingLineWhereInput = {},
): Promise<RankedRow[]> {
  const { published, content } = version
  const seen = visibleLines(actor, { published, named: content.parameters.publishStewardNames })
  const lines = await db.rankingLine.findMany({
    where: { AND: [{ versionId: version.id, table }, seen, where] },
    orderBy: { position: 'asc' },
    select: { body: true, score: true, subjectId: true },
  })
  const ids = lines.map(({ subjectId }) => subjectId)
  const points = await pointsBefore(version.districtId, table, ids, version.month)
  return lines.map((line) => ({
    ...rowOfLine(line),
    ...trendOf(points.get(line.subjectId), version.month, line.score),
  }))
}

/**
 * The scored tables of a version that are for the actor; a steward's is his own row and the median.
 *
 * @param only the table whose rows are wanted; the others come without theirs
 */
export async function scoredTables(
  actor: Actor,
  version: ReadVersion,
  only: RankingTable | undefined,
): Promise<ScoredTable[]> {
  const counts = await db.rankingLine.groupBy({ by: ['table'], where: { versionId: version.id }, _count: true })
  const tables: ScoredTable[] = []
  for (const table of SCORE_TABLES) {
    const sight = sightIn(actor, table, version)
    if (!sight) continue
    tables.push({
      table,
      sight,
      rows: only === undefined || only === table ? await rankedRows(actor, version, table) : [],
      count: counts.find((c) => c.table === table)?._count ?? 0,
      means: version.content.means[table],
      median: version.content.medians[table],
    })
  }
  return tables
}

/** Whose projects an actor sees in the table of projects. */
function ownProjects(actor: Actor): (line: ProjectLine) => boolean {
  if (actor.role === 'TASKFORCE') return ({ taskforceId }) => taskforceId !== null && taskforceId === actor.orgId
  if (actor.role === 'STREET') return ({ areaId }) => areaId !== null && areaId === actor.orgId
  if (actor.role === 'STEWARD') return ({ stewardId }) => stewardId !== null && actor.standsInFor.includes(stewardId)
  return () => false
}

/** The table of projects of a version, as far as it is for the actor; null: not at all. `only` as in `scoredTables`. */
export async function projectRows(
  actor: Actor,
  version: ReadVersion,
  only: RankingTable | undefined,
): Promise<ProjectRow[] | null> {
  const sight = sightIn(actor, 'PROJECT', version)
  if (!sight) return null
  if (only !== undefined && only !== 'PROJECT') return []
  const lines = await db.rankingLine.findMany({
    where: { versionId: version.id, table: 'PROJECT' },
    orderBy: { position: 'asc' },
    select: { body: true, score: true },
  })
  const all = lines.map((line) => ({ project: projectOfLine(line), score: line.score }))
  const mine = ownProjects(actor)
  const seen = sight === 'ALL' ? all : all.filter(({ project }) => mine(project))
  const ids = seen.map(({ project }) => project.subjectId)
  const points = await pointsBefore(version.districtId, 'PROJECT', ids, version.month)
  return seen.map(({ project, score }) => {
    const own = points.get(project.subjectId)
    const { series } = trendOf(own, version.month, score)
    const before = own?.get(seriesMonths(version.month).at(-2) ?? '')
    return {
      ...project,
      // A project's figure is its deviation in hundredths of a percent.
      before: before ? { rank: before.rank, score: before.score === null ? '' : String(before.score) } : null,
      series,
    }
  })
}
