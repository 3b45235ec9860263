import { lastPeriod } from '@/lib/data/job-runs'
import { districtIds } from '@/lib/data/project-pages'
import { draftRankingNow, undraftedMonths } from '@/lib/data/ranking-draft'
import { lastDayOfMonth } from '@/lib/domain/plain-date'
import { evaluateDay } from './evaluate-day'
import type { Job } from './job'

/**
 * Drafts each district's ranking on the working day of its month that the district has set. Once for a month, however many
 * instances run and however late: the period is taken once, and the row is unique besides.
 */
export const draftRankingJob: Job = {
  name: 'draft-ranking',
  // After the day's colours and the month's; every day, so that a day on which nobody was running is made up for.
  cron: '40 1 * * *',
  periods: async (today) => {
    const evaluated = await lastPeriod(evaluateDay.name)
    const periods: string[] = []
    // Colours have to have been brought up to the data line; a database no job has run on has none to wait for.
    for (const districtId of await districtIds())
      for (const month of await undraftedMonths(districtId, today))
        if (evaluated === null || evaluated >= lastDayOfMonth(month)) periods.push(`${month} ${districtId}`)
    return periods
  },
  run: async (period, today, ranOn) => {
    const [month = '', districtId = ''] = period.split(' ')
    // Run for an earlier day, it still appears only now: nobody could have objected before.
    const draftedOn = ranOn > today ? ranOn : today
    return { items: (await draftRankingNow(districtId, month, draftedOn)) ?? 0 }
  },
}
