import { refreshAll, rulesVersionOn } from '@/lib/data/all-levels'
import { freshenLevels } from '@/lib/data/freshen-levels'
import { lastPeriod } from '@/lib/data/job-runs'
import { districtIds } from '@/lib/data/project-pages'
import { addDays, daysBetween, monthOf, on, type PlainDate, parsePlainDate } from '@/lib/domain/plain-date'
import type { Job } from './job'

const NAME = 'evaluate-day'
/** Missed days that are lived through one by one; before them only today counts. */
const CATCH_UP_DAYS = 31

/** Days not yet evaluated up to today, so that a colour carries the day it turned on even when the job was late. */
async function periods(today: PlainDate): Promise<readonly string[]> {
  const last = parsePlainDate(await lastPeriod(NAME))
  if (!last || last >= today) return [today]
  const missed = Math.min(daysBetween(last, today), CATCH_UP_DAYS)
  return Array.from({ length: missed }, (_, i) => addDays(today, i + 1 - missed))
}

/**
 * Why every row is to be looked at on a day, if it is: other rules are in force, or a month begins. Rows foresee their
 * next change only so far ahead (HORIZON_DAYS), and not what a new year's plan brings; a look a month is enough for both.
 * Never once a later day has begun: every row would fall back to a colour it has left.
 */
async function reasonForAll(districtId: string, day: PlainDate): Promise<'RULES' | 'DAY' | null> {
  const last = await lastPeriod(NAME)
  if (last && last > day) return null
  const before = addDays(day, -1)
  if ((await rulesVersionOn(districtId, before)) !== (await rulesVersionOn(districtId, day))) return 'RULES'
  return monthOf(before) === monthOf(day) ? null : 'DAY'
}

/**
 * Lets a day begin: colours that turn on it turn. Cost follows the changes, not the rows, except on
 * the first day of a month or of new rules.
 */
export const evaluateDay: Job = {
  name: NAME,
  cron: '5 0 * * *',
  periods,
  run: async (period) => {
    const day = on(period)
    let projects = 0
    for (const districtId of await districtIds()) {
      projects += await freshenLevels(districtId, day)
      const reason = await reasonForAll(districtId, day)
      if (reason) projects += (await refreshAll(districtId, day, reason, null)).projects
    }
    return { projects }
  },
}
