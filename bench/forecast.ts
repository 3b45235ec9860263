// What the pages of time and of the start forecast ask for, and the counting behind them.

import { db } from '@/lib/data/db'
import { findProjectForecast } from '@/lib/data/project-forecast'
import { loadProjectTime } from '@/lib/data/project-time'
import { countTimeSpent, forgetTimeSpent } from '@/lib/data/time-spent'
import { loadTimeTable } from '@/lib/data/time-table'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { forecastQuery } from '@/lib/schemas/forecast'
import { timeQuery } from '@/lib/schemas/time-table'
import { once, repeat } from './timing'

/** Where the days went: all finished procedures counted anew, then the page that only adds, and the section of a project. */
export async function benchTime(actor: Actor, today: PlainDate, id: (round: number) => string) {
  await forgetTimeSpent(db, actor.districtId)
  const count = await once(() => countTimeSpent(actor.districtId, today, Number.MAX_SAFE_INTEGER))
  const query = timeQuery.parse({})
  return {
    countAll: { ms: count.ms, procedures: count.result.counted },
    table: await repeat(20, () => loadTimeTable(actor, query, today)),
    project: await repeat(50, (round) => loadProjectTime(actor, id(round), today)),
  }
}

/** The start forecast as it is opened, and with a trial of several ways. */
export async function benchForecast(actor: Actor, today: PlainDate, id: (round: number) => string) {
  const bare = forecastQuery.parse({})
  const asked = forecastQuery.parse({ item: 'SG04', days: '5', way: ['COMMITMENT.SG04', 'TOLERANCE.GC02'] })
  return {
    open: await repeat(30, (round) => findProjectForecast(actor, id(round), bare, today)),
    whatIf: await repeat(30, (round) => findProjectForecast(actor, id(round), asked, today)),
  }
}
