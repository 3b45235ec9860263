import { toDb } from '@/lib/data/date'
import { columnsOf } from '@/lib/data/procedure-rows'
import { latest, type PlainDate } from '@/lib/domain/plain-date'
import {
  decideMove,
  FINISHED_STATES,
  type Move,
  type MoveContext,
  type MoveKind,
  maxExtensionOf,
  NEW_CASE,
  type ProcedureCase,
} from '@/lib/domain/procedure-move'
import { DEFAULT_PARAMETERS as RULES } from '@/lib/domain/rule-parameters'
import { addWorkdays, type WorkCalendar } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import type { PlannedProcedure } from './procedure-plan'
import type { Random } from './random'
import { instantOn, type Timeline } from './timeline'

export type ProcedureRow = Prisma.ProcedureCreateManyInput
export type EventRow = Prisma.ProcedureEventCreateManyInput

/** A procedure with its moves, and the facts after each of them with the day they became known. */
export type History = Readonly<{
  row: ProcedureRow
  events: readonly EventRow[]
  known: readonly Readonly<{ since: PlainDate; facts: ProcedureCase }>[]
}>

/** Who records and approves in an imagined project. */
export type Hands = Readonly<{
  applicantId: string | null
  agencyId: string | null
  officeId: string
  approverId: string
  agencyApproverId: string | null
  handlerId: string | null
}>

const BY_APPLICANT: ReadonlySet<MoveKind> = new Set(['FILE', 'WITHDRAW', 'SUPPLEMENTED'])

type Common = Readonly<{
  districtId: string
  projectId: string
  calendar: WorkCalendar
  timeline: Timeline
  newId: () => string
  certificate: (code: string, day: PlainDate) => string
}>

/**
 * Turns an imagined procedure into its row and its moves up to today, every move decided by the rules themselves.
 *
 * @param openedOn day its last predecessor was known to be finished; null while it waits for one
 */
export function historyOf(
  planned: PlannedProcedure,
  openedOn: PlainDate | null,
  hands: Hands,
  common: Common,
): History {
  const { item, promisedWd } = planned
  const { calendar, timeline, newId } = common
  const id = newId()
  const statutory =
    item.statutoryDays === null
      ? null
      : { days: item.statutoryDays, unit: item.statutoryUnit === 'CD' ? ('CD' as const) : ('WD' as const) }
  let facts: ProcedureCase = NEW_CASE
  let recorded = timeline.day(0)
  let lastOn: PlainDate | null = null
  const events: EventRow[] = []
  const known: { since: PlainDate; facts: ProcedureCase }[] = [{ since: recorded, facts }]

  const record = (move: Move, recordedOn: PlainDate, actorId: string | null, parameters: Prisma.InputJsonObject) => {
    const context: MoveContext = {
      today: timeline.today,
      calendar,
      lastOn,
      statutory,
      acceptWd: RULES.accept_wd,
      supplementLimitWd: RULES.supp_limit_wd,
      toleranceLimitWd: RULES.tol_limit_wd,
      maxExtensionWd: maxExtensionOf(item.code),
      validityMonths: item.validityMonths,
    }
    const decided = decideMove(facts, move, context)
    if (!decided.ok) throw new Error(`${item.code} ${move.kind} ${move.on}: ${JSON.stringify(decided.error)}`)
    const before = facts.state
    facts = { ...facts, ...decided.value }
    recorded = latest(recorded, recordedOn)
    if (move.kind !== 'OPEN') lastOn = move.on
    events.push({
      id: newId(),
      procedureId: id,
      seq: events.length + 1,
      move: move.kind,
      fromState: before,
      toState: facts.state,
      on: toDb(move.on),
      recordedOn: toDb(recorded),
      at: instantOn(recorded, events.length * 600),
      data: { ...parameters, set: decided.value as Prisma.InputJsonObject },
      reason: move.reason ?? null,
      approverId: move.approverId ?? null,
      actorId,
    })
    known.push({ since: recorded, facts })
  }

  if (planned.absent) {
    const move: Move = {
      kind: 'NOT_APPLICABLE',
      on: timeline.day(0),
      reason: '经核实，本项目不涉及该事项',
      approverId: hands.approverId,
    }
    record(move, timeline.day(0), hands.officeId, {})
  } else if (openedOn) record({ kind: 'OPEN', on: openedOn }, openedOn, null, {})
  for (const step of planned.absent ? [] : planned.steps) {
    const at = planned.file + step.at
    if (at > timeline.now) break
    const on = timeline.day(at)
    const done = step.move === 'FINISH' || step.move === 'FINISH_TOL'
    const move: Move = {
      kind: step.move,
      on,
      limitWd: step.limitWd ?? null,
      days: step.days ?? null,
      dueOn: step.dueWd ? addWorkdays(calendar, on, step.dueWd) : null,
      reason: step.reason ?? null,
      approverId: step.move === 'EXTEND' ? hands.agencyApproverId : null,
      certificateNo: done && item.result ? common.certificate(item.code, on) : null,
    }
    const typedOn = timeline.day(Math.min(timeline.now, at + (step.late ?? 0)))
    const actor = BY_APPLICANT.has(step.move) ? hands.applicantId : hands.agencyId
    record(move, typedOn, actor ?? hands.officeId, {
      ...(step.limitWd ? { limitWd: step.limitWd } : {}),
      ...(step.days ? { days: step.days } : {}),
      ...(move.dueOn ? { dueOn: move.dueOn } : {}),
      // Of an agency whose head has no account the office answers for having seen his approval.
      ...(step.move === 'EXTEND' && move.approverId === hands.approverId ? { onBehalf: true } : {}),
    })
  }
  const columns = columnsOf(facts)
  const row: ProcedureRow = {
    id,
    districtId: common.districtId,
    projectId: common.projectId,
    itemId: item.id,
    code: item.code,
    agencyId: item.agencyId,
    handlerId: hands.handlerId,
    predecessors: [...planned.predecessors],
    promisedWd,
    statutoryDays: item.statutoryDays,
    statutoryUnit: item.statutoryUnit,
    planWd: promisedWd < item.promisedWd ? promisedWd : item.planWd,
    enteredOn: toDb(timeline.day(0)),
    ...columns,
  }
  return { row, events, known }
}

/** Day a procedure was known to be finished; null while it is not. One that does not apply never holds anybody up. */
export function finishKnownOn(history: History): PlainDate | null {
  const last = history.known.at(-1)
  if (!last || !FINISHED_STATES.has(last.facts.state)) return null
  return history.known.find((k) => FINISHED_STATES.has(k.facts.state))?.since ?? null
}

/** Whether the planned dates of a procedure still bind: it has neither ended nor been left out. */
export const isOpen = (history: History): boolean => !FINISHED_STATES.has(history.row.state ?? 'NOT_STARTED')

export type PlanDates = Readonly<{ submit: number; finish: number }>

/** Between what a promise lies: the promised ends of what comes before, and the first filing of what comes after. */
export type PlanRoom = Readonly<{ after: number; before: number }>

/**
 * The promised days of a procedure, in working days of the project: shortly after it really ended, or as far ahead as it
 * needs when it is still to come. Nothing that is only to come is promised for this week, and nothing is promised to begin
 * before what it waits for is promised to end.
 */
export function planDatesOf(
  r: Random,
  planned: PlannedProcedure,
  now: number,
  late: boolean,
  room: PlanRoom,
): PlanDates {
  const need = Math.max(planned.item.planWd, planned.promisedWd)
  if (planned.today !== undefined) {
    const submit = planned.file
    return { submit, finish: late ? Math.max(submit + need, now + 2) : Math.max(submit + need, now + r.int(6, 12)) }
  }
  if (planned.finish <= now) {
    const promised = Math.max(planned.file, planned.finish + (r.chance(0.12) ? -r.int(1, 3) : r.int(0, 5)))
    return { submit: planned.file, finish: Math.min(promised, Math.max(planned.finish, room.before)) }
  }
  if (planned.file <= now) return { submit: planned.file, finish: Math.max(planned.finish, now + 5) + r.int(0, 4) }
  const submit = Math.max(Math.max(planned.file, now + 5) + r.int(0, 5), room.after)
  return { submit, finish: submit + need + r.int(1, 4) }
}
