import { spawnSync } from 'node:child_process'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { JOBS } from '@/lib/jobs/schedule'
import { migrateDeploy } from './migrate-deploy.mjs'

const root = path.join(import.meta.dirname, '..')
const TODAY = '2026-11-23'
const name = `commands_${process.pid}`
const address = new URL(process.env.DATABASE_URL ?? '')
address.pathname = `/${name}`
const server = new pg.Client({ connectionString: process.env.DATABASE_URL })
const own = new pg.Client({ connectionString: address.href })

function run(args: string[], env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: address.href, APP_TODAY: TODAY, ...env },
  })
  return { status, said: stdout + stderr }
}
const external = { EMBEDDED_DATABASE: '' }
const command = (script: string, ...args: string[]) => ['scripts/run.mjs', `scripts/${script}.ts`, ...args]
const tables = async () =>
  (await own.query("SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'public'")).rows[0].n

beforeAll(async () => {
  await server.connect()
  await server.query(`CREATE DATABASE ${name}`)
  await own.connect()
})
afterAll(async () => {
  await own.end()
  await server.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await server.end()
})

test.each([
  ['start', ['scripts/start.mjs'], 'APP_TODAY'],
  ['job', command('job', 'evaluate-day'), 'APP_TODAY'],
  ['doctor', command('doctor'), 'APP_TODAY'],
  ['admin:create', command('admin-create'), 'APP_TODAY'],
  ['demo:reset', command('demo-reset'), 'DATABASE_URL'],
])('%s is refused in one sentence before it touches a real database', async (_name, args, word) => {
  const { status, said } = run(args, external)
  expect(status).toBe(1)
  expect(said.trim().split('\n')).toHaveLength(1)
  expect(said).toContain(word)
  expect(await tables()).toBe(0)
})

test('nothing is served with a weak secret or without an address', async () => {
  const production = { ...external, APP_TODAY: '', PORT: '1' }
  const weak = run(['scripts/start.mjs'], { ...production, APP_ORIGIN: 'https://a.example', NEXTAUTH_SECRET: 'short' })
  expect([weak.status, weak.said]).toEqual([1, expect.stringMatching(/^NEXTAUTH_SECRET .*\n$/)])
  const homeless = run(['scripts/start.mjs'], { ...production, APP_ORIGIN: '', NEXTAUTH_SECRET: 'x'.repeat(32) })
  expect([homeless.status, homeless.said]).toEqual([1, expect.stringMatching(/^.*APP_ORIGIN.*\n$/)])
  expect(await tables()).toBe(0)
})

test('a reset demo has today’s jobs behind it, and no job runs for a day that has not come', async () => {
  await migrateDeploy(address.href, { log: () => {} })
  const tsx = ['--conditions=react-server', '--import', 'tsx']
  const reset = run([...tsx, 'scripts/demo-reset.ts'], {})
  expect(reset).toMatchObject({ status: 0 })
  const runs = () => own.query('SELECT name, period FROM "JobRun" WHERE "finishedAt" IS NOT NULL ORDER BY name')
  const before = (await runs()).rows
  // The demo brings its weeks frozen, its agenda and its ranking drafted: those jobs find nothing to do.
  const brought = ['draft-agenda', 'draft-ranking', 'freeze-week']
  const names = JOBS.map((job) => job.name).filter((name) => !brought.includes(name))
  expect(before.map((row) => row.name)).toEqual(names.sort())
  expect(before).toContainEqual({ name: 'evaluate-day', period: TODAY })
  const early = run([...tsx, 'scripts/job.ts', 'evaluate-day', '--on', '2026-11-24'], {})
  expect([early.status, early.said]).toEqual([2, expect.stringMatching(/^2026-11-24 还没有到.*\n$/)])
  expect((await runs()).rows).toEqual(before)
  expect((await own.query(`SELECT 1 FROM "LevelChange" WHERE "on" > '${TODAY}'`)).rowCount).toBe(0)

  // Its audit log is whole; a byte changed past every trigger names its row.
  await own.query(
    `INSERT INTO "AuditEntry" ("actorName", "actorRole", "action", "ok") VALUES ('审计员', 'AUDITOR', 'audit.read', true)`,
  )
  const verify = () => run([...tsx, 'scripts/audit-verify.ts'], {})
  expect(verify()).toMatchObject({ status: 0, said: expect.stringMatching(/^审计日志完整：/) })
  const { id } = (await own.query('SELECT max("id") AS id FROM "AuditEntry"')).rows[0]
  await own.query('SET session_replication_role = replica')
  await own.query(`UPDATE "AuditEntry" SET "actorName" = "actorName" || '。' WHERE "id" = $1`, [id])
  await own.query('RESET session_replication_role')
  expect(verify()).toMatchObject({ status: 1, said: expect.stringMatching(`^AuditEntry 第 ${id} 条被改动`) })
}, 600_000)
