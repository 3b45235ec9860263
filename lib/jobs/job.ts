import { dropJobRun, finishJobRun, type JobSummary, takeJobRun } from '@/lib/data/job-runs'
import type { PlainDate } from '@/lib/domain/plain-date'

/** Work that is done once for each period: load, decide, save. */
export type Job = Readonly<{
  name: string
  /** When it is due, in the cron notation of Asia/Shanghai. */
  cron: string
  /** The periods a day asks for, oldest first: more than one when runs were missed. */
  periods: (today: PlainDate) => Promise<readonly string[]>
  /** @param ranOn business day it is really done on: later than `today` when a missed day is made up for by hand */
  run: (period: string, today: PlainDate, ranOn: PlainDate) => Promise<JobSummary>
}>

export type JobOutcome = Readonly<{
  name: string
  period: string
  status: 'RAN' | 'DONE' | 'RUNNING'
  summary?: JobSummary
}>

/**
 * Does what is due of a job; a period that was done, here or by another instance, is left alone.
 *
 * @param again runs a period that was done once more; every job leaves the same rows behind
 * @param ranOn the business day, where the job is run for another
 */
export async function runJob(job: Job, today: PlainDate, again = false, ranOn = today): Promise<JobOutcome[]> {
  const outcomes: JobOutcome[] = []
  for (const period of await job.periods(today)) {
    const taken = await takeJobRun(job.name, period, new Date(), again)
    if (taken !== 'TAKEN') {
      outcomes.push({ name: job.name, period, status: taken })
      continue
    }
    try {
      const summary = await job.run(period, today, ranOn)
      await finishJobRun(job.name, period, summary, new Date())
      outcomes.push({ name: job.name, period, status: 'RAN', summary })
    } catch (error) {
      await dropJobRun(job.name, period)
      throw error
    }
  }
  return outcomes
}
