import 'server-only'
import { type Actor, relationFor, SIGHT } from '@/lib/domain/access'
import { type ApprovalFacts, type ApprovalState, isOutdated, withdrawApproval } from '@/lib/domain/approval'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import type { MilestoneKind, Stage, Status } from '@/lib/domain/project'
import { seesCardOnly } from '@/lib/domain/sight'
import { type WorkCalendar, workdaysBetween } from '@/lib/domain/work-calendar'
import {
  APPROVAL_PAGE,
  type ApprovalChange,
  type ApprovalDetail,
  type ApprovalOutcome,
  type ApprovalPage,
  type ApprovalRow,
  type ApprovalStep,
  type ApprovalStepKind,
  type ApprovalTab,
  type ApprovalTerms,
} from '@/lib/schemas/approval'
import type { Milestone, Prisma, Procedure, Project } from '@/prisma/generated/client'
import { dayOrNull, fromDb, toDb } from './date'
import { db, type Tx } from './db'
import { loadLevelContext } from './level-context'
import { readableProjects, visibleProcedures, visibleProjects } from './visible'

const NOTHING: Prisma.ApprovalWhereInput = { id: { in: [] as string[] } }

/**
 * The requests an actor sees 审批: those of the procedures and projects he sees, and what he asked for himself, whoever has the
 * project by now. What a project's plan and stage are is not an
 * agency handler's business, so he sees those of his procedures.
 */
export function visibleApprovals(actor: Actor): Prisma.ApprovalWhereInput {
  if (!SIGHT.project[actor.role]) return NOTHING
  const ofProcedure = { procedureId: { not: null }, procedure: visibleProcedures(actor) }
  const ofProject = { procedureId: null, project: visibleProjects(actor) }
  const own = { askedById: actor.userId }
  return {
    districtId: actor.districtId,
    OR: seesCardOnly(actor.role) ? [own, ofProcedure] : [own, ofProcedure, ofProject],
  }
}

/** Roles of a unit whose people decide for each other; a leader decides himself, or his deputy. */
const UNIT_DECIDES: ReadonlySet<string> = new Set(['OFFICE', 'TASKFORCE', 'AGENCY_HEAD'])

/** Requests that wait for the actor: asked of him, of somebody he stands in for, or of a colleague of his unit. */
export function askedOf(actor: Actor): Prisma.ApprovalWhereInput {
  if (!relationFor(actor.role, 'approval.decide')) return NOTHING
  const { role, orgId } = actor
  return {
    state: 'PENDING',
    // Nobody approves what he asked for himself.
    askedById: { not: actor.userId },
    OR: [
      { approverId: { in: [...actor.standsInFor] } },
      ...(UNIT_DECIDES.has(role) && orgId ? [{ approver: { user: { role, orgId } } }] : []),
    ],
  }
}

const columns = {
  id: true,
  version: true,
  kind: true,
  state: true,
  was: true,
  terms: true,
  reason: true,
  rowVersion: true,
  onBehalf: true,
  askedOn: true,
  askedById: true,
  askedBy: { select: { personId: true, role: true, person: { select: { name: true } } } },
  approver: { select: { name: true } },
  decidedBy: { select: { name: true } },
  project: {
    select: {
      id: true,
      name: true,
      stage: true,
      status: true,
      version: true,
      stewards: { where: { toOn: null }, select: { personId: true } },
    },
  },
  procedure: {
    select: {
      id: true,
      version: true,
      state: true,
      extensionWd: true,
      planSubmitOn: true,
      planFinishOn: true,
      item: { select: { nameZh: true, nameEn: true } },
    },
  },
  milestone: { select: { kind: true, version: true, plannedOn: true } },
  steps: { where: { kind: 'REFUSE' }, take: 1, select: { text: true } },
} satisfies Prisma.ApprovalSelect
type Record = Prisma.ApprovalGetPayload<{ select: typeof columns }>

/** What was asked, read from what the request kept of it. */
function changeOf(record: Record): ApprovalChange {
  const [was, terms] = [record.was as ApprovalTerms, record.terms as ApprovalTerms]
  switch (record.kind) {
    case 'EXTEND':
      return { kind: 'EXTEND', days: terms.days ?? 0, extendedWd: was.extensionWd ?? 0 }
    case 'NOT_APPLICABLE':
    case 'REINSTATE':
      return { kind: record.kind }
    case 'PLAN':
      return {
        kind: 'PLAN',
        nth: terms.nth ?? 0,
        fromSubmitOn: was.planSubmitOn ?? null,
        fromFinishOn: was.planFinishOn ?? null,
        submitOn: terms.submitOn ?? null,
        finishOn: terms.finishOn as PlainDate,
      }
    case 'MILESTONE':
      return {
        kind: 'MILESTONE',
        milestone: was.kind as MilestoneKind,
        nth: terms.nth ?? 0,
        from: was.plannedOn ?? null,
        to: terms.plannedOn as PlainDate,
      }
    case 'STAGE':
      return {
        kind: 'STAGE',
        fromStage: was.stage as Stage,
        toStage: terms.stage as Stage,
        fromStatus: was.status as Status,
        toStatus: terms.status as Status,
        on: terms.on as PlainDate,
        mergedInto: terms.mergedIntoId ?? null,
      }
  }
}

type Rows = Readonly<{
  project: Pick<Project, 'version' | 'stage' | 'status'>
  procedure: Pick<Procedure, 'version' | 'extensionWd' | 'planSubmitOn' | 'planFinishOn'> | null
  milestone: Pick<Milestone, 'version' | 'plannedOn'> | null
}>

/** The row a request is about, as it stands now. */
export function rowNow({ project, procedure, milestone }: Rows): Readonly<{ version: number; facts: ApprovalFacts }> {
  if (procedure)
    return {
      version: procedure.version,
      facts: {
        extensionWd: procedure.extensionWd,
        planSubmitOn: dayOrNull(procedure.planSubmitOn),
        planFinishOn: dayOrNull(procedure.planFinishOn),
      },
    }
  if (milestone) return { version: milestone.version, facts: { plannedOn: dayOrNull(milestone.plannedOn) } }
  return { version: project.version, facts: { stage: project.stage, status: project.status } }
}

type Asked = Readonly<{
  state: ApprovalState
  askedBy: Readonly<{ personId: string; role: string }>
  project: Readonly<{ stewards: readonly Readonly<{ personId: string }>[] }>
}>

/** By whom a request is taken back, as the rule wants it. */
export const withdrawalOf = ({ state, askedBy, project }: Asked) => ({
  state,
  asker: askedBy.personId,
  steward: askedBy.role === 'STEWARD' ? (project.stewards[0]?.personId ?? null) : null,
})

const mayWithdraw = ({ role, standsInFor }: Actor, record: Asked): boolean =>
  relationFor(role, 'approval.withdraw') !== null && withdrawApproval(withdrawalOf(record), standsInFor).ok

function rowOf(actor: Actor, record: Record, today: PlainDate, calendar: WorkCalendar): ApprovalRow {
  const { project, procedure } = record
  const askedOn = fromDb(record.askedOn)
  const now = rowNow(record)
  const pending = record.state === 'PENDING'
  return {
    id: record.id,
    version: record.version,
    kind: record.kind,
    state: record.state,
    project: { id: project.id, name: project.name },
    procedure: procedure && { id: procedure.id, ...procedure.item },
    change: changeOf(record),
    reason: record.reason,
    askedBy: record.askedBy.person.name,
    askedOn,
    approver: record.approver.name,
    onBehalf: record.onBehalf,
    decidedBy: record.decidedBy?.name ?? null,
    answer: record.steps[0]?.text ?? null,
    waitsWd: pending ? workdaysBetween(calendar, askedOn, today) : 0,
    rowVersion: now.version,
    moved: pending && now.version !== record.rowVersion,
    outdated: pending && isOutdated({ kind: record.kind, was: record.was as ApprovalFacts, now: now.facts }),
    mayWithdraw: mayWithdraw(actor, record),
  }
}

/** Which requests stand in a tab. */
const inTab = (actor: Actor, tab: ApprovalTab): Prisma.ApprovalWhereInput =>
  tab === 'mine' ? askedOf(actor) : tab === 'pending' ? { state: 'PENDING' } : { state: { not: 'PENDING' } }

async function rowsWhere(tx: Tx, actor: Actor, where: Prisma.ApprovalWhereInput, today: PlainDate, take?: number) {
  const records = await tx.approval.findMany({
    where: { AND: [visibleApprovals(actor), where] },
    select: columns,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    ...(take ? { take } : {}),
  })
  if (records.length === 0) return []
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  return records.map((record) => rowOf(actor, record, today, calendar))
}

/**
 * Requests 审批, what has waited longest at the top; what is decided the latest first.
 *
 * @param tab undefined: what waits for the reader where something does, else what waits for anybody
 */
export async function listApprovals(
  actor: Actor,
  asked: Readonly<{ state?: ApprovalTab | undefined; page: number }>,
  today: PlainDate,
): Promise<ApprovalPage & Readonly<{ tab: ApprovalTab }>> {
  const count = (tab: ApprovalTab) =>
    db.approval.count({ where: { AND: [visibleApprovals(actor), inTab(actor, tab)] } })
  const [mine, pending, decided] = await Promise.all([count('mine'), count('pending'), count('decided')])
  const counts = { mine, pending, decided }
  const tab = asked.state ?? (mine > 0 ? 'mine' : 'pending')
  const direction = tab === 'decided' ? 'desc' : 'asc'
  const [records, { calendar }] = await Promise.all([
    db.approval.findMany({
      where: { AND: [visibleApprovals(actor), inTab(actor, tab)] },
      select: columns,
      orderBy: [{ createdAt: direction }, { id: direction }],
      skip: (asked.page - 1) * APPROVAL_PAGE,
      take: APPROVAL_PAGE,
    }),
    loadLevelContext(db, actor.districtId, today),
  ])
  return { rows: records.map((record) => rowOf(actor, record, today, calendar)), total: counts[tab], counts, tab }
}

/** Lines of the first page that lie open; the rest is one press away. */
const LINES = 6

/** Days a refusal stays on the first page of whoever asked. */
const REFUSED_DAYS = 7

/** What waits for the actor's decision, and what he asked for that is open or was just refused, for his first page. */
export async function approvalsToday(actor: Actor, today: PlainDate) {
  const lately = { kind: 'REFUSE', on: { gte: toDb(addDays(today, -REFUSED_DAYS)) } }
  const own: Prisma.ApprovalWhereInput = {
    askedById: actor.userId,
    OR: [{ state: 'PENDING' }, { state: 'REFUSED', steps: { some: lately } }],
  }
  const visible = visibleApprovals(actor)
  const [mine, sent, mineCount, sentCount] = await Promise.all([
    rowsWhere(db, actor, askedOf(actor), today, LINES),
    rowsWhere(db, actor, own, today, LINES),
    db.approval.count({ where: { AND: [visible, askedOf(actor)] } }),
    db.approval.count({ where: { AND: [visible, own] } }),
  ])
  return { mine, sent, mineCount, sentCount }
}

/** How many requests wait for the actor's own decision. */
export const countToDecide = (actor: Actor): Promise<number> =>
  db.approval.count({ where: { AND: [visibleApprovals(actor), askedOf(actor)] } })

/** Outcomes shown with the notices; older ones are in the list of what is decided. */
const OUTCOMES = 50

/** What became of what the actor, or whom he stands in for, asked for. */
export const outcomesFor = ({ standsInFor }: Actor) =>
  ({
    state: { in: ['APPROVED', 'REFUSED'] },
    askedBy: { personId: { in: [...standsInFor] } },
  }) satisfies Prisma.ApprovalWhereInput

/** How many of his requests were decided without his having looked 审批结果; with every page, so what is none costs one index. */
export async function countUnheard(actor: Actor): Promise<number> {
  const own = await db.approval.findMany({ where: { ...outcomesFor(actor), heardAt: null }, select: { id: true } })
  if (own.length === 0) return 0
  return db.approval.count({ where: { AND: [{ id: { in: own.map(({ id }) => id) } }, visibleApprovals(actor)] } })
}

/** What became of his requests, for whoever asked, the latest first: what he has not looked at, or everything. */
export async function listOutcomes(actor: Actor, show: 'open' | 'all', today: PlainDate): Promise<ApprovalOutcome[]> {
  const records = await db.approval.findMany({
    where: { AND: [visibleApprovals(actor), outcomesFor(actor), show === 'open' ? { heardAt: null } : {}] },
    select: { ...columns, heardAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: OUTCOMES,
  })
  if (records.length === 0) return []
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  return records.map((record) => ({ ...rowOf(actor, record, today, calendar), heard: record.heardAt !== null }))
}

/** What waits for an approval in some place, and which of it the actor decides. */
async function pendingAt(actor: Actor, where: Prisma.ApprovalWhereInput, today: PlainDate) {
  const rows = await rowsWhere(db, actor, { AND: [where, { state: 'PENDING' }] }, today)
  const own =
    rows.length > 0 ? await db.approval.findMany({ where: { AND: [where, askedOf(actor)] }, select: { id: true } }) : []
  return { rows, mine: new Set(own.map(({ id }) => id)) as ReadonlySet<string> }
}

/** What waits for an approval at a project, its procedures included. */
export const pendingOfProject = (actor: Actor, projectId: string, today: PlainDate) =>
  pendingAt(actor, { projectId }, today)

/** What waits for an approval at a procedure. */
export const pendingOfProcedure = (actor: Actor, procedureId: string, today: PlainDate) =>
  pendingAt(actor, { procedureId }, today)

async function stepsOf(approvalId: string): Promise<ApprovalStep[]> {
  const steps = await db.approvalStep.findMany({ where: { approvalId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
  const users = await db.user.findMany({
    where: { id: { in: steps.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, person: { select: { name: true } } },
  })
  const who = new Map(users.map((user) => [user.id, user.person.name]))
  return steps.map((step) => ({
    id: step.id,
    kind: step.kind as ApprovalStepKind,
    on: fromDb(step.on),
    at: step.at.toISOString(),
    by: who.get(step.actorId ?? '') ?? null,
    text: step.text,
  }))
}

/**
 * A request with its history and what the reader may do about it.
 *
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findApproval(actor: Actor, id: string, today: PlainDate): Promise<ApprovalDetail | null> {
  const record = await db.approval.findFirst({
    where: { AND: [{ id }, visibleApprovals(actor)] },
    select: columns,
  })
  if (!record) return null
  const [{ calendar }, steps, decides, opens] = await Promise.all([
    loadLevelContext(db, actor.districtId, today),
    stepsOf(id),
    db.approval.count({ where: { AND: [{ id }, askedOf(actor)] } }),
    db.project.count({ where: { AND: [{ id: record.project.id }, readableProjects(actor)] } }),
  ])
  const row = rowOf(actor, record, today, calendar)
  const { change } = row
  // Where a project goes to is read by name.
  const target =
    change.kind === 'STAGE' && change.mergedInto
      ? await db.project.findFirst({
          where: { AND: [{ id: change.mergedInto }, visibleProjects(actor)] },
          select: { name: true },
        })
      : null
  return {
    ...row,
    change: change.kind === 'STAGE' ? { ...change, mergedInto: target?.name ?? null } : change,
    steps,
    opens: opens > 0,
    mayDecide: decides > 0,
  }
}
