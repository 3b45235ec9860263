import 'server-only'
import { fenOfWan } from '@/lib/domain/money'
import { mondayOf, type PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import type { ProjectUpdateInput, UnchangedInput } from '@/lib/schemas/update'
import { toDb } from './date'
import type { Tx } from './db'
import { refreshProjects } from './levels'
import { lockProject } from './lock-project'
import { meetOthers } from './update-conflict'
import { write } from './write'

/**
 * Records what happened at a project this week 周进展: it was verified and it changed.
 *
 * @returns err NOT_FOUND, FORBIDDEN, MONEY_UNREADABLE, CONFLICT with clashes when others reported meanwhile; money adds to
 *          what the week already has
 */
export const recordUpdate = write('project.update', async (tx, actor, input: ProjectUpdateInput, today) => {
  const locked = await lockProject(tx, actor, 'project.update', input.projectId)
  if (!locked.ok) return locked
  const { project } = locked.value
  if (input.completedWan && fenOfWan(input.completedWan) === null) return err({ code: 'MONEY_UNREADABLE' })
  const weekOf = toDb(mondayOf(today))
  const settled = await meetOthers(tx, project, input, weekOf)
  if ('clashes' in settled) return err({ code: 'CONFLICT', version: project.version, ...settled })
  const { text, nextPlan, addedFen: completedFen } = settled
  const done = { value: { projectId: project.id }, subject: project.id, projectId: project.id }
  if (settled.nothing) return ok(done)
  await tx.weeklyUpdate.create({
    data: {
      projectId: project.id,
      weekOf,
      kind: 'CHANGED',
      text,
      nextPlanText: nextPlan || null,
      completedFen,
      on: toDb(today),
      actorId: actor.userId,
    },
  })
  if (completedFen !== null) {
    await tx.investmentEntry.upsert({
      where: { projectId_weekOf: { projectId: project.id, weekOf } },
      create: { projectId: project.id, weekOf, amountFen: completedFen, actorId: actor.userId },
      update: { amountFen: { increment: completedFen }, version: { increment: 1 } },
    })
  }
  await tx.project.update({
    where: { id: project.id },
    data: {
      progressText: text,
      ...(nextPlan ? { nextPlanText: nextPlan } : {}),
      lastVerifiedOn: toDb(today),
      lastChangedOn: toDb(today),
      version: { increment: 1 },
    },
  })
  await refreshProjects(tx, [project.id], today, 'FACT', actor.userId)
  return ok({
    ...done,
    detail: {
      before: { text: project.progressText },
      after: { text, completedFen: String(completedFen ?? '') },
    },
  })
})

/**
 * 本周无变化: somebody looked and nothing moved. The projects were verified today; what changed last stays as it is.
 *
 * All or nothing, so that one tap says one thing.
 */
export const recordUnchanged = write('project.update', async (tx, actor, input: UnchangedInput, today) => {
  const ids = [...new Set(input.projectIds)].sort()
  for (const id of ids) {
    const marked = await markUnchanged(tx, actor, id, today)
    if (!marked.ok) return marked
  }
  await refreshProjects(tx, ids, today, 'FACT', actor.userId)
  return ok({ value: { projectIds: ids }, subject: ids[0] ?? '', detail: { projectIds: ids } })
})

async function markUnchanged(
  tx: Tx,
  actor: Parameters<typeof lockProject>[1],
  projectId: string,
  today: PlainDate,
): Promise<Result<null>> {
  const locked = await lockProject(tx, actor, 'project.update', projectId)
  if (!locked.ok) return locked
  await tx.weeklyUpdate.create({
    data: {
      projectId,
      weekOf: toDb(mondayOf(today)),
      kind: 'UNCHANGED',
      on: toDb(today),
      actorId: actor.userId,
    },
  })
  await tx.project.update({
    where: { id: projectId },
    data: { lastVerifiedOn: toDb(today), version: { increment: 1 } },
  })
  return ok(null)
}
