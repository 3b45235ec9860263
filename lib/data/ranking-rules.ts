import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Result } from '@/lib/domain/result'
import type {
  RankingRulesDecideInput,
  RankingRulesPage,
  RankingRulesProposeInput,
  RankingRulesWithdrawInput,
} from '@/lib/schemas/ranking'
import type { WriteOptions } from './write'

/** The parameters in force, what is proposed, and every version there was; for whoever sees rankings. */
export declare function rankingRules(actor: Actor, today: PlainDate): Promise<RankingRulesPage | null>

type Changed = Readonly<{ rulesId: string; number: number; effectiveMonth: string | null }>

/** The office proposes parameters; policy `ranking.proposeRules`. @returns err of `checkRankingParameters`, NO_CHANGE, RULES_PENDING */
export declare function proposeRankingRules(
  actor: Actor,
  input: RankingRulesProposeInput,
  options: WriteOptions,
): Promise<Result<Changed>>

/** Another person decides them; policy `ranking.approveRules`. @returns err NOT_FOUND, CONFLICT, OWN_PROPOSAL, RULES_DECIDED */
export declare function approveRankingRules(
  actor: Actor,
  input: RankingRulesDecideInput,
  options: WriteOptions,
): Promise<Result<Changed>>

/** Whoever proposed takes it back; policy `ranking.withdrawRules`. @returns err NOT_FOUND, CONFLICT, RULES_DECIDED */
export declare function withdrawRankingRules(
  actor: Actor,
  input: RankingRulesWithdrawInput,
  options: WriteOptions,
): Promise<Result<Changed>>
