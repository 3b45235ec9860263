import { businessDay, timeOfInstant } from '@/lib/clock'
import { sendDue } from '@/lib/data/deliveries'
import { escalate } from '@/lib/data/escalate'
import { forgetJobRuns } from '@/lib/data/job-runs'
import { districtIds } from '@/lib/data/project-pages'
import { CLOSES_AT, type Moment } from '@/lib/domain/message-hours'
import { addDays, on, type PlainDate } from '@/lib/domain/plain-date'
import { send } from '@/lib/post/send'
import type { Job } from './job'

const NAME = 'escalate'
/** Minutes from one run to the next. */
const EVERY = 5
/** Days the runs are remembered for. */
const KEPT_DAYS = 7

/** The minute counts on the business day only; an earlier day somebody asks about is told what its evening knew. */
export function ladderMoment(today: PlainDate, now: Date): Moment {
  if (today !== businessDay()) return { day: today, minute: CLOSES_AT - 1 }
  const [hour = 0, minute = 0] = timeOfInstant(now).split(':').map(Number)
  return { day: today, minute: hour * 60 + minute }
}

const two = (n: number) => String(n).padStart(2, '0')

/** A run of a day: its five minutes, so that several instances share them. */
function slotOf({ day, minute }: Moment): string {
  const start = minute - (minute % EVERY)
  return `${day} ${two(Math.floor(start / 60))}:${two(start % 60)}`
}

/**
 * Tells everybody what he is to be told of by now, every few minutes of the hours in which anybody may be written to; what a
 * missed run should have told is told by the next one.
 */
export const escalateJob: Job = {
  name: NAME,
  cron: `*/${EVERY} 8-19 * * *`,
  periods: async (today) => [slotOf(ladderMoment(today, new Date()))],
  run: async (period) => {
    const day = on(period.slice(0, 10))
    let [items, messages, drafts, gaps, ended] = [0, 0, 0, 0, 0]
    const awake: string[] = []
    for (const districtId of await districtIds()) {
      const now = new Date()
      const done = await escalate(districtId, ladderMoment(day, now), now)
      items += done.items
      messages += done.messages
      drafts += done.drafts
      gaps += done.gaps
      ended += done.ended
      if (done.writes) awake.push(districtId)
    }
    const { sent, unsent } = await sendDue(awake, send, () => new Date(), day)
    await forgetJobRuns(NAME, addDays(day, -KEPT_DAYS))
    return { items, messages, drafts, gaps, ended, sent, unsent }
  },
}
