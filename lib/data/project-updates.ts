import 'server-only'
import { mondayOf, type PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import { doubtToken, doubtWeek, type MoneyDoubt } from '@/lib/domain/week-money'
import type { ProjectUpdateInput, UnchangedInput } from '@/lib/schemas/update'
import { toDb } from './date'
import type { Tx } from './db'
import { refreshProjects } from './levels'
import { lockProject } from './lock-project'
import { meetOthers } from './update-conflict'
import { loadWeekMoney } from './week-money'
import { write } from './write'

/**
 * Records what happened at a project this week 周进展: it was verified and it changed.
 *
 * Money is the week's whole figure: a second one replaces the first, and the history keeps both.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT with clashes when others reported meanwhile, WEEK_LIKELY_YUAN, WEEK_OVER_TOTAL,
 *          WEEK_OVER_PLAN until `confirm` says that the figure is right
 */
export const recordUpdate = write('project.update', async (tx, actor, input: ProjectUpdateInput, today) => {
  const locked = await lockProject(tx, actor, 'project.update', input.projectId)
  if (!locked.ok) return locked
  const { project } = locked.value
  const weekOf = toDb(mondayOf(today))
  const money = await loadWeekMoney(tx, project.id, project.totalFen, today)
  const settled = await meetOthers(tx, project, input, weekOf, money.wasFen)
  if ('clashes' in settled) return err({ code: 'CONFLICT', version: project.version, ...settled })
  const { text, nextPlan, weekFen: completedFen } = settled
  const doubt = completedFen === null ? null : doubtWeek(completedFen, money.wasFen, money)
  if (doubt && input.confirm !== doubtToken(doubt)) return err(doubtFailure(doubt))
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
      replacedFen: completedFen !== null && money.wasFen > 0n ? money.wasFen : null,
      on: toDb(today),
      actorId: actor.userId,
    },
  })
  if (completedFen !== null) {
    await tx.investmentEntry.upsert({
      where: { projectId_weekOf: { projectId: project.id, weekOf } },
      create: { projectId: project.id, weekOf, amountFen: completedFen, actorId: actor.userId },
      update: { amountFen: completedFen, actorId: actor.userId, recordedAt: new Date(), version: { increment: 1 } },
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
      before: { text: project.progressText, ...(completedFen === null ? {} : { completedFen: String(money.wasFen) }) },
      after: {
        text,
        ...(completedFen === null ? {} : { completedFen: String(completedFen) }),
        ...(doubt ? { confirmed: doubt.code } : {}),
      },
    },
  })
})

/** A doubt as its form asks about it: the figures, and what a tick stands for. */
const doubtFailure = (doubt: MoneyDoubt) => ({
  code: doubt.code,
  weekFen: String(doubt.weekFen),
  sumFen: String(doubt.sumFen),
  yuanFen: String(doubt.yuanFen),
  ...(doubt.boundFen > 0n ? { boundFen: String(doubt.boundFen) } : { bound: 'none' }),
  confirm: doubtToken(doubt),
})

/**
 * 本周无变化: somebody looked and nothing moved. The projects were verified today; what changed last stays as it is.
 *
 * All or nothing, so that one tap says one thing.
 */
export const recordUnchanged = write('project.update', async (tx, actor, input: UnchangedInput, today) => {
  const ids = [...new Set(input.projectIds)].sort()
  const marks: { id: string; name: string }[] = []
  for (const id of ids) {
    const marked = await markUnchanged(tx, actor, id, today)
    if (!marked.ok) return marked
    marks.push(marked.value)
  }
  await refreshProjects(tx, ids, today, 'FACT', actor.userId)
  const value = { projectIds: ids, updateIds: marks.map((mark) => mark.id), names: marks.map((mark) => mark.name) }
  return ok({ value, subject: ids[0] ?? '', detail: { projectIds: ids } })
})

async function markUnchanged(
  tx: Tx,
  actor: Parameters<typeof lockProject>[1],
  projectId: string,
  today: PlainDate,
): Promise<Result<{ id: string; name: string }>> {
  const locked = await lockProject(tx, actor, 'project.update', projectId)
  if (!locked.ok) return locked
  const { name, lastVerifiedOn } = locked.value.project
  const { id } = await tx.weeklyUpdate.create({
    data: {
      projectId,
      weekOf: toDb(mondayOf(today)),
      kind: 'UNCHANGED',
      verifiedBefore: lastVerifiedOn,
      on: toDb(today),
      actorId: actor.userId,
    },
  })
  await tx.project.update({
    where: { id: projectId },
    data: { lastVerifiedOn: toDb(today), version: { increment: 1 } },
  })
  return ok({ id, name })
}
