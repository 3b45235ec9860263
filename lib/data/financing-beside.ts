import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { FinancingRow } from '@/lib/schemas/financing'
import { db } from './db'
import { PART_ROWS, type Part } from './enterprise-parts'
import { needRows } from './financing-rows'
import { financingVisible } from './financing-visible'
import { loadLevelContext } from './level-context'

/**
 * Financing needs of an enterprise, or for an upgrade, that the actor sees, the latest first; the list has the rest.
 *
 * Who sees what: `financingVisible`.
 */
export async function needsBeside(
  actor: Actor,
  of: Readonly<{ enterpriseId: string } | { upgradeId: string }>,
  today: PlainDate,
): Promise<Part<FinancingRow>> {
  const where = { AND: [financingVisible(actor, today), of] }
  const total = await db.financingNeed.count({ where })
  if (total === 0) return { rows: [], total }
  const context = await loadLevelContext(db, actor.districtId, today)
  const orderBy = [{ filedOn: 'desc' as const }, { number: 'desc' as const }]
  return { rows: await needRows(db, actor, { where, orderBy, take: PART_ROWS }, today, context), total }
}
