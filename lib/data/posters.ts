import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { PosterFacts } from '@/lib/schemas/monitor-point'
import { toDb } from './date'
import { db } from './db'
import { visiblePoints } from './monitor-points'
import { isSignedFor } from './plates'

/** Posters on one paper at most. */
const MOST = 60

/**
 * What posters say: of one plate, or of all that wait to be hung up. One that has ended, or whose mark no longer fits, has none.
 *
 * Who sees what: roles that make plates.
 *
 * @param plateId of one plate; all that wait where it is absent
 */
export async function loadPosters(actor: Actor, plateId: string | undefined, today: PlainDate): Promise<PosterFacts[]> {
  if (relationFor(actor.role, 'plate.issue') === null) return []
  const [plates, of] = await Promise.all([
    db.codePlate.findMany({
      where: { endedOn: null, point: visiblePoints(actor), ...(plateId ? { id: plateId } : { postedOn: null }) },
      select: { id: true, code: true, point: { select: { id: true, number: true, name: true } } },
      orderBy: { point: { number: 'asc' } },
      take: MOST,
    }),
    db.monitorPoint.count({
      where: {
        AND: [
          visiblePoints(actor),
          { openedOn: { lte: toDb(today) } },
          { OR: [{ closedOn: null }, { closedOn: { gt: toDb(today) } }] },
        ],
      },
    }),
  ])
  return plates
    .filter(({ code, point }) => isSignedFor(code, { districtId: actor.districtId, pointId: point.id }))
    .map(({ id, code, point }) => ({
      plateId: id,
      code,
      number: point.number,
      name: point.name,
      of: Math.max(of, point.number),
    }))
}
