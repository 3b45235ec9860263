import 'server-only'
import { basisPoints } from '@/lib/domain/money'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import {
  type ColumnSort,
  FIRST_DIRECTION,
  KEYED_SORTS,
  type KeyedSort,
  type ProjectFilter,
  type ProjectGroup,
  type ProjectSort,
} from '@/lib/schemas/project'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import { db } from './db'

type Order = Prisma.ProjectOrderByWithRelationInput
type Direction = 'asc' | 'desc'

const COLUMN_ORDER: Readonly<Record<ColumnSort, (dir: Direction) => Order>> = {
  level: (dir) => ({ level: dir }),
  name: (dir) => ({ name: dir }),
  number: (dir) => ({ number: dir }),
  total: (sort) => ({ totalFen: { sort, nulls: 'last' } }),
  stage: (dir) => ({ stage: dir }),
  verified: (sort) => ({ lastVerifiedOn: { sort, nulls: 'first' } }),
  next: (sort) => ({ nextLevelOn: { sort, nulls: 'last' } }),
  code: (sort) => ({ code: { sort, nulls: 'last' } }),
  nature: (sort) => ({ nature: { sort, nulls: 'last' } }),
  taskforce: (dir) => ({ taskforce: { name: dir } }),
  street: (dir) => ({ street: { name: dir } }),
  leader: (dir) => ({ leader: { name: dir } }),
  leadUnit: (dir) => ({ leadUnit: { name: dir } }),
  enterprise: (dir) => ({ enterprise: { name: dir } }),
}

/** Groups keep together whatever the order within them is; two units of one name stay apart by their id. */
const GROUP_ORDER: Readonly<Record<ProjectGroup, readonly Order[]>> = {
  taskforce: [{ taskforce: { name: 'asc' } }, { taskforceId: 'asc' }],
  street: [{ street: { name: 'asc' } }, { streetId: 'asc' }],
  leader: [{ leader: { name: 'asc' } }, { leaderId: 'asc' }],
  stage: [{ stage: 'asc' }],
  level: [{ level: 'desc' }],
}

const isKeyed = (sort: ProjectSort): sort is KeyedSort => KEYED_SORTS.some((keyed) => keyed === sort)

/** Order of the ledger by columns of the project and of what it belongs to; the number makes it one order. */
export function columnOrder({ group, sort, dir }: ProjectFilter): Order[] {
  const column = isKeyed(sort) ? 'level' : sort
  const within = COLUMN_ORDER[column]((column === sort ? dir : undefined) ?? FIRST_DIRECTION[column])
  return [...(group ? GROUP_ORDER[group] : []), within, { number: 'asc' }]
}

type Keyed = Readonly<{ id: string; key: string | number | bigint | null }>

async function keysOf(sort: KeyedSort, project: Prisma.ProjectWhereInput, today: PlainDate): Promise<Keyed[]> {
  if (sort === 'steward') {
    const found = await db.stewardAssignment.findMany({
      where: { toOn: null, project },
      select: { projectId: true, person: { select: { name: true } } },
    })
    return found.map((s) => ({ id: s.projectId, key: s.person.name }))
  }
  if (sort === 'milestone') {
    const found = await db.milestone.groupBy({
      by: ['projectId'],
      where: { actualOn: null, plannedOn: { not: null }, project },
      _min: { plannedOn: true },
    })
    return found.map((m) => ({ id: m.projectId, key: m._min.plannedOn && fromDb(m._min.plannedOn) }))
  }
  const plans = await db.yearPlan.findMany({
    where: { year: yearOf(today), project },
    select: { projectId: true, plannedFen: true, openingFen: true, enteredFen: true },
  })
  return plans.map((p) => {
    const done = p.openingFen + p.enteredFen
    const key = sort === 'planned' ? p.plannedFen : sort === 'done' ? done : basisPoints(done, p.plannedFen)
    return { id: p.projectId, key }
  })
}

/** The projects `keysOf` says nothing about. */
function keyless(sort: KeyedSort, today: PlainDate): Prisma.ProjectWhereInput {
  if (sort === 'steward') return { stewards: { none: { toOn: null } } }
  if (sort === 'milestone') return { milestones: { none: { actualOn: null, plannedOn: { not: null } } } }
  const year = yearOf(today)
  return { yearPlans: { none: sort === 'share' ? { year, plannedFen: { gt: 0 } } : { year } } }
}

/**
 * Ids of one page in an order that stands beside the projects: a year's money, the steward, the next milestone.
 *
 * Reads one small key for each row of the filter (10,000 of them in some 50 ms); projects without one come last. Null
 * when the filter sorts by a column, or groups: then the database orders.
 */
export async function keyedPage(
  filter: ProjectFilter,
  where: Prisma.ProjectWhereInput,
  today: PlainDate,
  from = (filter.page - 1) * filter.size,
  size: number = filter.size,
): Promise<string[] | null> {
  const { sort, dir, group } = filter
  if (!isKeyed(sort) || group) return null
  const sign = (dir ?? FIRST_DIRECTION[sort]) === 'asc' ? 1 : -1
  const keyed = (await keysOf(sort, where, today)).flatMap(({ id, key }) => (key === null ? [] : [{ id, key }]))
  keyed.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : a.id < b.id ? -1 : 1))
  const ids = keyed.slice(from, from + size).map((k) => k.id)
  if (ids.length === size) return ids
  const rest = await db.project.findMany({
    where: { AND: [where, keyless(sort, today)] },
    select: { id: true },
    orderBy: { number: 'asc' },
    skip: Math.max(0, from - keyed.length),
    take: size - ids.length,
  })
  return [...ids, ...rest.map((r) => r.id)]
}

/**
 * All rows of a filter in the order of the ledger; what the database has ordered already stays as it is.
 *
 * @param rows read with `columnOrder`
 */
export async function inLedgerOrder<Row extends { id: string }>(
  rows: readonly Row[],
  filter: ProjectFilter,
  where: Prisma.ProjectWhereInput,
  today: PlainDate,
): Promise<Row[]> {
  const ids = await keyedPage(filter, where, today, 0, rows.length)
  if (!ids) return [...rows]
  const place = new Map(ids.map((id, i) => [id, i]))
  return rows.toSorted((a, b) => (place.get(a.id) ?? rows.length) - (place.get(b.id) ?? rows.length))
}
