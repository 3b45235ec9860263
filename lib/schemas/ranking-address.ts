import { z } from 'zod'
import { RANKING_TABLES, type RankingTable } from '@/lib/domain/ranking/sight'
import { SCORE_TABLES, type ScoreTable } from '@/lib/domain/score'
import { rankingMonthText, rankingQuery } from './ranking'

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

/** What a page was just led to by. */
export const RANKING_DONE = [
  'published',
  'corrected',
  'objected',
  'decided',
  'kept',
  'proposed',
  'approved',
  'refused',
] as const
const just = one(z.enum(RANKING_DONE).optional()).catch(undefined)

/** A sheet of the table of projects; without one, the sheet of the row that is open. */
const page = one(z.coerce.number().int().min(1).max(9_999).optional()).catch(undefined)

/** What the address of a month's tables says; anything it cannot read falls back to the default. */
export const rankingAddress = rankingQuery.extend({ just, page })
export type RankingAddress = z.infer<typeof rankingAddress>

/** What the address of a score's page says. */
export const originAddress = z.object({
  nth: one(z.coerce.number().int().min(1).max(999).optional()).catch(undefined),
  /** The item an objection is about. */
  item: one(z.coerce.number().int().min(1).max(9_999_999).optional()).catch(undefined),
  just,
})

/** What the address of the rules says. */
export const rulesAddress = z.object({ just })

const tableNamed = <T extends RankingTable>(tables: readonly T[], text: string): T | null =>
  tables.find((table) => table.toLowerCase() === text) ?? null

/** The scored table a piece of an address names. */
export const scoredTableOf = (text: string): ScoreTable | null => tableNamed(SCORE_TABLES, text)
/** The table a piece of an address names. */
export const tableOf = (text: string): RankingTable | null => tableNamed(RANKING_TABLES, text)
/** Whether a piece of an address can be a month at all. */
export const isMonth = (text: string): boolean => rankingMonthText.safeParse(text).success
