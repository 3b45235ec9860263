import { dayOrNull, toDb } from '@/lib/data/date'
import { addDays, addMonths, earliest, mondayOf, type PlainDate, weekdayOf } from '@/lib/domain/plain-date'
import type { Prisma } from '@/prisma/generated/client'
import type { Draft } from './draft'
import { RENOVATION_WORDS, UPDATE_WORDS } from './project-texts'
import { instantOn } from './timeline'

const WEEKS = 16

/** The last day somebody looked at the project. */
function lastLook({ r, cause, timeline }: Draft): PlainDate {
  if (cause.kind === 'stale') return addDays(timeline.today, -cause.days)
  const weekday = r.int(1, 5)
  let day = timeline.today
  while (weekdayOf(day) !== weekday) day = addDays(day, -1)
  return day
}

/** Days of the updates, oldest first. A lead is looked at when something happens, a signed project every week. */
function lookDays(draft: Draft): PlainDate[] {
  const { r, spec, cause, timeline } = draft
  const entered = timeline.day(0)
  if (spec.stage === 'PLANNING')
    return r.chance(0.5) ? [addDays(timeline.today, -r.int(3, 40))].filter((d) => d >= entered) : []
  const last =
    cause.kind === 'talks'
      ? earliest(addMonths(timeline.today, -cause.months), addDays(timeline.today, -r.int(1, 3)))
      : lastLook(draft)
  const days = Array.from({ length: WEEKS }, (_, i) => addDays(last, -7 * i))
  return days.filter((day) => day >= entered).reverse()
}

/** Weekly updates, and what the project says because of the last of them. */
export function buildUpdates(draft: Draft, entries: readonly Prisma.InvestmentEntryCreateManyInput[]) {
  const { r, id, spec, cause, shop, ties } = draft
  const words = draft.renovation && spec.stage === 'CONSTRUCTION' ? RENOVATION_WORDS : UPDATE_WORDS[spec.stage]
  const actorId = ties.stewardUserId ?? shop.officeUserId
  const days = lookDays(draft)
  const amounts = new Map(entries.map((e) => [dayOrNull(e.weekOf as Date), e.amountFen as bigint]))
  const updates = days.map((day, i): Prisma.WeeklyUpdateCreateManyInput => {
    const monday = mondayOf(day)
    // Talks that stall are looked at no more; the last thing said is their last progress.
    const changed = i === days.length - 1 ? cause.kind === 'talks' || r.chance(0.75) : r.chance(0.6)
    const base = {
      id: shop.newId(),
      projectId: id,
      weekOf: toDb(monday),
      on: toDb(day),
      at: instantOn(day, 5_000 + ties.number),
      actorId,
    }
    if (!changed) return { ...base, kind: 'UNCHANGED' }
    return {
      ...base,
      kind: 'CHANGED',
      // Work goes forward: the sentences are in the order a building grows in.
      text: words.text[Math.floor((i * words.text.length) / days.length)] ?? null,
      nextPlanText: r.chance(0.6) ? r.pick(words.next) : null,
      completedFen: amounts.get(monday) ?? null,
    }
  })
  const told = updates.findLast((u) => u.kind === 'CHANGED')
  const planned = updates.findLast((u) => u.nextPlanText)
  const spoken = {
    lastVerifiedOn: updates.at(-1)?.on ?? null,
    lastChangedOn: told?.on ?? null,
    progressText: told?.text ?? null,
    nextPlanText: planned?.nextPlanText ?? null,
  }
  return { updates, spoken }
}
