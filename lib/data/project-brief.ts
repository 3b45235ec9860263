import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { decideWithdrawal } from '@/lib/domain/handover'
import { toldApart } from '@/lib/domain/namesake'
import { mondayOf, type PlainDate } from '@/lib/domain/plain-date'
import { planApproval } from '@/lib/domain/plan-change'
import { MILESTONES } from '@/lib/domain/project'
import type { UpdateForm } from '@/lib/schemas/update'
import { approversOf } from './approvers'
import { dayOrNull, fromDb, toDb } from './date'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { findCorrections } from './plan-correction'
import { hasReported } from './project-updates'
import { stageApprovers } from './stage-changes'
import { weekWan, weekWords } from './update-conflict'
import { visibleProjects } from './visible'
import { loadWeekMoney } from './week-money'

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

/**
 * As `findProjectBrief`, with the week's last update and its money: what a form about this week begins with, and what a new
 * figure is seen beside.
 */
export async function findUpdateForm(actor: Actor, id: string, today: PlainDate): Promise<UpdateForm | null> {
  const project = await db.project.findFirst({
    where: { AND: [{ id }, visibleProjects(actor)] },
    select: { ...brief, totalFen: true },
  })
  if (!project) return null
  const weekOf = toDb(mondayOf(today))
  const [last, stated, money, reported] = await Promise.all([
    db.weeklyUpdate.findFirst({
      where: { projectId: id, weekOf, kind: 'CHANGED' },
      select: { id: true, text: true },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    }),
    db.weeklyUpdate.findFirst({
      where: { projectId: id, weekOf, completedFen: { not: null } },
      select: { actorId: true, on: true },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    }),
    loadWeekMoney(db, id, project.totalFen, today),
    hasReported(db, id, today),
  ])
  const author = stated?.actorId
    ? await db.user.findUnique({ where: { id: stated.actorId }, select: { person: { select: { name: true } } } })
    : null
  const weekText = weekWords(last?.text, money.wasFen)
  return {
    ...project,
    // What the money says has a field of its own.
    progressText: weekText === '' && last ? null : project.progressText,
    began: last?.id ?? '',
    reported,
    weekText,
    completedWan: weekWan(money.wasFen),
    money,
    recorded: stated && { who: author?.person.name ?? null, on: fromDb(stated.on) },
  }
}

/**
 * What the management forms of a project offer: approvers of 动态管理 and of another plan, projects to merge into, an open
 * handover, and the milestones with what was promised.
 */
export async function managementOf(actor: Actor, id: string, today: PlainDate) {
  const project = await db.project.findFirst({
    where: { AND: [{ id }, visibleProjects(actor)] },
    select: {
      ...brief,
      leaderId: true,
      taskforceId: true,
      stewards: { where: { toOn: null }, select: { personId: true } },
      handovers: {
        where: { state: 'PROPOSED' },
        select: {
          id: true,
          state: true,
          proposerId: true,
          fromId: true,
          toId: true,
          from: { select: { name: true } },
          to: { select: { name: true } },
        },
        take: 1,
      },
      milestones: {
        select: {
          kind: true,
          baselineOn: true,
          plannedOn: true,
          actualOn: true,
          moves: true,
          planChanges: {
            select: {
              id: true,
              nth: true,
              fromOn: true,
              toOn: true,
              reason: true,
              approverId: true,
              onBehalf: true,
              on: true,
            },
            orderBy: { at: 'asc' },
          },
        },
      },
    },
  })
  if (!project) return null
  const moves = project.milestones.flatMap((m) => m.planChanges)
  const approverIds = moves.flatMap((move) => move.approverId ?? [])
  const [approvers, byOffice, byLeaders, mergeTargets, people] = await Promise.all([
    db.user.findMany({
      where: stageApprovers(actor.districtId),
      select: {
        personId: true,
        person: { select: { name: true, phone: true } },
        org: { select: { shortName: true } },
      },
      orderBy: { username: 'asc' },
    }),
    approversOf(actor, 'REPLAN', project),
    approversOf(actor, 'REPLAN_AGAIN', project),
    db.project.findMany({
      where: { AND: [visibleProjects(actor), { status: 'ACTIVE', id: { not: id } }] },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
      take: 200,
    }),
    db.person.findMany({ where: { id: { in: approverIds } }, select: { id: true, name: true } }),
  ])
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const correctsUntil = await findCorrections(db, actor, id, calendar)
  const nameOf = new Map(people.map((p) => [p.id, p.name]))
  const asked = project.handovers[0]
  return {
    ...project,
    stewardId: project.stewards[0]?.personId ?? null,
    handover: asked
      ? {
          id: asked.id,
          from: asked.from.name,
          to: asked.to.name,
          receives: actor.standsInFor.includes(asked.toId),
          mine: decideWithdrawal(asked, actor.standsInFor).ok,
        }
      : null,
    approvers: toldApart(approvers.map((a) => ({ id: a.personId, ...a.person, unit: a.org?.shortName ?? null }))).map(
      ({ id, name }) => ({ id, name }),
    ),
    planApprovers: { REPLAN: byOffice, REPLAN_AGAIN: byLeaders },
    mergeTargets,
    milestones: MILESTONES.map((kind) => {
      const found = project.milestones.find((m) => m.kind === kind)
      const until = found?.plannedOn ? correctsUntil({ began: found.actualOn !== null, moves: found.moves }) : null
      return {
        kind,
        baselineOn: dayOrNull(found?.baselineOn ?? null),
        plannedOn: dayOrNull(found?.plannedOn ?? null),
        actualOn: dayOrNull(found?.actualOn ?? null),
        moves: found?.moves ?? 0,
        planApproval: planApproval(found?.moves ?? 0),
        correctUntil: until && today <= until ? until : null,
        history: (found?.planChanges ?? []).map((move) => ({
          id: move.id,
          nth: move.nth,
          from: dayOrNull(move.fromOn),
          to: dayOrNull(move.toOn),
          on: fromDb(move.on),
          reason: move.reason,
          approver: nameOf.get(move.approverId ?? '') ?? null,
          onBehalf: move.onBehalf,
        })),
      }
    }),
  }
}
