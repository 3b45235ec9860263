import 'server-only'
import { type Action, type Actor, allows, isAgency, relationFor } from '@/lib/domain/access'
import { usedDays } from '@/lib/domain/agency-clock'
import { deadlineAhead } from '@/lib/domain/deadline'
import { dueOf } from '@/lib/domain/due'
import { lawArticle } from '@/lib/domain/law-article'
import { evaluateProcedureProvisionally } from '@/lib/domain/level'
import { checkCalendar, checkSteps, withSteps } from '@/lib/domain/move-doubts'
import { nextProcedureChange } from '@/lib/domain/next-change'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type PlanApproval, planApproval } from '@/lib/domain/plan-change'
import type { ProcedureFacts } from '@/lib/domain/procedure'
import { awaitedTerm, decideMove, type MoveKind, movesFrom, type ProcedureCase } from '@/lib/domain/procedure-move'
import type { ProjectReason } from '@/lib/domain/project-level'
import type { Reason } from '@/lib/domain/reason'
import { relayOf } from '@/lib/domain/relay'
import { err, type Result } from '@/lib/domain/result'
import { clockOf, standingClockOf } from '@/lib/domain/ruler'
import { timeSpent } from '@/lib/domain/time-spent'
import { whyProcedure } from '@/lib/domain/why'
import {
  addWorkdays,
  dayWithPassed,
  explainDue,
  type WorkCalendar,
  workdaysBetween,
  workdaysLeft,
} from '@/lib/domain/work-calendar'
import type { MoveTerms, ProcedureMoveInput } from '@/lib/schemas/procedure'
import type { MoveOutlook, MovePreview, MoveShown, ProcedureDetail, Standstill } from '@/lib/schemas/procedure-detail'
import type { LiveReason } from '@/lib/schemas/project-row'
import { approversOf } from './approvers'
import { procedureClearing } from './clearing'
import { dayOrNull, fromDb } from './date'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { loadLevelContext } from './level-context'
import { decideLevels, graphMoves } from './levels'
import { itemNames } from './live-reasons'
import { scopeColumns, scopeOf } from './lock-project'
import { countedTurn, liveTurn } from './next-turn'
import { findCorrections } from './plan-correction'
import { bySteward, eventLines, stewardDays } from './procedure-event-lines'
import { lastMoveOf, moveContextOf, moveProcedure } from './procedure-moves'
import { caseOf, columnsOf } from './procedure-rows'
import { agencyOf, loadFactsRows, procedureFactsOf, projectFactsOf } from './project-facts'
import { reachable } from './project-team'
import { spellsOfRow } from './time-spent'
import { onlyOffered, opensProcedure, readableProcedures, visibleProcedures } from './visible'

const findRow = (actor: Actor, id: string) =>
  db.procedure.findFirst({
    where: { AND: [{ id }, readableProcedures(actor)] },
    include: {
      item: true,
      agency: { select: { shortName: true } },
      handler: { select: { name: true, phone: true } },
      events: { orderBy: { seq: 'asc' } },
      planChanges: { orderBy: { at: 'desc' } },
      project: {
        select: {
          id: true,
          name: true,
          status: true,
          ...scopeColumns,
          contact: { select: { name: true, phone: true } },
          stewards: {
            where: { toOn: null },
            select: { personId: true, person: { select: { name: true, phone: true } } },
          },
        },
      },
    },
  })

/** Names of accounts and of persons, whichever an id belongs to. */
async function namesOf(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return new Map()
  const [users, people] = await Promise.all([
    db.user.findMany({ where: { id: { in: known } }, select: { id: true, person: { select: { name: true } } } }),
    db.person.findMany({ where: { id: { in: known } }, select: { id: true, name: true } }),
  ])
  return new Map([...users.map((u) => [u.id, u.person.name] as const), ...people.map((p) => [p.id, p.name] as const)])
}

/**
 * Everything the page of a procedure shows, and what the actor may do to it now.
 *
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findProcedure(actor: Actor, id: string, today: PlainDate): Promise<ProcedureDetail | null> {
  await freshenLevels(actor.districtId, today)
  const row = await findRow(actor, id)
  if (!row) return null
  const [{ calendar, parameters }, [facts], names] = await Promise.all([
    loadLevelContext(db, row.districtId, today),
    loadFactsRows(db, [row.projectId], today),
    namesOf([
      ...row.events.flatMap((e) => [e.actorId, e.approverId]),
      ...row.planChanges.flatMap((c) => [c.actorId, c.approverId]),
    ]),
  ])
  const siblings = new Map(facts?.procedures.map((p) => [p.code, p]))
  const own = siblings.get(row.code)
  if (!facts || !own) return null
  const itemFacts = procedureFactsOf(own, siblings)
  const active = row.project.status === 'ACTIVE'
  const evaluation = evaluateProcedureProvisionally(itemFacts, today, calendar, parameters)
  const level = active ? evaluation.level : 'GREY'
  const next = active ? nextProcedureChange(itemFacts, today, calendar, parameters, evaluation) : null
  const relay = relayOf(itemFacts, next?.on ?? null, today, calendar, parameters)
  const start = itemFacts.acceptedOn ?? (itemFacts.state === 'RECEIVED' ? itemFacts.receivedOn : null)
  const pausedWd = itemFacts.pauses.reduce((sum, p) => sum + workdaysBetween(calendar, p.from, p.to ?? today), 0)
  const counted = (days: number | null) =>
    start && days !== null && days > 0
      ? { ...explainDue(calendar, start, addWorkdays(calendar, start, days + pausedWd)), pausedWd }
      : null
  const last = lastMoveOf(row.events)
  const name = (key: string | null) => (key ? (names.get(key) ?? null) : null)
  const steward = row.project.stewards[0]?.person
  const scope = scopeOf(row.project)
  const may = (action: Action) => active && allows(actor, action, scope)
  // Names of what it waits for, and of what a recorded move named.
  const items = await db.procedure.findMany({
    where: { projectId: row.projectId },
    select: { code: true, item: { select: { nameZh: true, nameEn: true } } },
  })
  const itemNames = new Map(items.map(({ code, item }) => [code, item]))
  const standstill = standstillOf(itemFacts, today, calendar)
  const spells = spellsOfRow(row, today, calendar)
  const began = row.events.some(({ move }) => move !== 'OPEN' && move !== 'BLOCK')
  const until = row.planFinishOn
    ? (await findCorrections(db, actor, row.projectId, calendar))({ began, moves: row.planMoves })
    : null
  return {
    id: row.id,
    offered: onlyOffered(actor, scope),
    version: row.version,
    code: row.code,
    nameZh: row.item.nameZh,
    nameEn: row.item.nameEn,
    project: {
      id: row.project.id,
      name: row.project.name,
      steward: steward?.name ?? null,
      stewardPhone: steward?.phone ?? null,
    },
    agency: agencyOf(own),
    handler: row.handler?.name ?? null,
    handlerCall: reachable(row.handler, actor),
    contactCall: reachable(row.project.contact, actor),
    state: row.state,
    level,
    owner: evaluation.owner,
    reasons: active
      ? evaluation.reasons.map((reason) => ({
          ...reason,
          why: whyProcedure(itemFacts, reason, today, calendar, parameters),
        }))
      : [],
    clearing: active
      ? procedureClearing(
          level,
          own,
          row,
          projectFactsOf(facts, today, calendar, parameters),
          { today, calendar, p: parameters },
          {
            projectId: row.projectId,
            byCode: siblings,
            may,
            opens: opensProcedure(actor),
            // A procedure waits for procedures.
            parts: new Map(),
            conditions: [],
            steward: steward?.name ?? null,
            contact: row.project.contact?.name ?? null,
          },
        )
      : null,
    time: {
      ...timeSpent(spells, calendar),
      // What was recorded late began before it came into the project.
      from: spells[0] && spells[0].after < fromDb(row.enteredOn) ? spells[0].after : fromDb(row.enteredOn),
      to: row.state === 'DONE' && itemFacts.finishedOn ? itemFacts.finishedOn : today,
    },
    ...countedTurn(liveTurn(next), today, calendar),
    deadline: active ? deadlineAhead(itemFacts, today, calendar, parameters) : null,
    provisional: active && evaluation.provisional,
    clock: clockOf(itemFacts, level, today, calendar, parameters),
    relay,
    promisedWd: row.promisedWd,
    statutoryWd: row.statutoryWd,
    statutoryDays: row.statutoryDays,
    statutoryUnit: row.statutoryUnit,
    extensionWd: row.extensionWd,
    // Nobody knows the day a limit ends while its clock stands.
    promise: standstill ? null : counted(row.promisedWd),
    statute: standstill ? null : counted(row.statutoryWd === null ? null : row.statutoryWd + row.extensionWd),
    standstill,
    receivedOn: itemFacts.receivedOn,
    acceptedOn: itemFacts.acceptedOn,
    finishedOn: itemFacts.finishedOn,
    stewardDays: stewardDays(row.events),
    recordedBySteward: last !== undefined && bySteward(last),
    certificateNo: row.certificateNo,
    expiresOn: dayOrNull(row.expiresOn),
    toleranceDueOn: itemFacts.toleranceDueOn,
    naReason: row.naReason,
    planSubmitOn: itemFacts.planSubmitOn,
    planFinishOn: itemFacts.planFinishOn,
    baselineFinishOn: dayOrNull(row.baselineFinishOn),
    planMoves: row.planMoves,
    planHistory: row.planChanges.map((c) => ({
      id: c.id,
      from: dayOrNull(c.fromOn),
      to: dayOrNull(c.toOn),
      reason: c.reason,
      nth: c.nth,
      who: name(c.actorId),
      approver: name(c.approverId),
      onBehalf: c.onBehalf,
      on: fromDb(c.on),
    })),
    law: {
      title: row.item.lawTitle,
      article: lawArticle(row.item.lawArticle),
      url: row.item.sourceUrl,
      status: row.item.sourceStatus,
    },
    materials: row.item.materials,
    tolerance: row.item.tolerance,
    commitment: row.item.commitment,
    validityMonths: row.item.validityMonths,
    validityNote: row.item.validityNote,
    predecessors: row.predecessors.flatMap((code) => {
      const before = siblings.get(code)
      const named = itemNames.get(code)
      return before && named
        ? [
            {
              id: before.id,
              open: opensProcedure(actor)(before),
              nameZh: named.nameZh,
              nameEn: named.nameEn,
              state: before.state,
              level: before.level,
              late: (before.levelReasons as unknown as readonly Reason[]).find((r) => r.code === 'DONE_LATE') ?? null,
            },
          ]
        : []
    }),
    deemed:
      itemFacts.receivedOn && evaluation.reasons.some((reason) => reason.code === 'DEEMED_ACCEPTED')
        ? { on: dayWithPassed(calendar, itemFacts.receivedOn, parameters.accept_wd + 1), from: itemFacts.receivedOn }
        : null,
    events: eventLines(row.events, name, (code) => itemNames.get(code) ?? null),
    moves: movesFrom(row.state).filter((kind) => may(`procedure.${kind}` as Action)),
    takeBack:
      last && last.actorId === actor.userId && fromDb(last.recordedOn) === today && may('procedure.takeBack')
        ? (last.move as MoveKind)
        : null,
    mayReplan: may('procedure.replan') && !leavesPlan(row.state),
    planApproval: planApproval(row.planMoves),
    correctUntil: until && today <= until ? until : null,
  }
}

/** The agency's clock while it stands; null while it runs, or before it began. */
function standstillOf(facts: ProcedureFacts, today: PlainDate, calendar: WorkCalendar): Standstill | null {
  const { state, acceptedOn, supplementSince, specialSince } = facts
  if (!acceptedOn || (state !== 'SUPPLEMENT' && state !== 'SPECIAL')) return null
  const since = state === 'SUPPLEMENT' ? supplementSince : specialSince
  if (!since) return null
  const used = usedDays(facts, acceptedOn, today, calendar)
  return {
    kind: state,
    since,
    used,
    promiseLeft: facts.promisedWd - used,
    statuteLeft: facts.statutoryWd === null ? null : facts.statutoryWd + facts.extensionWd - used,
  }
}

const leavesPlan = (state: ProcedureCase['state']): boolean => state === 'DONE' || state === 'NA'

/** Working days that stand in for a term nobody has said yet: so far that it colours nothing. */
const UNSAID_WD = 250

/**
 * What a move would lead to with the values typed so far, and today for its day; nothing is stored. A term only the form can
 * say is never assumed: what hangs on it is left out until it is typed, and `awaits` names it.
 *
 * @returns without a preview when it could not be made like this: then the form says why once it is sent
 */
export async function previewMove(
  actor: Actor,
  id: string,
  kind: MoveKind,
  typed: MoveTerms,
  today: PlainDate,
): Promise<MoveOutlook> {
  const awaits = awaitedTerm(kind, typed)
  const untold = { preview: null, awaits }
  const row = await findRow(actor, id)
  if (!row) return untold
  const [context, [facts]] = await Promise.all([
    loadLevelContext(db, row.districtId, today),
    loadFactsRows(db, [row.projectId], today),
  ])
  // How a colour stands after an extension hangs on nothing but its days.
  if (!facts || awaits === 'days') return untold
  const before = caseOf(row)
  const terms = {
    kind,
    receivedOn: typed.receivedOn,
    acceptedOn: typed.acceptedOn,
    on: typed.on ?? today,
    reason: '—',
    approverId: actor.personId,
    limitWd: typed.limitWd ?? (kind === 'SPECIAL' ? UNSAID_WD : null),
    days: typed.days,
    dueOn: typed.dueOn ?? addWorkdays(context.calendar, typed.on ?? today, UNSAID_WD),
  }
  const usual = withSteps(before, terms, row.promisedWd)
  const judged = moveContextOf(row, context, today, row.events)
  const decided = decideMove(before, usual, judged)
  if (!checkCalendar(before, usual, context.calendar).ok) return untold
  // A day still to be asked for: whatever followed from it would be invented.
  if (!decided.ok || !checkSteps(before, usual, judged.lastOn).ok) return untold
  const after = { ...before, ...decided.value }
  const recorded = {
    ...facts,
    procedures: facts.procedures.map((p) => (p.id === id ? { ...p, ...columnsOf(after) } : p)),
  }
  // The graph follows at once, as it does when the move is recorded: what became free is ready to file.
  const turned = new Map(graphMoves(recorded as typeof facts).map((turn) => [turn.id, turn.to]))
  const moved = {
    ...recorded,
    procedures: recorded.procedures.map((p) => ({ ...p, state: turned.get(p.id) ?? p.state })),
  }
  const siblings = new Map(moved.procedures.map((p) => [p.code, p]))
  const own = siblings.get(row.code)
  if (!own) return untold
  const { calendar, parameters } = context
  const itemFacts = procedureFactsOf({ ...own, pauses: own.pauses as never }, siblings as never)
  const evaluation = evaluateProcedureProvisionally(itemFacts, today, calendar, parameters)
  const next = nextProcedureChange(itemFacts, today, calendar, parameters, evaluation)
  const due = awaits ? null : dueOf(itemFacts, calendar, parameters)
  const { project } = decideLevels(moved as typeof facts, today, context)
  const preview: MovePreview = {
    state: own.state,
    level: evaluation.level,
    reason: evaluation.reasons[0] ?? null,
    nextLevelOn: (!awaits && next?.on) || null,
    nextLevel: (!awaits && next?.level) || null,
    nextProvisional: !awaits && (next?.provisional ?? false),
    clock:
      standingClockOf(itemFacts, evaluation.level, today, calendar) ??
      clockOf(itemFacts, evaluation.level, today, calendar, parameters),
    used: evaluation.used,
    remaining: evaluation.remaining,
    due,
    dueInWd: due && workdaysLeft(calendar, due.on, today),
    projectBefore: decideLevels(facts, today, context).project.level,
    projectAfter: project.level,
    projectReason: await namedReason(row.districtId, project.reasons.reasons[0], moved.procedures),
  }
  return { preview, awaits }
}

/**
 * What a move would lead to with everything its form says 预览, for a page that cannot follow what is typed; nothing is stored.
 *
 * @returns err in every case: FORBIDDEN, NOT_FOUND, MOVE_SHOWN with what follows, or why it could not be recorded like this
 */
export async function showMove(
  actor: Actor,
  input: ProcedureMoveInput,
  { today }: Readonly<{ today: PlainDate }>,
): Promise<Result<never>> {
  const { procedureId: id, kind } = input
  if (relationFor(actor.role, `procedure.${kind}`) === null) return err({ code: 'FORBIDDEN' })
  const row = await findRow(actor, id)
  if (!row) return err({ code: 'NOT_FOUND' })
  const outlook = await previewMove(actor, id, kind, input, today)
  const wrong = outlook.preview || outlook.awaits ? null : await moveProcedure.rehearse(actor, input, today)
  if (wrong) return err(wrong)
  const move: MoveShown = { outlook, kind, own: isAgency(actor.role), project: row.project.name, today }
  return err({ code: 'MOVE_SHOWN', shown: '1', preview: { move } })
}

/** A reason of the project with the name of the item it comes from, as the lists say it. */
async function namedReason(
  districtId: string,
  reason: ProjectReason | undefined,
  procedures: readonly Readonly<{ id: string; code: string }>[],
): Promise<LiveReason | null> {
  if (!reason) return null
  const code = reason.dimension === 'D1' ? procedures.find((p) => p.id === reason.subjectId)?.code : undefined
  return { ...reason, item: code ? ((await itemNames(districtId, [code])).get(code) ?? null) : null }
}

/** Who can approve a move of this procedure or of its plan; the agency's own head first. Nobody where the actor may. */
export async function listApprovers(actor: Actor, procedureId: string, kind: MoveKind | PlanApproval) {
  const row = await db.procedure.findFirst({
    where: { AND: [{ id: procedureId }, visibleProcedures(actor)] },
    select: { agencyId: true, project: { select: { taskforceId: true, leaderId: true } } },
  })
  return row ? approversOf(actor, kind, { ...row, ...row.project }) : []
}
