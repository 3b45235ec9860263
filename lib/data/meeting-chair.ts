import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { chairOf } from '@/lib/domain/meeting/chair'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { MeetingSeat } from '@/lib/schemas/sitting'
import { toDb } from './date'
import { db, type Tx } from './db'

/** Leaders of a district who may chair its meetings 主持人; the head first. */
export const findChairs = async (tx: Tx, districtId: string) =>
  (
    await tx.person.findMany({
      where: { districtId, user: { disabledAt: null, role: { in: ['HEAD', 'LEADER'] } } },
      select: { id: true, name: true, title: true, user: { select: { role: true } } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    })
  )
    .map(({ id, name, title, user }) => ({ id, name: `${title ?? ''}${name}`, heads: user?.role === 'HEAD' }))
    .sort((a, b) => Number(b.heads) - Number(a.heads))

/**
 * Who chairs the meeting of a week and where it is held: what was written down, else whom and what the rules propose.
 *
 * Who sees what: names of leaders of the district, for whoever closes its meetings.
 *
 * @returns null when the week has no meeting
 */
export async function loadSeat({ districtId }: Actor, weekOf: PlainDate): Promise<MeetingSeat | null> {
  const where = { districtId_weekOf: { districtId, weekOf: toDb(weekOf) } }
  const meeting = await db.meeting.findUnique({
    where,
    select: {
      chairId: true,
      place: true,
      on: true,
      items: {
        where: { state: { in: ['OPEN', 'NEXT_TIME', 'DECIDED'] } },
        select: { project: { select: { leaderId: true } } },
      },
    },
  })
  if (!meeting) return null
  const [chairs, last] = await Promise.all([
    findChairs(db, districtId),
    db.meeting.findFirst({
      where: { districtId, on: { lt: meeting.on }, place: { not: null } },
      orderBy: { on: 'desc' },
      select: { place: true },
    }),
  ])
  const leaders = meeting.items.flatMap(({ project }) => project?.leaderId ?? [])
  return {
    chairs: chairs.map(({ id, name }) => ({ id, name })),
    chairId: meeting.chairId ?? chairOf(chairs, leaders),
    place: meeting.place ?? last?.place ?? '',
  }
}
