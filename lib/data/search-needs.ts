import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { FinancingRow } from '@/lib/schemas/financing'
import type { Found, Window } from '@/lib/schemas/search'
import { db } from './db'
import { needRows } from './financing-rows'
import { financingVisible } from './financing-visible'
import { needSaying } from './financing-where'
import { loadLevelContext } from './level-context'

/**
 * Financing needs by their number, or by words of their enterprise or project, the latest first.
 *
 * Who sees what: `financingVisible`; a need out of sight is neither found nor counted.
 */
export async function findNeeds(
  actor: Actor,
  words: readonly string[],
  today: PlainDate,
  { skip, take }: Window,
): Promise<Found<FinancingRow>> {
  const where = { AND: [financingVisible(actor, today), ...words.map(needSaying)] }
  const total = await db.financingNeed.count({ where })
  if (total === 0) return { hits: [], total }
  const context = await loadLevelContext(db, actor.districtId, today)
  const orderBy = [{ filedOn: 'desc' as const }, { number: 'desc' as const }]
  return { hits: await needRows(db, actor, { where, orderBy, skip, take }, today, context), total }
}
