import 'server-only'
import { type Actor, relationFor, SIGHT } from '@/lib/domain/access'
import { ANSWER_WD, sourcesOf } from '@/lib/domain/issue/parts'
import type { IssueTier } from '@/lib/domain/issue/tier'
import type { PlainDate } from '@/lib/domain/plain-date'
import { addWorkdays, type WorkCalendar } from '@/lib/domain/work-calendar'
import type { IssueDay, IssueStart, IssueWait } from '@/lib/schemas/issue'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db } from './db'
import { takersOf } from './issue-detail'
import { issueRows } from './issue-rows'
import { openIssue, ownIssues } from './issue-where'
import { loadLevelContext } from './level-context'
import { projectOffers } from './project-said'
import { inLedger } from './project-where'
import { visibleProcedures, visibleProjects } from './visible'
import { visibleEnterprises } from './visible-enterprises'
import { visibleWalks } from './walk-rows'

/** Rows of a first page that lie open. */
const OPEN_ROWS = 4
const NONE = { id: { in: [] as string[] } }

const TIERS: Readonly<Partial<Record<Actor['role'], readonly IssueTier[]>>> = {
  OFFICE: ['DEPARTMENT', 'DISTRICT', 'CITY'],
  TASKFORCE: ['TASKFORCE'],
  LEADER: ['DISTRICT'],
}

/** Projects whose problems somebody gives out. */
function ownProjects(actor: Actor): Prisma.IssueWhereInput {
  if (actor.role === 'OFFICE') return {}
  if (actor.role === 'TASKFORCE') return actor.orgId ? { project: { taskforceId: actor.orgId } } : NONE
  return { project: { leaderId: { in: [...actor.standsInFor] } } }
}

/** At the task forces' level, but no task force can give it out: nothing is left lying. */
const noTaskforce = {
  tier: 'TASKFORCE',
  OR: [
    { projectId: null },
    { project: { taskforceId: null } },
    { project: { taskforce: { users: { none: { disabledAt: null } } } } },
  ],
} satisfies Prisma.IssueWhereInput

/** What waits for somebody, as conditions a list can use too. */
export function issuesWaiting(
  actor: Actor,
  wait: IssueWait,
  today: PlainDate,
  calendar: WorkCalendar,
): Prisma.IssueWhereInput {
  switch (wait) {
    case 'hand':
      return actor.orgId && relationFor(actor.role, 'issue.answer') && actor.role !== 'OFFICE'
        ? { leadOrgId: actor.orgId, state: { in: ['IN_HAND', 'IN_PROGRESS'] } }
        : NONE
    case 'assign': {
      const tiers = TIERS[actor.role]
      if (!tiers) return NONE
      const own = { AND: [{ tier: { in: [...tiers] } }, ownProjects(actor)] }
      return { AND: [{ state: 'TO_ASSIGN' }, actor.role === 'OFFICE' ? { OR: [own, noTaskforce] } : own] }
    }
    case 'extend': {
      const tiers = TIERS[actor.role]
      // The office answers for every level.
      const own = tiers ? { AND: [{ tier: { in: [...tiers] } }, ownProjects(actor)] } : NONE
      return { AND: [{ askedUntilOn: { not: null } }, actor.role === 'OFFICE' ? {} : own] }
    }
    case 'confirm': {
      if (actor.role === 'CONTACT') return { state: 'TO_CONFIRM', satisfied: null }
      if (actor.role !== 'OFFICE' && actor.role !== 'STEWARD') return NONE
      // Whom nobody can ask in the system is rung up, and who has not answered in time.
      const silent = { enterprise: { users: { none: { disabledAt: null, role: 'CONTACT' as const } } } }
      const late = { heldSince: { lt: toDb(addWorkdays(calendar, today, -ANSWER_WD)) } }
      const mine = actor.role === 'STEWARD' ? { project: visibleProjects(actor) } : {}
      return {
        AND: [{ state: 'TO_CONFIRM', satisfied: null, enterpriseId: { not: null } }, { OR: [silent, late] }, mine],
      }
    }
    case 'close':
      return actor.role === 'OFFICE' ? { state: { in: ['SOLVED', 'EXPLAINED', 'UNSOLVABLE'] }, closedOn: null } : NONE
    case 'mine':
      return actor.role === 'CONTACT'
        ? { AND: [openIssue, { NOT: { state: 'TO_CONFIRM' } }] }
        : relationFor(actor.role, 'issue.enter') && actor.role !== 'OFFICE'
          ? { AND: [openIssue, { raisedById: { in: [...actor.standsInFor] } }] }
          : NONE
  }
}

const WAITS = ['confirm', 'hand', 'assign', 'extend', 'close', 'mine'] as const satisfies readonly IssueWait[]

/** What problems want of somebody today: to say whether one is solved, to answer, to give out, to strike off; then how his own stand. */
export async function loadIssueDay(actor: Actor, today: PlainDate): Promise<IssueDay | null> {
  if (SIGHT.project[actor.role] === undefined) return null
  const context = await loadLevelContext(db, actor.districtId, today)
  const seen = ownIssues(actor)
  const clauses = WAITS.map((wait) => ({ AND: [seen, issuesWaiting(actor, wait, today, context.calendar)] }))
  const counts = await Promise.all(clauses.map((where) => db.issue.count({ where })))
  const rows: IssueDay['rows'][number][] = []
  for (const [i, wait] of WAITS.entries()) {
    if ((counts[i] ?? 0) === 0 || rows.length >= OPEN_ROWS) continue
    const found = await issueRows(
      db,
      actor,
      {
        where: { AND: [clauses[i] ?? NONE, { id: { notIn: rows.map(({ id }) => id) } }] },
        orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
        take: OPEN_ROWS - rows.length,
      },
      today,
      context,
    )
    rows.push(...found.map((row) => ({ ...row, wait })))
  }
  const [confirm = 0, hand = 0, assign = 0, extend = 0, close = 0, mine = 0] = counts
  const all = counts.reduce((sum, n) => sum + n, 0)
  return { counts: { confirm, hand, assign, extend, close, mine }, rows, hidden: Math.max(0, all - rows.length) }
}

/** Enterprises with projects offered while somebody types; any other is found by its name. */
const FIRMS_OFFERED = 300

/**
 * What the page that puts a problem in offers: the project it came from, else those of the reader; units, and how he can have heard.
 *
 * @returns null for a project out of sight
 */
export async function loadIssueStart(
  actor: Actor,
  asked: Readonly<{ project?: string; procedure?: string; enterprise?: string; walk?: string }>,
): Promise<IssueStart | null> {
  const own = { AND: [visibleProjects(actor), inLedger] }
  const named = { id: true, name: true } as const
  const project = asked.project
    ? await db.project.findFirst({ where: { AND: [own, { id: asked.project }] }, select: named })
    : null
  if (asked.project && !project) return null
  const walk = asked.walk
    ? await db.walk.findFirst({
        where: { AND: [visibleWalks(actor), { id: asked.walk }] },
        select: { id: true, item: true },
      })
    : null
  if (asked.walk && !walk) return null
  const names = project === null && (actor.role === 'BIZENV' || actor.role === 'OFFICE' || actor.role === 'AGENCY_HEAD')
  const [procedure, projects, enterprises, units] = await Promise.all([
    asked.procedure && project
      ? db.procedure.findFirst({
          where: { AND: [visibleProcedures(actor), { id: asked.procedure, projectId: project.id }] },
          select: { id: true, item: { select: { nameZh: true } } },
        })
      : null,
    project ? { projects: [], all: true } : projectOffers(actor),
    names
      ? db.enterprise.findMany({
          where: {
            AND: [visibleEnterprises(actor), asked.enterprise ? { id: asked.enterprise } : { projects: { some: {} } }],
          },
          select: named,
          orderBy: { name: 'asc' },
          take: FIRMS_OFFERED,
        })
      : [],
    actor.role === 'CONTACT' ? [] : takersOf(actor.districtId, project?.id ?? null),
  ])
  return {
    project,
    projects,
    enterprise: asked.enterprise ? (enterprises[0] ?? null) : null,
    enterprises: names ? enterprises.map(({ name }) => name) : null,
    procedure: procedure && { id: procedure.id, name: procedure.item.nameZh },
    units: units.map(({ id, shortName }) => ({ id, name: shortName })),
    sources: sourcesOf(actor.role),
    walk: walk && { id: walk.id, name: walk.item },
  }
}
