import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { issueClock } from '@/lib/domain/issue/clock'
import { type IssueSource, isOpenIssue } from '@/lib/domain/issue/issue'
import { issueBounds } from '@/lib/domain/issue/level-bounds'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { IssueRow } from '@/lib/schemas/issue'
import {
  ISSUE_PAGE,
  type IssueChoices,
  type IssueFilter,
  type IssueLedgerPage,
  type IssueView,
  type LedgerIssue,
} from '@/lib/schemas/issue-list'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import { db } from './db'
import { issueCounts } from './issue-counts'
import { issuesWhere, lateIssue, ledgerWhere } from './issue-list-where'
import { openIssueIds } from './issue-order'
import { issueRows } from './issue-rows'
import { visibleIssues } from './issue-where'
import { type LevelContext, loadLevelContext } from './level-context'

/** Views of what somebody has to do something about. */
const WORK: readonly IssueView[] = ['TO_ASSIGN', 'IN_HAND', 'TO_CONFIRM', 'IN_PROGRESS']

const isWorkView = (view: IssueView): boolean => view === 'open' || WORK.some((state) => state === view)

/** What was struck off or settled by when, everything by its number. */
const orderOf = (view: IssueView): Prisma.IssueOrderByWithRelationInput[] => {
  if (view === 'closed') return [{ closedOn: 'desc' }, { number: 'desc' }]
  return view === 'all' || view === 'counted' ? [{ number: 'desc' }] : [{ heldSince: 'desc' }, { number: 'desc' }]
}

/** Moves whose words say how far a problem is, and those that gave it to somebody. */
const TELLING = ['REPORT', 'ANSWER', 'NOTE']
const GIVING = ['ASSIGN', 'TRANSFER']

/** What the history of some problems says of them, as a ledger has room for. */
async function saidOf(ids: readonly string[], internal: boolean) {
  const moves = await db.issueMove.findMany({
    where: {
      issueId: { in: [...ids] },
      kind: { in: [...TELLING, ...GIVING] },
      ...(internal ? {} : { internal: false }),
    },
    select: { issueId: true, kind: true, text: true, on: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const progress = new Map<string, string>()
  const assigned = new Map<string, PlainDate>()
  for (const { issueId, kind, text, on } of moves) {
    if (TELLING.includes(kind) && text !== null) progress.set(issueId, text)
    if (GIVING.includes(kind)) assigned.set(issueId, fromDb(on))
  }
  return { progress, assigned }
}

/** Problems with what their ledger shows besides; a handful of questions however many there are. */
async function ledgerIssues(
  actor: Actor,
  query: Pick<Prisma.IssueFindManyArgs, 'where' | 'orderBy' | 'skip' | 'take'>,
  today: PlainDate,
  context: LevelContext,
): Promise<LedgerIssue[]> {
  const rows = await issueRows(db, actor, query, today, context)
  const ids = rows.map(({ id }) => id)
  const { progress, assigned } = await saidOf(ids, actor.role !== 'CONTACT')
  const noted = await db.issue.findMany({
    where: { id: { in: ids }, note: { not: null } },
    select: { id: true, note: true },
  })
  const notes = new Map(noted.map(({ id, note }) => [id, note]))
  return rows.map((row: IssueRow) => ({
    ...row,
    clock: isOpenIssue(row)
      ? issueClock(
          { ...row, leadId: row.lead?.id ?? null, passed: 0 },
          row.level,
          context.parameters.issue_red_wd,
          today,
          context.calendar,
        )
      : null,
    progress: progress.get(row.id) ?? row.result,
    assignedOn: assigned.get(row.id) ?? null,
    finishedOn: isOpenIssue(row) ? null : row.heldSince,
    note: notes.get(row.id) ?? null,
  }))
}

/** Rows of a view: what is open as it is worked off, worst first, the others by their day or number. */
async function viewIssues(
  actor: Actor,
  view: IssueView,
  { where, ...window }: Readonly<{ where: Prisma.IssueWhereInput; skip: number; take: number }>,
  today: PlainDate,
  context: LevelContext,
): Promise<LedgerIssue[]> {
  if (!isWorkView(view)) return ledgerIssues(actor, { where, orderBy: orderOf(view), ...window }, today, context)
  const ids = await openIssueIds(actor, where, window, today, context)
  const rows = await ledgerIssues(actor, { where: { id: { in: ids } } }, today, context)
  const place = new Map(ids.map((id, i) => [id, i]))
  return rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}

const many = (groups: readonly Readonly<{ source: IssueSource; _count: { _all: number } }>[]) =>
  new Map(groups.map(({ source, _count }) => [source, _count._all] as const))

/**
 * One page of the ledger of problems 问题台账. Each source is a ledger of its own: how many there are is said of each, never of
 * two together; the totals and the rate are of the one that is chosen.
 *
 * Who sees what: `visibleIssues`. What is open comes worst first.
 */
export async function listIssues(actor: Actor, filter: IssueFilter, today: PlainDate): Promise<IssueLedgerPage> {
  const context = await loadLevelContext(db, actor.districtId, today)
  const { source } = filter
  const asked = await issuesWhere(db, actor, filter, today, context)
  const where: Prisma.IssueWhereInput = source ? { AND: [asked, { source }] } : asked
  const bounds = issueBounds(today, context.calendar, context.parameters)
  const window = { skip: (filter.page - 1) * ISSUE_PAGE, take: ISSUE_PAGE + 1 }
  const [rows, bySource, late, counts] = await Promise.all([
    viewIssues(actor, filter.state, { where, ...window }, today, context),
    db.issue.groupBy({ by: ['source'], where: asked, _count: { _all: true } }),
    source ? db.issue.count({ where: { AND: [where, lateIssue(bounds)] } }) : null,
    source ? issueCounts({ AND: [ledgerWhere(actor, filter), { source }] }) : null,
  ])
  return {
    rows: rows.slice(0, ISSUE_PAGE),
    more: rows.length > ISSUE_PAGE,
    bySource: many(bySource),
    late,
    counts: (source && counts?.get(source)) ?? null,
  }
}

/** Every problem of a filter, for papers and workbooks: the rows on screen, all pages of them; none where there are too many. */
export async function listAllIssues(actor: Actor, filter: IssueFilter, today: PlainDate, most: number) {
  const context = await loadLevelContext(db, actor.districtId, today)
  const asked = await issuesWhere(db, actor, filter, today, context)
  const where: Prisma.IssueWhereInput = filter.source ? { AND: [asked, { source: filter.source }] } : asked
  const total = await db.issue.count({ where })
  const rows =
    total > most ? [] : await viewIssues(actor, filter.state, { where, skip: 0, take: total }, today, context)
  return { total, rows: rows as readonly LedgerIssue[] }
}

/** What the filter fields offer: units that have or had problems the actor sees. */
export async function issueChoices(actor: Actor): Promise<IssueChoices> {
  const units = await db.org.findMany({
    where: { issuesLed: { some: visibleIssues(actor) } },
    select: { id: true, shortName: true },
    orderBy: { shortName: 'asc' },
  })
  return { units: units.map(({ id, shortName }) => ({ id, name: shortName })) }
}
