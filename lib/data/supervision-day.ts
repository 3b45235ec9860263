import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { lateSlips, toRevisit, visibleSupervisions, wentUpTo } from './supervision-where'

/** What slips of the commission want of somebody today, for his first page. */
export async function loadSupervisionDay(actor: Actor, today: PlainDate) {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const own = visibleSupervisions(actor)
  const count = (...more: Prisma.SupervisionSlipWhereInput[]) =>
    db.supervisionSlip.count({ where: { AND: [own, ...more] } })
  const [waiting, late, verify, revisit, announced, calledIn] = await Promise.all([
    count({ state: 'ISSUED' }),
    count(lateSlips(today, calendar)),
    count({ state: 'REPLIED' }),
    count(toRevisit),
    count({ state: 'ISSUED' }, wentUpTo.ANNOUNCE),
    count({ state: 'ISSUED' }, wentUpTo.HEAD),
  ])
  return { waiting, late, verify, revisit, announced, calledIn }
}
