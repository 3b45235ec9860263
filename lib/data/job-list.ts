import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import { searchWords } from '@/lib/domain/search-words'
import { JOB_PAGE, type JobDetail, type JobFilter, type JobPage, type JobRow } from '@/lib/schemas/job'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { db } from './db'
import type { Part } from './enterprise-parts'
import { PART_ROWS } from './enterprise-parts'
import { jobColumns, jobRowOf, visibleJobs } from './job-rows'
import { visibleProjects } from './visible'

/** Needs of enterprises with a project of a task force that the actor sees. */
export const ofTaskforce = (actor: Actor, taskforceId: string) =>
  ({
    enterprise: { projects: { some: { AND: [visibleProjects(actor), { taskforceId }] } } },
  }) satisfies Prisma.JobNeedWhereInput

/** The needs of a filter that the actor sees, whatever state they are in. */
export function jobsWhere(
  actor: Actor,
  { q, enterprise, taskforce, from, to }: Partial<JobFilter>,
): Prisma.JobNeedWhereInput {
  return {
    AND: [
      visibleJobs(actor),
      ...searchWords(q ?? '').map((word) => {
        const text = { contains: word.replace(/[\\%_]/g, '\\$&') }
        return { OR: [{ post: { ...text, mode: 'insensitive' as const } }, { enterprise: { searchText: text } }] }
      }),
      ...(enterprise ? [{ enterpriseId: enterprise }] : []),
      ...(taskforce ? [ofTaskforce(actor, taskforce)] : []),
      ...(from ? [{ raisedOn: { gte: toDb(from) } }] : []),
      ...(to ? [{ raisedOn: { lte: toDb(to) } }] : []),
    ],
  }
}

/** What counts: everything that was not taken back. */
export const COUNTED_JOBS = { state: { not: 'WITHDRAWN' } } satisfies Prisma.JobNeedWhereInput
const inTab = (tab: JobFilter['state']): Prisma.JobNeedWhereInput => (tab === 'all' ? COUNTED_JOBS : { state: tab })
const ORDER: Prisma.JobNeedOrderByWithRelationInput[] = [{ raisedOn: 'desc' }, { id: 'desc' }]

/** One page of the needs for people 用工需求 with the totals of the whole filter. Who sees what: `visibleJobs`. */
export async function listJobs(actor: Actor, filter: JobFilter): Promise<JobPage> {
  const asked = jobsWhere(actor, filter)
  const where = { AND: [asked, inTab(filter.state)] }
  const [rows, groups, sums, firms] = await Promise.all([
    db.jobNeed.findMany({
      where,
      select: jobColumns,
      orderBy: ORDER,
      skip: (filter.page - 1) * JOB_PAGE,
      take: JOB_PAGE,
    }),
    db.jobNeed.groupBy({ by: ['state'], where: asked, _count: { _all: true } }),
    db.jobNeed.aggregate({ where, _sum: { number: true }, _count: { _all: true } }),
    db.enterprise.count({ where: { jobNeeds: { some: where } } }),
  ])
  const of = (state: JobRow['state']) => groups.find((group) => group.state === state)?._count._all ?? 0
  const [OPEN, FILLED, WITHDRAWN] = [of('OPEN'), of('FILLED'), of('WITHDRAWN')]
  return {
    rows: rows.map(jobRowOf),
    total: sums._count._all,
    posts: sums._sum.number ?? 0,
    enterprises: firms,
    counts: { OPEN, FILLED, WITHDRAWN, all: OPEN + FILLED },
  }
}

/** Every need of a filter, for workbooks: the rows on screen, all pages of them. */
export async function listAllJobs(actor: Actor, filter: JobFilter, most: number) {
  const where = { AND: [jobsWhere(actor, filter), inTab(filter.state)] }
  const total = await db.jobNeed.count({ where })
  const rows = total > most ? [] : await db.jobNeed.findMany({ where, select: jobColumns, orderBy: ORDER })
  return { total, rows: rows.map(jobRowOf) }
}

/** Needs of one enterprise for its page, the latest first. */
export async function jobsOfEnterprise(actor: Actor, enterpriseId: string): Promise<Part<JobRow>> {
  const where = { AND: [visibleJobs(actor), COUNTED_JOBS, { enterpriseId }] }
  const [rows, total] = await Promise.all([
    db.jobNeed.findMany({ where, select: jobColumns, orderBy: ORDER, take: PART_ROWS }),
    db.jobNeed.count({ where }),
  ])
  return { rows: rows.map(jobRowOf), total }
}

/** A need with the events its posts were taken to; null when it does not exist or is out of the actor's sight. */
export async function findJob(actor: Actor, id: string): Promise<JobDetail | null> {
  const row = await db.jobNeed.findFirst({ where: { AND: [{ id }, visibleJobs(actor)] }, select: jobColumns })
  if (!row) return null
  const events = await db.jobEventPost.findMany({
    where: { needId: id },
    select: { offered: true, intended: true, event: { select: { id: true, theme: true, on: true } } },
    orderBy: { event: { on: 'desc' } },
  })
  return {
    ...jobRowOf(row),
    mayEdit: relationFor(actor.role, 'job.edit') !== null,
    events: events.map(({ event, ...n }) => ({ ...n, id: event.id, theme: event.theme, on: fromDb(event.on) })),
  }
}
