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
 * Those reported already this week, and those it was said of today, are left out and counted: to say it again is no
 * mistake, and nothing changed is never said of a week that has progress. For all others all or nothing, so that one tap
 * says one thing.
 */
export const recordUnchanged = write('project.update', async (tx, actor, input: UnchangedInput, today) => {
  const ids = [...new Set(input.projectIds)].sort()
  const marks: { projectId: string; id: string; name: string }[] = []
  for (const id of ids) {
    const marked = await markUnchanged(tx, actor, id, today)
    if (!marked.ok) return marked
    if (marked.value) marks.push(marked.value)
  }
  const projectIds = marks.map((mark) => mark.projectId)
  if (projectIds.length > 0) await refreshProjects(tx, projectIds, today, 'FACT', actor.userId)
  const value = {
    projectIds,
    updateIds: marks.map((mark) => mark.id),
    names: marks.map((mark) => mark.name),
    skipped: ids.length - marks.length,
  }
  return ok({ value, subject: ids[0] ?? '', detail: { projectIds } })
})

/** Whether a week has progress in words or money, or nothing changed was said of the day: then there is nothing to add. */
export async function hasReported(tx: Tx, projectId: string, today: PlainDate): Promise<boolean> {
  const weekOf = toDb(mondayOf(today))
  const said = await tx.weeklyUpdate.findFirst({
    where: {
      projectId,
      withdrawnAt: null,
      OR: [
        { kind: 'CHANGED', weekOf },
        { kind: 'UNCHANGED', on: toDb(today) },
      ],
    },
    select: { id: true },
  })
  if (said) return true
  // Money of a ledger counts as a report only where the project was looked at as well: no list must ask for it in vain.
  const counted = await tx.investmentEntry.findFirst({
    where: { projectId, weekOf, project: { lastVerifiedOn: { gte: weekOf } } },
    select: { projectId: true },
  })
  return counted !== null
}

async function markUnchanged(
  tx: Tx,
  actor: Parameters<typeof lockProject>[1],
  projectId: string,
  today: PlainDate,
): Promise<Result<{ projectId: string; id: string; name: string } | null>> {
  const locked = await lockProject(tx, actor, 'project.update', projectId)
  if (!locked.ok) return locked
  if (await hasReported(tx, projectId, today)) return ok(null)
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
  return ok({ projectId, id, name })
}
