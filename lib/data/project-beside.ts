import 'server-only'
import type { Level } from '@/lib/domain/level-scale'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import type { MilestoneKind } from '@/lib/domain/project'
import { dayOrNull, fromDb } from './date'
import { db } from './db'
import { weekBefore } from './project-where'

type Row = Readonly<{
  id: string
  taskforce: string | null
  street: string | null
  leadUnit: string | null
  enterprise: string | null
  leader: string | null
  steward: string | null
  plannedFen: bigint | null
  planFrom: Date | null
  doneFen: bigint | null
  kind: MilestoneKind | null
  plannedOn: Date | null
  monthOnly: boolean | null
  lastWeekLevel: Level | null
}>

/**
 * What stands beside some projects in a line of a list: names of units and people, the year's money, the next milestone,
 * and the colour of a week before where it has changed. One question for all of it.
 *
 * @param ids of projects the actor sees: they come from a list bound to him
 */
export async function projectsBeside(ids: readonly string[], today: PlainDate) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await db.$queryRaw<Row[]>`
    SELECT p."id", f."shortName" AS taskforce, s."shortName" AS street, u."shortName" AS "leadUnit", e."name" AS enterprise,
      l."name" AS leader, w.name AS steward, y."plannedFen", y."fromOn" AS "planFrom", y."openingFen" + y."enteredFen" AS "doneFen",
      m."kind", m."plannedOn", m."monthOnly", c."from" AS "lastWeekLevel"
    FROM "Project" p
      LEFT JOIN "Org" f ON f."id" = p."taskforceId" LEFT JOIN "Org" s ON s."id" = p."streetId"
      LEFT JOIN "Org" u ON u."id" = p."leadUnitId" LEFT JOIN "Enterprise" e ON e."id" = p."enterpriseId"
      LEFT JOIN "Person" l ON l."id" = p."leaderId"
      LEFT JOIN LATERAL (SELECT q."name" AS name FROM "StewardAssignment" a JOIN "Person" q ON q."id" = a."personId"
        WHERE a."projectId" = p."id" AND a."toOn" IS NULL LIMIT 1) w ON true
      LEFT JOIN "YearPlan" y ON y."projectId" = p."id" AND y."year" = ${yearOf(today)}
      LEFT JOIN LATERAL (SELECT "kind", "plannedOn", "monthOnly" FROM "Milestone" n
        WHERE n."projectId" = p."id" AND n."actualOn" IS NULL AND n."plannedOn" IS NOT NULL
        ORDER BY n."plannedOn", n."kind" LIMIT 1) m ON true
      LEFT JOIN LATERAL (SELECT t."from" FROM "LevelChange" t
        WHERE t."projectId" = p."id" AND t."procedureId" IS NULL AND t."on" > ${weekBefore(today)}::date
        ORDER BY t."on", t."at", t."id" LIMIT 1) c ON true
    WHERE p."id" = ANY(${[...ids]}::uuid[])`
  return new Map(
    rows.map(({ id, planFrom, kind, plannedOn, monthOnly, ...row }) => [
      id,
      {
        ...row,
        planFrom: dayOrNull(planFrom),
        milestone: kind && plannedOn ? { kind, plannedOn: fromDb(plannedOn), monthOnly: monthOnly === true } : null,
      },
    ]),
  )
}
