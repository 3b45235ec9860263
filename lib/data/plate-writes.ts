import 'server-only'
import type { Actor } from '@/lib/domain/access'
import {
  plateIssueRefusal,
  platePostRefusal,
  plateRevokeRefusal,
  plateStandOf,
  plateStateOf,
  pointStateOn,
} from '@/lib/domain/monitor-point'
import type { PlainDate } from '@/lib/domain/plain-date'
import { plateCodeText } from '@/lib/domain/plate-code'
import { err, ok } from '@/lib/domain/result'
import type { PlateIssueInput, PlatePostInput, PlateRevokeInput } from '@/lib/schemas/monitor-point'
import { dayOrNull, fromDb, toDb } from './date'
import type { Tx } from './db'
import { pointDaysOf, visiblePoints } from './monitor-points'
import { newPlateCode } from './plates'
import { write } from './write'

const daysOf = (plate: Readonly<{ issuedOn: Date; postedOn: Date | null; end: PlateEnd | null }>) => ({
  issuedOn: fromDb(plate.issuedOn),
  postedOn: dayOrNull(plate.postedOn),
  end: plate.end,
})
type PlateEnd = 'REPLACED' | 'REVOKED' | 'CLOSED'

/** Locks a point with the plates that are good; null when it is out of the actor's sight. */
async function lockPoint(tx: Tx, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "MonitorPoint" WHERE id = ${id}::uuid FOR UPDATE`
  return tx.monitorPoint.findFirst({
    where: { AND: [{ id }, visiblePoints(actor)] },
    include: { plates: { where: { endedOn: null } } },
  })
}

/**
 * Makes a plate for a point 制发码牌; the one that hangs there, if any, stays good until the new one does.
 *
 * @returns err NOT_FOUND, and what `plateIssueRefusal` says
 */
export const issuePlate = write('plate.issue', async (tx, actor, input: PlateIssueInput, today) => {
  const point = await lockPoint(tx, actor, input.pointId)
  if (!point) return err({ code: 'NOT_FOUND' })
  const stand = plateStandOf(point.plates.map((plate) => plateStateOf(daysOf(plate))))
  const refusal = plateIssueRefusal(pointStateOn(pointDaysOf(point), today), stand, input)
  if (refusal) return err(refusal)
  const code = newPlateCode({ districtId: actor.districtId, pointId: point.id })
  const plate = await tx.codePlate.create({
    data: {
      pointId: point.id,
      code,
      reason: input.reason || null,
      issuedOn: toDb(today),
      issuedById: actor.userId,
    },
  })
  return ok({
    value: { pointId: point.id, plateId: plate.id },
    subject: point.id,
    detail: { name: point.name, code: plateCodeText(code), ...(input.reason && { reason: input.reason }) },
  })
})

/** Locks a plate by its point; null when it is out of the actor's sight. */
async function lockPlate(tx: Tx, actor: Actor, plateId: string) {
  const found = await tx.codePlate.findFirst({
    where: { id: plateId, point: visiblePoints(actor) },
    select: { pointId: true },
  })
  const point = found && (await lockPoint(tx, actor, found.pointId))
  const plate = point && (await tx.codePlate.findUnique({ where: { id: plateId } }))
  return point && plate ? { point, plate } : null
}

const ended = (how: PlateEnd, day: PlainDate, endReason: string | null) => ({
  endedOn: toDb(day),
  end: how,
  endReason,
  version: { increment: 1 },
})

/**
 * Says that a plate hangs at its point 登记张贴; from this moment the one it takes the place of leads nowhere.
 *
 * @returns err NOT_FOUND, CONFLICT, and what `platePostRefusal` says
 */
export const postPlate = write('plate.post', async (tx, actor, input: PlatePostInput, today) => {
  const locked = await lockPlate(tx, actor, input.plateId)
  if (!locked) return err({ code: 'NOT_FOUND' })
  const { point, plate } = locked
  if (plate.version !== input.version) return err({ code: 'CONFLICT', version: plate.version })
  const refusal = platePostRefusal(daysOf(plate), input.on, today)
  if (refusal) return err(refusal)
  // The database lets one plate hang at a point: the old one goes first.
  for (const old of point.plates)
    if (old.postedOn !== null)
      await tx.codePlate.update({ where: { id: old.id }, data: ended('REPLACED', today, plate.reason) })
  await tx.codePlate.update({
    where: { id: plate.id },
    data: { postedOn: toDb(input.on), version: { increment: 1 } },
  })
  return ok({
    value: { pointId: point.id },
    subject: point.id,
    detail: { name: point.name, code: plateCodeText(plate.code), on: input.on },
  })
})

/**
 * Takes a plate out of use at once 作废码牌: it was stolen, pasted over, or hung where it does not belong.
 *
 * @returns err NOT_FOUND, CONFLICT, PLATE_OVER
 */
export const revokePlate = write('plate.revoke', async (tx, actor, input: PlateRevokeInput, today) => {
  const locked = await lockPlate(tx, actor, input.plateId)
  if (!locked) return err({ code: 'NOT_FOUND' })
  const { point, plate } = locked
  if (plate.version !== input.version) return err({ code: 'CONFLICT', version: plate.version })
  const refusal = plateRevokeRefusal(daysOf(plate))
  if (refusal) return err(refusal)
  await tx.codePlate.update({ where: { id: plate.id }, data: ended('REVOKED', today, input.reason) })
  return ok({
    value: { pointId: point.id },
    subject: point.id,
    detail: { name: point.name, code: plateCodeText(plate.code), reason: input.reason },
  })
})
