import 'server-only'
import { ladder } from '@/lib/domain/escalation-ladder'
import { type Moment, mayWrite } from '@/lib/domain/message-hours'
import { draftColourPapers } from './colour-paper-drafts'
import { db } from './db'
import { layDeliveries } from './deliveries'
import { loadOpenItems, loadTold } from './ladder-items'
import { loadLevelContext } from './level-context'
import { endNotices, keepNotices } from './notice-rows'

/** What a run did, and whether anybody may be written to now. */
export type Escalated = Readonly<{
  writes: boolean
  items: number
  messages: number
  drafts: number
  letters: number
  gaps: number
  ended: number
}>

/**
 * Tells everybody what he is to be told of by now 逐级上报, drafts the papers that are called for, and ends what is over; all of
 * it or nothing.
 *
 * Asks what is due, not what became due: run twice it tells nobody twice, days late it forgets nobody.
 *
 * @param at the instant it is kept under; what the rules decide hangs on `now` alone
 */
export const escalate = (districtId: string, now: Moment, at: Date): Promise<Escalated> =>
  db.$transaction(
    async (tx) => {
      // One run of a district at a time: a second one would decide without seeing what the first one tells.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`escalate ${districtId}`}, 0))`
      const { calendar } = await loadLevelContext(tx, districtId, now.day)
      const items = await loadOpenItems(tx, districtId, now.day)
      const ended = await endNotices(
        tx,
        districtId,
        items.filter(({ quiet }) => !quiet),
        now.day,
      )
      const { messages, gaps } = ladder(items, await loadTold(tx, items), now, calendar)
      const rows = messages.map((message) => ({ message, on: now.day, at, seenAt: null }))
      const byId = new Map(items.map((item) => [item.id, item]))
      const kept = await keepNotices(tx, districtId, byId, rows)
      const drafts = await draftColourPapers(tx, districtId, items, now, calendar)
      const writes = mayWrite(now, calendar)
      const letters = await layDeliveries(tx, districtId, byId, messages, now, writes, at)
      return { items: items.length, messages: kept, drafts, letters, gaps: gaps.length, ended, writes }
    },
    { maxWait: 10_000, timeout: 120_000 },
  )
