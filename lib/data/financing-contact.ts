import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { needRows } from './financing-rows'
import { financingVisible } from './financing-visible'
import { loadLevelContext } from './level-context'

/** Needs on an enterprise's first page; the list has the rest. */
const SHOWN = 4

/** An enterprise's open needs, those whose bank waits for its word first, and how many of those there are. */
export async function contactNeeds(actor: Actor, today: PlainDate) {
  const context = await loadLevelContext(db, actor.districtId, today)
  const open: Prisma.FinancingNeedWhereInput = {
    AND: [financingVisible(actor, today), { state: { notIn: ['WITHDRAWN', 'UNQUALIFIED', 'REFUSED', 'FOLLOWED'] } }],
  }
  const rows = await needRows(
    db,
    actor,
    { where: open, orderBy: [{ filedOn: 'desc' }, { number: 'desc' }] },
    today,
    context,
  )
  const waits = rows.filter((row) => row.offers.some(({ clock }) => clock.duty?.what === 'CONSENT'))
  const shown = [...waits, ...rows.filter((row) => !waits.includes(row))].slice(0, SHOWN)
  return { rows: shown, total: rows.length, consents: waits.length }
}
