// Figures of briefings of one district without a server around it: node … bench/briefing.ts PROJECTS, DATABASE_URL being a
// population of that size with its colours. Prints JSON. A process of its own, because the connection of lib/data belongs to
// one database.
import pg from 'pg'
import { briefingDocument } from '@/lib/actions/take-briefing'
import { scriptActor } from '@/lib/auth/script-actor'
import { countFigures } from '@/lib/data/briefing-sources'
import { createBriefing, publishBriefing } from '@/lib/data/briefing-writes'
import { findBriefing, listBriefings } from '@/lib/data/briefings'
import { closeDatabase } from '@/lib/data/close-database'
import { loadDrive } from '@/lib/data/drive'
import { presetPeriod } from '@/lib/domain/briefing/period'
import { on } from '@/lib/domain/plain-date'
import { briefingFilter } from '@/lib/schemas/briefing'
import { serviceFacts } from './service-facts'
import { benchStatistics } from './statistics'
import { once, repeat } from './timing'

const TODAY = on('2026-11-23')
const projects = Number(process.argv[2])
if (!Number.isInteger(projects) || projects < 1) throw new Error('bench/briefing.ts PROJECTS')
/** What a briefing counts besides projects, procedures and services: signings, problems, needs. */
const FACTS = `
  INSERT INTO "Milestone"(id, "projectId", kind, "plannedOn", "baselineOn", "actualOn")
    SELECT gen_random_uuid(), id, 'SIGNING', "enteredOn" + 60, "enteredOn" + 60, "enteredOn" + 60 FROM "Project" ON CONFLICT DO NOTHING;
  INSERT INTO "Issue"(id, "districtId", number, source, text, "projectId", state, "raisedOn", "heldSince", "tierSince", "dueOn", "closedOn")
    SELECT gen_random_uuid(), p."districtId", 1000000 + p.number * 2 + n, (ARRAY['STEWARD', 'ASSISTANCE']::"IssueSource"[])[n + 1],
      '临时用电未接入', p.id, 'SOLVED', date '2026-10-02', date '2026-10-02', date '2026-10-02', date '2026-10-08', date '2026-10-08'
    FROM "Project" p CROSS JOIN generate_series(0, 1) n;
  INSERT INTO "FactorNeed"(id, "districtId", "projectId", kind, quantity, unit, "needBy", reason, state, "leadId", "raisedOn")
    SELECT gen_random_uuid(), p."districtId", p.id, 'POWER', 500, '千瓦', date '2026-11-10' + p.number % 30, '生产线用电',
      (ARRAY['CONFIRMED', 'IN_HAND', 'CONFIRMED']::"FactorState"[])[p.number % 3 + 1], o.id, date '2026-09-01'
    FROM "Project" p JOIN (SELECT id FROM "Org" WHERE kind = 'AGENCY' ORDER BY name LIMIT 1) o ON true;
  ANALYZE;`

const RUNS = projects > 1_000 ? 10 : 30

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })

try {
  await client.connect()
  await client.query(serviceFacts(projects))
  await client.query(FACTS)
  const actor = await scriptActor('bench-office')
  if (!actor) throw new Error('the population lacks an account')
  const period = presetPeriod('YEAR', TODAY)
  const scope = { taskforceId: null }
  const begun = await createBriefing(actor, { fromOn: period.from, toOn: period.to }, { today: TODAY })
  if (!begun.ok) throw new Error(`not begun: ${begun.error.code}`)
  const { briefingId } = begun.value
  const figures = await countFigures(actor, period, scope, TODAY)
  const counted = await repeat(RUNS, () => countFigures(actor, period, scope, TODAY))
  const draft = await repeat(RUNS, () => findBriefing(actor, briefingId, TODAY))
  const seen = (await findBriefing(actor, briefingId, TODAY))?.seen ?? ''
  const published = await once(() => publishBriefing(actor, { briefingId, seen }, { today: TODAY }))
  if (!published.result.ok) throw new Error(`not published: ${published.result.error.code}`)
  console.log(
    JSON.stringify({
      projects,
      figures: figures.length,
      counted,
      draft,
      publishMs: published.ms,
      published: await repeat(RUNS, () => findBriefing(actor, briefingId, TODAY)),
      docx: await repeat(RUNS, () => briefingDocument(actor, { briefingId }, TODAY)),
      list: await repeat(RUNS, () => listBriefings(actor, briefingFilter.parse({}))),
      drive: await repeat(RUNS, () => loadDrive(actor, scope)),
      statistics: await benchStatistics(actor, period, TODAY, RUNS),
    }),
  )
} finally {
  await closeDatabase()
  await client.end()
}
