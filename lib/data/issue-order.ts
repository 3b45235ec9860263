import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { issueBounds } from '@/lib/domain/issue/level-bounds'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { issueLevels } from './issue-list-where'
import { measuredIssue, notUnsolved, runningIssue } from './issue-where'
import type { LevelContext } from './level-context'

type Window = Readonly<{ skip: number; take: number }>

const asked = { state: 'TO_CONFIRM' } satisfies Prisma.IssueWhereInput
/** What is measured by the day it planned, not by its term. */
const planned = { state: 'IN_PROGRESS', plannedOn: { not: null } } satisfies Prisma.IssueWhereInput

/** Rows of one section by the day each is measured by, one nobody named last. */
async function byDay(where: Prisma.IssueWhereInput, { skip, take }: Window): Promise<string[]> {
  const columns = { id: true, number: true, dueOn: true, plannedOn: true } as const
  const end = skip + take
  const [terms, plans] = await Promise.all([
    db.issue.findMany({
      where: { AND: [where, { NOT: planned }] },
      select: columns,
      orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
      take: end,
    }),
    db.issue.findMany({
      where: { AND: [where, planned] },
      select: columns,
      orderBy: [{ plannedOn: 'asc' }, { number: 'asc' }],
      take: end,
    }),
  ])
  const line = (row: (typeof terms)[number], day: Date | null) => ({
    id: row.id,
    number: row.number,
    day: day?.getTime() ?? Number.POSITIVE_INFINITY,
  })
  return [...terms.map((row) => line(row, row.dueOn)), ...plans.map((row) => line(row, row.plannedOn))]
    .sort((a, b) => (a.day === b.day ? a.number - b.number : a.day - b.day))
    .slice(skip, end)
    .map(({ id }) => id)
}

/**
 * A window of what is open in the order it is worked off: the worst colour first and what is due first on top; then what only
 * waits for a yes; then what is done.
 */
export async function openIssueIds(
  actor: Actor,
  where: Prisma.IssueWhereInput,
  { skip, take }: Window,
  today: PlainDate,
  { calendar, parameters }: LevelContext,
): Promise<string[]> {
  const levelOf = await issueLevels(db, actor, issueBounds(today, calendar, parameters), today)
  const sections: readonly Prisma.IssueWhereInput[] = [
    ...(['RED', 'YELLOW', 'BLUE', 'GREEN'] as const).map((level) => ({ AND: [measuredIssue, levelOf(level)] })),
    { AND: [asked, notUnsolved] },
    { AND: [{ state: { notIn: [...runningIssue.state.in, asked.state] } }, notUnsolved] },
  ]
  const ids: string[] = []
  let before = skip
  for (const section of sections) {
    const own = { AND: [where, section] }
    const n = before > 0 ? await db.issue.count({ where: own }) : 0
    if (before > 0 && n <= before) {
      before -= n
      continue
    }
    ids.push(...(await byDay(own, { skip: before, take: take - ids.length })))
    before = 0
    if (ids.length >= take) break
  }
  return ids
}
