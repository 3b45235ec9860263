import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { refusesRoute } from '@/lib/domain/complaint/routing'
import { type IssueCase, type IssueHolder, issueHolder } from '@/lib/domain/issue/issue'
import { issueTitle } from '@/lib/domain/issue/kind'
import { type IssuePeople, issueParts } from '@/lib/domain/issue/parts'
import { issueDay, issueFacts, issueOwner, isTermProvisional } from '@/lib/domain/issue/term'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import { issueVerdict } from '@/lib/domain/project-dimension'
import { countedDay } from '@/lib/domain/provisional'
import { ownerOf } from '@/lib/domain/reason'
import { workdaysBetween, workdaysLate } from '@/lib/domain/work-calendar'
import type { IssueRow } from '@/lib/schemas/issue'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import type { Tx } from './db'
import { type LevelContext, loadLevelContext } from './level-context'
import { visibleProjects } from './visible'

const working = { where: { disabledAt: null }, select: { id: true }, take: 1 } as const
const account = { select: { disabledAt: true } } as const

/** Who must not get what began as a complaint. */
export const routeColumns = {
  select: { againstOrgId: true, point: { select: { supervisor: { select: { orgId: true } } } } },
} satisfies Prisma.Issue$complaintArgs

/** Why a problem may not go to a unit, as its complaint may not; null where it may. */
export const refusesUnit = (
  unitId: string,
  complaint: Prisma.ComplaintGetPayload<typeof routeColumns> | null,
): ReturnType<typeof refusesRoute> =>
  complaint &&
  refusesRoute(unitId, {
    againstId: complaint.againstOrgId,
    supervisorUnitId: complaint.point?.supervisor.orgId ?? null,
  })

/** What the rules ask about the people around a problem. */
export const issueColumns = {
  district: { select: { name: true } },
  leadOrg: { select: { id: true, shortName: true, dissolvedOn: true, users: working } },
  owner: { select: { name: true } },
  raisedBy: { select: { name: true, org: { select: { shortName: true } }, user: account } },
  enterprise: {
    select: {
      id: true,
      name: true,
      users: { where: { disabledAt: null, role: 'CONTACT' }, select: { id: true }, take: 1 },
    },
  },
  project: {
    select: {
      id: true,
      name: true,
      status: true,
      taskforceId: true,
      leaderId: true,
      stewards: { where: { toOn: null }, select: { personId: true } },
      taskforce: { select: { shortName: true } },
    },
  },
  complaint: routeColumns,
} satisfies Prisma.IssueInclude
/** A problem with what the rules ask about the people around it. */
export type IssueRecord = Prisma.IssueGetPayload<{ include: typeof issueColumns }>

/** A problem as its moves depend on it. */
export const caseOf = (row: Prisma.IssueGetPayload<object>): IssueCase => ({
  state: row.state,
  tier: row.tier,
  leadId: row.leadOrgId,
  heldSince: fromDb(row.heldSince),
  passed: row.passed,
  dueOn: dayOrNull(row.dueOn),
  plannedOn: dayOrNull(row.plannedOn),
  outcome: row.outcome as IssueCase['outcome'],
  satisfied: row.satisfied,
  understood: row.understood,
  reopened: row.reopened,
  reopenedOn: dayOrNull(row.reopenedOn),
  closedOn: dayOrNull(row.closedOn),
})

/** Who a problem belongs to, as the rules ask. */
export const issuePeopleOf = (row: IssueRecord): IssuePeople => ({
  state: row.state,
  tier: row.tier,
  leadId: row.leadOrgId,
  leadGone: row.leadOrg !== null && (row.leadOrg.dissolvedOn !== null || row.leadOrg.users.length === 0),
  raisedById: row.raisedById,
  raiserGone: row.raisedBy?.user == null || row.raisedBy.user.disabledAt !== null,
  enterpriseId: row.enterpriseId,
  enterpriseAnswers: (row.enterprise?.users.length ?? 0) > 0,
  taskforceId: row.project?.taskforceId ?? null,
  leaderId: row.project?.leaderId ?? null,
  stewardId: row.project?.stewards[0]?.personId ?? null,
  satisfied: row.satisfied,
  heldSince: fromDb(row.heldSince),
})

/** In whose hands a problem is now, a dissolved unit's back with those who give out. */
export const holderOf = (row: IssueRecord): IssueHolder | null =>
  issueHolder(caseOf(row), () => row.leadOrg?.dissolvedOn != null)

/** Meetings that were held since each problem came to its tier: what is the district's and still unsolved after two is red (D5). */
export async function heldMeetings(tx: Tx, districtIds: readonly string[], today: PlainDate) {
  const rows = await tx.meeting.findMany({
    where: { districtId: { in: [...districtIds] }, state: { in: ['HELD', 'SIGNED'] } },
    select: { districtId: true, on: true },
  })
  return (issue: Readonly<{ districtId: string; tier: string; tierSince: Date }>): number =>
    issue.tier === 'DISTRICT' || issue.tier === 'CITY'
      ? rows.filter(
          ({ districtId, on }) => districtId === issue.districtId && on > issue.tierSince && fromDb(on) <= today,
        ).length
      : 0
}

/** States that are neither good nor late. */
const RESTS: ReadonlySet<IssueCase['state']> = new Set(['UNSOLVABLE', 'WITHDRAWN', 'OUTSIDE'])

/** A problem as a line of a list 问题. */
export function issueRowOf(
  row: IssueRecord,
  actor: Actor,
  around: Readonly<{
    opens: ReadonlySet<string>
    names: ReadonlyMap<string, string>
    meetings: (row: IssueRecord) => number
    contexts: ReadonlyMap<string, LevelContext>
  }>,
  today: PlainDate,
  ownContext: LevelContext,
): IssueRow {
  const { calendar, parameters } = around.contexts.get(row.districtId) ?? ownContext
  const own = row.districtId === actor.districtId
  const issue = caseOf(row)
  const meetings = around.meetings(row)
  const owner = issueOwner(row, row.project?.taskforce?.shortName ?? null)
  const [facts] = issueFacts([{ ...issue, id: row.id, owner, meetings }])
  const verdict = facts
    ? issueVerdict(facts.dueOn, facts.meetings, ownerOf(owner), today, calendar, parameters)
    : { level: RESTS.has(issue.state) ? ('GREY' as const) : ('GREEN' as const), reason: null }
  const day = issueDay(issue)
  const { project, enterprise } = row
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    year: yearOf(fromDb(row.raisedOn)),
    district: own ? null : row.district.name,
    title: issueTitle(row.text),
    text: row.text,
    request: row.request,
    source: row.source,
    kind: row.kind,
    tier: issue.tier,
    state: issue.state,
    project: project && {
      id: project.id,
      name: project.name,
      open: around.opens.has(project.id),
      gone: project.status !== 'ACTIVE' && project.status !== 'SUSPENDED',
    },
    enterprise: enterprise && { id: enterprise.id, name: enterprise.name },
    lead: row.leadOrg && { id: row.leadOrg.id, name: row.leadOrg.shortName, gone: row.leadOrg.dissolvedOn !== null },
    supports: row.supportIds.flatMap((id) => {
      const name = around.names.get(id)
      return name ? [{ id, name }] : []
    }),
    owner: row.owner?.name ?? null,
    taskforce: project?.taskforce?.shortName ?? null,
    raisedBy: row.raisedBy && { name: row.raisedBy.name, unit: row.raisedBy.org?.shortName ?? null },
    holder: holderOf(row),
    heldSince: issue.heldSince,
    heldWd: workdaysBetween(calendar, issue.heldSince, today),
    raisedOn: fromDb(row.raisedOn),
    tierSince: fromDb(row.tierSince),
    dueOn: issue.dueOn,
    dueProvisional: isTermProvisional({ ...issue, raisedOn: fromDb(row.raisedOn) }, calendar),
    plannedOn: issue.plannedOn,
    countedOn: day,
    leftWd: day && -workdaysLate(calendar, day, today) + 0,
    leftProvisional: day !== null && countedDay(calendar, today, day).provisional,
    level: verdict.level,
    reason: verdict.reason,
    meetings,
    passed: issue.passed,
    outcome: issue.outcome,
    result: row.result,
    satisfied: issue.satisfied,
    understood: issue.understood,
    reopened: issue.reopened,
    reopenedOn: issue.reopenedOn,
    urged: row.urged,
    revisitOn: dayOrNull(row.revisitOn),
    revisit: row.revisit,
    closedOn: issue.closedOn,
    parts: own ? [...issueParts(actor, issuePeopleOf(row))] : [],
  }
}

/** What rows need that is not theirs: projects the reader may open, names of units, meetings held. */
export async function aroundIssues(tx: Tx, actor: Actor, rows: readonly IssueRecord[], today: PlainDate) {
  const projectIds = [...new Set(rows.flatMap(({ projectId }) => projectId ?? []))]
  const orgIds = [...new Set(rows.flatMap(({ supportIds }) => supportIds))]
  const projects = await tx.project.findMany({
    where: { AND: [visibleProjects(actor), { id: { in: projectIds } }] },
    select: { id: true },
  })
  const orgs =
    orgIds.length > 0
      ? await tx.org.findMany({ where: { id: { in: orgIds } }, select: { id: true, shortName: true } })
      : []
  const districts = [
    ...new Set(rows.flatMap(({ tier, districtId }) => (tier === 'DISTRICT' || tier === 'CITY' ? districtId : []))),
  ]
  // What a district handed up to its city goes by the calendar and the rules of that district.
  const others = [...new Set(rows.map(({ districtId }) => districtId))].filter((id) => id !== actor.districtId)
  const contexts = await Promise.all(others.map((id) => loadLevelContext(tx, id, today)))
  return {
    opens: new Set(projects.map(({ id }) => id)),
    names: new Map(orgs.map(({ id, shortName }) => [id, shortName])),
    meetings: districts.length > 0 ? await heldMeetings(tx, districts, today) : () => 0,
    contexts: new Map(contexts.map((context) => [context.districtId, context])),
  }
}

/** Problems as lines of a list, in the order they come; a handful of questions however many there are. */
export async function issueRows(
  tx: Tx,
  actor: Actor,
  query: Pick<Prisma.IssueFindManyArgs, 'where' | 'orderBy' | 'skip' | 'take'>,
  today: PlainDate,
  context: LevelContext,
): Promise<IssueRow[]> {
  const rows = await tx.issue.findMany({ ...query, include: issueColumns })
  const around = await aroundIssues(tx, actor, rows, today)
  return rows.map((row) => issueRowOf(row, actor, around, today, context))
}
