import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { mondayOf, type PlainDate } from '@/lib/domain/plain-date'
import { toDb } from './date'
import { db } from './db'
import { visibleProjects } from './visible'

const brief = {
  id: true,
  name: true,
  version: true,
  stage: true,
  status: true,
  progressText: true,
  nextPlanText: true,
} as const

/** The little a form about a project shows; null when it is out of sight. */
export const findProjectBrief = (actor: Actor, id: string) =>
  db.project.findFirst({ where: { AND: [{ id }, visibleProjects(actor)] }, select: brief })

/** As `findProjectBrief`, with the week's last update: what a form about this week begins with. */
export async function findUpdateForm(actor: Actor, id: string, today: PlainDate) {
  const project = await findProjectBrief(actor, id)
  if (!project) return null
  const last = await db.weeklyUpdate.findFirst({
    where: { projectId: id, weekOf: toDb(mondayOf(today)), kind: 'CHANGED' },
    select: { id: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return { ...project, began: last?.id ?? '' }
}

/** What the management forms of a project offer: approvers of 动态管理, projects to merge into, an open handover. */
export async function managementOf(actor: Actor, id: string) {
  const project = await db.project.findFirst({
    where: { AND: [{ id }, visibleProjects(actor)] },
    select: {
      ...brief,
      stewards: { where: { toOn: null }, select: { personId: true } },
      handovers: { where: { state: 'PROPOSED' }, select: { to: { select: { name: true } } }, take: 1 },
    },
  })
  if (!project) return null
  const [approvers, mergeTargets] = await Promise.all([
    db.user.findMany({
      where: { districtId: actor.districtId, role: { in: ['OFFICE', 'HEAD'] }, disabledAt: null },
      select: { personId: true, person: { select: { name: true } } },
      orderBy: { username: 'asc' },
    }),
    db.project.findMany({
      where: { AND: [visibleProjects(actor), { status: 'ACTIVE', id: { not: id } }] },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
      take: 200,
    }),
  ])
  return {
    ...project,
    stewardId: project.stewards[0]?.personId ?? null,
    handoverTo: project.handovers[0]?.to.name ?? null,
    approvers: approvers.map((a) => ({ id: a.personId, name: a.person.name })),
    mergeTargets,
  }
}
