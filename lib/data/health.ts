import 'server-only'
import fs from 'node:fs/promises'
import path from 'node:path'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { db } from './db'
import { lastPeriod, stuckJobRuns } from './job-runs'

export type Health =
  | Readonly<{ status: 'ok'; database: 'ok'; migrations: number; evaluatedOn: string | null }>
  | Readonly<{ status: 'unavailable'; reason: 'DATABASE' | 'MIGRATIONS' | 'JOBS_STUCK' | 'JOBS_LATE' }>

/** An answer that takes longer than this is no answer to whoever balances the load. */
const PATIENCE_MS = 2_000
/** A fresh process opens its connections and runs each query for the first time. */
const STARTING_PATIENCE_MS = 8_000

/** Names of the migrations this build brings along. */
async function shippedMigrations(): Promise<string[]> {
  const dir = path.join(/* turbopackIgnore: true */ process.cwd(), 'prisma/migrations')
  const entries = await fs.readdir(dir, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}

async function appliedMigrations(): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
  return new Set(rows.map((row) => row.name))
}

async function look(today: PlainDate, now: Date, starting: boolean): Promise<Health> {
  const applied = await appliedMigrations()
  const shipped = await shippedMigrations()
  if (shipped.some((name) => !applied.has(name))) return { status: 'unavailable', reason: 'MIGRATIONS' }
  if ((await stuckJobRuns(now)).length > 0) return { status: 'unavailable', reason: 'JOBS_STUCK' }
  const evaluatedOn = await lastPeriod('evaluate-day')
  const late = !evaluatedOn || evaluatedOn < addDays(today, -1)
  if (late && !starting) return { status: 'unavailable', reason: 'JOBS_LATE' }
  return { status: 'ok', database: 'ok', migrations: applied.size, evaluatedOn }
}

/**
 * Whether the deployment can do its work: database, migrations of this build, scheduled jobs.
 *
 * @param starting true in the first minutes of a process, in which it catches up on missed days
 * @returns a reason as a code, nothing about addresses or versions; never throws
 */
export async function checkHealth(today: PlainDate, now: Date, starting: boolean): Promise<Health> {
  const away: Health = { status: 'unavailable', reason: 'DATABASE' }
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<Health>((resolve) => {
    timer = setTimeout(() => resolve(away), starting ? STARTING_PATIENCE_MS : PATIENCE_MS)
  })
  const looked = look(today, now, starting).catch(() => away)
  return Promise.race([looked, patience]).finally(() => clearTimeout(timer))
}
