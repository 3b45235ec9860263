import { businessDay, businessHour } from '@/lib/clock'
import { lastPeriod } from '@/lib/data/job-runs'
import { districtIds } from '@/lib/data/project-pages'
import { freezeWeekNow, unfrozenWeeks } from '@/lib/data/week-snapshots'
import type { MeetingWeek, Moment } from '@/lib/domain/meeting/week'
import type { PlainDate } from '@/lib/domain/plain-date'
import { evaluateDay } from './evaluate-day'
import type { Job } from './job'

/** The hour counts on the business day only; an earlier day somebody asks about is over. */
export const momentOf = (today: PlainDate): Moment => ({
  on: today,
  hour: today === businessDay() ? businessHour() : 23,
})

/** Weeks to freeze whose colours have been brought up to the line; the others wait until the day job has caught up. */
async function readyWeeks(districtId: string, today: PlainDate): Promise<MeetingWeek[]> {
  const evaluated = await lastPeriod(evaluateDay.name)
  const weeks = await unfrozenWeeks(districtId, momentOf(today))
  return weeks.filter((week) => evaluated === null || evaluated >= week.dataLine.on)
}

/** A week of a district, as one period of the job. */
const periodOf = (weekOf: PlainDate, districtId: string) => `${weekOf} ${districtId}`

/**
 * Freezes each district's week at its data line. Once for a week, however many instances run and however late: the period
 * is taken once, and the row is unique besides.
 */
export const freezeWeekJob: Job = {
  name: 'freeze-week',
  // Every hour: the line is at another hour in every district.
  cron: '1 * * * *',
  periods: async (today) => {
    const periods: string[] = []
    for (const districtId of await districtIds())
      for (const week of await readyWeeks(districtId, today)) periods.push(periodOf(week.weekOf, districtId))
    return periods
  },
  run: async (period, today) => {
    const districtId = period.split(' ')[1] ?? ''
    let projects = 0
    for (const week of await readyWeeks(districtId, today))
      if (periodOf(week.weekOf, districtId) === period) projects += await freezeWeekNow(districtId, week)
    return { projects }
  },
}
