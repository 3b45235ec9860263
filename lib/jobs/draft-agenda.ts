import { draftAgendaNow, undraftedWeeks } from '@/lib/data/agenda-draft'
import { districtIds } from '@/lib/data/project-pages'
import { momentOf } from './freeze-week'
import type { Job } from './job'

/** Proposes the agenda of each district's meeting when its hour has come; a draft somebody works on is left alone. */
export const draftAgendaJob: Job = {
  name: 'draft-agenda',
  // After the freezing of the same hour.
  cron: '6 * * * *',
  periods: async (today) => {
    const periods: string[] = []
    for (const districtId of await districtIds())
      for (const week of await undraftedWeeks(districtId, momentOf(today))) periods.push(`${week.weekOf} ${districtId}`)
    return periods
  },
  run: async (period, today) => {
    const [weekOf, districtId = ''] = period.split(' ')
    let topics = 0
    for (const week of await undraftedWeeks(districtId, momentOf(today)))
      if (week.weekOf === weekOf) topics += await draftAgendaNow(districtId, week)
    return { topics }
  },
}
