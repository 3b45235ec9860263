import 'server-only'
import { err, ok, type Result } from '@/lib/domain/result'
import type { Ranking, RankingVersion } from '@/prisma/generated/client'
import type { Tx } from './db'

/** A month that is being changed, its latest version, and whether one is signed. */
export type LockedRanking = Readonly<{ ranking: Ranking; latest: RankingVersion; published: boolean }>

/**
 * Locks a month of a district: objections, decisions and versions of it are written one after the other.
 *
 * @returns err NOT_FOUND
 */
export async function lockRanking(
  tx: Tx,
  where: Readonly<{ districtId: string; month: string }>,
): Promise<Result<LockedRanking>> {
  await tx.$queryRaw`
    SELECT 1 FROM "Ranking" WHERE "districtId" = ${where.districtId}::uuid AND month = ${where.month} FOR UPDATE`
  const ranking = await tx.ranking.findUnique({ where: { districtId_month: where } })
  if (!ranking) return err({ code: 'NOT_FOUND' })
  const latest = await tx.rankingVersion.findFirstOrThrow({
    where: { rankingId: ranking.id },
    orderBy: { number: 'desc' },
  })
  return ok({ ranking, latest, published: latest.signedAt !== null })
}

/** Says that the month is another one than whoever saw it before remembers. */
export const touchRanking = (tx: Tx, id: string) =>
  tx.ranking.update({ where: { id }, data: { version: { increment: 1 } }, select: { version: true } })
