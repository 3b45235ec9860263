import { districtIds } from '@/lib/data/project-pages'
import { chaseSlips } from '@/lib/data/supervision-chase'
import type { Job } from './job'

/** Urges once a day whoever has not answered the commission, and calls in his head after that; a missed day is made up for. */
export const chaseSlipsJob: Job = {
  name: 'chase-slips',
  // Before people come in.
  cron: '25 1 * * *',
  periods: async (today) => [today],
  run: async (_period, today) => {
    let chased = 0
    for (const districtId of await districtIds()) chased += await chaseSlips(districtId, today)
    return { chased }
  },
}
