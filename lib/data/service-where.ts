import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { visibleProjects } from './visible'

/** Enterprises whose projects the actor sees: what a role that has projects is told of enterprises. */
export const enterprisesOfProjects = (actor: Actor): Prisma.EnterpriseWhereInput => ({
  projects: { some: visibleProjects(actor) },
})

/** Enterprises of the projects a leader leads, or of whom he stands in for: totals of money are his of these. */
export const enterpriseLed = (actor: Actor): Prisma.EnterpriseWhereInput => ({
  projects: { some: { leaderId: { in: [...actor.standsInFor] } } },
})

/** What has to do with a task force: a project of its own, or an enterprise that has one. */
export const ofTeam = (team: string) => ({
  OR: [{ project: { taskforceId: team } }, { enterprise: { projects: { some: { taskforceId: team } } } }],
})

/** An enterprise that has a project of a task force. */
export const enterpriseOfTeam = (team: string) => ({ enterprise: { projects: { some: { taskforceId: team } } } })

/** Days from one to another, both included; nothing where neither is said. */
export function within(from: PlainDate | undefined, to: PlainDate | undefined): { gte?: Date; lte?: Date } | undefined {
  if (!from && !to) return undefined
  return { ...(from ? { gte: toDb(from) } : {}), ...(to ? { lte: toDb(to) } : {}) }
}

/** What people type, word by word, as fragments of a text. */
export const wordsOf = (q: string): string[] => q.toLowerCase().split(/\s+/).filter(Boolean)
