import 'server-only'
import type { RankedMatter } from '@/lib/domain/ranking/facts'
import type { Span } from '@/lib/domain/ranking/span'
import type { Tx } from './db'

/**
 * Problems whose clock ran at the data line, with whom they were by the last move before it: those that are worked at, and
 * what a unit says cannot be solved while nobody struck it off; the same as `issueFacts`.
 */
const loadIssues = (tx: Tx, districtId: string, { last }: Span) => tx.$queryRaw<RankedMatter[]>`
  SELECT 'ISSUE' AS kind, id, "projectId", text, CASE WHEN unsolved THEN NULL ELSE "leadOrgId" END AS "unitId",
    CASE WHEN unsolved OR "leadOrgId" IS NOT NULL THEN NULL ELSE "ownerId" END AS "personId",
    CASE WHEN tier = 'TASKFORCE' THEN 'TASKFORCE' END AS tier, to_char(due, 'YYYY-MM-DD') AS "dueOn",
    CASE WHEN runs AND tier IN ('DISTRICT', 'CITY') THEN (
      SELECT count(*)::int FROM "Meeting" g WHERE g."districtId" = ${districtId}::uuid AND g.state IN ('HELD', 'SIGNED')
        AND g."on" > since AND g."on" <= ${last}::date) ELSE 0 END AS meetings
  FROM (
    SELECT i.id, i."projectId", i.text, i."ownerId", coalesce(m.tier, i.tier) AS tier, i."tierSince" AS since,
      CASE WHEN m.id IS NULL THEN i."leadOrgId" ELSE m."unitId" END AS "leadOrgId",
      now.state IN ('TO_ASSIGN', 'IN_HAND', 'IN_PROGRESS') AS runs,
      now.state IN ('TO_CONFIRM', 'UNSOLVABLE') AND now.outcome = 'UNSOLVABLE' AS unsolved,
      CASE WHEN now.state = 'IN_PROGRESS' THEN coalesce(i."plannedOn", i."dueOn") ELSE i."dueOn" END AS due
    FROM "Issue" i
    LEFT JOIN LATERAL (
      SELECT v.id, v.to, v.tier, v."unitId" FROM "IssueMove" v
      WHERE v."issueId" = i.id AND v."on" <= ${last}::date ORDER BY v."on" DESC, v.at DESC, v.id DESC LIMIT 1) m ON true
    LEFT JOIN LATERAL (
      SELECT v.outcome FROM "IssueMove" v
      WHERE v."issueId" = i.id AND v."on" <= ${last}::date AND v.outcome IS NOT NULL
      ORDER BY v."on" DESC, v.at DESC, v.id DESC LIMIT 1) said ON true
    CROSS JOIN LATERAL (
      SELECT coalesce(m.to, CASE WHEN i."closedOn" IS NULL THEN i.state ELSE 'IN_HAND' END) AS state,
        CASE WHEN m.id IS NULL THEN i.outcome ELSE said.outcome END AS outcome) now
    WHERE i."districtId" = ${districtId}::uuid AND i."raisedOn" <= ${last}::date AND i."dueOn" IS NOT NULL
      AND (i."closedOn" IS NULL OR i."closedOn" > ${last}::date)) told
  WHERE (runs OR unsolved) AND (due < ${last}::date OR tier IN ('DISTRICT', 'CITY'))`

/** Needs that waited for the unit that was asked for them; what it said no to is the office's. */
const loadNeeds = (tx: Tx, districtId: string, { last }: Span) => tx.$queryRaw<RankedMatter[]>`
  SELECT 'FACTOR' AS kind, n.id, n."projectId", n.kind::text AS text, n."leadId" AS "unitId", NULL AS "personId", NULL AS tier,
    to_char(n."needBy", 'YYYY-MM-DD') AS "dueOn", 0 AS meetings
  FROM "FactorNeed" n
  JOIN LATERAL (
    SELECT f.to FROM "FactorMove" f WHERE f."needId" = n.id AND f."on" <= ${last}::date
    ORDER BY f."on" DESC, f.at DESC, f.id DESC LIMIT 1) m ON true
  WHERE n."districtId" = ${districtId}::uuid AND n."needBy" < ${last}::date AND n."leadId" IS NOT NULL
    AND m.to IN ('TO_CHECK', 'CONFIRMED', 'IN_HAND')`

/** Tasks of meetings that nobody had handed in, and that were not suspended for good reason. */
const loadTasks = (tx: Tx, districtId: string, { last }: Span) => tx.$queryRaw<RankedMatter[]>`
  SELECT 'TASK' AS kind, t.id, t."projectId", t.text, t."leadOrgId" AS "unitId",
    CASE WHEN t."leadOrgId" IS NULL THEN t."ownerId" END AS "personId", NULL AS tier,
    to_char(t."dueOn", 'YYYY-MM-DD') AS "dueOn", 0 AS meetings
  FROM "Task" t
  LEFT JOIN LATERAL (
    SELECT v.to FROM "TaskMove" v WHERE v."taskId" = t.id AND v."on" <= ${last}::date
    ORDER BY v."on" DESC, v.at DESC, v.id DESC LIMIT 1) m ON true
  LEFT JOIN LATERAL (
    SELECT v.from FROM "TaskMove" v WHERE v."taskId" = t.id AND v."on" > ${last}::date
    ORDER BY v."on", v.at, v.id LIMIT 1) later ON true
  WHERE t."districtId" = ${districtId}::uuid AND t."issuedOn" <= ${last}::date AND t."dueOn" < ${last}::date
    AND coalesce(m.to, later.from, t.state) IN ('TO_SIGN', 'IN_HAND', 'REPORTED')`

/** What somebody had in hand beyond its day when the month ended 手上超期的事; whether that is red the rules say. */
export const loadMatters = async (tx: Tx, districtId: string, span: Span): Promise<RankedMatter[]> => [
  ...(await loadIssues(tx, districtId, span)),
  ...(await loadNeeds(tx, districtId, span)),
  ...(await loadTasks(tx, districtId, span)),
]
