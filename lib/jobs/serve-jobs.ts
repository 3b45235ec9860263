import PgBoss from 'pg-boss'
import { businessDay } from '@/lib/clock'
import { log } from '@/lib/log'
import { type Job, runJob } from './job'
import { JOBS } from './schedule'

/**
 * Shanghai, which has no summer time: asked by name the queue looks it up hundreds of times whenever it compares its hours,
 * and the pages of that moment wait.
 */
const ZONE = 'UTC+8'
/** A database that is away is asked again after this, doubling up to a minute. */
const FIRST_RETRY_MS = 2_000
const LONGEST_RETRY_MS = 60_000
/** The queue reports a lost database at every poll; once in this time is enough to read. */
const QUIET_MS = 60_000

/** Reaches beyond the quarter of an hour after which a killed run gives its period back. */
const RETRY = { retryLimit: 4, retryDelay: 300 }

const options = (connectionString: string): PgBoss.ConstructorOptions => ({
  connectionString,
  schema: 'pgboss',
  application_name: new URL(connectionString).searchParams.get('application_name') ?? 'jobs',
  max: 3,
  ...RETRY,
  cronMonitorIntervalSeconds: 45,
  expireInMinutes: 15,
  archiveCompletedAfterSeconds: 24 * 3_600,
  deleteAfterDays: 7,
})

async function work(job: Job): Promise<void> {
  let running = false
  try {
    const outcomes = await runJob(job, businessDay())
    for (const outcome of outcomes) if (outcome.status === 'RAN') log.info({ job: outcome }, 'job ran')
    running = outcomes.some((outcome) => outcome.status === 'RUNNING')
  } catch (error) {
    // The queue keeps the failure to itself and tries again.
    log.error({ job: job.name, err: error }, 'job failed')
    throw error
  }
  // Whoever holds the period may have been killed; a retry finds out once the period is free again.
  if (running) throw new Error(`${job.name} is running elsewhere`)
}

/** Queues, schedules and workers of every job; each is also asked for now, for what was missed while nobody was running. */
async function open(boss: PgBoss): Promise<void> {
  await boss.start()
  for (const job of JOBS) {
    await boss.createQueue(job.name, { name: job.name, policy: 'short', ...RETRY })
    await boss.schedule(job.name, job.cron, {}, { tz: ZONE })
    await boss.send(job.name, {})
    await boss.work(job.name, { pollingIntervalSeconds: 30 }, () => work(job))
  }
}

function quiet(): (error: Error) => void {
  let last = 0
  return (error) => {
    if (Date.now() - last < QUIET_MS) return
    last = Date.now()
    log.warn({ reason: error.message || error.name }, 'jobs are waiting for the database')
  }
}

/**
 * Starts the scheduled jobs in this process, and keeps trying while the database is away.
 *
 * Several processes may do so on one database: the queue hands each job to one of them, and a period is taken once.
 *
 * @returns a function that stops them; what is running gets ten seconds to end
 */
export function serveJobs(connectionString: string): () => Promise<void> {
  const report = quiet()
  let boss: PgBoss | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const attempt = async (delay: number): Promise<void> => {
    const current = new PgBoss(options(connectionString))
    current.on('error', (error) => {
      if (!stopped) report(error)
    })
    boss = current
    try {
      await open(current)
    } catch (error) {
      if (stopped) return
      report(error instanceof Error ? error : new Error(String(error)))
      await current.stop({ graceful: false, wait: false }).catch(() => {})
      timer = setTimeout(() => void attempt(Math.min(delay * 2, LONGEST_RETRY_MS)), delay)
      timer.unref()
    }
  }
  void attempt(FIRST_RETRY_MS)

  return async () => {
    stopped = true
    clearTimeout(timer)
    await boss?.stop({ graceful: true, wait: true, timeout: 10_000 }).catch(() => {})
  }
}
