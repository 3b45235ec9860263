import 'server-only'
import {
  checkRankingParameters,
  DEFAULT_RANKING_PARAMETERS,
  type RankingParameters,
} from '@/lib/domain/ranking/parameters'
import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from './db'

/** Parameters with the number of their version; 0: as delivered. */
export type RulesInForce = Readonly<{ number: number; parameters: RankingParameters }>

/** Parameters as a version keeps them; what a later release added has its delivered value. */
export function readRankingParameters(params: Prisma.JsonValue): RankingParameters {
  const kept = params as unknown as Partial<RankingParameters>
  const checked = checkRankingParameters({ ...DEFAULT_RANKING_PARAMETERS, ...kept })
  if (!checked.ok) throw new Error(`ranking rules are not valid: ${checked.error.code}`)
  return checked.value
}

/** The parameters that rank a month: the latest approved version that had come into force by then. */
export async function rulesForMonth(tx: Tx, districtId: string, month: string): Promise<RulesInForce> {
  const row = await tx.rankingRules.findFirst({
    where: { districtId, state: 'APPROVED', effectiveMonth: { lte: month } },
    orderBy: [{ effectiveMonth: 'desc' }, { number: 'desc' }],
    select: { number: true, params: true },
  })
  return row
    ? { number: row.number, parameters: readRankingParameters(row.params) }
    : { number: 0, parameters: DEFAULT_RANKING_PARAMETERS }
}
