import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { harbourStateOn } from '@/lib/domain/harbour'
import type { PlainDate } from '@/lib/domain/plain-date'
import { soleNumber } from '@/lib/domain/search-words'
import { SEES_PACKS } from '@/lib/domain/sight'
import type { Found, ServiceHit, ServiceKind, Window } from '@/lib/schemas/search'
import { fromDb } from './date'
import { db } from './db'
import { visibleEvents } from './finance-event-rows'
import { harbourDaysOf, visibleHarbours } from './harbours'
import { visiblePromotions } from './promotion-rows'
import { visibleUpgrades } from './upgrade-rows'
import { visibleVisits } from './visit-rows'
import { visibleWalks } from './walk-rows'

const like = (word: string) => word.replace(/[\\%_]/g, '\\$&')
const spelled = (word: string) => ({ searchText: { contains: like(word) } })
const said = (word: string) => ({ contains: like(word), mode: 'insensitive' as const })

/** A page of hits with how many there are; whoever is shown all of them need not be asked how many. */
async function found<Row, Hit>(
  { skip, take }: Window,
  read: Promise<readonly Row[]>,
  count: () => Promise<number>,
  hit: (row: Row) => Hit,
): Promise<Found<Hit>> {
  const rows = await read
  const total = skip === 0 && rows.length < take ? rows.length : await count()
  return { hits: rows.map(hit), total }
}

type Finder<K extends ServiceKind> = (
  actor: Actor,
  words: readonly string[],
  today: PlainDate,
  window: Window,
) => Promise<Found<ServiceHit<K>>>

/** Harbours by what they are called and where they are. Who sees what: `visibleHarbours`. */
const harbours: Finder<'harbours'> = (actor, words, today, window) => {
  const where = { AND: [visibleHarbours(actor), ...words.map(spelled)] }
  const read = db.harbour.findMany({
    where,
    select: {
      id: true,
      name: true,
      address: true,
      registeredOn: true,
      openedOn: true,
      closedOn: true,
      leadBank: { select: { shortName: true } },
    },
    orderBy: [{ closedOn: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }],
    ...window,
  })
  return found(
    window,
    read,
    () => db.harbour.count({ where }),
    ({ id, name, address, leadBank, ...days }) => ({
      id,
      number: null,
      title: name,
      about: [leadBank.shortName, address],
      state: harbourStateOn(harbourDaysOf(days), today) ?? 'PLANNED',
      on: null,
    }),
  )
}

/** 政银企对接 events by theme and place, the latest first. Who sees what: `visibleEvents`. */
const events: Finder<'events'> = (actor, words, _today, window) => {
  const where = { AND: [visibleEvents(actor), ...words.map(spelled)] }
  const read = db.financeEvent.findMany({
    where,
    select: { id: true, theme: true, place: true, heldOn: true, state: true },
    orderBy: [{ heldOn: 'desc' }, { id: 'asc' }],
    ...window,
  })
  return found(
    window,
    read,
    () => db.financeEvent.count({ where }),
    ({ id, theme, place, heldOn, state }) => ({
      id,
      number: null,
      title: theme,
      about: [place],
      state,
      on: fromDb(heldOn),
    }),
  )
}

/** Walks by the procedure, its code, whoever walked, the unit or the number. Who sees what: `visibleWalks`. */
const walks: Finder<'walks'> = (actor, words, _today, window) => {
  const number = soleNumber(words)
  const where = {
    AND: [visibleWalks(actor), ...(number === null ? words.map(spelled) : [{ number }])],
  }
  const read = db.walk.findMany({
    where,
    select: {
      id: true,
      number: true,
      item: true,
      leader: true,
      on: true,
      state: true,
      unit: { select: { shortName: true } },
    },
    orderBy: [{ on: 'desc' }, { number: 'desc' }],
    ...window,
  })
  return found(
    window,
    read,
    () => db.walk.count({ where }),
    ({ id, number: no, item, leader, on, state, unit }) => ({
      id,
      number: no,
      title: item,
      about: [unit.shortName, leader],
      state,
      on: fromDb(on),
    }),
  )
}

/** Visits by what they are for, the enterprise or the unit, the latest first. Who sees what: `visibleVisits`. */
const visits: Finder<'visits'> = (actor, words, _today, window) => {
  const where = {
    AND: [
      visibleVisits(actor),
      ...words.map((word) => ({
        OR: [{ purpose: said(word) }, { enterprise: spelled(word) }, { unit: spelled(word) }],
      })),
    ],
  }
  const read = db.visitPlan.findMany({
    where,
    select: {
      id: true,
      purpose: true,
      on: true,
      state: true,
      enterprise: { select: { name: true } },
      unit: { select: { shortName: true } },
    },
    orderBy: [{ on: 'desc' }, { id: 'asc' }],
    ...window,
  })
  return found(
    window,
    read,
    () => db.visitPlan.count({ where }),
    ({ id, purpose, on, state, enterprise, unit }) => ({
      id,
      number: null,
      title: enterprise.name,
      about: [purpose, unit.shortName],
      state,
      on: fromDb(on),
    }),
  )
}

/** What is offered to private capital, by its project or by who is interested. Who sees what: `visiblePromotions`. */
const promotions: Finder<'promotions'> = (actor, words, _today, window) => {
  const where = {
    AND: [
      visiblePromotions(actor),
      ...words.map((word) => ({ OR: [{ project: spelled(word) }, { parties: { some: { name: said(word) } } }] })),
    ],
  }
  const read = db.promotion.findMany({
    where,
    select: { id: true, state: true, proposedOn: true, project: { select: { name: true } } },
    orderBy: [{ proposedOn: 'desc' }, { id: 'asc' }],
    ...window,
  })
  return found(
    window,
    read,
    () => db.promotion.count({ where }),
    ({ id, state, proposedOn, project }) => ({
      id,
      number: null,
      title: project.name,
      about: [],
      state,
      on: fromDb(proposedOn),
    }),
  )
}

/** Upgrades 三化改造 by name, enterprise or number. Who sees what: `visibleUpgrades`. */
const upgrades: Finder<'upgrades'> = (actor, words, _today, window) => {
  const number = soleNumber(words)
  const where = {
    AND: [
      visibleUpgrades(actor),
      ...(number === null
        ? words.map((word) => ({ OR: [{ name: said(word) }, { enterprise: spelled(word) }] }))
        : [{ number }]),
    ],
  }
  const read = db.upgradeProject.findMany({
    where,
    select: { id: true, number: true, name: true, state: true, enterprise: { select: { name: true } } },
    orderBy: [{ enteredOn: 'desc' }, { number: 'desc' }],
    ...window,
  })
  return found(
    window,
    read,
    () => db.upgradeProject.count({ where }),
    ({ id, number: no, name, state, enterprise }) => ({
      id,
      number: no,
      title: name,
      about: [enterprise.name],
      state,
      on: null,
    }),
  )
}

/** Batches of packs by their name; whoever sees packs sees the stock. */
const batches: Finder<'batches'> = async (actor, words, _today, window) => {
  if (!SEES_PACKS.has(actor.role)) return { hits: [], total: 0 }
  const where = { AND: [{ districtId: actor.districtId }, ...words.map((word) => ({ name: said(word) }))] }
  const read = db.packBatch.findMany({
    where,
    select: { id: true, number: true, name: true, on: true },
    orderBy: [{ on: 'desc' }, { number: 'desc' }],
    ...window,
  })
  return found(
    window,
    read,
    () => db.packBatch.count({ where }),
    ({ id, number, name, on }) => ({ id, number, title: name, about: [], state: null, on: fromDb(on) }),
  )
}

/** How each service for enterprises is found, each through the clause its own list is read by. */
export const SERVICE_FINDERS: Readonly<{ [K in ServiceKind]: Finder<K> }> = {
  harbours,
  events,
  walks,
  visits,
  promotions,
  upgrades,
  batches,
}
