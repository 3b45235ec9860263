import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { type IssueBounds, issueBounds } from '@/lib/domain/issue/level-bounds'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { IssueFilter, IssueHolding, IssueView } from '@/lib/schemas/issue-list'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import type { Tx } from './db'
import { issuesWaiting } from './issue-day'
import { notUnsolved, openIssue, ownIssues, runningIssue, unsolvedIssue, visibleIssues } from './issue-where'
import type { LevelContext } from './level-context'
import { ofTeam } from './service-where'

const NOTHING = { id: { in: [] as string[] } } satisfies Prisma.IssueWhereInput
const AT_WORK = { state: { in: ['IN_HAND', 'IN_PROGRESS'] } } satisfies Prisma.IssueWhereInput
const SETTLED = ['SOLVED', 'EXPLAINED', 'UNSOLVABLE'] as const
/** What waits for a yes, or has it. */
const GOOD = ['TO_CONFIRM', 'SOLVED', 'EXPLAINED'] as const
/** What is neither good nor late. */
const RESTS = ['UNSOLVABLE', 'WITHDRAWN', 'OUTSIDE'] as const

/** What a view of the ledger holds. */
export function inView(view: IssueView): Prisma.IssueWhereInput {
  switch (view) {
    case 'all':
      return {}
    case 'open':
      return openIssue
    case 'UNDERSTOOD':
      return { state: 'EXPLAINED', understood: true }
    // As the figures count them: one that is understood is a count of its own.
    case 'EXPLAINED':
      return { state: 'EXPLAINED', understood: false }
    case 'loose':
      return { OR: [{ state: 'SOLVED' }, { state: 'EXPLAINED', understood: true }] }
    case 'counted':
      return { state: { notIn: ['WITHDRAWN', 'OUTSIDE'] } }
    // What waits to be struck off is open.
    case 'UNSOLVABLE':
      return { state: 'UNSOLVABLE', closedOn: { not: null } }
    case 'closed':
      return { state: { in: [...SETTLED] }, closedOn: { not: null } }
    default:
      return { state: view }
  }
}

/** Problems whose day, the planned one of what goes on, is within some days, or null where nobody named one; of those whose clock runs. */
const dayWithin = (within: Prisma.DateTimeNullableFilter<'Issue'> | null): Prisma.IssueWhereInput => ({
  OR: [
    { state: { in: ['TO_ASSIGN', 'IN_HAND'] }, dueOn: within },
    ...(within ? [{ state: 'IN_PROGRESS' as const, plannedOn: within }] : []),
    { state: 'IN_PROGRESS', plannedOn: null, dueOn: within },
    ...(within ? [{ ...unsolvedIssue, dueOn: within }] : []),
  ],
})

/** Problems that are past their day. */
export const lateIssue = (bounds: IssueBounds): Prisma.IssueWhereInput => dayWithin({ lt: toDb(bounds.lateBefore) })

/** What is the district's and still there after two of its weekly meetings; nothing while there were not two. */
async function unsolvedWhere(tx: Tx, { districtId }: Actor, today: PlainDate): Promise<Prisma.IssueWhereInput> {
  const districts = await tx.district.findMany({
    where: { OR: [{ id: districtId }, { parentId: districtId }] },
    select: {
      id: true,
      meetings: {
        where: { state: { in: ['HELD', 'SIGNED'] }, on: { lte: toDb(today) } },
        select: { on: true },
        orderBy: { on: 'desc' },
        take: 2,
      },
    },
  })
  const since = districts.flatMap(({ id, meetings: [, second] }) =>
    second ? [{ districtId: id, tierSince: { lt: second.on } }] : [],
  )
  return since.length > 0 ? { ...runningIssue, tier: { in: ['DISTRICT', 'CITY'] }, OR: since } : NOTHING
}

/** Problems of each colour, by the days their colours change on; the same as each row shows. */
export async function issueLevels(
  tx: Tx,
  actor: Actor,
  bounds: IssueBounds,
  today: PlainDate,
): Promise<(level: NonNullable<IssueFilter['level']>) => Prisma.IssueWhereInput> {
  const unsolved = await unsolvedWhere(tx, actor, today)
  return (level) => levelWhere(level, bounds, unsolved)
}

function levelWhere(
  level: NonNullable<IssueFilter['level']>,
  bounds: IssueBounds,
  unsolved: Prisma.IssueWhereInput,
): Prisma.IssueWhereInput {
  if (level === 'GREY') return { AND: [{ state: { in: [...RESTS] } }, notUnsolved] }
  const [red, late, blue] = [bounds.redBefore, bounds.lateBefore, bounds.blueBefore].map(toDb) as [Date, Date, Date]
  switch (level) {
    case 'RED':
      return { OR: [dayWithin({ lt: red }), unsolved] }
    case 'YELLOW':
      return { AND: [dayWithin({ gte: red, lt: late }), { NOT: unsolved }] }
    case 'BLUE':
      return { AND: [dayWithin({ gte: late, lt: blue }), { NOT: unsolved }] }
    default:
      // Said of what it is and not of what it is not: a day nobody named is neither before nor after.
      return {
        AND: [
          {
            OR: [{ AND: [{ state: { in: [...GOOD] } }, notUnsolved] }, dayWithin({ gte: blue }), dayWithin(null)],
          },
          { NOT: unsolved },
        ],
      }
  }
}

function heldBy(actor: Actor, holder: IssueHolding, unit: string | undefined): Prisma.IssueWhereInput {
  switch (holder) {
    case 'unit': {
      const leadOrgId = unit ?? actor.orgId
      return leadOrgId ? { ...AT_WORK, leadOrgId } : NOTHING
    }
    case 'tier':
      return { state: 'TO_ASSIGN' }
    case 'raiser':
      return { state: 'TO_CONFIRM' }
  }
}

function saying(q: string): Prisma.IssueWhereInput[] {
  return q
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const text = word.replace(/[\\%_]/g, '\\$&')
      return {
        OR: [
          { searchText: { contains: text } },
          { project: { searchText: { contains: text } } },
          { enterprise: { name: { contains: text, mode: 'insensitive' as const } } },
        ],
      }
    })
}

/** What the figures of a ledger are counted of: everything of it the actor sees under a filter, wherever it stands. */
export const ledgerWhere = (actor: Actor, filter: IssueFilter): Prisma.IssueWhereInput => {
  const { q, tier, kind, unit, project, enterprise, taskforce, from, to } = filter
  return {
    AND: [
      visibleIssues(actor),
      ...(q ? saying(q) : []),
      ...(tier ? [{ tier }] : []),
      ...(kind ? [{ kind }] : []),
      ...(unit ? [{ leadOrgId: unit }] : []),
      ...(project ? [{ projectId: project }] : []),
      ...(enterprise ? [{ enterpriseId: enterprise }] : []),
      ...(taskforce ? [ofTeam(taskforce)] : []),
      ...(from ? [{ raisedOn: { gte: toDb(from) } }] : []),
      ...(to ? [{ raisedOn: { lte: toDb(to) } }] : []),
    ],
  }
}

/** The rows of a filter that the actor sees, of whichever ledger; lists, counts, papers and exports all use it. */
export async function issuesWhere(
  tx: Tx,
  actor: Actor,
  filter: IssueFilter,
  today: PlainDate,
  { calendar, parameters }: LevelContext,
): Promise<Prisma.IssueWhereInput> {
  const bounds = issueBounds(today, calendar, parameters)
  const { state, level, holder, unit, wait, reopened, satisfied, late } = filter
  return {
    AND: [
      ledgerWhere(actor, filter),
      // What waits for somebody says itself where it stands.
      inView(wait && state === 'open' ? 'all' : state),
      ...(level ? [(await issueLevels(tx, actor, bounds, today))(level)] : []),
      ...(holder ? [heldBy(actor, holder, unit)] : []),
      ...(wait ? [ownIssues(actor), issuesWaiting(actor, wait, today, calendar)] : []),
      ...(reopened ? [{ reopened: { gt: 0 } }] : []),
      ...(satisfied ? [{ satisfied: satisfied === 'yes' }] : []),
      ...(late ? [lateIssue(bounds)] : []),
    ],
  }
}
