import 'server-only'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import type { Finding, Invariant } from './finding'

/** More rows than this say nothing a reader does not know from the first ones. */
const MOST_FINDINGS = 500

type Row = { subject: string; found: string }
type Query = Readonly<{ invariant: Invariant; sql: Prisma.Sql }>

const query = (invariant: Invariant, sql: Prisma.Sql): Query => ({ invariant, sql })

/**
 * Versions beyond the first, against the audit rows that speak of the row and the imports that touched it. A procedure's
 * change that was put before somebody makes no version when it is asked for, but when it is approved.
 */
const versions = () => [
  query(
    'VERSION_AUDIT',
    Prisma.sql`
      SELECT 'procedure ' || p.id AS subject, 'version ' || p.version || ', audit rows ' || coalesce(a.n, 0) AS found
      FROM "Procedure" p
      LEFT JOIN (
        SELECT subject, count(*) AS n FROM "AuditEntry"
        WHERE ok AND ((action LIKE 'procedure.%' AND detail->>'asks' IS NULL)
          OR (action = 'approval.decide' AND detail->>'decision' = 'APPROVE'))
        GROUP BY subject) a ON a.subject = p.id::text
      LEFT JOIN (SELECT "rowId", count(*) AS n FROM "ImportChange" WHERE before IS NOT NULL GROUP BY "rowId") i
        ON i."rowId" = p.id::text
      WHERE coalesce(i.n, 0) = 0 AND p.version - 1 <> coalesce(a.n, 0)`,
  ),
  query(
    'VERSION_AUDIT',
    Prisma.sql`
      WITH spoken AS (
        SELECT id, "projectId"::text AS about FROM "AuditEntry" WHERE ok AND "projectId" IS NOT NULL
        UNION SELECT id, subject FROM "AuditEntry" WHERE ok AND subject IS NOT NULL
        UNION SELECT id, jsonb_array_elements_text(detail->'projectIds') FROM "AuditEntry"
          WHERE ok AND jsonb_typeof(detail->'projectIds') = 'array')
      SELECT 'project ' || p.id AS subject, 'version ' || p.version || ', audit rows ' || coalesce(a.n, 0) AS found
      FROM "Project" p
      LEFT JOIN (SELECT about, count(*) AS n FROM spoken GROUP BY about) a ON a.about = p.id::text
      LEFT JOIN (SELECT "rowId", count(*) AS n FROM "ImportChange" GROUP BY "rowId") i ON i."rowId" = p.id::text
      WHERE p.version - 1 > coalesce(a.n, 0) + 2 * coalesce(i.n, 0)`,
  ),
  query(
    'VERSION_AUDIT',
    Prisma.sql`
      SELECT r.kind || ' ' || r.id AS subject, 'version ' || r.version || ', audit rows ' || coalesce(a.n, 0) AS found
      FROM (SELECT 'handover' AS kind, id, version FROM "Handover" UNION ALL SELECT 'user', id, version FROM "User") r
      LEFT JOIN (SELECT subject, count(*) AS n FROM "AuditEntry" WHERE ok GROUP BY subject) a ON a.subject = r.id::text
      WHERE r.version - 1 > coalesce(a.n, 0)`,
  ),
]

const stewards = () => [
  query(
    'ONE_STEWARD',
    Prisma.sql`
      SELECT 'project ' || "projectId" AS subject, count(*) || ' live stewards' AS found
      FROM "StewardAssignment" WHERE "toOn" IS NULL GROUP BY "projectId" HAVING count(*) > 1`,
  ),
  query(
    'ONE_STEWARD',
    Prisma.sql`
      SELECT 'project ' || a."projectId" AS subject, 'stewardships overlap from ' || b."fromOn" AS found
      FROM "StewardAssignment" a JOIN "StewardAssignment" b ON b."projectId" = a."projectId" AND b.id <> a.id
      WHERE b."fromOn" > a."fromOn" AND (a."toOn" IS NULL OR a."toOn" > b."fromOn")`,
  ),
  query(
    'ONE_STEWARD',
    Prisma.sql`
      SELECT 'project ' || s."projectId" AS subject, 'its steward''s account is disabled' AS found
      FROM "StewardAssignment" s JOIN "User" u ON u."personId" = s."personId"
      WHERE s."toOn" IS NULL AND u."disabledAt" IS NOT NULL`,
  ),
]

const agencies = () => [
  query(
    'AGENCY_PROJECTS',
    Prisma.sql`
      WITH told AS (
        SELECT "agencyId" AS "orgId", "projectId" FROM "Procedure" WHERE "agencyId" IS NOT NULL
        UNION SELECT "orgId", "projectId" FROM "ProjectAgency")
      SELECT 'project ' || coalesce(t."projectId", k."projectId") AS subject,
        'agency ' || coalesce(t."orgId", k."orgId") || CASE WHEN k."orgId" IS NULL THEN ' is missing' ELSE ' has no part in it' END AS found
      FROM told t FULL JOIN "AgencyProject" k USING ("orgId", "projectId")
      WHERE t."orgId" IS NULL OR k."orgId" IS NULL`,
  ),
]

const levels = () => [
  // Several changes may share an instant (one transaction): one of the last must be the colour.
  query(
    'LEVEL_HISTORY',
    Prisma.sql`
      WITH last AS (
        SELECT "projectId", "procedureId", at, "to", max(at) OVER (PARTITION BY "projectId", "procedureId") AS newest
        FROM "LevelChange"),
      told AS (SELECT "projectId", "procedureId", array_agg("to") AS levels FROM last WHERE at = newest GROUP BY 1, 2)
      SELECT 'project ' || p.id AS subject, p.level || ', last change to ' || coalesce(t.levels[1]::text, 'nothing') AS found
      FROM "Project" p LEFT JOIN told t ON t."projectId" = p.id AND t."procedureId" IS NULL
      WHERE (t.levels IS NULL AND p.level <> 'GREY') OR NOT p.level = ANY(t.levels)
      UNION ALL
      SELECT 'procedure ' || p.id, p.level || ', last change to ' || coalesce(t.levels[1]::text, 'nothing')
      FROM "Procedure" p LEFT JOIN told t ON t."procedureId" = p.id
      WHERE (t.levels IS NULL AND p.level <> 'GREY') OR NOT p.level = ANY(t.levels)`,
  ),
  // Sums by district, unit and agency agree as long as no row points across a district's border.
  query(
    'LEVEL_SUMS',
    Prisma.sql`
      SELECT 'procedure ' || c.id AS subject, 'counted in another district than its project or agency' AS found
      FROM "Procedure" c JOIN "Project" p ON p.id = c."projectId" LEFT JOIN "Org" o ON o.id = c."agencyId"
      WHERE c."districtId" <> p."districtId" OR o."districtId" <> p."districtId"
      UNION ALL
      SELECT 'project ' || p.id, 'counted in another district than its taskforce, street or lead unit'
      FROM "Project" p LEFT JOIN "Org" t ON t.id = p."taskforceId" LEFT JOIN "Org" s ON s.id = p."streetId"
        LEFT JOIN "Org" l ON l.id = p."leadUnitId"
      WHERE t."districtId" <> p."districtId" OR s."districtId" <> p."districtId" OR l."districtId" <> p."districtId"`,
  ),
  query(
    'PLAN_MOVES',
    Prisma.sql`
      SELECT 'milestone ' || m.id AS subject, m.moves || ' moves, ' || count(c.id) || ' changes of plan' AS found
      FROM "Milestone" m LEFT JOIN "PlanChange" c ON c."milestoneId" = m.id AND c.nth > 0
      GROUP BY m.id, m.moves HAVING m.moves <> count(c.id)
      UNION ALL
      SELECT 'procedure ' || p.id, p."planMoves" || ' moves, ' || count(c.id) || ' changes of plan'
      FROM "Procedure" p LEFT JOIN "PlanChange" c ON c."procedureId" = p.id AND c.nth > 0
      GROUP BY p.id, p."planMoves" HAVING p."planMoves" <> count(c.id)`,
  ),
]

const dates = (today: PlainDate) => {
  const latest = addDays(today, 1)
  return [
    query(
      'DATES',
      Prisma.sql`
        SELECT 'procedure ' || id AS subject, 'its days run backwards or lie ahead' AS found FROM "Procedure"
        WHERE "receivedOn" > "acceptedOn" OR "acceptedOn" > "finishedOn" OR "planSubmitOn" > "planFinishOn"
          OR greatest("receivedOn", "acceptedOn", "finishedOn", "rejectedOn", "supplementSince", "specialSince", "enteredOn")
            > ${latest}::date
        UNION ALL
        SELECT 'procedure ' || id, state || ' without its day' FROM "Procedure"
        WHERE (state = 'RECEIVED' AND "receivedOn" IS NULL) OR (state = 'ACCEPTED' AND "acceptedOn" IS NULL)
          OR (state = 'SUPPLEMENT' AND "supplementSince" IS NULL) OR (state = 'SPECIAL' AND "specialSince" IS NULL)
          OR (state IN ('DONE', 'DONE_TOL') AND "finishedOn" IS NULL) OR (state = 'REJECTED' AND "rejectedOn" IS NULL)
        UNION ALL
        SELECT 'event ' || id, 'happened after it was recorded, or was recorded ahead of time' FROM "ProcedureEvent"
        WHERE "on" > "recordedOn" OR "recordedOn" > ${latest}::date`,
    ),
    query(
      'DATES',
      Prisma.sql`
        SELECT 'project ' || id AS subject, 'a day lies ahead, or it is to end before it begins' AS found FROM "Project"
        WHERE greatest("enteredOn", "lastVerifiedOn", "lastChangedOn", "enrolledOn") > ${latest}::date
          OR "buildTo" < "buildFrom"
        UNION ALL
        SELECT 'milestone ' || id, 'reached in the future' FROM "Milestone" WHERE "actualOn" > ${latest}::date
        UNION ALL
        SELECT 'stage change ' || id, 'lies ahead' FROM "StageChange" WHERE "on" > ${latest}::date
        UNION ALL
        SELECT 'steward of ' || "projectId", 'ends before it begins' FROM "StewardAssignment" WHERE "toOn" < "fromOn"
        UNION ALL
        SELECT 'handover ' || id, state || ' and decided at ' || coalesce("decidedAt"::text, 'no time') FROM "Handover"
        WHERE (state = 'PROPOSED') <> ("decidedAt" IS NULL)
        UNION ALL
        SELECT 'deputy ' || id, 'ends before it begins' FROM "Deputy" WHERE "toOn" < "fromOn"`,
    ),
  ]
}

const money = () => [
  query(
    'YEAR_SUMS',
    Prisma.sql`
      SELECT 'year plan ' || y.id AS subject, y."enteredFen" || ' fen, but the entries add up to ' || sums.fen AS found
      FROM "YearPlan" y CROSS JOIN LATERAL (
        SELECT coalesce(sum("amountFen"), 0) AS fen FROM "InvestmentEntry" e
        WHERE e."projectId" = y."projectId" AND extract(year FROM e."weekOf") = y.year) sums
      WHERE y."enteredFen" <> sums.fen`,
  ),
  query(
    'MONEY',
    Prisma.sql`
      SELECT subject, fen || ' fen' AS found FROM (
        SELECT 'project ' || id AS subject, "totalFen" AS fen FROM "Project"
        UNION ALL SELECT 'year plan ' || id, "plannedFen" FROM "YearPlan"
        UNION ALL SELECT 'year plan ' || id, "openingFen" FROM "YearPlan"
        UNION ALL SELECT 'investment ' || id, "amountFen" FROM "InvestmentEntry"
        UNION ALL SELECT 'weekly update ' || id, "completedFen" FROM "WeeklyUpdate") amounts
      WHERE fen NOT BETWEEN 0 AND 1000000000000000`,
  ),
]

const accounts = (now: Date) => [
  query(
    'IDEMPOTENCY',
    Prisma.sql`
      SELECT k.action || ' of ' || k."actorId" AS subject, 'a key was kept without the audit row of its write' AS found
      FROM "IdempotencyKey" k WHERE k.action NOT IN ('report.move', 'report.record') AND NOT EXISTS (
        SELECT 1 FROM "AuditEntry" a WHERE a."actorId" = k."actorId" AND a.action = k.action AND a.ok
          AND a.at BETWEEN k."createdAt" - interval '1 second' AND k."createdAt" + interval '2 minutes')`,
  ),
  query(
    'ADMIN_ROLES',
    Prisma.sql`
      SELECT 'user ' || a.username AS subject, 'the same person as ' || b.username AS found
      FROM "User" a JOIN "Person" p ON p.id = a."personId"
        JOIN "User" b ON b.id > a.id AND b."districtId" = a."districtId" AND b.role <> a.role
        JOIN "Person" q ON q.id = b."personId"
      WHERE a.role IN ('SYSADMIN', 'SECADMIN', 'AUDITOR') AND b.role IN ('SYSADMIN', 'SECADMIN', 'AUDITOR')
        AND a."disabledAt" IS NULL AND b."disabledAt" IS NULL
        AND (p.phone = q.phone OR (p.name = q.name AND p.phone IS NULL AND q.phone IS NULL))`,
  ),
  query(
    'SESSIONS',
    Prisma.sql`
      SELECT 'user ' || u.username AS subject, count(*) || ' live sessions of a disabled account' AS found
      FROM "Session" s JOIN "User" u ON u.id = s."userId"
      WHERE u."disabledAt" IS NOT NULL AND s."revokedAt" IS NULL AND s."expiresAt" > ${now} GROUP BY u.username`,
  ),
]

/** Decisions and who was there, against the meeting they belong to. */
const meetings = () => [
  query(
    'MEETINGS',
    Prisma.sql`
      SELECT 'meeting ' || "meetingId" AS subject, 'decisions numbered 1 to ' || max(position) || ', but ' || count(*) AS found
      FROM "Decision" GROUP BY "meetingId" HAVING max(position) <> count(*) OR count(DISTINCT position) <> count(*)
      UNION ALL
      SELECT 'decision ' || d.id, 'belongs to a topic of another meeting'
      FROM "Decision" d JOIN "AgendaItem" i ON i.id = d."itemId" WHERE i."meetingId" <> d."meetingId"
      UNION ALL
      SELECT 'decision ' || d.id, 'its meeting is ' || m.state || CASE WHEN d."taskId" IS NULL THEN ' without a task' ELSE ' with a task' END
      FROM "Decision" d JOIN "Meeting" m ON m.id = d."meetingId"
      WHERE (d."taskId" IS NULL) = (m.state IN ('HELD', 'SIGNED')) OR m.state IN ('DRAFT', 'CANCELLED', 'REPORT_ONLY')
      UNION ALL
      SELECT 'decision ' || d.id, 'its task is number ' || t.nth || ' of another place'
      FROM "Decision" d JOIN "Task" t ON t.id = d."taskId"
      WHERE t."meetingId" <> d."meetingId" OR t.nth <> d.position
      UNION ALL
      SELECT 'meeting ' || id, 'closed before it began' FROM "Meeting" WHERE "closedAt" < "startedAt"
      UNION ALL
      SELECT 'topic ' || i.id, 'decided in a meeting that is ' || m.state
      FROM "AgendaItem" i JOIN "Meeting" m ON m.id = i."meetingId"
      WHERE i.state = 'DECIDED' AND m.state NOT IN ('HELD', 'SIGNED')
      UNION ALL
      SELECT 'attendance ' || a.id, 'of another district than its meeting'
      FROM "Attendance" a JOIN "Meeting" m ON m.id = a."meetingId"
        LEFT JOIN "Org" o ON o.id = a."orgId" LEFT JOIN "Person" p ON p.id = a."personId"
      WHERE coalesce(o."districtId", p."districtId") <> m."districtId"
      UNION ALL
      SELECT 'attendance ' || a.id, 'on leave without a reason'
      FROM "Attendance" a WHERE a.coming = false AND coalesce(trim(a.note), '') = ''`,
  ),
]

/** Days after which the sweep has had its turn twice. */
const ORPHAN_DAYS = 3

const files = (now: Date) => [
  query(
    'FILES',
    Prisma.sql`
      SELECT 'file ' || sha256 AS subject, 'its bytes have another hash' AS found
      FROM "StoredFile" WHERE sha256 <> encode(sha256(bytes), 'hex')
      UNION ALL
      SELECT 'file ' || f.sha256, 'nothing refers to it since ' || f."createdAt"
      FROM "StoredFile" f WHERE f."createdAt" < ${now}::timestamptz - make_interval(days => ${ORPHAN_DAYS})
        AND NOT EXISTS (SELECT 1 FROM "Attachment" a WHERE a."fileHash" = f.sha256)
        AND NOT EXISTS (SELECT 1 FROM "ImportDraft" i WHERE i."fileHash" = f.sha256)
        AND NOT EXISTS (SELECT 1 FROM "FinancingConsent" c WHERE c."paperHash" = f.sha256)
        AND NOT EXISTS (SELECT 1 FROM "ComplaintPhoto" p WHERE p."fileHash" = f.sha256)
      UNION ALL
      SELECT 'attachment ' || a.id, 'stands in another project or district than its procedure'
      FROM "Attachment" a JOIN "Procedure" p ON p.id = a."procedureId"
      WHERE p."projectId" <> a."projectId" OR p."districtId" <> a."districtId"
      UNION ALL
      SELECT 'attachment ' || a.id, 'stands in another district than its finding'
      FROM "Attachment" a JOIN "WalkFinding" f ON f.id = a."findingId" WHERE f."districtId" <> a."districtId"`,
  ),
]

const tasks = () => [
  query(
    'TASKS',
    Prisma.sql`
      SELECT 'week ' || year || '-' || week AS subject, count(*) || ' tasks, numbered up to ' || max(nth) AS found
      FROM "Task" GROUP BY "districtId", year, week HAVING count(*) <> max(nth) OR min(nth) <> 1
      UNION ALL
      SELECT 'task ' || t.id, t.state || ' without its result, its proof or its day' FROM "Task" t
      WHERE (t.state = 'CLOSED' AND (t.result IS NULL OR t."closedOn" IS NULL OR (t."projectId" IS NOT NULL
          AND t."procedureId" IS NULL AND t."attachmentId" IS NULL AND NOT t.unproven)))
        OR (t.state <> 'CLOSED' AND t."closedOn" IS NOT NULL) OR (t.state = 'REVIEW') <> (t."submittedOn" IS NOT NULL
          AND t.state <> 'CLOSED')
      UNION ALL
      SELECT 'task ' || t.id, t.extensions || ' extensions, ' || count(m.id) || ' granted'
      FROM "Task" t LEFT JOIN "TaskMove" m ON m."taskId" = t.id AND m.kind = 'EXTEND'
      GROUP BY t.id, t.extensions HAVING t.extensions > 1 OR t.extensions <> count(m.id)
      UNION ALL
      SELECT 'task ' || t.id, t.state || ', but its last move led to ' || m."to"
      FROM "Task" t CROSS JOIN LATERAL (
        SELECT "to" FROM "TaskMove" WHERE "taskId" = t.id ORDER BY at DESC, id DESC LIMIT 1) m
      WHERE m."to" <> t.state`,
  ),
  query(
    'SLIPS',
    Prisma.sql`
      SELECT 'slip ' || s.id AS subject, s.kind || ' issued before the paper it follows' AS found
      FROM "Slip" s JOIN "Slip" e ON e."taskId" = s."taskId" AND e.kind < s.kind
      WHERE s."issuedOn" IS NOT NULL AND e.refused IS NULL AND (e."issuedOn" IS NULL OR e."issuedOn" > s."issuedOn")
        AND NOT (e.kind = 'ASSIGN' AND e."draftedOn" >= s."issuedOn")
      UNION ALL
      SELECT 'slip ' || s.id, 'issued and refused, or answered without having been issued' FROM "Slip" s
      WHERE (s."issuedOn" IS NOT NULL AND s.refused IS NOT NULL) OR (s."issuedOn" IS NULL AND s.reply IS NOT NULL)
      UNION ALL
      SELECT 'slip ' || s.id, 'still open although its task is ' || t.state
      FROM "Slip" s JOIN "Task" t ON t.id = s."taskId"
      WHERE t.state IN ('CLOSED', 'WITHDRAWN') AND s."closedOn" IS NULL AND s.refused IS NULL`,
  ),
]

const issues = () => [
  query(
    'ISSUES',
    Prisma.sql`
      SELECT 'issue ' || id AS subject, state || CASE WHEN "leadOrgId" IS NULL THEN ' without' ELSE ' with' END || ' a unit' AS found
      FROM "Issue"
      WHERE (state IN ('IN_HAND', 'IN_PROGRESS') AND "leadOrgId" IS NULL) OR (state = 'TO_ASSIGN' AND "leadOrgId" IS NOT NULL)
      UNION ALL
      SELECT 'issue ' || id, 'struck off while ' || state FROM "Issue"
      WHERE "closedOn" IS NOT NULL AND state IN ('TO_ASSIGN', 'IN_HAND', 'TO_CONFIRM', 'IN_PROGRESS')
      UNION ALL
      SELECT 'issue ' || i.id, i.state || ', but its last move led to ' || m."to"
      FROM "Issue" i CROSS JOIN LATERAL (
        SELECT "to", tier, "unitId" FROM "IssueMove" WHERE "issueId" = i.id ORDER BY at DESC, id DESC LIMIT 1) m
      WHERE m."to" <> i.state OR m.tier <> i.tier OR m."unitId" IS DISTINCT FROM i."leadOrgId"`,
  ),
]

/** Nothing of what was told is shown here: states and days are all a row has outside of its seal. */
const reports = () => [
  query(
    'REPORTS',
    Prisma.sql`
      SELECT 'report ' || r.id AS subject, r.state || ', but its last move led to ' || coalesce(m."to"::text, 'nothing') AS found
      FROM "SealedReport" r LEFT JOIN LATERAL (
        SELECT "to" FROM "SealedReportMove" WHERE "reportId" = r.id ORDER BY nth DESC LIMIT 1) m ON true
      WHERE coalesce(m."to"::text, 'RECEIVED') <> r.state::text
      UNION ALL
      SELECT 'report ' || m."reportId", 'move ' || m.nth || ' does not start where the one before it ended'
      FROM "SealedReportMove" m
      LEFT JOIN "SealedReportMove" b ON b."reportId" = m."reportId" AND b.nth = m.nth - 1
      WHERE m."from"::text <> coalesce(b."to"::text, 'RECEIVED') OR (m.nth > 1 AND (b.id IS NULL OR b."on" > m."on"))
      UNION ALL
      SELECT 'report ' || r.id, 'sealed to a key of another district'
      FROM "SealedReport" r JOIN "ReportKey" k ON k.id = r."keyId" WHERE k."districtId" <> r."districtId"
      UNION ALL
      SELECT 'report ' || r.id, 'not sealed: its text has ' || length(r.sealed) || ' bytes'
      FROM "SealedReport" r WHERE length(r.sealed) % 2048 <> 48
      UNION ALL
      SELECT 'report ' || f."reportId", 'a photo is not sealed'
      FROM "SealedReportFile" f WHERE length(f.sealed) % 32768 <> 48
      UNION ALL
      SELECT 'audit entry ' || a.id, 'speaks of a report' FROM "AuditEntry" a
      WHERE a.ok AND a.action IN ('report.move', 'report.record')
      UNION ALL
      SELECT 'district ' || k."districtId", 'its keys have gaps, or live beside each other'
      FROM "ReportKey" k GROUP BY k."districtId"
      HAVING max(k.number) <> count(*) OR count(*) FILTER (WHERE k."retiredOn" IS NULL) <> 1`,
  ),
]

/**
 * The invariants that a query can check; each returns the rows that break it, at most 500.
 *
 * @param today nothing may lie more than a day after it
 */
export async function* queriedFindings(today: PlainDate, now: Date): AsyncGenerator<Finding> {
  const queries = [
    ...versions(),
    ...stewards(),
    ...agencies(),
    ...levels(),
    ...dates(today),
    ...money(),
    ...accounts(now),
    ...files(now),
    ...tasks(),
    ...issues(),
    ...meetings(),
    ...reports(),
  ]
  for (const { invariant, sql } of queries) {
    const rows = await db.$queryRaw<Row[]>(
      Prisma.sql`SELECT subject, found FROM (${sql}) broken LIMIT ${MOST_FINDINGS}`,
    )
    for (const row of rows) yield { invariant, ...row }
  }
}
