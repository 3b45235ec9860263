import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { decisionDueOn, FINANCING_LIMITS } from '@/lib/domain/financing/clock'
import { GRANTED_STATES, OPEN_STATES } from '@/lib/domain/financing/need'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { addWorkdays, type WorkCalendar } from '@/lib/domain/work-calendar'
import type { FinancingFilter, FinancingView, ResultFilter } from '@/lib/schemas/financing'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { consentOn, financingVisible, offersVisible } from './financing-visible'

/** First day of a span of days, as a clause. */
export const between = (from: PlainDate | undefined, to: PlainDate | undefined): Prisma.DateTimeFilter => ({
  ...(from && { gte: toDb(from) }),
  ...(to && { lte: toDb(to) }),
})

const like = (word: string) => word.replace(/[\\%_]/g, '\\$&').toLowerCase()

/** What was typed: the number of a need, or words of its enterprise or project. */
export function needSaying(q: string): Prisma.FinancingNeedWhereInput {
  const number = /^\d{1,7}$/.test(q) ? Number(q) : null
  const text = { searchText: { contains: like(q) } }
  return { OR: [...(number === null ? [] : [{ number }]), { enterprise: text }, { project: text }] }
}

/** Last day on which what is due `dueOf` it is late by a working day or more. */
function lastLate(today: PlainDate, dueOf: (day: PlainDate) => PlainDate): PlainDate {
  let day = today
  while (dueOf(day) >= today) day = addDays(day, -1)
  return day
}

/** Needs at which a limit has passed: the office's check, a bank's taking on, first contact or decision. */
export function lateNeeds(today: PlainDate, calendar: WorkCalendar): Prisma.FinancingNeedWhereInput {
  const three = toDb(lastLate(today, (day) => addWorkdays(calendar, day, FINANCING_LIMITS.contactWd)))
  const thirty = toDb(lastLate(today, (day) => decisionDueOn(calendar, day)))
  const late: Prisma.FinancingOfferWhereInput = {
    OR: [
      { state: 'RECOMMENDED', recommendedOn: { lte: three } },
      { state: 'ACCEPTED', contactedOn: null, acceptedOn: { lte: three } },
      { state: { in: ['ACCEPTED', 'DILIGENCE'] }, acceptedOn: { lte: thirty } },
    ],
  }
  return {
    OR: [
      { state: 'FILED', resubmittedOn: null, filedOn: { lte: three } },
      { state: 'FILED', resubmittedOn: { lte: three } },
      { offers: { some: late }, consents: { some: { ...consentOn(today), fromOn: { lte: three } } } },
    ],
  }
}

/** The needs of a filter that the actor sees, whatever state they are in. */
export function needsWhere(
  actor: Actor,
  filter: Omit<FinancingFilter, 'state' | 'page'>,
  today: PlainDate,
  calendar: WorkCalendar,
): Prisma.FinancingNeedWhereInput {
  const { q, purpose, collateral, channel, bank, taskforce, enterprise, project, key, late, from, to } = filter
  // What a reader may not see of a need he cannot ask by either.
  const detailed = actor.role !== 'TASKFORCE'
  return {
    AND: [
      financingVisible(actor, today),
      ...(q ? [needSaying(q)] : []),
      ...(purpose && detailed ? [{ purpose }] : []),
      ...(collateral && detailed ? [{ collateral }] : []),
      ...(channel && detailed && actor.role !== 'BANK' ? [{ channel }] : []),
      ...(bank && detailed ? [{ offers: { some: { AND: [offersVisible(actor), { bankId: bank }] } } }] : []),
      ...(taskforce ? [{ project: { taskforceId: taskforce } }] : []),
      ...(enterprise ? [{ enterpriseId: enterprise }] : []),
      ...(project ? [{ projectId: project }] : []),
      ...(key ? [{ project: { status: 'ACTIVE' as const } }] : []),
      ...(late ? [lateNeeds(today, calendar)] : []),
      ...(from || to ? [{ filedOn: between(from, to) }] : []),
    ],
  }
}

export const inView = (view: FinancingView, actor?: Actor): Prisma.FinancingNeedWhereInput => {
  if (view === 'all') return {}
  // A bank's view goes by its own offer: how far others are is not its to know.
  if (actor?.role === 'BANK' && view !== 'listed') {
    const state = view === 'open' ? { in: [...OPEN_STATES] } : view
    return { offers: { some: { AND: [offersVisible(actor), { state }] } } }
  }
  if (view === 'open') return { state: { in: [...OPEN_STATES] } }
  return view === 'listed' ? { offers: { some: {} } } : { state: view }
}

function inResultView(
  view: ResultFilter['view'],
  span: Prisma.DateTimeFilter | undefined,
  paid: Prisma.FinancingPaymentWhereInput,
): Prisma.FinancingOfferWhereInput {
  const decidedOn = span ? { decidedOn: span } : {}
  switch (view) {
    case 'waiting':
      return { state: { in: ['RECOMMENDED', 'ACCEPTED', 'DILIGENCE'] } }
    case 'granted':
      return { state: { in: [...GRANTED_STATES] }, ...decidedOn }
    case 'refused':
      return { state: { in: ['REFUSED', 'TRANSFERRED'] }, ...decidedOn }
    case 'decided':
      return { state: { in: [...GRANTED_STATES, 'REFUSED'] }, acceptedOn: { not: null }, ...decidedOn }
    case 'signed':
      return { state: { in: ['SIGNED', 'PAID', 'FOLLOWED'] }, ...(span ? { signedOn: span } : {}) }
    case 'paid':
      return { payments: { some: paid } }
    case 'all':
      return decidedOn
  }
}

/** Results of banks of a filter that the actor sees. */
export function resultsWhere(actor: Actor, filter: ResultFilter, today: PlainDate): Prisma.FinancingOfferWhereInput {
  const { view, q, bank, taskforce, channel, reason, payment, from, to } = filter
  const span = from || to ? between(from, to) : undefined
  const paid = { ...(payment && { kind: payment }), ...(span && { on: span }) }
  const inResults = inResultView(view, span, paid)
  return {
    AND: [
      { need: financingVisible(actor, today) },
      offersVisible(actor),
      inResults,
      ...(q ? [{ need: needSaying(q) }] : []),
      ...(bank ? [{ bankId: bank }] : []),
      ...(reason ? [{ reason, state: { in: ['REFUSED' as const, 'TRANSFERRED' as const] } }] : []),
      ...(taskforce ? [{ need: { project: { taskforceId: taskforce } } }] : []),
      ...(channel && actor.role !== 'BANK' ? [{ need: { channel } }] : []),
    ],
  }
}
