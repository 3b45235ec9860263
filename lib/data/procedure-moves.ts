import 'server-only'
import type { Action, Actor } from '@/lib/domain/access'
import { checkCalendar, checkSteps, impliedDays, withSteps } from '@/lib/domain/move-doubts'
import type { PlainDate } from '@/lib/domain/plain-date'
import {
  decideMove,
  type Move,
  type MoveKind,
  maxExtensionOf,
  type ProcedureCase,
  replay,
} from '@/lib/domain/procedure-move'
import { err, type Failure, gathered, ok, type Result, refusalOf } from '@/lib/domain/result'
import type { ProcedureMoveInput, TakeBackInput } from '@/lib/schemas/procedure'
import type { CatalogItem, Procedure, ProcedureEvent } from '@/prisma/generated/client'
import { askApproval, type RecordedBy } from './approval-requests'
import { type Approval, findApprover, UNASKED } from './approvers'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { type LevelContext, loadLevelContext } from './level-context'
import { refreshProjects } from './levels'
import { lockProject } from './lock-project'
import { findDoubts, namedDoubts } from './move-doubts'
import { caseOf, columnsOf, recordedMove } from './procedure-rows'
import { visibleProcedures } from './visible'
import { write } from './write'

/** A procedure with its moves, as a move is judged by. */
export type MovingRow = Procedure & {
  item: CatalogItem
  events: ProcedureEvent[]
  project: { taskforceId: string | null }
}

/** Reads a procedure with its moves; the caller holds the lock of its project. */
export const readMoving = (tx: Tx, id: string): Promise<MovingRow> =>
  tx.procedure.findUniqueOrThrow({
    where: { id },
    include: { item: true, events: { orderBy: { seq: 'asc' } }, project: { select: { taskforceId: true } } },
  })

/**
 * Locks the project of a procedure and reads the procedure with its moves.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT (somebody else moved it since `version`)
 */
export async function lockProcedure(
  tx: Tx,
  actor: Actor,
  action: Action,
  input: { procedureId: string; version: number },
): Promise<Result<MovingRow>> {
  const seen = await tx.procedure.findFirst({
    where: { AND: [{ id: input.procedureId }, visibleProcedures(actor)] },
    select: { projectId: true },
  })
  if (!seen) return err({ code: 'NOT_FOUND' })
  const locked = await lockProject(tx, actor, action, seen.projectId)
  if (!locked.ok) return locked
  const row = await readMoving(tx, input.procedureId)
  if (row.version !== input.version) return err({ code: 'CONFLICT', version: row.version, state: row.state })
  return ok(row)
}

/** Moves that still stand: not taken back, and not a taking back. */
function standingMoves(events: readonly ProcedureEvent[]): ProcedureEvent[] {
  const gone = new Set(events.flatMap((e) => (e.takesBack === null ? [] : [e.takesBack, e.seq])))
  return events.filter((e) => !gone.has(e.seq))
}

const nextSeq = (events: readonly ProcedureEvent[]): number => (events.at(-1)?.seq ?? 0) + 1

/** The last standing move somebody made; the graph's own moves do not count. */
export const lastMoveOf = (events: readonly ProcedureEvent[]): ProcedureEvent | undefined =>
  standingMoves(events).findLast((e) => e.move !== 'OPEN' && e.move !== 'BLOCK')

/** What a move of a procedure is judged by on a day. */
export const moveContextOf = (
  row: Procedure & { item: Pick<CatalogItem, 'validityMonths'> },
  context: LevelContext,
  today: PlainDate,
  events: readonly ProcedureEvent[],
) => {
  const last = lastMoveOf(events)
  return {
    today,
    calendar: context.calendar,
    lastOn: last ? fromDb(last.on) : null,
    statutory:
      row.statutoryDays === null
        ? null
        : { days: row.statutoryDays, unit: row.statutoryUnit === 'CD' ? ('CD' as const) : ('WD' as const) },
    acceptWd: context.parameters.accept_wd,
    supplementLimitWd: context.parameters.supp_limit_wd,
    toleranceLimitWd: context.parameters.tol_limit_wd,
    maxExtensionWd: maxExtensionOf(row.code),
    validityMonths: row.item.validityMonths,
  }
}

async function saveCase(tx: Tx, id: string, facts: ProcedureCase): Promise<number> {
  const { version } = await tx.procedure.update({
    where: { id },
    data: { ...columnsOf(facts), version: { increment: 1 } },
    select: { version: true },
  })
  return version
}

const actionOf = (input: ProcedureMoveInput) => `procedure.${input.kind}` as const

type Said = Readonly<{ stated: Partial<Record<'receivedOn' | 'acceptedOn', PlainDate>>; despite?: object }>

/**
 * What is said with a move about steps nobody recorded and about what does not go together; refuses what is not said.
 *
 * @returns err STEP_MISSING, STEP_TOO_EARLY, STEP_TOO_LATE, MOVE_DOUBTED (what is to be confirmed), REASON_MISSING
 */
async function questioned(
  tx: Tx,
  row: MovingRow,
  move: Move,
  input: ProcedureMoveInput,
  lastOn: PlainDate | null,
): Promise<Result<Said>> {
  const steps = checkSteps(caseOf(row), move, lastOn)
  if (!steps.ok) return steps
  const implied = impliedDays(caseOf(row), move.kind)
  const stated = Object.fromEntries(implied.map((step) => [step, move[step]]))
  const days = [move.on, ...implied.flatMap((step) => move[step] ?? [])]
  const doubts = await findDoubts(tx, row, move.kind, days)
  if (!doubts) return ok({ stated })
  const { despite: reason, despiteNote: note } = input
  if (!reason) return err({ code: 'MOVE_DOUBTED', asks: 'despite', ...(await namedDoubts(tx, row.projectId, doubts)) })
  if (reason === 'OTHER' && !note) return err({ code: 'REASON_MISSING', field: 'despiteNote' })
  return ok({ stated, despite: { reason, ...(note ? { note } : {}), ...doubts } })
}

/** Refuses to repeat the answer of a move that was taken back meanwhile: a stale page must not seem to have recorded it. */
async function stillStands(
  tx: Tx,
  { procedureId, seq }: { procedureId: string; seq: number },
): Promise<Failure | null> {
  const back = await tx.procedureEvent.findFirst({ where: { procedureId, takesBack: seq }, select: { id: true } })
  return back && { code: 'TAKEN_BACK' }
}

type Judged = Readonly<{ set: Partial<ProcedureCase>; said: Said; context: LevelContext }>

/** What a move would change, or everything that is wrong with it. */
async function judgeMove(
  tx: Tx,
  row: MovingRow,
  input: ProcedureMoveInput,
  approver: Result<Approval>,
  today: PlainDate,
): Promise<Result<Judged>> {
  const context = await loadLevelContext(tx, row.districtId, today)
  const move = withSteps(
    caseOf(row),
    { ...input, ...(approver.ok ? { approverId: approver.value.approverId } : {}) },
    row.promisedWd,
  )
  const judged = moveContextOf(row, context, today, row.events)
  const counted = checkCalendar(caseOf(row), move, context.calendar)
  // Days the calendar does not know are not counted with.
  const decided = counted.ok ? decideMove(caseOf(row), move, judged) : counted
  if (!decided.ok) return err(gathered(refusalOf(approver), decided.error) ?? decided.error)
  if (!approver.ok) return approver
  const said = await questioned(tx, row, move, input, judged.lastOn)
  return said.ok ? ok({ set: decided.value, said: said.value, context }) : said
}

/** Writes a move that was judged, in the name of whoever said it; the colours it touches follow. */
async function writeMove(
  tx: Tx,
  { userId, role, approval }: RecordedBy,
  row: MovingRow,
  input: ProcedureMoveInput,
  { set, said, context }: Judged,
  today: PlainDate,
) {
  const facts = { ...caseOf(row), ...set }
  const seq = nextSeq(row.events)
  const { stated, despite } = said
  await tx.procedureEvent.create({
    data: {
      procedureId: row.id,
      seq,
      move: input.kind,
      fromState: row.state,
      toState: facts.state,
      on: toDb(input.on),
      recordedOn: toDb(today),
      data: {
        limitWd: input.limitWd,
        days: input.days,
        dueOn: input.dueOn,
        ...(input.materials?.length ? { materials: [...input.materials] } : {}),
        ...(Object.keys(stated).length > 0 ? { stated } : {}),
        ...(despite ? { despite } : {}),
        ...(approval.onBehalf ? { onBehalf: true } : {}),
        by: role,
        set,
      },
      reason: input.reason ?? null,
      approverId: approval.approverId,
      actorId: userId,
    },
  })
  const version = await saveCase(tx, row.id, facts)
  await refreshProjects(tx, [row.projectId], today, 'FACT', userId, context)
  return {
    value: { procedureId: row.id, projectId: row.projectId, version, seq, asked: null as string | null },
    subject: row.id,
    projectId: row.projectId,
    detail: {
      code: row.code,
      move: input.kind,
      on: input.on,
      from: row.state,
      to: facts.state,
      ...stated,
      ...(despite ? { despite } : {}),
    },
  }
}

/** Moves that wait for somebody else's approval. */
const asksFor = (kind: MoveKind): 'EXTEND' | 'NOT_APPLICABLE' | 'REINSTATE' =>
  kind === 'EXTEND' || kind === 'REINSTATE' ? kind : 'NOT_APPLICABLE'

/** What a move that waits for an approval keeps of its form; the day it is approved is the day it happens. */
const termsOf = ({ kind, days, reason, despite, despiteNote }: ProcedureMoveInput) => ({
  kind,
  ...(days ? { days } : {}),
  ...(reason ? { reason } : {}),
  ...(despite ? { despite } : {}),
  ...(despiteNote ? { despiteNote } : {}),
})

/**
 * Records one move of a procedure; the colours it touches follow in the same transaction. What somebody else has to approve
 * is put before him instead, and `asked` is the request.
 *
 * Each kind of move is an action of its own in the policy table.
 *
 * @returns err of `decideMove`, `checkCalendar` and `checkSteps`, NOT_FOUND, FORBIDDEN, CONFLICT, APPROVER_NOT_ENTITLED,
 *          APPROVAL_OPEN, MOVE_DOUBTED (the record says otherwise: to be confirmed with a reason), TAKEN_BACK (sent again
 *          after it was taken back)
 */
export const moveProcedure = write(
  actionOf,
  async (tx, actor, input: ProcedureMoveInput, today) => {
    const locked = await lockProcedure(tx, actor, actionOf(input), input)
    if (!locked.ok) return locked
    const row = locked.value
    const approver = await findApprover(tx, actor, input.kind, input.approverId, { ...row, ...row.project })
    const judged = await judgeMove(tx, row, input, approver, today)
    if (!judged.ok) return judged
    const approval = approver.ok ? approver.value : UNASKED
    if (!approval.asks)
      return ok(
        await writeMove(tx, { userId: actor.userId, role: actor.role, approval }, row, input, judged.value, today),
      )
    const { id: procedureId, projectId, version, state, extensionWd } = row
    const asked = await askApproval(
      tx,
      actor,
      {
        kind: asksFor(input.kind),
        projectId,
        procedureId,
        was: { state, extensionWd },
        terms: termsOf(input),
        reason: input.reason ?? '',
        rowVersion: version,
        approval,
      },
      today,
    )
    if (!asked.ok) return asked
    return ok({
      value: { procedureId, projectId, version, seq: 0, asked: asked.value as string | null },
      subject: procedureId,
      projectId,
      detail: { code: row.code, move: input.kind, asks: approval.approverId, reason: input.reason },
    })
  },
  { stands: stillStands },
)

/**
 * Makes a move that was asked for, on the day it is approved: judged once more, by what the procedure says now.
 *
 * @returns err of `decideMove`
 */
export async function grantMove(
  tx: Tx,
  by: RecordedBy,
  row: MovingRow,
  terms: ReturnType<typeof termsOf>,
  today: PlainDate,
): Promise<Result<null>> {
  const input: ProcedureMoveInput = { ...terms, procedureId: row.id, version: row.version, on: today }
  const judged = await judgeMove(tx, row, input, ok(by.approval), today)
  if (!judged.ok) return judged
  await writeMove(tx, by, row, input, judged.value, today)
  return ok(null)
}

/**
 * Takes back the last move: only who made it, only on the day it was recorded, with a reason. Nothing is deleted.
 *
 * @returns err NOTHING_TO_TAKE_BACK, NOT_YOURS, TOO_LATE, and those of the lock
 */
export const takeBackMove = write('procedure.takeBack', async (tx, actor, input: TakeBackInput, today) => {
  const locked = await lockProcedure(tx, actor, 'procedure.takeBack', input)
  if (!locked.ok) return locked
  const row = locked.value
  const last = lastMoveOf(row.events)
  if (!last) return err({ code: 'NOTHING_TO_TAKE_BACK' })
  if (last.actorId !== actor.userId) return err({ code: 'NOT_YOURS' })
  if (fromDb(last.recordedOn) !== today) return err({ code: 'TOO_LATE' })
  const seq = nextSeq(row.events)
  const facts = replay([...row.events.map(recordedMove), { seq, takesBack: last.seq, set: {} }])
  await tx.procedureEvent.create({
    data: {
      procedureId: row.id,
      seq,
      move: 'TAKE_BACK',
      fromState: row.state,
      toState: facts.state,
      on: toDb(today),
      recordedOn: toDb(today),
      reason: input.reason,
      actorId: actor.userId,
      takesBack: last.seq,
    },
  })
  const version = await saveCase(tx, row.id, facts)
  await refreshProjects(tx, [row.projectId], today, 'FACT', actor.userId)
  return ok({
    value: { procedureId: row.id, projectId: row.projectId, version },
    subject: row.id,
    projectId: row.projectId,
    detail: { code: row.code, tookBack: last.move, from: row.state, to: facts.state, reason: input.reason },
  })
})
