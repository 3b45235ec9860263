import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { isTermProvisional } from '@/lib/domain/issue/term'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import type { DayIssue, GroupDay, Site, StewardLoad } from '@/lib/schemas/day'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb, toDb } from './date'
import { countLevels, loadPending, loadUnreported, remindables } from './day-parts'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { notAboutOwn, openIssue } from './issue-where'
import { loadLevelContext } from './level-context'
import { inLedger, weekBefore } from './project-where'
import { isUnreported } from './reminder-facts'
import { loadInbox, loadSent } from './reminder-inbox'
import { loadTurned } from './turned'
import { visibleProjects } from './visible'

const WARNED_SHOWN = 12
const UNREPORTED_SHOWN = 8
const ISSUES_SHOWN = 8
const SITES_SHOWN = 10
const TURNED_SHOWN = 6
/** Days ahead a start is looked for: the coming month. */
const MONTH = 31

async function loadIssues(
  actor: Actor,
  own: Prisma.ProjectWhereInput,
  tiers: Prisma.IssueWhereInput,
  today: PlainDate,
): Promise<{ issues: DayIssue[]; issueCount: number }> {
  const where: Prisma.IssueWhereInput = { AND: [openIssue, tiers, { project: own }, notAboutOwn(actor)] }
  const [{ calendar }, rows, issueCount] = await Promise.all([
    loadLevelContext(db, actor.districtId, today),
    db.issue.findMany({
      where,
      select: {
        id: true,
        number: true,
        text: true,
        dueOn: true,
        raisedOn: true,
        reopenedOn: true,
        projectId: true,
        project: { select: { name: true } },
        leadOrg: { select: { shortName: true } },
      },
      orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
      take: ISSUES_SHOWN,
    }),
    db.issue.count({ where }),
  ])
  return {
    issueCount,
    issues: rows.map(({ project, leadOrg, dueOn, raisedOn, reopenedOn, projectId, ...row }) => {
      const due = dayOrNull(dueOn)
      return {
        ...row,
        projectId: projectId ?? '',
        project: project?.name ?? '',
        unit: leadOrg?.shortName ?? null,
        dueOn: due,
        dueProvisional: isTermProvisional(
          { dueOn: due, raisedOn: fromDb(raisedOn), reopenedOn: dayOrNull(reopenedOn) },
          calendar,
        ),
        late: due !== null && due < today,
      }
    }),
  }
}

/** Sites worth a visit: what starts within a month or should have started, and what is being built in red or yellow. */
async function loadSites(own: Prisma.ProjectWhereInput, today: PlainDate): Promise<Site[]> {
  const starts: Prisma.ProjectWhereInput = {
    milestones: { some: { kind: 'START', actualOn: null, plannedOn: { lte: toDb(addDays(today, MONTH)) } } },
  }
  const rows = await db.project.findMany({
    where: {
      AND: [own, { status: 'ACTIVE' }, { OR: [starts, { stage: 'CONSTRUCTION', level: { in: ['RED', 'YELLOW'] } }] }],
    },
    select: {
      id: true,
      name: true,
      level: true,
      milestones: { where: { kind: 'START' }, select: { plannedOn: true, actualOn: true } },
      stewards: { where: { toOn: null }, select: { person: { select: { name: true, phone: true } } } },
    },
    orderBy: [{ level: 'desc' }, { number: 'asc' }],
    take: SITES_SHOWN,
  })
  return rows.map(({ milestones: [start], stewards: [steward], ...row }) => ({
    ...row,
    startOn: dayOrNull(start?.plannedOn ?? null),
    started: Boolean(start?.actualOn),
    steward: steward ? { ...steward.person, unit: null } : null,
  }))
}

/** Who of the stewards has how much of it, most red first. */
async function loadLoads(own: Prisma.ProjectWhereInput, today: PlainDate): Promise<StewardLoad[]> {
  const rows = await db.project.findMany({
    where: own,
    select: {
      level: true,
      status: true,
      stage: true,
      lastVerifiedOn: true,
      stewards: { where: { toOn: null }, select: { person: { select: { id: true, name: true } } } },
    },
  })
  const loads = new Map<
    string | null,
    { name: string | null; projects: number; red: number; yellow: number; unreported: number }
  >()
  for (const row of rows) {
    const person = row.stewards[0]?.person ?? null
    const load = loads.get(person?.id ?? null) ?? {
      name: person?.name ?? null,
      projects: 0,
      red: 0,
      yellow: 0,
      unreported: 0,
    }
    load.projects++
    if (row.level === 'RED') load.red++
    if (row.level === 'YELLOW') load.yellow++
    if (isUnreported(row, today)) load.unreported++
    loads.set(person?.id ?? null, load)
  }
  return [...loads]
    .map(([id, load]) => ({ id, ...load }))
    .sort((a, b) => b.red - a.red || b.yellow - a.yellow || b.projects - a.projects)
}

/**
 * What a task force or a street finds first: its own red and yellow with whoever holds them, what its level has to
 * solve, the sites to see, how its stewards stand.
 *
 * Who sees what: `visibleProjects`. A task force is asked about the issues of its own level, a street about all.
 */
export async function loadGroupDay(actor: Actor, today: PlainDate): Promise<GroupDay> {
  await freshenLevels(actor.districtId, today)
  const own: Prisma.ProjectWhereInput = { AND: [visibleProjects(actor), inLedger] }
  const warned: Prisma.ProjectWhereInput = { AND: [own, { level: { in: ['RED', 'YELLOW'] } }] }
  const tiers: Prisma.IssueWhereInput = actor.role === 'TASKFORCE' ? { tier: 'TASKFORCE' } : {}
  const [inbox, sent, levels, rows, unreported, issues, sites, loads, handovers, turned] = await Promise.all([
    loadInbox(actor, today),
    loadSent(actor, today),
    countLevels(own),
    remindables(actor, warned, today, WARNED_SHOWN),
    loadUnreported(actor, own, today, UNREPORTED_SHOWN),
    loadIssues(actor, own, tiers, today),
    loadSites(own, today),
    loadLoads(own, today),
    loadPending(actor, own),
    loadTurned(actor, own, weekBefore(today), today, TURNED_SHOWN),
  ])
  return {
    inbox,
    sent,
    total: Object.values(levels).reduce((sum, n) => sum + n, 0),
    levels,
    warned: rows,
    ...unreported,
    ...issues,
    sites,
    loads,
    handovers,
    turned,
  }
}
