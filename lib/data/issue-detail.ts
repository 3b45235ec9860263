import 'server-only'
import { type Actor, relationFor, SIGHT } from '@/lib/domain/access'
import { toFixedDecimal } from '@/lib/domain/decimal'
import { issueTurns, relayOfIssue, unitInText } from '@/lib/domain/issue/hands'
import { isOpenIssue } from '@/lib/domain/issue/issue'
import { termFrom, termStart } from '@/lib/domain/issue/term'
import { type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import { countedDay } from '@/lib/domain/provisional'
import { usualTime } from '@/lib/domain/usual-time'
import { type WorkCalendar, workdaysBetween } from '@/lib/domain/work-calendar'
import type { IssueDetail, IssueRow, IssueStep } from '@/lib/schemas/issue'
import type { IssueMove } from '@/prisma/generated/client'
import { dayOrNull, fromDb, toDb } from './date'
import { db } from './db'
import { enterpriseOffers } from './enterprise-choice'
import { extensionOf } from './issue-extensions'
import { movesOfIssue } from './issue-moves'
import { aroundIssues, type IssueRecord, issueColumns, issuePeopleOf, issueRowOf, refusesUnit } from './issue-rows'
import { visibleIssues } from './issue-where'
import { loadLevelContext } from './level-context'
import { answeredOf } from './lock-issue'
import { projectOffers } from './project-said'
import { reachable } from './project-team'
import { visibleProcedures } from './visible'
import { visibleWalks } from './walk-rows'

/** Kinds of unit a problem can be given to. */
const TAKERS = ['AGENCY', 'UTILITY', 'STREET', 'TASKFORCE', 'SERVICE_BUREAU'] as const
/** Problems that were settled, from which a median is told; below it nobody can. */
const ENOUGH = 5

/** Units a problem can be given to, those of its project first. */
export async function takersOf(districtId: string, projectId: string | null) {
  const [units, partners] = await Promise.all([
    db.org.findMany({
      where: { districtId, kind: { in: [...TAKERS] }, dissolvedOn: null },
      select: { id: true, shortName: true, aliases: true },
      orderBy: [{ kind: 'asc' }, { name: 'asc' }],
    }),
    projectId ? db.agencyProject.findMany({ where: { projectId }, select: { orgId: true } }) : [],
  ])
  const near = new Set(partners.map(({ orgId }) => orgId))
  return [...units.filter(({ id }) => near.has(id)), ...units.filter(({ id }) => !near.has(id))]
}

/** Projects a problem can be about, and names of enterprises to begin with; the others are found by typing them. */
async function relationsFor(actor: Actor) {
  const [projects, enterprises] = await Promise.all([projectOffers(actor), enterpriseOffers(actor.districtId)])
  return { projects, enterprises }
}

/**
 * The unit a problem most likely belongs to: that of its procedure, one its words name, else whoever had most of its kind. A unit
 * that must not get it is none of them.
 */
async function proposedFor(row: IssueRecord, all: Awaited<ReturnType<typeof takersOf>>): Promise<string | null> {
  const takers = all.filter(({ id }) => refusesUnit(id, row.complaint) === null)
  const { procedureId, districtId, kind } = row
  const procedure = procedureId
    ? await db.procedure.findUnique({ where: { id: procedureId }, select: { agencyId: true } })
    : null
  const handles = procedure?.agencyId
  const named =
    (handles && refusesUnit(handles, row.complaint) === null ? handles : null) ??
    unitInText(
      `${row.text}${row.request ?? ''}`,
      takers.map(({ id, shortName, aliases }) => ({ id, names: [shortName, ...aliases] })),
    )
  if (named) return named
  const [most] = await db.issue.groupBy({
    by: ['leadOrgId'],
    where: { districtId, kind, leadOrgId: { in: takers.map(({ id }) => id) } },
    _count: true,
    orderBy: { _count: { leadOrgId: 'desc' } },
    take: 1,
  })
  return most?.leadOrgId ?? null
}

async function stepsOf(moves: readonly IssueMove[], units: ReadonlyMap<string, string>): Promise<IssueStep[]> {
  const users = await db.user.findMany({
    where: { id: { in: moves.flatMap(({ actorId }) => actorId ?? []) } },
    select: {
      id: true,
      person: {
        select: { name: true, org: { select: { shortName: true } }, enterprise: { select: { name: true } } },
      },
    },
  })
  const names = new Map(users.map(({ id, person }) => [id, person]))
  return moves.map((move) => {
    const person = names.get(move.actorId ?? '')
    return {
      id: move.id,
      kind: move.kind as IssueStep['kind'],
      on: fromDb(move.on),
      at: move.at.toISOString(),
      by: person ? [person.org?.shortName ?? person.enterprise?.name, person.name].filter(Boolean).join(' ') : null,
      to: move.to,
      tier: move.tier,
      unit: units.get(move.unitId ?? '') ?? null,
      text: move.text,
      internal: move.internal,
      dueOn: dayOrNull(move.dueOn),
      plannedOn: dayOrNull(move.plannedOn),
      outcome: move.outcome as IssueStep['outcome'],
      satisfied: move.satisfied,
    }
  })
}

/** Whoever answers the telephone for a problem now: a clerk of the unit that has it, or the project's contact while he is asked. */
async function personOf(row: IssueRecord, { holder }: IssueRow, actor: Actor) {
  const columns = { name: true, phone: true } as const
  // Nobody is shown his own telephone.
  if (holder?.kind === 'UNIT' && holder.id === actor.orgId) return null
  if (holder?.kind === 'UNIT') {
    const people = await db.person.findMany({
      where: { orgId: holder.id, phone: { not: null } },
      select: { ...columns, user: { select: { role: true } } },
      orderBy: { id: 'asc' },
      take: 10,
    })
    return reachable(people.find(({ user }) => user?.role === 'AGENCY') ?? people.at(-1), actor)
  }
  if (holder?.kind !== 'RAISER' || !row.projectId || actor.role === 'CONTACT') return null
  const project = await db.project.findUnique({
    where: { id: row.projectId },
    select: { contact: { select: columns } },
  })
  return reachable(project?.contact, actor)
}

/** The median as the figures tell it: between the two middle ones where there are two. */
const middle = (days: readonly number[]): number => {
  const usual = usualTime(days)
  return usual.enough ? Number(toFixedDecimal(usual.median, 1)) : 0
}

/** What became of problems of the same kind and ledger this year, among those the reader sees. */
async function likeIt(row: IssueRecord, actor: Actor, today: PlainDate, calendar: WorkCalendar) {
  const settled = await db.issue.findMany({
    where: {
      AND: [
        visibleIssues(actor),
        { kind: row.kind, source: row.source },
        { state: { in: ['SOLVED', 'EXPLAINED'] }, raisedOn: { gte: toDb(ymd(yearOf(today), 1, 1)) } },
      ],
    },
    select: { raisedOn: true, heldSince: true },
    orderBy: [{ raisedOn: 'desc' }, { number: 'desc' }],
    take: 1_000,
  })
  const days = settled.map(({ raisedOn, heldSince }) => workdaysBetween(calendar, fromDb(raisedOn), fromDb(heldSince)))
  const whole = SIGHT.project[actor.role] === 'district' && row.districtId === actor.districtId
  return {
    of: whole ? ('DISTRICT' as const) : ('SEEN' as const),
    n: days.length,
    medianWd: days.length < ENOUGH ? null : middle(days.sort((a, b) => a - b)),
  }
}

/**
 * A problem with its history, whose hands it went through, and what the reader may do.
 *
 * Who sees what: `visibleIssues`; what is written for the departments only is not in the enterprise's history. What was handed up
 * to his city somebody only reads.
 *
 * @returns null when it is absent or out of sight
 */
export async function findIssue(actor: Actor, id: string, today: PlainDate): Promise<IssueDetail | null> {
  const found = await db.issue.findFirst({
    where: { AND: [{ id }, visibleIssues(actor)] },
    include: {
      ...issueColumns,
      moves: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
      procedure: { select: { id: true, item: { select: { nameZh: true, nameEn: true } } } },
      walk: { select: { id: true, item: true } },
    },
  })
  if (!found) return null
  const { moves: history, procedure, walk, ...row } = found
  const context = await loadLevelContext(db, row.districtId, today)
  const { calendar, parameters } = context
  const own = row.districtId === actor.districtId
  const line = issueRowOf(row, actor, await aroundIssues(db, actor, [row], today), today, context)
  const answered = answeredOf(history.findLast(({ kind }) => kind === 'ANSWER'))
  const locked = { issue: row, parts: new Set(line.parts), answered }
  const { moves, way, ownAnswer } = own
    ? movesOfIssue(actor, locked, today, calendar)
    : { moves: [], way: null, ownAnswer: false }
  const gives = moves.includes('ASSIGN') || moves.includes('TRANSFER')
  const unitIds = [...new Set(history.flatMap(({ unitId }) => unitId ?? []))]
  const [takers, had, person, like, opens, walked, leader] = await Promise.all([
    gives ? takersOf(actor.districtId, row.projectId) : [],
    db.org.findMany({ where: { id: { in: unitIds } }, select: { id: true, shortName: true } }),
    own ? personOf(row, line, actor) : null,
    likeIt(row, actor, today, calendar),
    procedure ? db.procedure.count({ where: { AND: [visibleProcedures(actor), { id: procedure.id }] } }) : 0,
    walk ? db.walk.count({ where: { AND: [visibleWalks(actor), { id: walk.id }] } }) : 0,
    row.project?.leaderId
      ? db.person.findUnique({ where: { id: row.project.leaderId }, select: { name: true } })
      : null,
  ])
  const units = new Map(had.map(({ id: unitId, shortName }) => [unitId, shortName]))
  const hands = history.map(({ kind, on, to, tier, unitId }) => ({ kind, on: fromDb(on), to, tier, unitId }))
  const running = line.state === 'TO_ASSIGN' || line.state === 'IN_HAND' || line.state === 'IN_PROGRESS'
  const may = (action: 'issue.note' | 'issue.urge' | 'issue.revisit') => own && relationFor(actor.role, action) !== null
  const people = issuePeopleOf(row)
  return {
    ...line,
    steps: await stepsOf(
      history.filter(({ internal }) => !internal || actor.role !== 'CONTACT'),
      units,
    ),
    counts: {
      passed: history.filter(({ kind }) => kind === 'ASSIGN' || kind === 'TRANSFER' || kind === 'RAISE').length,
      returned: history.filter(({ kind }) => kind === 'RETURN').length,
      answered: history.filter(({ kind }) => kind === 'ANSWER').length,
    },
    relay: relayOfIssue(hands, line.countedOn, today, calendar),
    units: Object.fromEntries(units),
    turns: line.countedOn ? issueTurns(line.countedOn, today, calendar, parameters) : [],
    termWd: line.dueOn && workdaysBetween(calendar, termStart(line), line.dueOn),
    termProvisional: line.dueOn !== null && countedDay(calendar, termStart(line), line.dueOn).provisional,
    termFrom: termFrom(
      line,
      history.map(({ kind, on, tier, dueOn }) => ({ kind, on: fromDb(on), tier, dueOn: dayOrNull(dueOn) })),
      calendar,
    ),
    person,
    leader: leader?.name ?? null,
    procedure: procedure && { id: procedure.id, name: procedure.item.nameZh, open: opens > 0 },
    walk: walk && walked > 0 ? { id: walk.id, name: walk.item } : null,
    like,
    leadGone: people.leadGone && isOpenIssue(line),
    enterpriseSilent: row.enterpriseId !== null && !people.enterpriseAnswers,
    moves,
    way,
    ownAnswer,
    maySay: may('issue.note'),
    mayHide: actor.role !== 'CONTACT',
    // Nobody urges himself: neither the unit that has it nor whoever has to give it out.
    mayUrge: may('issue.urge') && running && !locked.parts.has('LEAD') && !moves.includes('ASSIGN'),
    extension: own
      ? extensionOf(
          actor,
          locked,
          history.findLast(({ kind }) => kind === 'ASK_EXTENSION')?.actorId ?? null,
          today,
          calendar,
        )
      : { mayAsk: false, latestOn: null, mayDecide: false, askedUntilOn: null },
    mayRevisit: may('issue.revisit') && line.outcome !== null && line.state !== 'IN_PROGRESS',
    choices: {
      units: takers.map(({ id: unitId, shortName }) => ({
        id: unitId,
        name: shortName,
        refused: refusesUnit(unitId, row.complaint),
      })),
      proposedId: gives && line.state === 'TO_ASSIGN' ? await proposedFor(row, takers) : null,
      relations: own && relationFor(actor.role, 'issue.relate') ? await relationsFor(actor) : null,
    },
  }
}
