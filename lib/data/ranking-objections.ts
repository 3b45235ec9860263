import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Result } from '@/lib/domain/result'
import type { RankingDecideInput, RankingObjectInput } from '@/lib/schemas/ranking'
import type { WriteOptions } from './write'

/**
 * Somebody who is ranked objects to a point of the draft 提出异议; policy `ranking.object`.
 *
 * @returns err NOT_FOUND, RANKING_PUBLISHED, OBJECTION_LATE { until }, ITEM_UNKNOWN, EVIDENCE_UNKNOWN, EVIDENCE_MISSING
 *          (neither an item nor evidence), OBJECTION_TWICE
 */
export declare function object(
  actor: Actor,
  input: RankingObjectInput,
  options: WriteOptions,
): Promise<Result<Readonly<{ objectionId: string; month: string }>>>

/**
 * The office decides an objection with a reason 裁定; policy `ranking.decide`. An accepted one names the items it changes, and
 * the table is counted again.
 *
 * @returns err NOT_FOUND, CONFLICT, OBJECTION_DECIDED, RANKING_PUBLISHED, CHANGE_MISSING, ITEM_UNKNOWN
 */
export declare function decideObjection(
  actor: Actor,
  input: RankingDecideInput,
  options: WriteOptions,
): Promise<Result<Readonly<{ objectionId: string; month: string; version: number }>>>
