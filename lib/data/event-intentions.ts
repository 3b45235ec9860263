import 'server-only'
import { type Actor, allows } from '@/lib/domain/access'
import { dueMark, followMarks, INTENTION_STATES, intentionStand } from '@/lib/domain/event-intention'
import type { PlainDate } from '@/lib/domain/plain-date'
import type {
  FollowStep,
  IntentionDetail,
  IntentionFilter,
  IntentionPage,
  IntentionRow,
  IntentionTab,
} from '@/lib/schemas/event-intention'
import { EVENT_PAGE, type EventMoney } from '@/lib/schemas/finance-event'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { db } from './db'
import { eventScope, followColumns, followOf, IN_ORDER, NO_MONEY, visibleIntentions } from './finance-event-rows'
import { financingVisible } from './financing-visible'

const columns = {
  id: true,
  version: true,
  event: { select: { id: true, theme: true } },
  enterprise: { select: { id: true, name: true } },
  bank: { select: { id: true, shortName: true } },
  intendedFen: true,
  signedOn: true,
  follows: { select: followColumns, orderBy: IN_ORDER },
} satisfies Prisma.EventIntentionSelect

function rowOf(
  { bank, signedOn, follows, ...rest }: Prisma.EventIntentionGetPayload<{ select: typeof columns }>,
  asOf: PlainDate,
  today: PlainDate,
): IntentionRow {
  const known = follows.map(followOf)
  const day = fromDb(signedOn)
  return {
    ...rest,
    bank: bank && { id: bank.id, name: bank.shortName },
    signedOn: day,
    stand: intentionStand(known, asOf),
    marks: followMarks(day, known, today),
  }
}

const isIn = (tab: IntentionTab, { stand, marks }: IntentionRow): boolean =>
  tab === 'all' || (tab === 'due' ? dueMark(marks) !== null : stand.state === tab)

const sumOf = (rows: readonly IntentionRow[]): EventMoney =>
  rows.reduce(
    (sum, { intendedFen, stand }) => ({
      intentions: sum.intentions + 1,
      intendedFen: sum.intendedFen + intendedFen,
      grantedFen: sum.grantedFen + stand.grantedFen,
      paidNewFen: sum.paidNewFen + stand.paidNewFen,
      paidRenewedFen: sum.paidRenewedFen + stand.paidRenewedFen,
    }),
    NO_MONEY,
  )

/** All intentions of a filter; a district signs some hundreds a year, and where each stands is decided by the rules. */
async function allRows(actor: Actor, filter: IntentionFilter, today: PlainDate): Promise<IntentionRow[]> {
  const { q, event, bank, from, to, taskforce } = filter
  const text = { contains: q ?? '', mode: 'insensitive' as const }
  const records = await db.eventIntention.findMany({
    where: {
      AND: [
        visibleIntentions(actor),
        ...(q
          ? [{ OR: [{ enterprise: { name: text } }, { bank: { shortName: text } }, { event: { theme: text } }] }]
          : []),
        ...(event ? [{ eventId: event }] : []),
        ...(bank ? [{ bankId: bank }] : []),
        ...(from ? [{ signedOn: { gte: toDb(from) } }] : []),
        ...(to ? [{ signedOn: { lte: toDb(to) } }] : []),
        ...(taskforce ? [{ enterprise: { projects: { some: { taskforceId: taskforce } } } }] : []),
      ],
    },
    select: columns,
    orderBy: [{ signedOn: 'desc' }, { id: 'asc' }],
  })
  return records.map((record) => rowOf(record, to ?? today, today))
}

/**
 * The ledger of intentions 意向台账 with what became of them: intended, granted, paid new and paid renewed in columns of their
 * own, never added to one another.
 *
 * Who sees what: `visibleIntentions`.
 */
export async function listIntentions(actor: Actor, filter: IntentionFilter, today: PlainDate): Promise<IntentionPage> {
  const all = await allRows(actor, filter, today)
  const shown = all.filter((row) => isIn(filter.state, row))
  const n = (tab: IntentionTab) => all.filter((row) => isIn(tab, row)).length
  const [INTENDED, GRANTED, PAID, LAPSED] = INTENTION_STATES.map(n)
  return {
    rows: shown.slice((filter.page - 1) * EVENT_PAGE, filter.page * EVENT_PAGE),
    total: shown.length,
    counts: {
      due: n('due'),
      INTENDED: INTENDED ?? 0,
      GRANTED: GRANTED ?? 0,
      PAID: PAID ?? 0,
      LAPSED: LAPSED ?? 0,
      all: all.length,
    },
    sum: sumOf(shown),
  }
}

/** Every intention of a filter, for a workbook and for the page of an event. */
export async function listAllIntentions(
  actor: Actor,
  filter: IntentionFilter,
  today: PlainDate,
): Promise<readonly IntentionRow[]> {
  return (await allRows(actor, filter, today)).filter((row) => isIn(filter.state, row))
}

async function stepsOf(intentionId: string): Promise<FollowStep[]> {
  const follows = await db.eventFollow.findMany({
    where: { intentionId },
    include: { void: { select: { text: true } } },
    orderBy: [{ on: 'desc' }, { at: 'desc' }, { id: 'desc' }],
  })
  const users = await db.user.findMany({
    where: { id: { in: follows.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, person: { select: { name: true } } },
  })
  const who = new Map(users.map((user) => [user.id, user.person.name]))
  return follows.map((follow) => ({
    id: follow.id,
    kind: follow.kind,
    on: fromDb(follow.on),
    at: follow.at.toISOString(),
    by: who.get(follow.actorId ?? '') ?? null,
    amountFen: follow.amountFen,
    text: follow.text,
    voided: follow.void?.text ?? null,
  }))
}

/**
 * An intention with everything recorded of it and what the reader may do.
 *
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findIntention(actor: Actor, id: string, today: PlainDate): Promise<IntentionDetail | null> {
  const record = await db.eventIntention.findFirst({
    where: { AND: [{ id }, visibleIntentions(actor)] },
    select: columns,
  })
  if (!record) return null
  const row = rowOf(record, today, today)
  const scope = eventScope(actor.districtId, { bankId: row.bank?.id ?? null })
  const links = allows(actor, 'financeEvent.link', scope)
  const ofFirm = { AND: [financingVisible(actor, today), { enterpriseId: row.enterprise.id }] }
  const [steps, need, needs, banks] = await Promise.all([
    stepsOf(id),
    db.financingNeed.findFirst({
      where: { AND: [ofFirm, { intentions: { some: { id } } }] },
      select: { id: true, number: true },
    }),
    links
      ? db.financingNeed.findMany({
          where: ofFirm,
          select: { id: true, number: true, amountFen: true },
          orderBy: { number: 'desc' },
        })
      : [],
    db.eventBank.findMany({
      where: { eventId: row.event.id, attended: true },
      select: { bank: { select: { id: true, shortName: true } } },
      orderBy: { bank: { name: 'asc' } },
    }),
  ])
  const amends = allows(actor, 'financeEvent.amend', scope) && steps.every(({ voided }) => voided !== null)
  return {
    ...row,
    steps,
    need,
    needs,
    banks: amends ? banks.map(({ bank }) => ({ id: bank.id, name: bank.shortName })) : [],
    may: { follow: allows(actor, 'financeEvent.follow', scope), amend: amends, link: links },
  }
}
