import 'server-only'
import { wordsForMany } from '@/lib/domain/complaint/routing'
import type { BriefProject } from '@/lib/domain/meeting/brief'
import type { MeetingWeek } from '@/lib/domain/meeting/week'
import { addDays } from '@/lib/domain/plain-date'
import type { ProjectReason } from '@/lib/domain/project-level'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { runningIssue } from './issue-where'
import { itemNames } from './live-reasons'

/** What a brief says of a project besides its colour, as it was at the line. */
export type BriefDetails = Readonly<{
  name: string
  /** The item its first reason is about. */
  item: string | null
}> &
  Pick<BriefProject, 'raised' | 'expiries'>

/** Days from the Monday of the meeting in which a permit that runs out is spoken of. */
const AHEAD = 14

/** Subject of the first reason where it is a procedure. */
function subjectOf(reasons: Prisma.JsonValue): string | null {
  const [reason] = Array.isArray(reasons) ? (reasons as unknown as ProjectReason[]) : []
  return reason?.dimension === 'D1' ? reason.subjectId : null
}

/** Rows by what they belong to. */
function grouped<T>(rows: readonly T[], key: (row: T) => string | null): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const id = key(row)
    if (id) groups.set(id, [...(groups.get(id) ?? []), row])
  }
  return groups
}

/**
 * What a brief of a week will say of its projects, read once when the week is frozen: names and texts change, a brief that
 * is written again does not.
 */
export async function briefDetails(
  tx: Tx,
  districtId: string,
  rows: readonly Readonly<{ id: string; reasons: Prisma.JsonValue }>[],
  week: MeetingWeek,
): Promise<(projectId: string) => BriefDetails> {
  const ids = rows.map(({ id }) => id)
  const line = toDb(week.dataLine.on)
  const subjects = new Map(
    rows.flatMap(({ id, reasons }) => {
      const subject = subjectOf(reasons)
      return subject ? [[id, subject] as const] : []
    }),
  )
  const projects = await tx.project.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const issues = await tx.issue.findMany({
    where: {
      projectId: { in: ids },
      tier: 'DISTRICT',
      tierSince: { lte: line },
      OR: [runningIssue, { heldSince: { gt: line } }],
    },
    orderBy: { number: 'asc' },
    select: {
      projectId: true,
      number: true,
      text: true,
      request: true,
      complaint: { select: { againstOrgId: true } },
    },
  })
  const permits = await tx.procedure.findMany({
    where: {
      projectId: { in: ids },
      state: { in: ['DONE', 'DONE_TOL'] },
      expiresOn: { gte: toDb(week.weekOf), lt: toDb(addDays(week.weekOf, AHEAD)) },
      project: { stage: { in: ['SIGNED', 'PERMITTING'] } },
    },
    orderBy: [{ expiresOn: 'asc' }, { code: 'asc' }],
    select: { projectId: true, code: true, expiresOn: true },
  })
  const procedures = await tx.procedure.findMany({
    where: { id: { in: [...subjects.values()] } },
    select: { id: true, code: true },
  })
  const codes = [...new Set([...procedures, ...permits].map(({ code }) => code))]
  const items = await itemNames(districtId, codes, tx)
  const nameOf = new Map(projects.map(({ id, name }) => [id, name]))
  const codeOf = new Map(procedures.map(({ id, code }) => [id, code]))
  const [raised, expiring] = [grouped(issues, (row) => row.projectId), grouped(permits, (row) => row.projectId)]
  return (projectId) => ({
    name: nameOf.get(projectId) ?? '',
    item: items.get(codeOf.get(subjects.get(projectId) ?? '') ?? '')?.nameZh ?? null,
    raised: (raised.get(projectId) ?? []).map(({ number, text, request, complaint }) => ({
      number,
      text: wordsForMany(request ?? text, complaint),
    })),
    expiries: (expiring.get(projectId) ?? []).flatMap(({ code, expiresOn }) =>
      expiresOn ? [{ item: items.get(code)?.nameZh ?? code, on: fromDb(expiresOn) }] : [],
    ),
  })
}
