import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { pointDaysRefusal } from '@/lib/domain/monitor-point'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import type { PointEditInput, PointInput } from '@/lib/schemas/monitor-point'
import { dbDayOrNull, toDb } from './date'
import type { Tx } from './db'
import { findEnterpriseNamed } from './enterprise-people'
import { pointDaysOf, visiblePoints } from './monitor-points'
import { orgSearchText, personSearchText } from './search-text'
import { write } from './write'

type Home = Readonly<{ orgId: string | null; enterpriseId: string | null }>

/** Somebody of a unit or a firm by his name; made when nobody knew him, his number noted when nobody had it. */
async function personOf(tx: Tx, districtId: string, name: string, phone: string | undefined, home: Home) {
  const namesakes = await tx.person.findMany({
    where: { districtId, name, ...home },
    select: { id: true, name: true, phone: true },
    orderBy: { id: 'asc' },
  })
  const known = namesakes.find((one) => phone === undefined || one.phone === phone || one.phone === null)
  if (known && phone !== undefined && known.phone === null)
    await tx.person.update({ where: { id: known.id }, data: { phone, version: { increment: 1 } } })
  return (
    known ??
    (await tx.person.create({
      data: { districtId, name, phone: phone ?? null, ...home, searchText: personSearchText({ name }) },
      select: { id: true, name: true },
    }))
  )
}

/** What a form says of a point, looked up; err POINT_ENTERPRISE_UNKNOWN, UNIT_MISSING, POINT_SUPERVISOR_HOME, POINT_NAME_TAKEN. */
async function columnsOf(tx: Tx, actor: Actor, input: PointInput, id?: string) {
  const { districtId } = actor
  const { name, kind, address } = input
  const twin = await tx.monitorPoint.findFirst({ where: { districtId, name, id: { not: id } }, select: { id: true } })
  if (twin) return err({ code: 'POINT_NAME_TAKEN', field: 'name', name })
  const enterprise = input.enterprise === '' ? null : await findEnterpriseNamed(tx, districtId, input.enterprise)
  if (input.enterprise !== '' && !enterprise)
    return err({ code: 'POINT_ENTERPRISE_UNKNOWN', field: 'enterprise', name: input.enterprise })
  const home = await homeOf(tx, districtId, input.supervisorUnitId, enterprise?.id ?? null)
  if (!home.ok) return home
  const supervisor = await personOf(tx, districtId, input.supervisorName, input.supervisorPhone, home.value)
  const own = { orgId: actor.orgId, enterpriseId: null }
  const contact = await personOf(tx, districtId, input.contactName, input.contactPhone, own)
  return ok({
    names: { supervisor: supervisor.name, contact: contact.name },
    data: {
      name,
      kind,
      address,
      enterpriseId: enterprise?.id ?? null,
      supervisorId: supervisor.id,
      contactId: contact.id,
      openedOn: dbDayOrNull(input.openedOn),
      closedOn: dbDayOrNull(input.closedOn),
      closedReason: input.closedReason || null,
      searchText: orgSearchText({ name, shortName: address, aliases: enterprise ? [enterprise.name] : [] }),
    },
  })
}

async function homeOf(
  tx: Tx,
  districtId: string,
  unitId: string | undefined,
  enterpriseId: string | null,
): Promise<Result<Home>> {
  if (!unitId)
    return enterpriseId
      ? ok({ orgId: null, enterpriseId })
      : err({ code: 'POINT_SUPERVISOR_HOME', field: 'supervisorUnitId' })
  const unit = await tx.org.findFirst({ where: { id: unitId, districtId, dissolvedOn: null }, select: { id: true } })
  return unit ? ok({ orgId: unit.id, enterpriseId: null }) : err({ code: 'UNIT_MISSING', field: 'supervisorUnitId' })
}

const daysOf = ({ openedOn, closedOn, closedReason }: PointInput) => ({
  openedOn: openedOn ?? null,
  closedOn: closedOn ?? null,
  closedReason,
})

/** The next number of a district: one that was given is never given again. */
async function nextNumber(tx: Tx, districtId: string): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`point-number:${districtId}`}))::text`
  const { _max } = await tx.monitorPoint.aggregate({ where: { districtId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

/**
 * Enters a point into the register 设监测点.
 *
 * @returns err FORBIDDEN, what `pointDaysRefusal` says, POINT_ENTERPRISE_UNKNOWN, UNIT_MISSING, POINT_SUPERVISOR_HOME, POINT_NAME_TAKEN
 */
export const createPoint = write('point.create', async (tx, actor, input: PointInput, today) => {
  const refusal = pointDaysRefusal(daysOf(input), today)
  if (refusal) return err(refusal)
  const found = await columnsOf(tx, actor, input)
  if (!found.ok) return found
  const number = await nextNumber(tx, actor.districtId)
  const point = await tx.monitorPoint.create({
    data: { ...found.value.data, districtId: actor.districtId, number, registeredOn: toDb(today) },
  })
  return ok({
    value: { pointId: point.id },
    subject: point.id,
    detail: { name: point.name, pointNo: number, address: point.address, ...found.value.names },
  })
})

/** Ends every plate of a point that is closed: none of them leads anywhere from now on. */
const endPlates = (tx: Tx, pointId: string, today: PlainDate, endReason: string) =>
  tx.codePlate.updateMany({
    where: { pointId, endedOn: null },
    data: { endedOn: toDb(today), end: 'CLOSED', endReason, version: { increment: 1 } },
  })

/**
 * Changes a point, opens it, or closes it with a reason 改监测点; with a point its plates end.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, and as `createPoint`
 */
export const editPoint = write('point.edit', async (tx, actor, input: PointEditInput, today) => {
  await tx.$queryRaw`SELECT 1 FROM "MonitorPoint" WHERE id = ${input.pointId}::uuid FOR UPDATE`
  const row = await tx.monitorPoint.findFirst({ where: { AND: [{ id: input.pointId }, visiblePoints(actor)] } })
  if (!row) return err({ code: 'NOT_FOUND' })
  if (row.version !== input.version) return err({ code: 'CONFLICT', version: row.version })
  const refusal = pointDaysRefusal(daysOf(input), today)
  if (refusal) return err(refusal)
  const found = await columnsOf(tx, actor, input, row.id)
  if (!found.ok) return found
  const point = await tx.monitorPoint.update({
    where: { id: row.id },
    data: { ...found.value.data, version: { increment: 1 } },
  })
  const ended = input.closedOn ? await endPlates(tx, row.id, today, input.closedReason) : { count: 0 }
  const said = (of: typeof row) => ({ name: of.name, address: of.address, ...pointDaysOf(of) })
  return ok({
    value: { pointId: row.id },
    subject: row.id,
    detail: {
      before: said(row),
      after: said(point),
      ...found.value.names,
      ...(ended.count > 0 && { plates: ended.count }),
      ...(input.closedReason && { reason: input.closedReason }),
    },
  })
})
