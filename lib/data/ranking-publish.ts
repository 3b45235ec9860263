import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Result } from '@/lib/domain/result'
import type { RankingCorrectInput, RankingPublishInput } from '@/lib/schemas/ranking'
import type { WriteOptions } from './write'

type Published = Readonly<{ month: string; number: number; checksum: string }>

/**
 * The office publishes a month: version 1 is signed and frozen 发布; policy `ranking.publish`.
 *
 * @returns err NOT_FOUND, RANKING_PUBLISHED, RANKING_EARLY { until } (objections may still be raised), OBJECTIONS_OPEN { count },
 *          CONFLICT when the month changed meanwhile
 */
export declare function publishRanking(
  actor: Actor,
  input: RankingPublishInput,
  options: WriteOptions,
): Promise<Result<Published>>

/**
 * The office publishes a later version that corrects the one before it, and says what and why 更正; policy `ranking.correct`.
 *
 * @returns err NOT_FOUND, RANKING_NOT_PUBLISHED, CONFLICT, CHANGE_MISSING, ITEM_UNKNOWN
 */
export declare function correctRanking(
  actor: Actor,
  input: RankingCorrectInput,
  options: WriteOptions,
): Promise<Result<Published>>
