// Applies prisma/migrations/*/migration.sql and records them in _prisma_migrations exactly as `prisma migrate deploy`
// does (same table, sha256 checksum, advisory lock 72707369), so either tool can continue where the other stopped.
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

export async function migrateDeploy(url, { dir = 'prisma/migrations', log = console.log } = {}) {
  const c = new pg.Client({ connectionString: url })
  await c.connect()
  try {
    await c.query("set statement_timeout = 0; set lock_timeout = '10s'")
    await c.query('select pg_advisory_lock(72707369)')
    await c.query(`create table if not exists "_prisma_migrations" (
      "id" varchar(36) primary key not null, "checksum" varchar(64) not null, "finished_at" timestamptz,
      "migration_name" varchar(255) not null, "logs" text, "rolled_back_at" timestamptz,
      "started_at" timestamptz not null default now(), "applied_steps_count" integer not null default 0)`)
    const { rows } = await c.query(
      'select migration_name, checksum, finished_at, rolled_back_at, logs from "_prisma_migrations"',
    )
    const failed = rows.filter((r) => !r.finished_at && !r.rolled_back_at)
    if (failed.length)
      throw new Error(
        `failed migration(s) in the database: ${failed.map((f) => f.migration_name).join(', ')}; resolve with \`prisma migrate resolve\``,
      )
    const done = new Map(
      rows.filter((r) => r.finished_at && !r.rolled_back_at).map((r) => [r.migration_name, r.checksum]),
    )
    const names = fs
      .readdirSync(dir, { withFileTypes: true })
      .filter((e) => e.isDirectory())
      .map((e) => e.name)
      .sort()
    const applied = []
    for (const name of names) {
      const sql = fs.readFileSync(path.join(dir, name, 'migration.sql'), 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      if (done.has(name)) {
        if (done.get(name) !== checksum) log(`warning: migration ${name} was edited after it was applied`)
        continue
      }
      // The file and its record in one transaction: a process killed half-way leaves neither.
      try {
        await c.query('begin')
        await c.query(sql)
        await c.query(
          'insert into "_prisma_migrations"(id, checksum, migration_name, applied_steps_count, finished_at) values ($1,$2,$3,1,now())',
          [randomUUID(), checksum, name],
        )
        await c.query('commit')
      } catch (e) {
        await c.query('rollback').catch(() => {})
        throw new Error(`migration ${name} failed: ${e.message}`, { cause: e })
      }
      applied.push(name)
    }
    return applied
  } finally {
    await c.end()
  }
}
if (import.meta.filename === process.argv[1]) console.log(await migrateDeploy(process.env.DATABASE_URL))
