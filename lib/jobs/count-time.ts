import { countAllTimeSpent } from '@/lib/data/time-spent'
import type { Job } from './job'

/** Counts in the night where the days of finished procedures went, so that nobody waits for it. */
export const countTimeJob: Job = {
  name: 'count-time',
  cron: '40 0 * * *',
  periods: async (today) => [today],
  run: async (_period, today) => countAllTimeSpent(today),
}
