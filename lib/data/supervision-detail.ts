import 'server-only'
import { type Action, type Actor, relationFor } from '@/lib/domain/access'
import { OPEN_COMPLAINTS } from '@/lib/domain/complaint/complaint'
import { latest, type PlainDate } from '@/lib/domain/plain-date'
import { mayMoveSlip } from '@/lib/domain/supervision/sight'
import { type SlipMoveKind, slipMovesFrom } from '@/lib/domain/supervision/slip'
import { rungDue, usualSlipDue } from '@/lib/domain/supervision/term'
import type { SupervisionDetail, SupervisionStep } from '@/lib/schemas/supervision'
import { dayOrNull, fromDb } from './date'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { slipCaseOf, supervisionColumns, supervisionRowOf, whoseSlip } from './supervision-rows'
import { visibleSupervisions } from './supervision-where'
import { namesOfUsers } from './user-names'

const ACTIONS = {
  REPLY: 'supervision.reply',
  VERIFY: 'supervision.verify',
  REVISIT: 'supervision.revisit',
  CLOSE: 'supervision.close',
  RETURN: 'supervision.return',
  EXTEND: 'supervision.extend',
  URGE: 'supervision.urge',
  HEAD: 'supervision.head',
  ANNOUNCE: 'supervision.announce',
} as const satisfies Record<SlipMoveKind, Action>

async function historyOf(slipId: string): Promise<SupervisionStep[]> {
  const moves = await db.supervisionMove.findMany({ where: { slipId }, orderBy: { nth: 'desc' } })
  const names = await namesOfUsers(moves.map(({ actorId }) => actorId))
  return moves.map((move) => ({
    id: move.id,
    nth: move.nth,
    kind: move.kind as SupervisionStep['kind'],
    on: fromDb(move.on),
    at: move.at.toISOString(),
    by: names.get(move.actorId ?? '') ?? null,
    text: move.text,
    effect: move.effect,
    dueOn: dayOrNull(move.dueOn),
    result: move.result,
  }))
}

/**
 * A slip with its history and what the reader may do about it 督办单.
 *
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findSupervision(actor: Actor, id: string, today: PlainDate): Promise<SupervisionDetail | null> {
  const record = await db.supervisionSlip.findFirst({
    where: { AND: [{ id }, visibleSupervisions(actor)] },
    select: { ...supervisionColumns, issuedBy: { select: { name: true } } },
  })
  if (!record) return null
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const { finding, revisit, issuedBy } = record
  const slip = slipCaseOf(record)
  const whose = whoseSlip(record)
  const moves = slipMovesFrom(slip, rungDue(slip, today, calendar)).filter(
    (kind) => relationFor(actor.role, ACTIONS[kind]) !== null && mayMoveSlip(actor, kind, whose),
  )
  return {
    ...supervisionRowOf(record, actor, today, calendar),
    issuedBy: issuedBy.name,
    finding,
    revisit,
    steps: await historyOf(id),
    moves,
    silent: whose.silent,
    asksAnswer: record.complaint !== null && OPEN_COMPLAINTS.some((state) => state === record.complaint?.state),
    usualDue: latest(usualSlipDue(today, calendar), slip.dueOn),
  }
}

/** The slips about a complaint, a procedure, a problem or a task, as far as the reader sees them; the latest first. */
export async function supervisionsAbout(
  actor: Actor,
  about: Readonly<Partial<Record<'complaintId' | 'procedureId' | 'issueId' | 'taskId', string>>>,
  today: PlainDate,
) {
  const records = await db.supervisionSlip.findMany({
    where: { AND: [visibleSupervisions(actor), about] },
    orderBy: { number: 'desc' },
    select: supervisionColumns,
    take: 20,
  })
  if (records.length === 0) return []
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  return records.map((record) => supervisionRowOf(record, actor, today, calendar))
}
