import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'

/** A run that has not ended after this long was killed; somebody else may take its place. */
const STUCK_MS = 15 * 60_000

export type JobSummary = Readonly<Record<string, number | string>>

/**
 * Takes a period of a job for this process. Several instances may ask: one gets it.
 *
 * @param again whether a period that was finished before may be run once more (somebody asks by hand)
 * @returns TAKEN: go ahead; DONE: it ran before; RUNNING: another process is at it
 */
export async function takeJobRun(
  name: string,
  period: string,
  now: Date,
  again = false,
): Promise<'TAKEN' | 'DONE' | 'RUNNING'> {
  const taken = await db.$executeRaw`
    INSERT INTO "JobRun" ("name", "period", "startedAt") VALUES (${name}, ${period}, ${now})
    ON CONFLICT ("name", "period") DO UPDATE SET "startedAt" = ${now}, "finishedAt" = NULL
    WHERE ("JobRun"."finishedAt" IS NULL AND "JobRun"."startedAt" < ${new Date(now.getTime() - STUCK_MS)})
       OR ("JobRun"."finishedAt" IS NOT NULL AND ${again})`
  if (taken === 1) return 'TAKEN'
  const run = await db.jobRun.findUnique({ where: { name_period: { name, period } }, select: { finishedAt: true } })
  return run?.finishedAt ? 'DONE' : 'RUNNING'
}

/** Ends a run with what it did. */
export async function finishJobRun(name: string, period: string, summary: JobSummary, now: Date): Promise<void> {
  await db.jobRun.update({
    where: { name_period: { name, period } },
    data: { finishedAt: now, summary: summary as Prisma.InputJsonObject },
  })
}

/** Gives a period back after a failure, so that the next try need not wait. */
export async function dropJobRun(name: string, period: string): Promise<void> {
  await db.jobRun.deleteMany({ where: { name, period, finishedAt: null } })
}

/** The latest period of a job that ended; null before the first. Periods of one job sort as text. */
export async function lastPeriod(name: string): Promise<string | null> {
  const run = await db.jobRun.findFirst({
    where: { name, finishedAt: { not: null } },
    orderBy: { period: 'desc' },
    select: { period: true },
  })
  return run?.period ?? null
}

/** Runs that never ended: what the health check and the doctor look for. */
export const stuckJobRuns = (now: Date) =>
  db.jobRun.findMany({
    where: { finishedAt: null, startedAt: { lt: new Date(now.getTime() - STUCK_MS) } },
    select: { name: true, period: true, startedAt: true },
    orderBy: { startedAt: 'asc' },
  })

/** Forgets the ended runs of a job whose periods begin with a day, from before one. */
export async function forgetJobRuns(name: string, before: string): Promise<void> {
  await db.jobRun.deleteMany({ where: { name, period: { lt: before }, finishedAt: { not: null } } })
}
