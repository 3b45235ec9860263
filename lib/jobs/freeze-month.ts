import { lastPeriod } from '@/lib/data/job-runs'
import { freezeMonth } from '@/lib/data/month-levels'
import { districtIds } from '@/lib/data/project-pages'
import { addMonths, monthOf, on, type PlainDate } from '@/lib/domain/plain-date'
import type { Job } from './job'

const NAME = 'freeze-month'

/** Months that are over and not yet frozen, oldest first; a first run takes the last one only. */
async function periods(today: PlainDate): Promise<readonly string[]> {
  const ended = monthOf(addMonths(today, -1))
  const last = await lastPeriod(NAME)
  if (!last || last >= ended) return [ended]
  const months: string[] = []
  for (let month = ended; month > last; month = monthOf(addMonths(on(`${month}-01`), -1))) months.unshift(month)
  return months
}

/** Freezes the colours of the month that ended: what the third-month rule counts. */
export const freezeMonthJob: Job = {
  name: NAME,
  // Every day, so that a month end on which nobody was running is made up the next morning.
  cron: '15 0 * * *',
  periods,
  run: async (month, today) => {
    let projects = 0
    for (const districtId of await districtIds()) projects += await freezeMonth(districtId, month, today)
    return { projects }
  },
}
