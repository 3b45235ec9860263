import 'server-only'
import { db } from './db'
import type { Finding } from './finding'

type Row = Readonly<{ subject: string; found: string }>

/**
 * Slips of the commission that somebody did away with, dated back or changed past the product 督办单防篡改: a number that is
 * missing, a history with a gap or a day before the one before it, a state nobody said, a day, a word or a result that is in no
 * line, a line the log has and the history has not, has on another day, or with other words.
 *
 * The database refuses all of it; whoever can switch its triggers off is found here, by the sealed log.
 */
export async function* doubtfulSupervisions(): AsyncGenerator<Finding> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT 'district ' || d."districtId" AS subject, 'slip ' || g.n || ' is missing' AS found
    FROM (SELECT "districtId", max("number") AS most FROM "SupervisionSlip" GROUP BY "districtId") d
    CROSS JOIN LATERAL generate_series(1, d.most) AS g(n)
    WHERE NOT EXISTS (SELECT 1 FROM "SupervisionSlip" s WHERE s."districtId" = d."districtId" AND s."number" = g.n)
    UNION ALL
    SELECT 'slip ' || s.id, 'line ' || l."nth" || ' is out of order'
    FROM "SupervisionSlip" s
    JOIN (SELECT m.*, lag(m."nth", 1, 0) OVER w AS "nthBefore", lag(m."on") OVER w AS "onBefore", lag(m."to") OVER w AS "toBefore"
      FROM "SupervisionMove" m WINDOW w AS (PARTITION BY m."slipId" ORDER BY m."nth")) l ON l."slipId" = s.id
    WHERE l."nth" <> l."nthBefore" + 1 OR l."on" < l."onBefore" OR l."from" IS DISTINCT FROM l."toBefore" OR l."on" < s."issuedOn"
    UNION ALL
    SELECT 'slip ' || s.id, 'state ' || s."state" || ' at version ' || s."version" || ' is in no line'
    FROM "SupervisionSlip" s
    LEFT JOIN LATERAL (
      SELECT "nth", "to" FROM "SupervisionMove" WHERE "slipId" = s.id ORDER BY "nth" DESC LIMIT 1) m ON true
    WHERE m."to" IS DISTINCT FROM s."state" OR m."nth" IS DISTINCT FROM s."version"
    UNION ALL
    SELECT 'slip ' || s.id, 'slip ' || s."number" || ': ' || f || ' is not what its history says'
    FROM "SupervisionSlip" s, unnest(supervision_untold(s)) f
    UNION ALL
    SELECT 'audit ' || e.id, 'line ' || m."nth" || ' of slip ' || s.id || ' says something else than was logged'
    FROM "AuditEntry" e
    JOIN "SupervisionSlip" s ON s.id::text = e."subject"
    JOIN "SupervisionMove" m ON m."slipId" = s.id AND m."nth" = coalesce((e."detail" ->> 'nth')::int, 1)
    WHERE (e."action" LIKE 'supervision.%' OR e."action" = 'report.release') AND e."ok" AND e."detail" ? 'mark'
      -- Another day or another kind is told below.
      AND m."on" = coalesce((e."detail" ->> 'on')::date, m."on") AND m."kind" = coalesce(e."detail" ->> 'kind', m."kind")
      AND supervision_mark(m, s) <> e."detail" ->> 'mark'
    UNION ALL
    SELECT 'audit ' || e.id, 'line ' || (e."detail" ->> 'nth') || ' of slip ' || e."subject" || ' is not as it was logged'
    FROM "AuditEntry" e
    WHERE e."action" LIKE 'supervision.%' AND e."ok" AND e."detail" ? 'nth'
      AND NOT EXISTS (
        SELECT 1 FROM "SupervisionMove" m
        WHERE m."slipId"::text = e."subject" AND m."nth" = (e."detail" ->> 'nth')::int
          AND m."kind" = e."detail" ->> 'kind' AND m."on" = (e."detail" ->> 'on')::date)
    ORDER BY 1, 2`
  for (const { subject, found } of rows) yield { invariant: 'SUPERVISION', subject, found }
}
