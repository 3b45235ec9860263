import 'server-only'
import { mondayOf } from '@/lib/domain/plain-date'
import type { MonthFacts, RankedIssue, RankedProcedure, RankedUnit, RankedWeek } from '@/lib/domain/ranking/facts'
import { type Span, spanOf } from '@/lib/domain/ranking/span'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from './db'
import { loadMatters } from './ranking-matters'
import { loadRankedProjects } from './ranking-projects'

const day = (column: Prisma.Sql) => Prisma.sql`to_char(${column}, 'YYYY-MM-DD')`
const col = (name: string) => Prisma.raw(name)

/**
 * Procedures something of which may count in the month: not finished before it, and either with the agency or planned.
 * Plans are those of the data line: the first change after it says what they were.
 */
const loadProcedures = (tx: Tx, districtId: string, { first, last }: Span) => tx.$queryRaw<RankedProcedure[]>`
  SELECT p.id, p."projectId", i."nameZh" AS item, p."agencyId", p.state::text AS state, p."promisedWd", p."statutoryWd",
    p."extensionWd", ${day(col('p."receivedOn"'))} AS "receivedOn", ${day(col('p."acceptedOn"'))} AS "acceptedOn",
    ${day(col('coalesce(p."finishedOn", p."rejectedOn")'))} AS "finishedOn", p.pauses,
    ${day(col('coalesce(p."supplementSince", p."specialSince")'))} AS "pausedSince", p.supplements,
    CASE WHEN p."supplementSince" IS NULL AND p."specialSince" IS NOT NULL THEN 'SPECIAL' ELSE 'SUPPLEMENT' END AS "pausedFor",
    p."specialLimitWd",
    ${day(col('CASE WHEN m.id IS NULL THEN p."planFinishOn" ELSE m."fromOn" END'))} AS "planFinishOn",
    ${day(col('least(said.issue, said.reminder)'))} AS "raisedOn"
  FROM "Procedure" p
  JOIN "CatalogItem" i ON i.id = p."itemId"
  LEFT JOIN LATERAL (
    SELECT c.id, c."fromOn" FROM "PlanChange" c
    WHERE c."procedureId" = p.id AND c.target = 'PROCEDURE_FINISH' AND c."on" > ${last}::date
    ORDER BY c."on", c.at LIMIT 1) m ON p."planMoves" > 0
  LEFT JOIN LATERAL (
    SELECT (SELECT min(q."raisedOn") FROM "Issue" q WHERE q."procedureId" = p.id) AS issue,
      (SELECT min(r."on") FROM "Reminder" r WHERE r."procedureId" = p.id) AS reminder) said ON true
  WHERE p."districtId" = ${districtId}::uuid
    AND (coalesce(p."finishedOn", p."rejectedOn") IS NULL OR coalesce(p."finishedOn", p."rejectedOn") >= ${first}::date)
    AND (p."acceptedOn" <= ${last}::date OR p."receivedOn" <= ${last}::date OR p."planFinishOn" IS NOT NULL)`

const loadIssues = (tx: Tx, districtId: string, { first, last }: Span) => tx.$queryRaw<RankedIssue[]>`
  SELECT id, "projectId", number, text, "leadOrgId", ${day(col('"dueOn"'))} AS "dueOn", ${day(col('"closedOn"'))} AS "closedOn",
    state = 'WITHDRAWN' AS withdrawn
  FROM "Issue"
  WHERE "districtId" = ${districtId}::uuid AND "dueOn" IS NOT NULL
    AND least("dueOn", "closedOn") BETWEEN ${first}::date AND ${last}::date`

/** Reports of the weeks that have their data line in the month; what was taken back does not count. */
const loadWeeks = (tx: Tx, districtId: string, { first, last }: Span) => tx.$queryRaw<RankedWeek[]>`
  SELECT u."projectId", ${day(col('u."weekOf"'))} AS "weekOf", ${day(col('min(u."on")'))} AS "reportedOn",
    bool_or(u."replacedFen" IS NOT NULL) AS corrected
  FROM "WeeklyUpdate" u JOIN "Project" p ON p.id = u."projectId"
  WHERE p."districtId" = ${districtId}::uuid AND u."withdrawnAt" IS NULL
    AND u."weekOf" BETWEEN ${mondayOf(first)}::date AND ${last}::date
  GROUP BY u."projectId", u."weekOf"`

const loadSlips = (tx: Tx, districtId: string, { last }: Span) => tx.$queryRaw<MonthFacts['slips']>`
  SELECT s.id, t.id AS "taskId", t."projectId", coalesce(s."issuedText", t.text) AS text, t."leadOrgId" AS "orgId",
    ${day(col('s."replyDueOn"'))} AS "replyDueOn",
    to_char(s."repliedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "repliedOn"
  FROM "Slip" s JOIN "Task" t ON t.id = s."taskId"
  WHERE t."districtId" = ${districtId}::uuid AND s.kind = 'SUPERVISE' AND s."issuedOn" IS NOT NULL
    AND s."replyDueOn" < ${last}::date AND t."leadOrgId" IS NOT NULL AND t.state <> 'WITHDRAWN'`

/** Needs that were due or done in the month, as the last move by the data line left them. */
const loadNeeds = (tx: Tx, districtId: string, { first, last }: Span) => tx.$queryRaw<MonthFacts['needs']>`
  SELECT n.id, n."projectId", n.kind::text AS kind, ${day(col('n."needBy"'))} AS "needBy",
    ${day(col(`CASE WHEN m.to = 'MET' OR m.kind = 'ACCEPT' THEN m."on" END`))} AS "doneOn",
    ${day(col(`CASE WHEN m.to = 'REVOKED' THEN m."on" END`))} AS "revokedOn"
  FROM "FactorNeed" n
  JOIN LATERAL (
    SELECT f.kind, f.to, f."on" FROM "FactorMove" f WHERE f."needId" = n.id AND f."on" <= ${last}::date
      -- An amount put right by which it is met as before moves no day.
      AND NOT (f.kind = 'CORRECT' AND f."from" = f.to)
    ORDER BY f."on" DESC, f.at DESC, f.id DESC LIMIT 1) m ON true
  WHERE n."districtId" = ${districtId}::uuid
    AND least(n."needBy", CASE WHEN m.to IN ('MET', 'REVOKED') OR m.kind = 'ACCEPT' THEN m."on" END)
      BETWEEN ${first}::date AND ${last}::date`

const loadRatings = (tx: Tx, districtId: string, month: string) => tx.$queryRaw<MonthFacts['ratings']>`
  SELECT id, "table"::text AS table, "subjectId", stars, ${day(col('"on"'))} AS "on"
  FROM "Rating" WHERE "districtId" = ${districtId}::uuid AND month = ${month}`

const loadUnits = (tx: Tx, districtId: string, { first }: Span) => tx.$queryRaw<RankedUnit[]>`
  SELECT id, "shortName" AS name, kind::text AS kind FROM "Org"
  WHERE "districtId" = ${districtId}::uuid AND kind IN ('AGENCY', 'UTILITY', 'TASKFORCE', 'STREET')
    AND ("dissolvedOn" IS NULL OR "dissolvedOn" > ${first}::date)`

const loadStewardNames = (tx: Tx, districtId: string) => tx.$queryRaw<{ id: string; name: string }[]>`
  SELECT DISTINCT q.id, q.name FROM "Person" q JOIN "StewardAssignment" s ON s."personId" = q.id
  WHERE q."districtId" = ${districtId}::uuid`

/**
 * Everything a month of a district is counted from, in a dozen questions however many projects there are.
 *
 * What happened after the data line is cut off by its day: plans, stages, stewards and colours are those of the line. What was
 * entered late about a day before it counts, until the month is drafted.
 */
export async function loadMonthFacts(tx: Tx, districtId: string, month: string): Promise<MonthFacts> {
  const span = spanOf(month)
  // One after the other: inside a transaction there is one connection.
  const district = await tx.district.findUniqueOrThrow({ where: { id: districtId }, select: { name: true } })
  const projects = await loadRankedProjects(tx, districtId, span)
  const procedures = await loadProcedures(tx, districtId, span)
  const issues = await loadIssues(tx, districtId, span)
  const weeks = await loadWeeks(tx, districtId, span)
  const slips = await loadSlips(tx, districtId, span)
  const needs = await loadNeeds(tx, districtId, span)
  const matters = await loadMatters(tx, districtId, span)
  const ratings = await loadRatings(tx, districtId, month)
  const units = await loadUnits(tx, districtId, span)
  const people = await loadStewardNames(tx, districtId)
  return {
    month,
    district: district.name,
    projects,
    procedures,
    issues,
    weeks,
    slips,
    needs,
    matters,
    ratings,
    units,
    people: new Map(people.map(({ id, name }) => [id, name])),
  }
}
