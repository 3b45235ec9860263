import { dayOfInstant } from '@/lib/clock'
import { mixReports } from '@/lib/data/report-night'
import { sweep } from '@/lib/data/sweep'
import type { Job } from './job'

/** Forgets once a day what only had to be remembered for one. */
export const sweepJob: Job = {
  name: 'sweep',
  cron: '45 0 * * *',
  periods: async (today) => [today],
  run: async () => {
    const now = new Date()
    const swept = await sweep(now)
    // How many reports there were is nobody's to read in the log of the jobs.
    await mixReports(dayOfInstant(now))
    return swept
  },
}
