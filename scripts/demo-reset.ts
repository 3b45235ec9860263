// Rebuilds the demo district: empties every table of the embedded database and seeds again.
import pg from 'pg'
import { businessDay } from '@/lib/clock'
import { closeDatabase } from '@/lib/data/close-database'
import { runJob } from '@/lib/jobs/job'
import { JOBS } from '@/lib/jobs/schedule'
import { seedDemo } from '@/prisma/seed/seed-demo'

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
await client.connect()
try {
  // A server in use holds its locks for moments; one that hangs must not make this hang as well.
  await client.query("set lock_timeout = '20s'")
  await client.query('begin')
  // History and audit refuse to be emptied. Only here, for a demo, is the whole record thrown away at once.
  await client.query('set local session_replication_role = replica')
  const { rows } = await client.query<{ tablename: string }>(
    `select tablename from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1`,
  )
  await client.query(`truncate ${rows.map((row) => `"${row.tablename}"`).join(', ')} restart identity`)
  await client.query('commit')
} finally {
  await client.end()
}
await seedDemo()
// A server that is up asks for its jobs at their hours only; without this it would be late until midnight.
for (const job of JOBS) await runJob(job, businessDay())
await closeDatabase()
