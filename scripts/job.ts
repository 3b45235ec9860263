// npm run job -- NAME [--on DATE]: runs one scheduled job now, whether or not it ran before.
import { businessDay } from '@/lib/clock'
import { closeDatabase } from '@/lib/data/close-database'
import { parsePlainDate } from '@/lib/domain/plain-date'
import { runJob } from '@/lib/jobs/job'
import { findJob, JOBS } from '@/lib/jobs/schedule'
import { readArguments } from './arguments'

const USAGE = `npm run job -- NAME [--on YYYY-MM-DD]\nNAME: ${JOBS.map((j) => j.name).join(', ')}`
const { values, positionals } = readArguments({ allowPositionals: true, options: { on: { type: 'string' } } }, USAGE)
const job = findJob(positionals[0] ?? '')
const day = values.on === undefined ? businessDay() : parsePlainDate(values.on)
if (!job || positionals.length > 1) {
  console.error(USAGE)
  process.exitCode = 2
} else if (!day) {
  console.error(`not a day: ${values.on}`)
  process.exitCode = 2
} else if (day > businessDay()) {
  // What a job decides for a day that has not come would stand in the history for good.
  console.error(`${values.on} 还没有到（业务日是 ${businessDay()}）：定时任务只能跑到业务日为止。`)
  process.exitCode = 2
} else {
  const outcomes = await runJob(job, day, true, businessDay())
  console.log(JSON.stringify(outcomes))
  // Somebody else is at it: nothing failed, but nothing was done for whoever asked.
  if (outcomes.some((outcome) => outcome.status === 'RUNNING')) process.exitCode = 1
  await closeDatabase()
}
