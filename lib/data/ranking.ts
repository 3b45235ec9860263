import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ScoreTable } from '@/lib/domain/score'
import type { RankingMonth, RankingMonthLine, RankingSubject } from '@/lib/schemas/ranking'

/** Months the actor may know, newest first: drafts are for leaders, the office and whoever is ranked. */
export declare function rankingMonths(actor: Actor, today: PlainDate): Promise<RankingMonthLine[]>

/**
 * A month as the actor sees it; the latest he may know when none is named. A published month reads its frozen content only.
 *
 * @param nth version asked for; the latest he may see otherwise
 * @returns null when there is none for him
 */
export declare function rankingMonth(
  actor: Actor,
  today: PlainDate,
  asked?: Readonly<{ month?: string; nth?: number }>,
): Promise<RankingMonth | null>

/**
 * Where a score comes from: its row, every item counted and left out, twelve months, objections.
 *
 * @returns null for a subject whose items are not his to see
 */
export declare function rankingSubject(
  actor: Actor,
  today: PlainDate,
  asked: Readonly<{ month: string; table: ScoreTable; subjectId: string; nth?: number }>,
): Promise<RankingSubject | null>
