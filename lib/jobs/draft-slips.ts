import { districtIds } from '@/lib/data/project-pages'
import { draftSlips } from '@/lib/data/slip-drafts'
import type { Job } from './job'

/** Drafts once a day what late tasks have grown up to; days that were missed are made up for by the next one. */
export const draftSlipsJob: Job = {
  name: 'draft-slips',
  // Before people come in, after the day's colours.
  cron: '20 1 * * *',
  periods: async (today) => [today],
  run: async (_period, today) => {
    let slips = 0
    for (const districtId of await districtIds()) slips += await draftSlips(districtId, today)
    return { slips }
  },
}
