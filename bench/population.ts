// A district of any size, written by the database itself: what the figures are measured on.
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { PUBLISHED_YEARS } from '@/lib/domain/published-years'
import { migrateDeploy } from '@/scripts/migrate-deploy.mjs'

/** Procedures each project has: close to what a building project needs. */
export const PROCEDURES_EACH = 40

type Item = { code: string; stage: string; name_zh: string; name_en: string; agency_zh: string; agency_en: string }
type Catalog = { procedures: (Item & Record<string, unknown>)[] }

const catalog = (): Catalog =>
  JSON.parse(fs.readFileSync(path.resolve('prisma/seed/procedures.json'), 'utf8')) as Catalog

/** Units, people, accounts and the catalogue of one district. */
const FRAME = `
  INSERT INTO "District"(id, code, name) VALUES (gen_random_uuid(), '990001', '测速区');
  INSERT INTO "Org"(id, "districtId", kind, name, "shortName")
    SELECT gen_random_uuid(), d.id, k.kind::"OrgKind", k.prefix || n, k.prefix || n FROM "District" d,
      (VALUES ('OFFICE', '办公室', 1), ('TASKFORCE', '专班', 8), ('STREET', '街道', 16), ('AGENCY', '局', 14), ('STEWARD_UNIT', '代办', 1)) k(kind, prefix, many),
      generate_series(1, k.many) n;
  INSERT INTO "Person"(id, "districtId", name, phone, "orgId")
    SELECT gen_random_uuid(), o."districtId", p.prefix || n, '1380000' || lpad(n::text, 4, '0'), o.id
    FROM (VALUES ('OFFICE', '周办', 1), ('STEWARD_UNIT', '管家', 60), ('AGENCY', '经办', 1)) p(kind, prefix, many)
      JOIN LATERAL (SELECT * FROM "Org" WHERE kind = p.kind::"OrgKind" ORDER BY name LIMIT 1) o ON true, generate_series(1, p.many) n;
  INSERT INTO "User"(id, "districtId", username, "passwordHash", role, "personId", "orgId")
    SELECT gen_random_uuid(), p."districtId", u.username, 'none', u.role::"Role", p.id, p."orgId"
    FROM (VALUES ('bench-office', 'OFFICE', '周办1'), ('bench-steward', 'STEWARD', '管家1'), ('bench-agency', 'AGENCY', '经办1')) u(username, role, person)
      JOIN "Person" p ON p.name = u.person;
  INSERT INTO "CatalogVersion"(id, "districtId", number, "effectiveOn") SELECT gen_random_uuid(), id, 1, '2026-01-01' FROM "District";`

const ITEMS = `
  INSERT INTO "CatalogItem"(id, "versionId", code, stage, "nationalStage", "nameZh", "nameEn", "agencyName", "agencyNameEn", "agencyId",
    clock, "statutoryDays", "statutoryUnit", "promisedWd", "promisedStatus", "planWd", predecessors, materials, tolerance, commitment, "keyNode")
  SELECT gen_random_uuid(), v.id, i.code, i.stage, i.national_stage, i.name_zh, i.name_en, i.agency_zh, i.agency_en, o.id,
    i.clock, (i.statutory->>'value')::int, i.statutory->>'unit', (i.promised->>'value')::int, i.promised->>'status', i.plan_wd,
    ARRAY(SELECT jsonb_array_elements_text(i.predecessors)), ARRAY(SELECT jsonb_array_elements_text(i.materials)), i.rongque, i.chengnuo, i.key_node
  FROM jsonb_to_recordset($1::jsonb) AS i(nth int, code text, stage text, national_stage int, name_zh text, name_en text, agency_zh text,
    agency_en text, clock text, statutory jsonb, promised jsonb, plan_wd int, predecessors jsonb, materials jsonb, rongque bool, chengnuo bool, key_node bool)
  CROSS JOIN "CatalogVersion" v
  JOIN (SELECT id, row_number() OVER (ORDER BY name) AS n FROM "Org" WHERE kind = 'AGENCY') o ON o.n = i.nth % 14 + 1`

/** Projects at every stage; $1 of them, as of the day $2. */
const PROJECTS = `
  INSERT INTO "Project"(id, "districtId", number, name, "searchText", nature, stage, "totalFen", "taskforceId", "streetId", "enteredOn", "lastVerifiedOn", "lastChangedOn")
  SELECT gen_random_uuid(), d.id, n, '第' || n || '号项目', '第' || n || '号项目 di ' || n, (ARRAY['NEW', 'CONTINUED', 'RENOVATION']::"ProjectNature"[])[n % 3 + 1],
    (ARRAY['SIGNED', 'PERMITTING', 'PERMITTING', 'PERMITTING', 'CONSTRUCTION']::"ProjectStage"[])[n % 5 + 1], (n % 977 + 1) * 10000000000::bigint,
    (SELECT id FROM "Org" WHERE name = '专班' || n % 8 + 1), (SELECT id FROM "Org" WHERE name = '街道' || n % 16 + 1),
    $2::date - 200 - n % 100, $2::date - n % 12, $2::date - n % 20
  FROM "District" d, generate_series(1, $1::int) n`

const AROUND = `
  INSERT INTO "StewardAssignment"(id, "projectId", "personId", "fromOn")
    SELECT gen_random_uuid(), p.id, s.id, p."enteredOn" FROM "Project" p JOIN "Person" s ON s.name = '管家' || p.number % 60 + 1;
  INSERT INTO "YearPlan"(id, "projectId", year, "plannedFen", "openingFen")
    SELECT gen_random_uuid(), id, 2026, "totalFen" / 3, "totalFen" / 10 FROM "Project";
  INSERT INTO "InvestmentEntry"(id, "projectId", "weekOf", "amountFen")
    SELECT gen_random_uuid(), id, date '2026-08-03' + 7 * w, "totalFen" / 200 FROM "Project", generate_series(0, 9) w;
  INSERT INTO "Milestone"(id, "projectId", kind, "plannedOn", "baselineOn", "actualOn")
    SELECT gen_random_uuid(), id, 'START', "enteredOn" + 240, "enteredOn" + 240, CASE WHEN stage = 'CONSTRUCTION' THEN "enteredOn" + 150 END FROM "Project";`

/**
 * Procedures as far as each project has come: everything before the n-th is done, the n-th runs, later ones wait.
 * The last day of a running one lies before or after $1, so that every colour occurs.
 */
const PROCEDURES = `
  INSERT INTO "Procedure"(id, "districtId", "projectId", "itemId", code, "agencyId", predecessors, "promisedWd", "statutoryDays", "statutoryUnit",
    "statutoryWd", "planWd", state, "receivedOn", "acceptedOn", "finishedOn", "enteredOn", "planSubmitOn", "planFinishOn", "baselineFinishOn")
  SELECT gen_random_uuid(), p."districtId", p.id, i.id, i.code, i."agencyId",
    CASE WHEN i.nth = 1 THEN '{}' ELSE ARRAY[lag(i.code) OVER (PARTITION BY p.id ORDER BY i.nth)] END,
    i."promisedWd", i."statutoryDays", i."statutoryUnit", CASE WHEN i.nth <= at.step THEN i."statutoryDays" END, i."planWd",
    (CASE WHEN i.nth < at.step THEN 'DONE' WHEN i.nth = at.step THEN 'ACCEPTED' ELSE 'NOT_STARTED' END)::"ProcedureState",
    CASE WHEN i.nth <= at.step THEN day.begun END, CASE WHEN i.nth <= at.step THEN day.begun END,
    CASE WHEN i.nth < at.step THEN day.begun + 2 END, p."enteredOn", day.begun, day.begun + 5, day.begun + 5
  FROM "Project" p
    CROSS JOIN (SELECT *, row_number() OVER (ORDER BY code) AS nth FROM "CatalogItem" LIMIT ${PROCEDURES_EACH}) i
    CROSS JOIN LATERAL (SELECT p.number * 7 % ${PROCEDURES_EACH} + 1 AS step) at
    CROSS JOIN LATERAL (SELECT $1::date - (p.number % 12) + (i.nth - at.step)::int * 4 AS begun) day`

const SET = `jsonb_build_object('state', s.state, 'receivedOn', p."receivedOn", 'acceptedOn', p."acceptedOn", 'statutoryWd', p."statutoryWd"`
const EVENTS = `
  INSERT INTO "ProcedureEvent"(id, "procedureId", seq, move, "fromState", "toState", "on", "recordedOn", data)
  SELECT gen_random_uuid(), p.id, s.seq, s.move, s.before::"ProcedureState", s.state::"ProcedureState", s.day, s.day,
    jsonb_build_object('set', CASE s.seq WHEN 1 THEN jsonb_build_object('state', 'READY') WHEN 2 THEN ${SET}) ELSE ${SET}, 'finishedOn', p."finishedOn") END)
  FROM "Procedure" p
    CROSS JOIN LATERAL (VALUES (1, 'OPEN', 'NOT_STARTED', 'READY', p."receivedOn"), (2, 'ACCEPT', 'READY', 'ACCEPTED', p."acceptedOn"),
      (3, 'FINISH', 'ACCEPTED', 'DONE', p."finishedOn")) s(seq, move, before, state, day)
  WHERE s.day IS NOT NULL`

/**
 * Creates a database of its own on the server of `serverUrl` and fills it.
 *
 * @returns its address, how long filling took, and a function that drops it
 */
export async function populate(serverUrl: string, projects: number, today: string) {
  const name = `bench_${process.pid}_${projects}`
  const server = new pg.Client({ connectionString: serverUrl })
  await server.connect()
  await server.query(`CREATE DATABASE ${name}`)
  const address = new URL(serverUrl)
  address.pathname = `/${name}`
  address.search = ''
  await migrateDeploy(address.href)
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  const started = performance.now()
  for (const { year, off, work } of PUBLISHED_YEARS)
    await client.query('INSERT INTO "HolidayYear"(year, off, work) VALUES ($1, $2, $3)', [year, off, work])
  await client.query(FRAME)
  await client.query(ITEMS, [JSON.stringify(catalog().procedures.map((item, nth) => ({ ...item, nth })))])
  await client.query(PROJECTS, [projects, today])
  await client.query(AROUND)
  await client.query(PROCEDURES, [today])
  await client.query(EVENTS)
  const fillMs = Math.round(performance.now() - started)
  const drop = async () => {
    await client.end()
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await server.end()
  }
  return { projects, url: address.href, client, fillMs, drop }
}
export type Population = Awaited<ReturnType<typeof populate>>
