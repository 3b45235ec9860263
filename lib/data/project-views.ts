import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { mondayOf, type PlainDate, yearOf } from '@/lib/domain/plain-date'
import { REPORTED_STAGES, SIGNED_STAGES } from '@/lib/domain/project'
import { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import type { ProjectView } from './project-where'
import { inLedgerSql, visibleSql } from './visible-sql'

/** `viewWhere`, of `"Project" p`. */
function viewSql(view: ProjectView, { standsInFor, orgId }: Actor, today: PlainDate): Prisma.Sql {
  const people = [...standsInFor]
  switch (view) {
    case 'all':
      return Prisma.sql`TRUE`
    case 'signed':
      return Prisma.sql`p."stage" = ANY(${[...SIGNED_STAGES]}::"ProjectStage"[])`
    case 'warned':
      return Prisma.sql`p."level" IN ('RED', 'YELLOW')`
    case 'dated': {
      const year = yearOf(today)
      return Prisma.sql`p."id" IN (SELECT m."projectId" FROM "Milestone" m WHERE m."kind" IN ('START', 'PRODUCTION')
        AND m."actualOn" IS NULL AND m."plannedOn" BETWEEN ${`${year}-01-01`}::date AND ${`${year}-12-31`}::date)`
    }
    case 'mine':
      return Prisma.sql`(p."leaderId" = ANY(${people}::uuid[])
        OR p."taskforceId" = ${orgId}::uuid OR p."streetId" = ${orgId}::uuid
        OR p."id" IN (SELECT s."projectId" FROM "StewardAssignment" s
          WHERE s."toOn" IS NULL AND s."personId" = ANY(${people}::uuid[])))`
    case 'unreported':
      return Prisma.sql`p."status" = 'ACTIVE' AND p."stage" = ANY(${[...REPORTED_STAGES]}::"ProjectStage"[])
        AND (p."lastVerifiedOn" IS NULL OR p."lastVerifiedOn" < ${mondayOf(today)}::date)`
  }
}

/**
 * How many projects each named view holds for this actor; the tabs of the ledger. One pass over the index `Project_counts`
 * counts them all.
 *
 * Who sees what: `visibleSql`.
 */
export async function countViews(actor: Actor, views: readonly ProjectView[], today: PlainDate) {
  const counts = views.map(
    (view) => Prisma.sql`(count(*) FILTER (WHERE ${viewSql(view, actor, today)}))::int AS ${Prisma.raw(`"${view}"`)}`,
  )
  const [row] = await db.$queryRaw<[Record<ProjectView, number>]>`
    SELECT ${Prisma.join(counts)} FROM "Project" p WHERE ${visibleSql(actor)} AND ${inLedgerSql}`
  return row
}
