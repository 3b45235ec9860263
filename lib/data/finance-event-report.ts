import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import { followMarks, intentionStand } from '@/lib/domain/event-intention'
import { earliest, type PlainDate } from '@/lib/domain/plain-date'
import { err, ok } from '@/lib/domain/result'
import type { EventReport } from '@/lib/schemas/event-report'
import { fromDb } from './date'
import { db } from './db'
import { findEvent } from './finance-event-detail'
import { countedIntentions, followOf, moneyColumns, visibleEvents } from './finance-event-rows'
import { loadPaperTitle } from './paper-heading'
import { write } from './write'

/**
 * The facts of the report of an event that was held 活动报告: who came, what was intended, and what had become of it by a day.
 * Written again as of the same day it is the same, unless a record of before was made void or added late.
 *
 * @returns null when there is none, it has not been held, or the reader's role reads no totals
 */
export async function loadEventReport(
  actor: Actor,
  id: string,
  asked: PlainDate | undefined,
  today: PlainDate,
): Promise<EventReport | null> {
  if (relationFor(actor.role, 'financeEvent.take') === null) return null
  const asOf = earliest(asked ?? today, today)
  const event = await findEvent(actor, id, today, asOf)
  if (event?.state !== 'HELD' || event.heldOn > asOf) return null
  const [intentions, firms, { office }] = await Promise.all([
    db.eventIntention.findMany({
      where: { AND: [countedIntentions(actor), { eventId: id }] },
      select: { signedOn: true, ...moneyColumns },
    }),
    db.eventGuest.findMany({
      where: { eventId: id, attended: true, event: visibleEvents(actor) },
      select: { enterprise: { select: { name: true } } },
      orderBy: { enterprise: { name: 'asc' } },
    }),
    loadPaperTitle(db, actor.districtId),
  ])
  const stands = intentions.map(({ follows }) => intentionStand(follows.map(followOf), asOf))
  const marks = intentions.flatMap(({ signedOn, follows }) =>
    followMarks(fromDb(signedOn), follows.map(followOf), asOf),
  )
  const come = marks.filter(({ dueOn }) => dueOn <= asOf)
  return {
    id,
    theme: event.theme,
    kind: event.kind,
    heldOn: event.heldOn,
    startsAt: event.startsAt,
    place: event.place,
    organiser: event.organiser.name,
    note: event.note,
    asOf,
    counts: event.counts,
    money: event.money,
    firms: firms.map(({ enterprise }) => enterprise.name),
    banks: event.banks.filter(({ attended }) => attended).map(({ name }) => name),
    states: {
      granted: stands.filter(({ grantedFen }) => grantedFen > 0n).length,
      paid: stands.filter(({ state }) => state === 'PAID').length,
      lapsed: stands.filter(({ state }) => state === 'LAPSED').length,
    },
    follow: { due: come.length, done: come.filter(({ doneOn }) => doneOn !== null).length },
    unit: office,
  }
}

/** Which report somebody took, with the checksum it bears. */
export type EventReportTaken = Readonly<{ eventId: string; asOf: PlainDate; checksum: string }>

/** Notes in the log that somebody took the report of an event 下载活动报告. @returns err NOT_FOUND */
export const takeEventReport = write('financeEvent.take', async (tx, actor, input: EventReportTaken) => {
  const event = await tx.financeEvent.findFirst({
    where: { AND: [{ id: input.eventId }, visibleEvents(actor)] },
    select: { id: true, theme: true },
  })
  if (!event) return err({ code: 'NOT_FOUND' })
  const { asOf, checksum } = input
  return ok({ value: null, subject: event.id, detail: { theme: event.theme, asOf, checksum } })
})
