import 'server-only'
import { waitsFor } from '@/lib/domain/blocking'
import { dueDayOf } from '@/lib/domain/due'
import { evaluateProcedureProvisionally } from '@/lib/domain/level'
import type { Level } from '@/lib/domain/level-scale'
import { type NextChange, nextProcedureChange } from '@/lib/domain/next-change'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureState } from '@/lib/domain/procedure'
import {
  evaluateProjectProvisionally,
  factsBehind,
  nextProjectChange,
  type ProjectFacts,
  type ProjectReason,
} from '@/lib/domain/project-level'
import { ownerKey, type Reason } from '@/lib/domain/reason'
import { type TurnCause, turnCause } from '@/lib/domain/turn'
import { type LevelCause, Prisma } from '@/prisma/generated/client'
import { dayOrNull, toDb } from './date'
import type { Tx } from './db'
import { type LevelContext, loadLevelContext } from './level-context'
import { endCured } from './notice-rows'
import { type FactsProcedure, type FactsRow, loadFactsRows, projectFactsOf } from './project-facts'

/** Reasons kept with a project; a list shows no more, and each carries the facts it rests on. */
const KEPT_REASONS = 3
/** Projects read and written at a time. */
const BATCH = 200

/** What a project row keeps of its last evaluation: the reasons, and the facts to say them on another day. */
export type KeptReasons = Readonly<{
  reasons: readonly ProjectReason[]
  /** What a waiver leaves out, if there is any. */
  waived?: readonly ProjectReason[]
  /** Procedure whose clock speaks for the project when nothing is wrong. */
  leadId: string | null
  facts: ProjectFacts
  /** What turns the colour next, where it is not the first reason; with the procedure's code in the catalogue. */
  turn: (TurnCause & Readonly<{ code: string | null }>) | null
}>

type Decided<R> = Readonly<{
  id: string
  level: Level
  owner: string | null
  reasons: R
  next: NextChange | null
  /** Day its limit ends; a project has none. */
  dueOn?: PlainDate | null
}>
type Cached = Readonly<{
  level: Level
  levelOwner: string | null
  levelReasons: Prisma.JsonValue
  nextLevelOn: Date | null
  nextLevel: Level | null
  nextOwner: string | null
  nextJoins: boolean
  nextProvisional: boolean
  evaluatedOn: Date | null
  dueOn?: Date | null
}>

const RUNNING: ReadonlySet<ProcedureState> = new Set(['RECEIVED', 'ACCEPTED', 'SUPPLEMENT', 'SPECIAL'])

/** The running clock nearest to its end. */
function leadOf(facts: ProjectFacts, today: PlainDate, { calendar, parameters }: LevelContext): string | null {
  let lead: { id: string; left: number } | null = null
  for (const { id, facts: item } of facts.procedures) {
    if (!RUNNING.has(item.state)) continue
    const { remaining } = evaluateProcedureProvisionally(item, today, calendar, parameters)
    const left = remaining ?? item.promisedWd
    if (!lead || left < lead.left) lead = { id, left }
  }
  return lead?.id ?? null
}

/**
 * Colours of a project and its procedures on a day, as pure code decides them; nothing is stored.
 *
 * A project that is not measured (suspended, removed, merged) is grey with all its procedures.
 */
export function decideLevels(row: FactsRow, today: PlainDate, context: LevelContext) {
  const { calendar, parameters } = context
  const facts = projectFactsOf(row, today, calendar, parameters)
  const project = evaluateProjectProvisionally(facts, today, calendar, parameters)
  const leadId = leadOf(facts, today, context)
  const reasons = project.reasons.slice(0, KEPT_REASONS)
  const waived = project.waived.slice(0, KEPT_REASONS)
  const procedures = facts.procedures.map((item): Decided<readonly Reason[]> => {
    const evaluation = evaluateProcedureProvisionally(item.facts, today, calendar, parameters)
    return {
      id: item.id,
      level: evaluation.level,
      owner: ownerKey(evaluation.owner),
      reasons: evaluation.reasons,
      next: nextProcedureChange(item.facts, today, calendar, parameters, evaluation),
      dueOn: dueDayOf(item.facts, calendar, parameters),
    }
  })
  const measured = new Set(procedures.map((p) => p.id))
  for (const { id } of row.procedures)
    if (!measured.has(id)) procedures.push({ id, level: 'GREY', owner: null, reasons: [], next: null, dueOn: null })
  const next = nextProjectChange(facts, today, calendar, parameters, project)
  const then = next && evaluateProjectProvisionally(facts, next.on, calendar, parameters)
  const cause = then && turnCause(project, then)
  const turn = cause && { ...cause, code: facts.procedures.find(({ id }) => id === cause.subjectId)?.code ?? null }
  const decided: Decided<KeptReasons> = {
    id: row.id,
    level: project.level,
    owner: ownerKey(project.owner),
    reasons: {
      reasons,
      ...(waived.length > 0 && { waived }),
      leadId,
      facts: factsBehind(facts, [...reasons, ...waived], leadId ? [leadId] : []),
      turn,
    },
    next,
  }
  return { project: decided, procedures, facts }
}

/** Whether what is cached says the same colour, owner, next change and due day. */
export const sameVerdict = (cached: Cached, decided: Decided<unknown>): boolean =>
  cached.level === decided.level &&
  cached.levelOwner === decided.owner &&
  dayOrNull(cached.nextLevelOn) === (decided.next?.on ?? null) &&
  cached.nextLevel === (decided.next?.level ?? null) &&
  cached.nextOwner === ownerKey(decided.next?.owner ?? null) &&
  cached.nextJoins === (decided.next?.joins ?? false) &&
  cached.nextProvisional === (decided.next?.provisional ?? false) &&
  dayOrNull(cached.dueOn ?? null) === (decided.dueOn ?? null)

type Turn = Readonly<{ id: string; code: 'OPEN' | 'BLOCK'; from: ProcedureState; to: ProcedureState }>

/** Items whose predecessors have all ended since, and those that lost one: the moves the graph makes by itself. */
export function graphMoves(row: FactsRow): Turn[] {
  const byCode = new Map(row.procedures.map((p) => [p.code, p]))
  return row.procedures.flatMap((p): Turn[] => {
    if (p.state !== 'NOT_STARTED' && p.state !== 'READY') return []
    const free = waitsFor(p, byCode).length === 0
    if (p.state === 'NOT_STARTED' && free) return [{ id: p.id, code: 'OPEN', from: 'NOT_STARTED', to: 'READY' }]
    if (p.state === 'READY' && !free) return [{ id: p.id, code: 'BLOCK', from: 'READY', to: 'NOT_STARTED' }]
    return []
  })
}

/** Records the graph's own moves as events, so that the row stays the fold of its events. */
async function moveGraph(tx: Tx, rows: readonly FactsRow[], today: PlainDate): Promise<FactsRow[]> {
  const turns = rows.flatMap(graphMoves)
  if (turns.length === 0) return [...rows]
  const last = await tx.procedureEvent.groupBy({
    by: ['procedureId'],
    where: { procedureId: { in: turns.map((t) => t.id) } },
    _max: { seq: true },
  })
  const seq = new Map(last.map((l) => [l.procedureId, l._max.seq ?? 0]))
  await tx.procedureEvent.createMany({
    data: turns.map((t) => ({
      procedureId: t.id,
      seq: (seq.get(t.id) ?? 0) + 1,
      move: t.code,
      fromState: t.from,
      toState: t.to,
      on: toDb(today),
      recordedOn: toDb(today),
      data: { set: { state: t.to } },
    })),
  })
  for (const to of ['READY', 'NOT_STARTED'] as const) {
    const ids = turns.filter((t) => t.to === to).map((t) => t.id)
    if (ids.length > 0) await tx.procedure.updateMany({ where: { id: { in: ids } }, data: { state: to } })
  }
  const moved = new Map(turns.map((t) => [t.id, t.to]))
  return rows.map((row) => ({
    ...row,
    procedures: row.procedures.map((p): FactsProcedure => ({ ...p, state: moved.get(p.id) ?? p.state })),
  }))
}

type Changed = Readonly<{
  projectId: string
  procedureId: string | null
  cached: Cached
  decided: Decided<KeptReasons | readonly Reason[]>
  inputs: Prisma.InputJsonValue
}>

function changesOf(row: FactsRow, today: PlainDate, context: LevelContext): Changed[] {
  const { project, procedures, facts } = decideLevels(row, today, context)
  const byId = new Map(row.procedures.map((p) => [p.id, p]))
  const inputs = new Map(facts.procedures.map((p) => [p.id, p.facts]))
  const candidates: Changed[] = [
    {
      projectId: row.id,
      procedureId: null,
      cached: row,
      decided: project,
      inputs: project.reasons as unknown as Prisma.InputJsonValue,
    },
    ...procedures.flatMap((decided): Changed[] => {
      const cached = byId.get(decided.id)
      const input = (inputs.get(decided.id) ?? {}) as unknown as Prisma.InputJsonValue
      return cached ? [{ projectId: row.id, procedureId: decided.id, cached, decided, inputs: input }] : []
    }),
  ]
  return candidates.filter(
    ({ cached, decided }) =>
      cached.evaluatedOn === null || !sameVerdict(cached, decided) || !sameJson(cached.levelReasons, decided.reasons),
  )
}

/** Equal whatever order the database keeps the keys in. */
const sameJson = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, v: unknown) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([x], [y]) => (x < y ? -1 : 1)))
      : v,
  )

/** Writes caches of many rows in one statement. */
async function saveCaches(
  tx: Tx,
  table: 'Project' | 'Procedure',
  changed: readonly Changed[],
  today: PlainDate,
  rulesVersion: number,
) {
  if (changed.length === 0) return
  const rows = JSON.stringify(
    changed.map(({ decided: d }) => ({
      id: d.id,
      level: d.level,
      reasons: d.reasons,
      owner: d.owner,
      next_on: d.next?.on,
      next: d.next?.level,
      next_owner: d.next && ownerKey(d.next.owner),
      joins: d.next?.joins ?? false,
      provisional: d.next?.provisional ?? false,
      due_on: d.dueOn,
    })),
  )
  const due = table === 'Procedure' ? Prisma.sql`, "dueOn" = r.due_on` : Prisma.empty
  await tx.$executeRaw`
    UPDATE ${Prisma.raw(`"${table}"`)} t
    SET "level" = r.level::"Level", "levelReasons" = r.reasons, "levelOwner" = r.owner, "nextLevelOn" = r.next_on,
        "nextLevel" = r.next::"Level", "nextOwner" = r.next_owner, "nextJoins" = r.joins, "nextProvisional" = r.provisional,
        "evaluatedOn" = ${today}::date, "rulesVersion" = ${rulesVersion} ${due}
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS r(id uuid, level text, reasons jsonb, owner text, next_on date, next text, next_owner text,
             joins boolean, provisional boolean, due_on date)
    WHERE t.id = r.id`
}

async function logChanges(
  tx: Tx,
  districtId: string,
  changed: readonly Changed[],
  today: PlainDate,
  rulesVersion: number,
  by: Cause,
) {
  const turned = changed.filter(({ cached, decided }) => cached.level !== decided.level)
  if (turned.length === 0) return
  await tx.levelChange.createMany({
    data: turned.map(({ projectId, procedureId, cached, decided, inputs }) => {
      const reasons = 'reasons' in decided.reasons ? decided.reasons.reasons : decided.reasons
      return {
        districtId,
        projectId,
        procedureId,
        on: toDb(today),
        from: cached.evaluatedOn ? cached.level : null,
        to: decided.level,
        ruleId: reasons[0]?.rule ?? null,
        reasons: reasons as unknown as Prisma.InputJsonValue,
        owner: decided.owner,
        inputs,
        rulesVersion,
        cause: by.cause,
        actorId: by.actorId,
      }
    }),
  })
}

type Cause = Readonly<{ cause: LevelCause; actorId: string | null }>

async function refreshBatch(
  tx: Tx,
  ids: readonly string[],
  today: PlainDate,
  by: Cause,
  contexts: Map<string, LevelContext>,
): Promise<number> {
  const rows = await moveGraph(tx, await loadFactsRows(tx, ids, today), today)
  let count = 0
  for (const districtId of new Set(rows.map((row) => row.districtId))) {
    const group = rows.filter((row) => row.districtId === districtId)
    const context = contexts.get(districtId) ?? (await loadLevelContext(tx, districtId, today))
    contexts.set(districtId, context)
    const changed = group.flatMap((row) => changesOf(row, today, context))
    const ofProjects = changed.filter((c) => c.procedureId === null)
    await saveCaches(tx, 'Project', ofProjects, today, context.rulesVersion)
    await saveCaches(
      tx,
      'Procedure',
      changed.filter((c) => c.procedureId !== null),
      today,
      context.rulesVersion,
    )
    await logChanges(tx, districtId, changed, today, context.rulesVersion, by)
    if (by.cause === 'FACT') {
      const ofRows = changed.map(({ projectId, procedureId }) => procedureId ?? projectId)
      await endCured(tx, ofRows, today)
    }
    count += changed.length
  }
  return count
}

/**
 * Evaluates projects with all their procedures and stores what changed: caches, and one LevelChange per turned colour.
 *
 * Runs in the transaction of the fact that changed, or of the day job; the only writer of the cached colours.
 *
 * @param cause why it is asked for, kept with every change
 * @param actorId who changed the fact; null for the day
 * @param context calendar and parameters of the projects' district, where the caller has read them already
 * @returns how many rows (projects and procedures) got another verdict
 */
export async function refreshProjects(
  tx: Tx,
  projectIds: readonly string[],
  today: PlainDate,
  cause: LevelCause,
  actorId: string | null,
  context?: LevelContext,
): Promise<number> {
  const contexts = new Map<string, LevelContext>(context ? [[context.districtId, context]] : [])
  let count = 0
  for (let i = 0; i < projectIds.length; i += BATCH)
    count += await refreshBatch(tx, projectIds.slice(i, i + BATCH), today, { cause, actorId }, contexts)
  return count
}
