import 'server-only'
import { err, ok } from '@/lib/domain/result'
import type { ScoreTable } from '@/lib/domain/score'
import { write } from './write'

/** What is taken out of the house: which paper of which month, and how many rows. */
export type RankingTaken = Readonly<{
  what: 'BULLETIN' | 'WORKBOOK' | 'ROWS' | 'DISTRICTS'
  /** The version, or of a comparison the district itself. */
  subject: string
  month: string
  nth: number | null
  table?: ScoreTable
  rows?: number
  checksum: string | null
}>

/**
 * Remembers that somebody took a paper or a workbook of the ranking 领取登记, before its bytes are handed out.
 *
 * @returns err FORBIDDEN for roles that have nothing to do with the ranking, NOT_FOUND for another district's
 */
export const takeRanking = write('ranking.take', async (tx, actor, { subject, ...taken }: RankingTaken) => {
  const own = await tx.rankingVersion.findMany({
    where: { ranking: { districtId: actor.districtId, month: taken.month } },
    select: { id: true },
  })
  if (subject !== actor.districtId && !own.some(({ id }) => id === subject)) return err({ code: 'NOT_FOUND' })
  return ok({ value: null, subject, detail: taken })
})
