import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import { jobEventFilter, jobFilter } from '@/lib/schemas/job'
import { db } from './db'
import { jobEventsWhere, visiblePosts } from './job-events'
import { COUNTED_JOBS, jobsWhere } from './job-list'

type Scope = Readonly<{ taskforceId: string | null }>

/** Address of a list for a period and a task force. */
export const periodQuery = (
  { from, to }: Period,
  { taskforceId }: Scope,
  more: Readonly<Record<string, string>> = {},
): string => new URLSearchParams({ ...more, from, to, ...(taskforceId && { taskforce: taskforceId }) }).toString()

/**
 * Figures of work 用工: posts that were looked for, and posts taken to events that were held.
 *
 * @source domain other-mechanisms.md §9
 */
export async function jobFigures(actor: Actor, period: Period, scope: Scope): Promise<Figure[]> {
  const asked = { ...period, taskforce: scope.taskforceId ?? undefined }
  const needs = { AND: [jobsWhere(actor, { ...jobFilter.parse({}), ...asked }), COUNTED_JOBS] }
  const events = { AND: [jobEventsWhere(actor, { ...jobEventFilter.parse({}), ...asked }), { state: 'HELD' as const }] }
  const [raised, enterprises, held, posts] = await Promise.all([
    db.jobNeed.aggregate({ where: needs, _count: { _all: true }, _sum: { number: true } }),
    db.enterprise.count({ where: { jobNeeds: { some: needs } } }),
    db.jobEvent.count({ where: events }),
    db.jobEventPost.aggregate({
      where: { AND: [visiblePosts(actor, scope.taskforceId), { event: events }] },
      _sum: { offered: true, intended: true },
    }),
  ])
  const list = `/services/jobs?${periodQuery(period, scope, { state: 'all' })}`
  const eventList = `/services/jobs/events?${periodQuery(period, scope, { state: 'HELD' })}`
  const count = (what: string, n: number | null, href: string): Figure => ({
    name: `jobs.${what}`,
    value: { kind: 'count', n: n ?? 0 },
    href,
  })
  return [
    count('needs', raised._count._all, list),
    count('posts', raised._sum.number, list),
    count('enterprises', enterprises, list),
    count('events', held, eventList),
    count('matched', posts._sum.offered, eventList),
    count('intended', posts._sum.intended, eventList),
  ]
}
