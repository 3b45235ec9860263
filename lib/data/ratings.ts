import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Result } from '@/lib/domain/result'
import type { RatingInput, RatingLine } from '@/lib/schemas/ranking'
import type { WriteOptions } from './write'

/** Whom the actor's enterprise may rate this month: the stewards of its projects and the agencies at work for it. */
export declare function ratingsToGive(actor: Actor, today: PlainDate): Promise<RatingLine[]>

/**
 * A contact gives stars, or other stars within the same month 评价; policy `rating.give`.
 *
 * @returns err NOT_FOUND for somebody who does not serve his enterprise
 */
export declare function rate(
  actor: Actor,
  input: RatingInput,
  options: WriteOptions,
): Promise<Result<Readonly<{ month: string; stars: number }>>>
