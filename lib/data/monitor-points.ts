import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import {
  PLATE_STANDS,
  type PlateStand,
  POINT_STATES,
  plateStandOf,
  plateStateOf,
  pointStateOn,
} from '@/lib/domain/monitor-point'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SEES_POINTS } from '@/lib/domain/sight'
import type {
  PlateRow,
  PointChoices,
  PointDetail,
  PointFigures,
  PointFilter,
  PointPage,
  PointRow,
  PointTab,
} from '@/lib/schemas/monitor-point'
import { TASK_PAGE } from '@/lib/schemas/task'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb, toDb } from './date'
import { db } from './db'
import { enterpriseOffers } from './enterprise-choice'
import { isSignedFor } from './plates'
import { wordsOf } from './service-where'
import { namesOfUsers } from './user-names'

/** The points an actor sees: roles that have the register see all of their district. */
export const visiblePoints = (actor: Actor): Prisma.MonitorPointWhereInput =>
  SEES_POINTS.has(actor.role) ? { districtId: actor.districtId } : { id: { in: [] as string[] } }

const reachable = { id: true, name: true, phone: true } as const
/** What a row of the register is read from. */
export const pointColumns = {
  id: true,
  districtId: true,
  version: true,
  number: true,
  name: true,
  kind: true,
  address: true,
  registeredOn: true,
  openedOn: true,
  closedOn: true,
  closedReason: true,
  enterprise: { select: { id: true, name: true } },
  supervisor: {
    select: {
      ...reachable,
      org: { select: { id: true, shortName: true } },
      enterprise: { select: { name: true } },
    },
  },
  contact: { select: reachable },
  plates: {
    select: { code: true, postedOn: true, end: true },
    where: { OR: [{ endedOn: null }, { end: 'REVOKED' }] },
  },
} satisfies Prisma.MonitorPointSelect
type Found = Prisma.MonitorPointGetPayload<{ select: typeof pointColumns }>

export const pointDaysOf = (row: Pick<Found, 'openedOn' | 'closedOn'>) => ({
  openedOn: dayOrNull(row.openedOn),
  closedOn: dayOrNull(row.closedOn),
})

/** A point as lists have it, as of a day. */
export function pointRowOf(record: Found, today: PlainDate): PointRow {
  const { districtId, supervisor, plates, openedOn: _, closedOn: __, registeredOn: ___, ...rest } = record
  const days = pointDaysOf(record)
  const live = plates.filter(({ end }) => end === null)
  return {
    ...rest,
    ...days,
    state: pointStateOn(days, today),
    supervisor: {
      id: supervisor.id,
      name: supervisor.name,
      phone: supervisor.phone,
      unit: supervisor.org?.shortName ?? supervisor.enterprise?.name ?? null,
      unitId: supervisor.org?.id ?? null,
    },
    stand: plateStandOf(plates.map(({ postedOn, end }) => plateStateOf({ postedOn: dayOrNull(postedOn), end }))),
    unsigned: live.some(({ code }) => !isSignedFor(code, { districtId, pointId: rest.id })),
    postedOn: dayOrNull(live.find(({ postedOn }) => postedOn !== null)?.postedOn ?? null),
  }
}

/** As `pointStateOn`, as a where-clause. */
function standing(state: PointTab, today: PlainDate): Prisma.MonitorPointWhereInput {
  const day = toDb(today)
  const live = { OR: [{ closedOn: null }, { closedOn: { gt: day } }] }
  if (state === 'CLOSED') return { closedOn: { lte: day } }
  if (state === 'OPEN') return { AND: [live, { openedOn: { lte: day } }] }
  if (state === 'PLANNED') return { AND: [live, { OR: [{ openedOn: null }, { openedOn: { gt: day } }] }] }
  return {}
}

const posted = { endedOn: null, postedOn: { not: null } } as const
const waiting = { endedOn: null, postedOn: null } as const
/** As `plateStandOf`, as a where-clause. */
const OFF_FOR = {
  NONE: { plates: { none: { OR: [{ endedOn: null }, { end: 'REVOKED' }] } } },
  REVOKED: { AND: [{ plates: { some: { end: 'REVOKED' } } }, { plates: { none: { endedOn: null } } }] },
  WAITING: { AND: [{ plates: { some: waiting } }, { plates: { none: posted } }] },
  POSTED: { AND: [{ plates: { some: posted } }, { plates: { none: waiting } }] },
  CHANGING: { AND: [{ plates: { some: posted } }, { plates: { some: waiting } }] },
} as const satisfies Readonly<{ [stand in PlateStand]: Prisma.MonitorPointWhereInput }>

const asked = (actor: Actor, { kind, plate, q }: PointFilter): Prisma.MonitorPointWhereInput => ({
  AND: [
    visiblePoints(actor),
    kind ? { kind } : {},
    plate ? OFF_FOR[plate] : {},
    ...(q ? wordsOf(q).map((word) => ({ searchText: { contains: word } })) : []),
  ],
})

/**
 * The register of monitoring points 监测点, by number; a page of it, or as many as are asked for.
 *
 * Who sees what: `visiblePoints`. Reads the unique index of numbers.
 *
 * @param most rows at most, instead of a page
 */
export async function listPoints(
  actor: Actor,
  filter: PointFilter,
  today: PlainDate,
  most?: number,
): Promise<PointPage> {
  const where = { AND: [asked(actor, filter), standing(filter.state, today)] }
  const count = (tab: PointTab) =>
    db.monitorPoint.count({ where: { AND: [asked(actor, filter), standing(tab, today)] } })
  const [records, total, all, ...counts] = await Promise.all([
    db.monitorPoint.findMany({
      where,
      select: pointColumns,
      orderBy: { number: 'asc' },
      ...(most === undefined ? { skip: (filter.page - 1) * TASK_PAGE, take: TASK_PAGE } : { take: most }),
    }),
    db.monitorPoint.count({ where }),
    count('all'),
    ...POINT_STATES.map(count),
  ])
  const [PLANNED = 0, OPEN = 0, CLOSED = 0] = counts
  return { rows: records.map((record) => pointRowOf(record, today)), total, counts: { PLANNED, OPEN, CLOSED, all } }
}

/** How the points in use are off for plates. */
export async function pointFigures(actor: Actor, today: PlainDate): Promise<PointFigures> {
  const open = { AND: [visiblePoints(actor), standing('OPEN', today)] }
  const [all, ...stands] = await Promise.all([
    db.monitorPoint.count({ where: open }),
    ...PLATE_STANDS.map((stand) => db.monitorPoint.count({ where: { AND: [open, OFF_FOR[stand]] } })),
  ])
  const [NONE = 0, REVOKED = 0, WAITING = 0, POSTED = 0, CHANGING = 0] = stands
  return { open: all, NONE, REVOKED, WAITING, POSTED, CHANGING }
}

/**
 * A point with the story of its plates, and what the reader may do about it.
 *
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findPoint(actor: Actor, id: string, today: PlainDate): Promise<PointDetail | null> {
  const record = await db.monitorPoint.findFirst({
    where: { AND: [{ id }, visiblePoints(actor)] },
    select: pointColumns,
  })
  if (!record) return null
  const plates = await db.codePlate.findMany({
    where: { pointId: id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  const who = await namesOfUsers(plates.map(({ issuedById }) => issuedById))
  return {
    ...pointRowOf(record, today),
    registeredOn: fromDb(record.registeredOn),
    plates: plates.map(
      (plate): PlateRow => ({
        id: plate.id,
        version: plate.version,
        code: plate.code,
        state: plateStateOf({ postedOn: dayOrNull(plate.postedOn), end: plate.end }),
        signed: isSignedFor(plate.code, { districtId: actor.districtId, pointId: id }),
        reason: plate.reason,
        issuedOn: fromDb(plate.issuedOn),
        issuedBy: who.get(plate.issuedById) ?? null,
        postedOn: dayOrNull(plate.postedOn),
        endedOn: dayOrNull(plate.endedOn),
        endReason: plate.endReason,
      }),
    ),
    may: {
      edit: relationFor(actor.role, 'point.edit') !== null,
      plates: relationFor(actor.role, 'plate.issue') !== null,
    },
  }
}

/** What the form of a point offers: units a supervisor can be of, and firms. */
export async function pointChoices({ districtId }: Actor): Promise<PointChoices> {
  const orgs = await db.org.findMany({
    where: { districtId, dissolvedOn: null, kind: { notIn: ['ADMIN', 'BANK'] } },
    select: { id: true, shortName: true },
    orderBy: [{ kind: 'asc' }, { shortName: 'asc' }],
  })
  return {
    units: orgs.map(({ id, shortName }) => ({ id, name: shortName })),
    enterprises: await enterpriseOffers(districtId),
  }
}
