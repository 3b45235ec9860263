import { scriptActor } from '@/lib/auth/script-actor'
import { sealBriefing } from '@/lib/data/briefing-writes'
import { toDb } from '@/lib/data/date'
import { db } from '@/lib/data/db'
import { addDays, monthOf, on, type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import { instantOn } from './timeline'

/** Seconds after the day begins for the office that the report of the ended months is published. */
const PUBLISHED_AT = 1_800
/** It counts the whole district: a busy machine takes longer than a form may. */
const PATIENCE = { maxWait: 10_000, timeout: 180_000 } as const

/**
 * A published briefing of the months that have ended, and a draft of the year up to today 简报. What they say is counted from the
 * rows, so they come last, when those are there for everybody.
 */
export async function writeBriefings(today: PlainDate, newId: () => string): Promise<void> {
  const actor = await scriptActor('office')
  if (!actor) throw new Error('no office account')
  const ended = addDays(on(`${monthOf(today)}-01`), -1)
  const periods = [
    { from: ymd(yearOf(ended), 1, 1), to: ended },
    { from: ymd(yearOf(today), 1, 1), to: today },
  ]
  const numbers = new Map<number, number>()
  await db.$transaction(async (tx) => {
    for (const [i, { from, to }] of periods.entries()) {
      const year = yearOf(to)
      const number = (numbers.get(year) ?? 0) + 1
      numbers.set(year, number)
      const briefing = await tx.briefing.create({
        data: {
          id: newId(),
          districtId: actor.districtId,
          fromOn: toDb(from),
          toOn: toDb(to),
          year,
          number,
          createdById: actor.personId,
          createdOn: toDb(today),
          editions: { create: { id: newId(), nth: 1 } },
        },
        include: { taskforce: { select: { shortName: true } }, editions: true },
      })
      const [edition] = briefing.editions
      if (i > 0 || !edition) continue
      const sealed = await sealBriefing(
        tx,
        actor,
        { briefing, edition },
        {
          seen: null,
          at: instantOn(today, PUBLISHED_AT),
          today,
        },
      )
      if (!sealed.ok) throw new Error(`the briefing was not published: ${sealed.error.code}`)
    }
  }, PATIENCE)
}
