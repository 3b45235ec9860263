import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import type { JobEventState } from '@/lib/domain/job'
import {
  JOB_PAGE,
  type JobEventDetail,
  type JobEventFilter,
  type JobEventPage,
  type JobEventRow,
} from '@/lib/schemas/job'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { db } from './db'
import { ofTaskforce } from './job-list'
import { visibleJobEvents, visibleJobs } from './job-rows'

/** Posts at events that the actor sees, of a task force where one is asked for. */
export const visiblePosts = (actor: Actor, taskforce: string | null | undefined): Prisma.JobEventPostWhereInput => ({
  need: { AND: [visibleJobs(actor), ...(taskforce ? [ofTaskforce(actor, taskforce)] : [])] },
})

/** The events of a filter that the actor sees; of a task force those its enterprises are at. */
export function jobEventsWhere(
  actor: Actor,
  { q, taskforce, from, to }: Partial<JobEventFilter>,
): Prisma.JobEventWhereInput {
  return {
    AND: [
      visibleJobEvents(actor),
      ...(q ? [{ OR: [{ theme: { contains: q } }, { place: { contains: q } }] }] : []),
      ...(taskforce ? [{ posts: { some: visiblePosts(actor, taskforce) } }] : []),
      ...(from ? [{ on: { gte: toDb(from) } }] : []),
      ...(to ? [{ on: { lte: toDb(to) } }] : []),
    ],
  }
}

const columns = (actor: Actor, taskforce: string | undefined) =>
  ({
    id: true,
    version: true,
    theme: true,
    on: true,
    place: true,
    note: true,
    organiser: { select: { shortName: true } },
    state: true,
    posts: {
      where: visiblePosts(actor, taskforce),
      select: {
        needId: true,
        offered: true,
        intended: true,
        need: { select: { post: true, number: true, enterprise: { select: { id: true, name: true } } } },
      },
      orderBy: [{ need: { enterprise: { name: 'asc' } } }, { needId: 'asc' }],
    },
  }) satisfies Prisma.JobEventSelect
type EventRecord = Prisma.JobEventGetPayload<{ select: ReturnType<typeof columns> }>

const rowOf = ({ posts, organiser, ...row }: EventRecord): JobEventRow => ({
  ...row,
  on: fromDb(row.on),
  organiser: organiser?.shortName ?? null,
  enterprises: new Set(posts.map(({ need }) => need.enterprise.id)).size,
  offered: posts.reduce((sum, { offered }) => sum + offered, 0),
  intended: posts.reduce((sum, { intended }) => sum + intended, 0),
})

/** One page of the events 用工对接活动 with the posts of the whole filter. */
export async function listJobEvents(actor: Actor, filter: JobEventFilter): Promise<JobEventPage> {
  const asked = jobEventsWhere(actor, filter)
  const where = { AND: [asked, ...(filter.state === 'all' ? [] : [{ state: filter.state }])] }
  const [rows, groups, total, sums] = await Promise.all([
    db.jobEvent.findMany({
      where,
      select: columns(actor, filter.taskforce),
      orderBy: [{ on: 'desc' }, { id: 'desc' }],
      skip: (filter.page - 1) * JOB_PAGE,
      take: JOB_PAGE,
    }),
    db.jobEvent.groupBy({ by: ['state'], where: asked, _count: { _all: true } }),
    db.jobEvent.count({ where }),
    db.jobEventPost.aggregate({
      where: { AND: [visiblePosts(actor, filter.taskforce), { event: where }] },
      _sum: { offered: true, intended: true },
    }),
  ])
  const of = (state: JobEventState) => groups.find((group) => group.state === state)?._count._all ?? 0
  const counts = { PLANNED: of('PLANNED'), HELD: of('HELD'), CANCELLED: of('CANCELLED') }
  return {
    rows: rows.map(rowOf),
    total,
    offered: sums._sum.offered ?? 0,
    intended: sums._sum.intended ?? 0,
    counts: { ...counts, all: counts.PLANNED + counts.HELD + counts.CANCELLED },
  }
}

/** An event with the posts taken to it that the actor sees; null when it is out of his sight. */
export async function findJobEvent(actor: Actor, id: string): Promise<JobEventDetail | null> {
  const row = await db.jobEvent.findFirst({
    where: { AND: [{ id }, visibleJobEvents(actor)] },
    select: columns(actor, undefined),
  })
  if (!row) return null
  const mayEdit = relationFor(actor.role, 'job.offer') !== null
  const open = mayEdit
    ? await db.jobNeed.findMany({
        where: { AND: [visibleJobs(actor), { state: 'OPEN', posts: { none: { eventId: id } } }] },
        select: { id: true, post: true, number: true, enterprise: { select: { name: true } } },
        orderBy: [{ raisedOn: 'desc' }, { id: 'desc' }],
        take: 200,
      })
    : []
  return {
    ...rowOf(row),
    mayEdit,
    posts: row.posts.map(({ needId, offered, intended, need }) => ({
      needId,
      offered,
      intended,
      enterprise: need.enterprise,
      post: need.post,
      number: need.number,
    })),
    choices: open.map(({ id: needId, post, number, enterprise }) => ({
      id: needId,
      name: `${enterprise.name} ${post} ${number}`,
    })),
  }
}
