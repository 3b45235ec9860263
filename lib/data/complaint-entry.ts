import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { err, ok } from '@/lib/domain/result'
import type { ComplaintEntryInput } from '@/lib/schemas/complaint'
import { addComplaint } from './complaint-filing'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { write } from './write'

/** The hour that stands with what was filed by somebody signed in: noon, whenever it was. */
const NOON = 12

/** Points a complaint somebody rang up with can have been heard at. */
export async function pointsToName(actor: Actor) {
  if (actor.role !== 'BIZENV') return []
  const points = await db.monitorPoint.findMany({
    where: { districtId: actor.districtId, openedOn: { not: null }, closedOn: null },
    select: { id: true, number: true, name: true },
    orderBy: { number: 'asc' },
  })
  return points.map(({ id, number, name }) => ({ id, name: `${number} ${name}` }))
}

/**
 * An enterprise says something on its own page, or the bureau writes down what somebody rang up with 登记诉求. It has no look-up
 * code: the enterprise finds it in its list.
 *
 * @returns err NOT_FOUND for a point that is not there
 * @source domain roles.md §1, column 投诉: 项目单位联系人 C, 营商环境办 VCE
 */
export const enterComplaint = write('complaint.enter', async (tx, actor, input: ComplaintEntryInput, today) => {
  const own = actor.role === 'CONTACT'
  if (own && !actor.enterpriseId) return err({ code: 'NOT_FOUND' })
  const point =
    !own && input.pointId
      ? await tx.monitorPoint.findFirst({
          where: { id: input.pointId, districtId: actor.districtId },
          select: { id: true },
        })
      : null
  if (!own && input.pointId && !point) return err({ code: 'NOT_FOUND' })
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  const { kind, text, place, contact } = input
  const { id, number } = await addComplaint(tx, calendar, {
    districtId: actor.districtId,
    pointId: point?.id ?? null,
    enterpriseId: own ? actor.enterpriseId : null,
    kind,
    text,
    place,
    contact: contact || null,
    lookupHash: null,
    today,
    hour: NOON,
    actorId: actor.userId,
  })
  return ok({ value: { complaintId: id }, subject: id, detail: { number } })
})
