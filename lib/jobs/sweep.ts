import { sweep } from '@/lib/data/sweep'
import type { Job } from './job'

/** Forgets once a day what only had to be remembered for one. */
export const sweepJob: Job = {
  name: 'sweep',
  cron: '45 0 * * *',
  periods: async (today) => [today],
  run: async () => sweep(new Date()),
}
