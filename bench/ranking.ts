// Figures of the monthly ranking of one district without a server around it: node … bench/ranking.ts PROJECTS, DATABASE_URL
// being a population of that size. Prints JSON. A process of its own, because the connection of lib/data belongs to one database.
import pg from 'pg'
import { exportBulletin, exportRankingRows } from '@/lib/actions/export-ranking'
import { takeBulletin } from '@/lib/actions/take-bulletin'
import { scriptActor } from '@/lib/auth/script-actor'
import { closeDatabase } from '@/lib/data/close-database'
import { db } from '@/lib/data/db'
import { rankingMonth, rankingSubject } from '@/lib/data/ranking'
import { findBulletin, loadBulletinFigure } from '@/lib/data/ranking-bulletin'
import { draftRankingNow } from '@/lib/data/ranking-draft'
import { publishRanking } from '@/lib/data/ranking-publish'
import type { Actor } from '@/lib/domain/access'
import { on } from '@/lib/domain/plain-date'
import { once, repeat } from './timing'

const TODAY = on('2026-11-23')
const MONTH = '2026-10'
const projects = Number(process.argv[2])
if (!Number.isInteger(projects) || projects < 1) throw new Error('bench/ranking.ts PROJECTS')
const RUNS = projects > 1_000 ? 20 : 50

/** What a month has besides procedures and plans: colours that turned, issues that fell due, weekly updates. */
const FACTS = `
  INSERT INTO "LevelChange" (id, "districtId", "projectId", "on", at, "from", "to", owner, reasons, inputs, "rulesVersion", cause)
    SELECT gen_random_uuid(), "districtId", id, d.day, d.day + interval '1 hour', d.was::"Level", d.now::"Level", 'AGENCY', '[]', '{}', 1, 'DAY'
    FROM "Project", LATERAL (VALUES (date '2026-09-20', 'GREY', 'GREEN'),
      (date '2026-10-05' + number % 20, 'GREEN', (ARRAY['BLUE', 'YELLOW', 'RED'])[number % 3 + 1])) d(day, was, now);
  INSERT INTO "Issue" (id, "districtId", number, source, text, "projectId", "leadOrgId", state, "raisedOn", "heldSince", "tierSince", "dueOn", "closedOn")
    SELECT gen_random_uuid(), p."districtId", p.number * 2 + n, 'STEWARD', '临时用电未接入', p.id, o.id, 'SOLVED', date '2026-10-02', date '2026-10-02', date '2026-10-02',
      date '2026-10-08' + p.number % 20, date '2026-10-08' + p.number % 23
    FROM "Project" p CROSS JOIN generate_series(0, 1) n
      JOIN (SELECT id, row_number() OVER (ORDER BY name) AS nth FROM "Org" WHERE kind = 'AGENCY') o ON o.nth = p.number % 14 + 1;
  INSERT INTO "WeeklyUpdate" (id, "projectId", "weekOf", kind, text, "on", at)
    SELECT gen_random_uuid(), id, w.monday, 'UNCHANGED', NULL, w.monday + 2, w.monday + interval '58 hours'
    FROM "Project", (VALUES (date '2026-10-05'), (date '2026-10-12'), (date '2026-10-19'), (date '2026-10-26')) w(monday);`

async function publish(actor: Actor) {
  const { version } = await db.ranking.findUniqueOrThrow({
    where: { districtId_month: { districtId: actor.districtId, month: MONTH } },
    select: { version: true },
  })
  const published = await publishRanking(actor, { month: MONTH, version }, { today: TODAY })
  if (!published.ok) throw new Error(`not published: ${published.error.code}`)
}

/** What is taken away, from the click to the last byte. */
async function files(actor: Actor) {
  // A minute apart each time: the limit of an account is not what is measured.
  let minute = 0
  const taken = async (make: typeof takeBulletin) => {
    minute += 1
    const now = new Date(Date.now() + minute * 61_000)
    const made = await make(actor, { month: MONTH }, { today: TODAY, now, clock: '09:00' })
    if (!made.ok) throw new Error(`not taken: ${made.error.code}`)
    return made.value.bytes.length
  }
  const rows = (wish: Parameters<typeof takeBulletin>[1]) => ({ ...wish, table: 'TASKFORCE' as const })
  const all: Record<string, unknown> = {}
  for (const [name, make] of [
    ['docx', takeBulletin],
    ['workbook', exportBulletin],
    ['rows', (who, wish, moment) => exportRankingRows(who, rows(wish), moment)],
  ] as [string, typeof takeBulletin][]) {
    const bytes = await taken(make).catch(() => null)
    // A table of more rows than a workbook holds is refused, and that is said instead of a figure.
    all[name] = bytes === null ? null : { bytes, ...(await repeat(5, () => taken(make))) }
  }
  return all
}

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
await client.connect()
try {
  const actor = await scriptActor('bench-office')
  if (!actor) throw new Error('the population lacks an account')
  await client.query(FACTS)
  await client.query('VACUUM ANALYZE')
  const draft = await once(() => draftRankingNow(actor.districtId, MONTH))
  if (draft.result === null) throw new Error('the month was drafted before')
  const signed = await once(() => publish(actor))
  const edition = await findBulletin(actor, TODAY, { month: MONTH })
  const row = await db.rankingLine.findFirstOrThrow({ where: { table: 'AGENCY' }, select: { subjectId: true } })
  if (!edition) throw new Error('no bulletin')
  console.log(
    JSON.stringify({
      projects,
      items: draft.result,
      draftMs: draft.ms,
      publishMs: signed.ms,
      // From the facts to a frozen version.
      freezeMs: draft.ms + signed.ms,
      maxRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
      agencies: await repeat(RUNS, () => rankingMonth(actor, TODAY, { month: MONTH, table: 'AGENCY' })),
      projectTable: await repeat(RUNS, () => rankingMonth(actor, TODAY, { month: MONTH, table: 'PROJECT' })),
      subject: await repeat(RUNS, () =>
        rankingSubject(actor, TODAY, { month: MONTH, table: 'AGENCY', subjectId: row.subjectId }),
      ),
      bulletin: await repeat(RUNS, () => findBulletin(actor, TODAY, { month: MONTH })),
      figure: await repeat(RUNS, () => loadBulletinFigure(actor, edition, 'items.AGENCY.all.A')),
      files: await files(actor),
    }),
  )
} finally {
  await closeDatabase()
  await client.end()
}
