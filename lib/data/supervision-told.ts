import 'server-only'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { ANSWERS_FOR_UNIT, OF_SUPERVISED } from '@/lib/domain/supervision/sight'
import type { SlipMoveKind } from '@/lib/domain/supervision/slip'
import { SLIP_TELLS, toldAs } from '@/lib/domain/supervision/told'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import type { Tx } from './db'

/** A slip as it stands after the move that is told of. */
export type SlipMoved = Readonly<{
  slipId: string
  kind: SlipMoveKind | 'OPEN'
  level: Level
  dueOn: PlainDate
  on: PlainDate
  /** Whoever moved it knows; null of the day itself. */
  byPersonId: string | null
}>

/** People who can sign in, and whether they stand in for somebody who cannot. */
const reached = async (tx: Tx, where: Prisma.UserWhereInput, instead: boolean) =>
  (await tx.user.findMany({ where: { ...where, disabledAt: null }, select: { personId: true, role: true } })).map(
    ({ personId, role }) => ({ personId, as: toldAs(role), instead }),
  )

/** Whoever could answer a slip, or writes down what a unit says nobody can sign in of. */
async function ofUnit(tx: Tx, slip: Slip) {
  const released = slip.source === 'RELEASE'
  const role = { in: [...(released ? ANSWERS_FOR_UNIT : OF_SUPERVISED)] }
  const own = await reached(tx, { orgId: slip.toOrgId, role }, false)
  if (own.length > 0) return own
  // Of what the commission released it writes down the reply itself, and has issued the slip.
  return released ? [] : reached(tx, { districtId: slip.districtId, role: 'OFFICE' }, true)
}

/** Whoever issued a slip, or the others of the commission where he no longer can look. */
async function supervisors(tx: Tx, { districtId, issuedById }: Slip) {
  const own = await reached(tx, { districtId, personId: issuedById, role: 'DISCIPLINE' }, false)
  return own.length > 0 ? own : reached(tx, { districtId, role: 'DISCIPLINE' }, true)
}

const columns = { districtId: true, toOrgId: true, source: true, issuedById: true, issuedOn: true } as const
type Slip = Prisma.SupervisionSlipGetPayload<{ select: typeof columns }>

/**
 * Tells in the bell what a move of a slip asks of somebody 督办单告知, and ends what was told of it and is over. Told twice of the same
 * thing, a slip that was sent back and answered again, the one message there is rings anew.
 *
 * Within the write that moves it; nothing of what is said or of whoever said it is kept with a message.
 */
export async function tellOfSlip(tx: Tx, { slipId, kind, level, dueOn, on, byPersonId }: SlipMoved): Promise<void> {
  const { tells, keeps } = SLIP_TELLS[kind]
  await tx.notice.updateMany({
    where: { itemId: slipId, endedOn: null, step: { notIn: [...keeps] } },
    data: { endedOn: toDb(on) },
  })
  if (!tells) return
  const slip = await tx.supervisionSlip.findUniqueOrThrow({ where: { id: slipId }, select: columns })
  const people = (await (tells.whom === 'UNIT' ? ofUnit(tx, slip) : supervisors(tx, slip))).filter(
    ({ personId }) => personId !== byPersonId,
  )
  const { step } = tells
  const said = { level, answerBy: step === 'SLIP_REPLY' ? null : toDb(dueOn), on: toDb(on) }
  await tx.notice.updateMany({
    where: { itemId: slipId, step, personId: { in: people.map(({ personId }) => personId) } },
    data: { ...said, at: new Date(), seenAt: null, endedOn: null },
  })
  await tx.notice.createMany({
    data: people.map((one) => ({
      ...one,
      ...said,
      districtId: slip.districtId,
      supervisionId: slipId,
      itemId: slipId,
      since: slip.issuedOn,
      step,
      channel: 'TODO',
    })),
    skipDuplicates: true,
  })
}
