// Figures of one district without a server around it: node … bench/district.ts PROJECTS, DATABASE_URL being a population of
// that size. Prints JSON. A process of its own, because the connection of lib/data belongs to one database.
import pg from 'pg'
import { exportLedger } from '@/lib/actions/export-ledger'
import { scriptActor } from '@/lib/auth/script-actor'
import { refreshAll } from '@/lib/data/all-levels'
import { closeDatabase } from '@/lib/data/close-database'
import { db } from '@/lib/data/db'
import { freshenLevels } from '@/lib/data/freshen-levels'
import { checkInvariants } from '@/lib/data/invariants'
import { loadLevelContext } from '@/lib/data/level-context'
import { decideLevels } from '@/lib/data/levels'
import { listProcedures } from '@/lib/data/procedure-list'
import { moveProcedure } from '@/lib/data/procedure-moves'
import { filterChoices } from '@/lib/data/project-choices'
import { findProject } from '@/lib/data/project-detail'
import { loadFactsRows } from '@/lib/data/project-facts'
import { listProjects } from '@/lib/data/project-list'
import { projectPages } from '@/lib/data/project-pages'
import { countViews } from '@/lib/data/project-views'
import { search } from '@/lib/data/search'
import { fillSearchTexts } from '@/lib/data/search-texts'
import type { Actor } from '@/lib/domain/access'
import { addDays, on, type PlainDate } from '@/lib/domain/plain-date'
import { procedureFilter } from '@/lib/schemas/procedure-queue'
import { PROJECT_VIEWS, projectFilter } from '@/lib/schemas/project'
import { benchEscalation } from './escalation'
import { benchForecast, benchTime } from './forecast'
import { benchLedger } from './ledger'
import { benchMeeting } from './meeting'
import { benchPapers } from './papers'
import { PROCEDURES_EACH } from './population'
import { once, repeat } from './timing'

const TODAY = on('2026-11-23')
const projects = Number(process.argv[2])
if (!Number.isInteger(projects) || projects < 1) throw new Error('bench/district.ts PROJECTS')
const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
await client.connect()

/** What PostgreSQL alone needs for the rows of a page. */
const BARE_LIST = `SELECT id, name, level, "totalFen", "levelReasons" FROM "Project" WHERE "districtId" = $1 AND status IN ('ACTIVE', 'SUSPENDED')
  ORDER BY level DESC, number LIMIT $2`
const BARE_COUNT = `SELECT level, count(*), sum("totalFen") FROM "Project" WHERE "districtId" = $1 GROUP BY level`

async function benchList(actor: Actor, size: 25 | 100) {
  // The page offers 20, 50 and 100 rows; 25 is what others are measured with.
  const filter = { ...projectFilter.parse({}), size: size as 100 }
  const runs = projects > 1_000 ? 30 : 100
  return {
    listProjects: await repeat(runs, () => listProjects(actor, filter, TODAY)),
    // With the tabs and the pickers around it, as the page asks.
    wholePage: await repeat(runs, async () => {
      await listProjects(actor, filter, TODAY)
      await Promise.all([countViews(actor, PROJECT_VIEWS, TODAY), filterChoices(actor)])
    }),
    bareSql: await repeat(runs, async () => {
      await client.query(BARE_LIST, [actor.districtId, size])
      await client.query(BARE_COUNT, [actor.districtId])
    }),
  }
}

/** The queue of procedures of the whole district: what runs, and the two groups that hold most of its rows. */
async function benchQueue(actor: Actor) {
  const group = (name: 'open' | 'waiting' | 'done') => {
    const filter = procedureFilter.parse({ group: name })
    return repeat(30, () => listProcedures(actor, filter, TODAY))
  }
  return { open: await group('open'), waiting: await group('waiting'), done: await group('done') }
}

/** Projects to open, another one each round. */
async function someProjects() {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM "Project" ORDER BY number LIMIT 100')
  return (round: number) => rows[Math.abs(round) % rows.length]?.id ?? ''
}

async function benchPage(actor: Actor) {
  const id = await someProjects()
  return {
    findProject: await repeat(100, (round) => findProject(actor, id(round), TODAY)),
    bareSql: await repeat(100, async (round) => {
      await client.query('SELECT * FROM "Project" WHERE id = $1', [id(round)])
      await client.query(
        'SELECT * FROM "Procedure" p JOIN "CatalogItem" i ON i.id = p."itemId" WHERE "projectId" = $1',
        [id(round)],
      )
    }),
  }
}

/** The weekly workbook of all projects, from the click to the last byte. */
async function benchExport(actor: Actor) {
  const wish = { kind: 'weekly', filter: projectFilter.parse({}), query: '' } as const
  const { ms, result } = await once(() => exportLedger(actor, wish, { today: TODAY, now: new Date(), clock: '09:00' }))
  return { ms, bytes: result.ok ? result.value.bytes.length : null }
}

/** Every move finishes another running procedure, so that each also opens the next one. */
async function benchMove(actor: Actor) {
  const { rows } = await client.query<{ id: string; version: number; projectId: string }>(
    `SELECT id, version, "projectId" FROM "Procedure" WHERE state = 'ACCEPTED' ORDER BY id LIMIT 130`,
  )
  let next = 0
  let refused = 0
  const move = await repeat(60, async () => {
    const row = rows[next++]
    if (!row) throw new Error('no procedure left to move')
    const result = await moveProcedure(
      actor,
      { procedureId: row.id, version: row.version, kind: 'FINISH', on: TODAY },
      { today: TODAY },
    )
    if (!result.ok) refused += 1
  })
  if (refused > 0) throw new Error(`${refused} moves were refused: the figure would be of refusals`)
  const bareSql = await repeat(60, async () => {
    const row = rows[next++ % rows.length]
    await client.query('BEGIN')
    await client.query('SELECT 1 FROM "Project" WHERE id = $1 FOR UPDATE', [row?.projectId])
    await client.query(
      `INSERT INTO "ProcedureEvent"(id, "procedureId", seq, move, "fromState", "toState", "on", "recordedOn")
       SELECT gen_random_uuid(), $1, max(seq) + 1, 'FINISH', 'ACCEPTED', 'DONE', $2, $2 FROM "ProcedureEvent" WHERE "procedureId" = $1`,
      [row?.id, TODAY],
    )
    await client.query('UPDATE "Procedure" SET "certificateNo" = $2 WHERE id = $1', [row?.id, 'probe'])
    await client.query('UPDATE "Project" SET note = $2 WHERE id = $1', [row?.projectId, 'probe'])
    await client.query(
      `INSERT INTO "AuditEntry"("actorName", "actorRole", action, ok) VALUES ('bench', 'COMMAND', 'probe', true)`,
    )
    await client.query('COMMIT')
  })
  return { moveProcedure: move, bareSql }
}

async function due(day: PlainDate): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT id FROM "Project" WHERE "nextLevelOn" <= $1 UNION ALL SELECT id FROM "Procedure" WHERE "nextLevelOn" <= $1) d`,
    [day],
  )
  return rows[0]?.n ?? 0
}

/** What PostgreSQL alone needs to read what is due, and to write its rows back; nothing is kept. */
async function benchDayFloor(day: PlainDate) {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM "Project" WHERE "nextLevelOn" <= $1 UNION SELECT "projectId" FROM "Procedure" WHERE "nextLevelOn" <= $1`,
    [day],
  )
  const ids = rows.map((row) => row.id)
  const read = await once(() =>
    client.query(
      'SELECT c.*, i."agencyName" FROM "Procedure" c JOIN "CatalogItem" i ON i.id = c."itemId" WHERE c."projectId" = ANY($1)',
      [ids],
    ),
  )
  await client.query('BEGIN')
  const write = await once(async () => {
    for (const table of ['Project', 'Procedure'])
      await client.query(`UPDATE "${table}" SET "evaluatedOn" = $1 WHERE "nextLevelOn" <= $1`, [day])
  })
  await client.query('ROLLBACK')
  return { bareSqlReadMs: read.ms, bareSqlWriteMs: write.ms }
}

/** The decisions of a full recompute without reading or writing: at most a thousand projects, scaled to all. */
async function benchDecisions(districtId: string) {
  const context = await loadLevelContext(db, districtId, TODAY)
  let ms = 0
  let decided = 0
  for await (const ids of projectPages(districtId)) {
    const rows = await loadFactsRows(db, ids, TODAY)
    const started = performance.now()
    for (const row of rows) decideLevels(row, TODAY, context)
    ms += performance.now() - started
    decided += rows.length
    if (decided >= 1_000) break
  }
  return { msForAll: Math.round((ms / decided) * projects), measuredOn: decided }
}

async function benchDay(districtId: string) {
  const fill = await once(() => refreshAll(districtId, TODAY, 'RULES', null))
  // As autovacuum leaves tables that were just filled.
  await client.query('VACUUM ANALYZE')
  const recompute = await once(() => refreshAll(districtId, TODAY, 'RULES', null))
  const tomorrow = addDays(TODAY, 1)
  const dueRows = await due(tomorrow)
  const floor = await benchDayFloor(tomorrow)
  const day = await once(() => freshenLevels(districtId, tomorrow))
  const again = await once(() => freshenLevels(districtId, tomorrow))
  const pure = await benchDecisions(districtId)
  const bareRead = await once(async () => {
    const cursor = `DECLARE facts NO SCROLL CURSOR FOR SELECT p.*, i."agencyName" FROM "Procedure" p JOIN "CatalogItem" i ON i.id = p."itemId"`
    await client.query('BEGIN')
    await client.query(cursor)
    for (;;) if ((await client.query('FETCH 8000 FROM facts')).rowCount === 0) break
    await client.query('COMMIT')
  })
  return {
    firstFill: { ms: fill.ms, ...fill.result },
    fullRecompute: { ms: recompute.ms, ...recompute.result },
    evaluateDay: { ms: day.ms, dueRows, projects: day.result },
    evaluateDayFloor: { ...floor, pureMs: Math.round((pure.msForAll / projects) * day.result) },
    evaluateDayAgain: { ms: again.ms, projects: again.result },
    pureDecisions: pure,
    bareSqlReadOfAllProcedures: { ms: bareRead.ms },
  }
}

/** A name, the initials half the catalogue has, an item beside a project, and somebody. */
async function benchSearch(actor: Actor) {
  const ask = (q: string) => repeat(20, () => search(actor, { q, page: 1 }, TODAY))
  return {
    project: await ask('号项目 12'),
    letters: await ask('gc'),
    procedure: await ask('di12 施工许可'),
    person: await ask('guanjia1'),
  }
}

async function benchDoctor() {
  const findings: string[] = []
  const { ms } = await once(async () => {
    for await (const { invariant, found } of checkInvariants(addDays(TODAY, 1), new Date()))
      findings.push(`${invariant} ${found}`)
  })
  return {
    ms,
    findings: findings.length,
    first: findings[0] ?? null,
    maxRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

try {
  const actor = await scriptActor('bench-office')
  const agency = await scriptActor('bench-agency')
  if (!actor || !agency) throw new Error('the population lacks an account')
  const day = await benchDay(actor.districtId)
  const escalation = await benchEscalation(actor.districtId, addDays(TODAY, 1))
  const searchTexts = await once(fillSearchTexts)
  const doctor = await benchDoctor()
  const figures = {
    projects,
    procedures: projects * PROCEDURES_EACH,
    day,
    escalation,
    doctor,
    searchTexts: { ms: searchTexts.ms, ...searchTexts.result },
    search: await benchSearch(actor),
    agencySearch: await benchSearch(agency),
    list25: await benchList(actor, 25),
    list100: await benchList(actor, 100),
    weeklyWorkbook: await benchExport(actor),
    agencyList25: await benchList(agency, 25),
    queue: await benchQueue(actor),
    projectPage: await benchPage(actor),
    time: await benchTime(actor, TODAY, await someProjects()),
    startForecast: await benchForecast(actor, TODAY, await someProjects()),
    meeting: await benchMeeting(actor, client, TODAY),
    papers: await benchPapers(actor, TODAY),
    procedureMove: await benchMove(actor),
    ...(projects > 1_000 ? {} : { ledger: await benchLedger(actor, TODAY) }),
  }
  console.log(JSON.stringify(figures))
} finally {
  await closeDatabase()
  await client.end()
}
