import 'server-only'
import type { Action, Actor } from '@/lib/domain/access'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { err, gathered, ok, type Result } from '@/lib/domain/result'
import { mayMoveSlip } from '@/lib/domain/supervision/sight'
import {
  moveSlip,
  type SlipMoveKind,
  type SlipResult,
  type SlipSource,
  type SlipState,
} from '@/lib/domain/supervision/slip'
import { slipYear } from '@/lib/domain/supervision/slip-number'
import { MOST_TERM_DAYS, rungDue, slipColour, usualSlipDue } from '@/lib/domain/supervision/term'
import type { SupervisionMoveInput, SupervisionOpenInput } from '@/lib/schemas/supervision'
import type { Prisma } from '@/prisma/generated/client'
import { dbDayOrNull, fromDb, toDb } from './date'
import type { Tx } from './db'
import { loadLevelContext } from './level-context'
import { supervisionSearchText } from './search-text'
import { type SupervisionRecord, slipCaseOf, supervisionColumns, whoseSlip } from './supervision-rows'
import { subjectOf } from './supervision-start'
import { tellOfSlip } from './supervision-told'
import { supervisedUnits, visibleSupervisions } from './supervision-where'
import { write } from './write'

/** A slip to be issued, whatever page it is issued from. */
export type SlipOrder = Readonly<{
  source: SlipSource
  complaintId?: string | null
  procedureId?: string | null
  issueId?: string | null
  taskId?: string | null
  projectId?: string | null
  toOrgId: string
  /** The unit of whoever supervises the point of a complaint: it is not asked to look into its own. */
  supervisorUnitId?: string | null
  /** What is wrong, as the commission words it; nobody who complained is named. */
  matter: string
  demand: string
  /** Ten working days where nobody says otherwise. */
  dueOn?: PlainDate | null
}>

async function nextNumber(tx: Tx, districtId: string): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`supervision-number:${districtId}`}))::text`
  const { _max } = await tx.supervisionSlip.aggregate({ where: { districtId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

/** Why a day cannot be the end of a term; null when it can. */
const wrongDue = (dueOn: PlainDate, today: PlainDate) =>
  dueOn < today
    ? { code: 'SUPERVISION_DUE_PAST', field: 'dueOn' }
    : dueOn > addDays(today, MOST_TERM_DAYS)
      ? { code: 'SUPERVISION_DUE_LONG', field: 'dueOn', n: MOST_TERM_DAYS }
      : null

/**
 * Issues a slip within another write 立督办单: of what the commission releases, of a complaint, of whatever it follows up.
 *
 * @returns err SUPERVISION_UNIT_MISSING, SUPERVISION_OWN_UNIT where the unit is the supervisor's own,
 *          SUPERVISION_ROUTE_SUPERVISOR where it has the supervisor of the point, SUPERVISION_MATTER_MISSING, SUPERVISION_DEMAND_MISSING,
 *          SUPERVISION_DUE_PAST, SUPERVISION_DUE_LONG, SUPERVISION_RUNNING with the slip there is already
 * @source other-mechanisms §8 跟踪督办
 * @example await openSlip(tx, actor, { source: 'RELEASE', toOrgId, matter, demand }, today)
 */
export async function openSlip(
  tx: Tx,
  actor: Actor,
  order: SlipOrder,
  today: PlainDate,
): Promise<Result<{ slipId: string; number: number; unit: string }>> {
  const { districtId } = actor
  const { source, toOrgId } = order
  const matter = order.matter.trim()
  const demand = order.demand.trim()
  const { calendar } = await loadLevelContext(tx, districtId, today)
  const dueOn = order.dueOn ?? usualSlipDue(today, calendar)
  const unit = await tx.org.findFirst({
    where: { AND: [supervisedUnits(districtId), { id: toOrgId }] },
    select: { id: true, shortName: true },
  })
  const wrong = gathered(
    unit ? null : { code: 'SUPERVISION_UNIT_MISSING', field: 'toOrgId' },
    toOrgId === actor.orgId ? { code: 'SUPERVISION_OWN_UNIT', field: 'toOrgId' } : null,
    toOrgId === order.supervisorUnitId ? { code: 'SUPERVISION_ROUTE_SUPERVISOR', field: 'toOrgId' } : null,
    matter ? null : { code: 'SUPERVISION_MATTER_MISSING', field: 'matter' },
    demand ? null : { code: 'SUPERVISION_DEMAND_MISSING', field: 'demand' },
    wrongDue(dueOn, today),
  )
  if (wrong || !unit) return err(wrong ?? { code: 'SUPERVISION_UNIT_MISSING', field: 'toOrgId' })
  // Under the lock of the numbers nobody issues a second one about the same thing.
  const number = await nextNumber(tx, districtId)
  const about = {
    complaintId: order.complaintId ?? null,
    procedureId: order.procedureId ?? null,
    issueId: order.issueId ?? null,
    taskId: order.taskId ?? null,
  }
  const running =
    source === 'RELEASE'
      ? null
      : await tx.supervisionSlip.findFirst({
          where: { districtId, ...about, toOrgId, state: { not: 'CLOSED' } },
          select: { number: true, issuedOn: true },
        })
  if (running) {
    const year = slipYear({ issuedOn: fromDb(running.issuedOn) })
    return err({ code: 'SUPERVISION_RUNNING', field: 'toOrgId', year, n: String(running.number) })
  }
  const slip = await tx.supervisionSlip.create({
    data: {
      districtId,
      number,
      source,
      ...about,
      projectId: source === 'RELEASE' ? null : (order.projectId ?? null),
      toOrgId,
      matter,
      demand,
      issuedOn: toDb(today),
      issuedById: actor.personId,
      dueOn: toDb(dueOn),
      searchText: supervisionSearchText({ number, issuedOn: today, matter, unit: unit.shortName }),
      moves: {
        create: {
          nth: 1,
          kind: 'OPEN',
          to: 'ISSUED',
          text: demand,
          dueOn: toDb(dueOn),
          on: toDb(today),
          actorId: actor.userId,
        },
      },
    },
    select: { id: true },
  })
  const fresh = { state: 'ISSUED', issuedOn: today, dueOn, repliedOn: null } as const
  const { level } = slipColour(fresh, today, calendar)
  await tellOfSlip(tx, { slipId: slip.id, kind: 'OPEN', level, dueOn, on: today, byPersonId: actor.personId })
  return ok({ slipId: slip.id, number, unit: unit.shortName })
}

/** The digest of a line of a slip's history, and of what the slip was issued with where it is the first. */
export async function markOfLine(tx: Tx, slipId: string, nth: number): Promise<string> {
  const [row] = await tx.$queryRaw<{ mark: string }[]>`
    SELECT supervision_mark(m, s) AS mark FROM "SupervisionMove" m JOIN "SupervisionSlip" s ON s.id = m."slipId"
    WHERE s.id = ${slipId}::uuid AND m."nth" = ${nth}`
  return row?.mark ?? ''
}

/** What the log says of a line of a slip's history: no word of it, and enough to show that every word is still there, on its day. */
const lineOf = async (
  tx: Tx,
  slipId: string,
  nth: number,
  kind: string,
  on: PlainDate,
  more: Prisma.InputJsonObject = {},
) => ({
  nth,
  kind,
  on,
  mark: await markOfLine(tx, slipId, nth),
  ...more,
})

/**
 * Issues a slip about a complaint, a procedure past its day, or a problem or task that is red 立督办单.
 *
 * @returns as `openSlip`, and NOT_FOUND, SUPERVISION_NOT_LATE where nothing is late about it yet
 */
export const openSupervision = write('supervision.open', async (tx, actor, input: SupervisionOpenInput, today) => {
  const subject = await subjectOf(tx, actor, input, today)
  if (!subject) return err({ code: 'NOT_FOUND' })
  if (!subject.late) return err({ code: 'SUPERVISION_NOT_LATE' })
  const opened = await openSlip(
    tx,
    actor,
    { ...input, ...subject.ties, source: subject.source, supervisorUnitId: subject.supervisorUnitId },
    today,
  )
  if (!opened.ok) return opened
  const { slipId, number, unit } = opened.value
  return ok({
    value: { slipId, number },
    subject: slipId,
    ...(subject.ties.projectId ? { projectId: subject.ties.projectId } : {}),
    detail: await lineOf(tx, slipId, 1, 'OPEN', today, { number, unit, source: subject.source }),
  })
})

/** Locks a slip of the actor's sight; err NOT_FOUND, FORBIDDEN, CONFLICT with the version now. */
async function lockSlip(
  tx: Tx,
  actor: Actor,
  { action, kind }: Readonly<{ action: Action; kind: SlipMoveKind }>,
  { slipId, version }: SupervisionMoveInput,
): Promise<Result<SupervisionRecord>> {
  await tx.$queryRaw`SELECT 1 FROM "SupervisionSlip" WHERE id = ${slipId}::uuid FOR UPDATE`
  const slip = await tx.supervisionSlip.findFirst({
    where: { AND: [visibleSupervisions(actor), { id: slipId }] },
    select: supervisionColumns,
  })
  if (!slip) return err({ code: 'NOT_FOUND' })
  if (!mayMoveSlip(actor, kind, whoseSlip(slip))) return err({ code: 'FORBIDDEN', action })
  return slip.version === version ? ok(slip) : err({ code: 'CONFLICT', version: slip.version })
}

/** A line of a slip's history. */
export type SlipLine = Readonly<{
  nth: number
  kind: SlipMoveKind
  from: SlipState
  to: SlipState
  on: PlainDate
  text?: string | null
  effect?: string | null
  dueOn?: PlainDate | null
  result?: SlipResult | null
  satisfied?: boolean | null
  actorId: string | null
}>

/** Writes a line of a slip's history; the database refuses one that leaves a gap or is dated back. */
export const addLine = (tx: Tx, slipId: string, { on, dueOn, ...line }: SlipLine) =>
  tx.supervisionMove.create({ data: { slipId, ...line, on: toDb(on), dueOn: dbDayOrNull(dueOn) } })

/** What whoever was asked said; null of somebody who could not be reached. */
const SATISFIED = { yes: true, no: false, none: null } as const

/** A move of a slip as a write: policy, lock, version, `moveSlip`. */
const moving = (action: Action, kind: SlipMoveKind) =>
  write(action, async (tx, actor, input: SupervisionMoveInput, today) => {
    const locked = await lockSlip(tx, actor, { action, kind }, input)
    if (!locked.ok) return locked
    const row = locked.value
    if (kind === 'REVISIT' && !input.satisfied)
      return err({ code: 'SUPERVISION_SATISFIED_MISSING', field: 'satisfied' })
    const { calendar } = await loadLevelContext(tx, actor.districtId, today)
    const slip = slipCaseOf(row)
    const moved = moveSlip(slip, {
      kind,
      on: today,
      text: input.text,
      effect: input.effect,
      result: input.result ?? null,
      satisfied: SATISFIED[input.satisfied ?? 'none'],
      dueOn: input.dueOn ?? null,
      rungDue: rungDue(slip, today, calendar),
    })
    if (!moved.ok) return moved
    const { dueOn, repliedOn, firstReplyOn, firstDueOn, verifiedOn, revisitOn, closedOn, ...same } = moved.value
    const { urgedOn, headOn, announcedOn, ...change } = same
    const long = dueOn && wrongDue(dueOn, today)
    if (long) return err(long)
    const nth = row.version + 1
    const days = {
      dueOn,
      repliedOn,
      firstReplyOn,
      firstDueOn,
      verifiedOn,
      revisitOn,
      closedOn,
      urgedOn,
      headOn,
      announcedOn,
    }
    const said = Object.fromEntries(
      Object.entries(days).flatMap(([name, value]) => (value === undefined ? [] : [[name, dbDayOrNull(value)]])),
    )
    await tx.supervisionSlip.update({ where: { id: row.id }, data: { ...change, ...said, version: nth } })
    await addLine(tx, row.id, {
      nth,
      kind,
      from: row.state,
      to: change.state,
      on: today,
      text: input.text || null,
      effect: input.effect || null,
      dueOn,
      result: change.result ?? null,
      satisfied: change.satisfied ?? null,
      actorId: actor.userId,
    })
    const now = { ...slip, ...moved.value }
    const { level } = slipColour(now, today, calendar)
    await tellOfSlip(tx, {
      slipId: row.id,
      kind,
      level,
      dueOn: now.dueOn,
      on: today,
      byPersonId: actor.personId,
    })
    return ok({
      value: { slipId: row.id },
      subject: row.id,
      ...(row.project ? { projectId: row.project.id } : {}),
      // What was said stays with the slip: the log is read by others.
      detail: await lineOf(tx, row.id, nth, kind, today, { before: row.state, after: change.state }),
    })
  })

/** The unit says what it has done 回复. @returns err NOT_FOUND, FORBIDDEN, CONFLICT, SUPERVISION_MOVE_ILLEGAL, SUPERVISION_TEXT_MISSING */
export const replySupervision = moving('supervision.reply', 'REPLY')

/** The commission looks whether it is so 核实. @returns as `replySupervision`, and SUPERVISION_RESULT_MISSING */
export const verifySupervision = moving('supervision.verify', 'VERIFY')

/** It asks whoever it is about 回访. @returns as `replySupervision`, and SUPERVISION_SATISFIED_MISSING */
export const revisitSupervision = moving('supervision.revisit', 'REVISIT')

/** It closes 销号; nobody else does. @returns as `moveSlip` */
export const closeSupervision = moving('supervision.close', 'CLOSE')

/** It sends the unit back to work 退回重办. @returns as `replySupervision`, and SUPERVISION_DUE_MISSING, SUPERVISION_DUE_BACK, SUPERVISION_DUE_PAST, SUPERVISION_DUE_LONG */
export const returnSupervision = moving('supervision.return', 'RETURN')

/** It gives more time 延期. @returns as `returnSupervision`, and SUPERVISION_DUE_SAME */
export const extendSupervision = moving('supervision.extend', 'EXTEND')

/** It urges whoever is late 催办; the day does so too. @returns as `replySupervision`, without a text */
export const urgeSupervision = moving('supervision.urge', 'URGE')

/** It calls the head of the unit in 报一把手; the day does so too. @returns as `urgeSupervision` */
export const headSupervision = moving('supervision.head', 'HEAD')

/** It announces who did not answer 通报. @returns as `replySupervision` */
export const announceSupervision = moving('supervision.announce', 'ANNOUNCE')
