import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok } from '@/lib/domain/result'
import type { UnchangedToday, UnchangedUndoInput } from '@/lib/schemas/update'
import { toDb } from './date'
import { db, type Tx } from './db'
import { refreshProjects } from './levels'
import { lockProject } from './lock-project'
import { visibleProjects } from './visible'
import { write } from './write'

/**
 * Takes back 本周无变化 of today: whoever said it, on the day he said it. The line stays in the history, marked; the day of
 * the last look is again what it was, unless somebody looked meanwhile.
 *
 * What was taken back before stays taken back: to ask twice is no mistake. Where progress was reported since, that is what
 * is said of the week: there is nothing to take back, and `kept` names the project.
 *
 * @returns err NOT_FOUND, FORBIDDEN, NOT_YOURS, TOO_LATE, REPORTED_SINCE (all of them)
 */
export const withdrawUnchanged = write(
  'project.withdrawUpdate',
  async (tx, actor, input: UnchangedUndoInput, today) => {
    const rows = await tx.weeklyUpdate.findMany({
      where: { id: { in: input.updateIds }, kind: 'UNCHANGED' },
      orderBy: { projectId: 'asc' },
    })
    if (rows.length !== new Set(input.updateIds).size) return err({ code: 'NOT_FOUND' })
    const touched: string[] = []
    const kept: string[] = []
    for (const row of rows) {
      const locked = await lockProject(tx, actor, 'project.withdrawUpdate', row.projectId)
      if (!locked.ok) return locked
      if (row.actorId !== actor.userId) return err({ code: 'NOT_YOURS' })
      // Read again: two taps arrive one after the other.
      const now = await tx.weeklyUpdate.findUniqueOrThrow({ where: { id: row.id }, select: { withdrawnAt: true } })
      if (now.withdrawnAt) continue
      if (row.on.getTime() !== toDb(today).getTime()) return err({ code: 'TOO_LATE' })
      if ((await supersededOf(tx, [row])).has(row.id)) {
        kept.push(locked.value.project.name)
        continue
      }
      await tx.weeklyUpdate.update({ where: { id: row.id }, data: { withdrawnAt: new Date() } })
      await tx.project.update({
        where: { id: row.projectId },
        data: { lastVerifiedOn: await verifiedWithout(tx, row.projectId, today), version: { increment: 1 } },
      })
      touched.push(row.projectId)
    }
    if (kept.length > 0 && kept.length === rows.length) return err({ code: 'REPORTED_SINCE', n: kept.length })
    if (touched.length > 0) await refreshProjects(tx, touched, today, 'FACT', actor.userId)
    const projectIds = rows.map((row) => row.projectId)
    return ok({ value: { projectIds, kept }, subject: projectIds[0] ?? '', detail: { projectIds } })
  },
)

/** Day of the last look: today while any report of today stands, else what it was before today's first. */
async function verifiedWithout(tx: Tx, projectId: string, today: PlainDate): Promise<Date | null> {
  const ofToday = await tx.weeklyUpdate.findMany({
    where: { projectId, on: toDb(today) },
    select: { kind: true, withdrawnAt: true, verifiedBefore: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const stands = ofToday.some((row) => row.withdrawnAt === null)
  return stands ? toDb(today) : (ofToday[0]?.verifiedBefore ?? null)
}

/** Those of some lines after which progress was reported, by whomever. */
async function supersededOf(
  tx: Pick<Tx, 'weeklyUpdate'>,
  rows: readonly Readonly<{ id: string; projectId: string; at: Date }>[],
): Promise<ReadonlySet<string>> {
  const reports = await tx.weeklyUpdate.findMany({
    where: { kind: 'CHANGED', withdrawnAt: null, OR: rows.map(({ projectId, at }) => ({ projectId, at: { gt: at } })) },
    select: { projectId: true, at: true },
  })
  const after = ({ projectId, at }: (typeof rows)[number]) =>
    reports.some((report) => report.projectId === projectId && report.at > at)
  return new Set(rows.filter(after).map(({ id }) => id))
}

/**
 * What the actor said today that nothing changed about, newest first: the page where it can be taken back until midnight.
 * What progress was reported of since is not among it.
 */
export async function loadUnchangedToday(actor: Actor, today: PlainDate): Promise<UnchangedToday[]> {
  const rows = await db.weeklyUpdate.findMany({
    where: {
      actorId: actor.userId,
      on: toDb(today),
      kind: 'UNCHANGED',
      withdrawnAt: null,
      project: visibleProjects(actor),
    },
    select: { id: true, at: true, project: { select: { id: true, name: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: SHOWN,
  })
  const superseded = await supersededOf(
    db,
    rows.map(({ id, at, project }) => ({ id, at, projectId: project.id })),
  )
  return rows.flatMap((row) =>
    superseded.has(row.id)
      ? []
      : [
          {
            id: row.id,
            at: row.at.toISOString(),
            projectId: row.project.id,
            name: row.project.name,
          },
        ],
  )
}

/** A steward has eight projects, an office may say it for more. */
const SHOWN = 100
