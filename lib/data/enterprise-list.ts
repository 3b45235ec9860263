import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { STANDINGS } from '@/lib/domain/enterprise'
import { OPEN_NEEDS } from '@/lib/domain/factor-need'
import { searchWords } from '@/lib/domain/search-words'
import { seesCardOnly } from '@/lib/domain/sight'
import {
  ENTERPRISE_PAGE,
  type EnterpriseFilter,
  type EnterpriseHas,
  type EnterprisePage,
  type EnterpriseRow,
} from '@/lib/schemas/enterprise'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, toDb } from './date'
import { db } from './db'
import { visibleFactors } from './factor-rows'
import { openIssue, visibleIssues } from './issue-where'
import { inLedger } from './project-where'
import { visibleProjects } from './visible'
import { visibleEnterprises } from './visible-enterprises'

/** What of an enterprise is open and seen by the actor. */
const openOf = (actor: Actor) => {
  const project = { AND: [visibleProjects(actor), inLedger] }
  return {
    projects: project,
    issues: { AND: [visibleIssues(actor), openIssue] },
    needs: { AND: [visibleFactors(actor), { state: { in: [...OPEN_NEEDS] }, project: inLedger }] },
    jobs: { state: 'OPEN' as const },
  } satisfies Readonly<Record<EnterpriseHas, object>>
}

const having = (actor: Actor, has: EnterpriseHas): Prisma.EnterpriseWhereInput => {
  const open = openOf(actor)
  switch (has) {
    case 'projects':
      return { projects: { some: open.projects } }
    case 'issues':
      return { issues: { some: open.issues } }
    case 'needs':
      return { projects: { some: { factorNeeds: { some: open.needs } } } }
    case 'jobs':
      return { jobNeeds: { some: open.jobs } }
  }
}

/** The enterprises of a filter that the actor sees, whatever state they are in. */
export function enterprisesWhere(actor: Actor, filter: Partial<EnterpriseFilter>): Prisma.EnterpriseWhereInput {
  const { q, industry, street, size, standing, has, taskforce, from, to } = filter
  return {
    AND: [
      visibleEnterprises(actor),
      ...searchWords(q ?? '').map((word) => ({ searchText: { contains: word.replace(/[\\%_]/g, '\\$&') } })),
      ...(industry ? [{ industry }] : []),
      ...(street ? [{ streetId: street }] : []),
      ...(size ? [{ size }] : []),
      ...(standing ? [{ [standing]: true }] : []),
      ...(has ? [having(actor, has)] : []),
      ...(taskforce ? [{ projects: { some: { AND: [visibleProjects(actor), { taskforceId: taskforce }] } } }] : []),
      ...(from ? [{ foundedOn: { gte: toDb(from) } }] : []),
      ...(to ? [{ foundedOn: { lte: toDb(to) } }] : []),
    ],
  }
}

const GONE = { state: { not: 'ACTIVE' } } satisfies Prisma.EnterpriseWhereInput
const inTab = (tab: EnterpriseFilter['state']): Prisma.EnterpriseWhereInput =>
  tab === 'all' ? {} : tab === 'gone' ? GONE : { state: 'ACTIVE' }

const columns = (actor: Actor) => {
  const open = openOf(actor)
  return {
    id: true,
    version: true,
    name: true,
    creditCode: true,
    size: true,
    industry: true,
    street: { select: { id: true, shortName: true } },
    foundedOn: true,
    employees: true,
    aboveScale: true,
    highTech: true,
    specialised: true,
    state: true,
    _count: {
      select: { projects: { where: open.projects }, issues: { where: open.issues }, jobNeeds: { where: open.jobs } },
    },
  } satisfies Prisma.EnterpriseSelect
}
export type EnterpriseRecord = Prisma.EnterpriseGetPayload<{ select: ReturnType<typeof columns> }>

/** Open needs of the projects of each enterprise, one question for all of them. */
async function needsOf(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db.factorNeed.findMany({
    where: { AND: [openOf(actor).needs, { project: { enterpriseId: { in: [...ids] } } }] },
    select: { project: { select: { enterpriseId: true } } },
  })
  const counts = new Map<string, number>()
  for (const { project } of rows) {
    const id = project.enterpriseId ?? ''
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/** An enterprise as a line of the register; of a card the number of people is left out. */
export const enterpriseRowOf = (record: EnterpriseRecord, needs: number, card: boolean): EnterpriseRow => {
  const { id, version, name, creditCode, size, industry, street, state, _count } = record
  return {
    id,
    version,
    name,
    creditCode,
    size,
    industry,
    street: street && { id: street.id, name: street.shortName },
    foundedOn: dayOrNull(record.foundedOn),
    employees: card ? null : record.employees,
    standings: STANDINGS.filter((standing) => record[standing]),
    state,
    projects: _count.projects,
    issues: _count.issues,
    needs,
    jobs: _count.jobNeeds,
  }
}

/** Enterprises of a clause as lines of the register. */
export async function enterpriseRows(
  actor: Actor,
  query: Pick<Prisma.EnterpriseFindManyArgs, 'where' | 'orderBy' | 'skip' | 'take'>,
): Promise<EnterpriseRow[]> {
  const records = await db.enterprise.findMany({ ...query, select: columns(actor) })
  const needs = await needsOf(
    actor,
    records.map(({ id }) => id),
  )
  const card = seesCardOnly(actor.role)
  return records.map((record) => enterpriseRowOf(record, needs.get(record.id) ?? 0, card))
}

const ORDER: Prisma.EnterpriseOrderByWithRelationInput[] = [{ name: 'asc' }, { id: 'asc' }]

/**
 * One page of the register 企业台账 with the totals of the whole filter.
 *
 * Who sees what: `visibleEnterprises`. The order comes from the index (districtId, state, name). Nothing confidential is read.
 */
export async function listEnterprises(actor: Actor, filter: EnterpriseFilter): Promise<EnterprisePage> {
  const asked = enterprisesWhere(actor, filter)
  const where = { AND: [asked, inTab(filter.state)] }
  const [rows, groups, total] = await Promise.all([
    enterpriseRows(actor, {
      where,
      orderBy: ORDER,
      skip: (filter.page - 1) * ENTERPRISE_PAGE,
      take: ENTERPRISE_PAGE,
    }),
    db.enterprise.groupBy({ by: ['state'], where: asked, _count: { _all: true } }),
    db.enterprise.count({ where }),
  ])
  const all = groups.reduce((sum, { _count }) => sum + _count._all, 0)
  const active = groups.find(({ state }) => state === 'ACTIVE')?._count._all ?? 0
  return { rows, total, counts: { ACTIVE: active, gone: all - active, all } }
}

/** Every enterprise of a filter, for papers and workbooks: the rows on screen, all pages of them. */
export async function listAllEnterprises(actor: Actor, filter: EnterpriseFilter, most: number) {
  const where = { AND: [enterprisesWhere(actor, filter), inTab(filter.state)] }
  const total = await db.enterprise.count({ where })
  return { total, rows: total > most ? [] : await enterpriseRows(actor, { where, orderBy: ORDER }) }
}

/** Streets an enterprise can lie on, as the filter and the form offer them. */
export async function listStreets(actor: Actor) {
  const rows = await db.org.findMany({
    where: { districtId: actor.districtId, kind: 'STREET', dissolvedOn: null },
    select: { id: true, shortName: true },
    orderBy: { shortName: 'asc' },
  })
  return rows.map(({ id, shortName }) => ({ id, name: shortName }))
}
