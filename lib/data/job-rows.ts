import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { exactHundredths } from '@/lib/domain/foreign-money'
import { SEES_SERVICES } from '@/lib/domain/sight'
import type { JobRow } from '@/lib/schemas/job'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import { visibleEnterprises } from './visible-enterprises'

const NONE = { id: { in: [] as string[] } }

/** The needs for people an actor sees 用工需求: those of the enterprises he sees. */
export const visibleJobs = (actor: Actor): Prisma.JobNeedWhereInput =>
  SEES_SERVICES.has(actor.role) ? { districtId: actor.districtId, enterprise: visibleEnterprises(actor) } : NONE

/** The events an actor sees: all of the district; an enterprise those its own posts are taken to. */
export const visibleJobEvents = (actor: Actor): Prisma.JobEventWhereInput => {
  if (!SEES_SERVICES.has(actor.role)) return NONE
  const { districtId } = actor
  return actor.role === 'CONTACT' ? { districtId, posts: { some: { need: visibleJobs(actor) } } } : { districtId }
}

export const jobColumns = {
  id: true,
  version: true,
  enterprise: { select: { id: true, name: true } },
  post: true,
  number: true,
  payFromFen: true,
  payToFen: true,
  note: true,
  state: true,
  raisedOn: true,
  raisedBy: { select: { name: true } },
  posts: { where: { event: { state: 'HELD' } }, select: { intended: true } },
} satisfies Prisma.JobNeedSelect
type JobRecord = Prisma.JobNeedGetPayload<{ select: typeof jobColumns }>

/** A monthly pay in yuan as its form reads it. */
const yuan = (fen: bigint | null): string => (fen === null ? '' : exactHundredths(fen))

/** A need as a line of its list. */
export const jobRowOf = ({ posts, raisedBy, payFromFen, payToFen, ...row }: JobRecord): JobRow => ({
  ...row,
  payFrom: yuan(payFromFen),
  payTo: yuan(payToFen),
  raisedOn: fromDb(row.raisedOn),
  raisedBy: raisedBy?.name ?? null,
  intended: posts.reduce((sum, { intended }) => sum + intended, 0),
})
