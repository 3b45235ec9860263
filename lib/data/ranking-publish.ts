import 'server-only'
import { ownProof } from '@/lib/domain/own-proof'
import { err, ok } from '@/lib/domain/result'
import type { RankingCorrectInput, RankingPublishInput } from '@/lib/schemas/ranking'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import type { Tx } from './db'
import { type LockedRanking, lockRanking, touchRanking } from './lock-ranking'
import { recount } from './ranking-recount'
import { sealRanking } from './ranking-seal'
import { copyParts } from './ranking-version'
import { write } from './write'

/**
 * The office publishes a month 发布: version 1 is signed and frozen, whatever happens to the facts or the rules afterwards. It
 * publishes what it saw: a month that changed since is shown again first.
 *
 * @returns err NOT_FOUND, RANKING_PUBLISHED, RANKING_EARLY with the last day of objections, OBJECTIONS_OPEN with how many,
 *          CONFLICT, PROOF_DUE
 * @source meetings-and-ranking B2: wd 6, publish version 1, signed by the office
 */
export const publishRanking = write(
  'ranking.publish',
  async (tx, actor, input: RankingPublishInput, today) => {
    const proof = ownProof(actor)
    if (!proof.ok) return proof
    const locked = await lockRanking(tx, { districtId: actor.districtId, month: input.month })
    if (!locked.ok) return locked
    const { ranking, latest, published } = locked.value
    if (published) return err({ code: 'RANKING_PUBLISHED' })
    const until = fromDb(ranking.objectUntilOn)
    if (today <= until) return err({ code: 'RANKING_EARLY', until })
    const count = await tx.rankingObjection.count({ where: { rankingId: ranking.id, state: 'OPEN' } })
    if (count > 0) return err({ code: 'OBJECTIONS_OPEN', count })
    if (ranking.version !== input.version) return err({ code: 'CONFLICT', version: ranking.version })
    const checksum = await sealRanking(tx, latest.id, actor.personId, new Date())
    await touchRanking(tx, ranking.id)
    const { month } = ranking
    return ok({
      value: { month, number: latest.number, checksum },
      subject: ranking.id,
      detail: { month, nth: latest.number, checksum },
    })
  },
  // Ten thousand projects have some four hundred thousand items, and all of them are in the checksum.
  { size: 'bulk' },
)

/** What a later version corrects, and how. */
type Correction = Readonly<Pick<RankingCorrectInput, 'note' | 'changes'>>

/**
 * Writes the version after a signed one and signs it 更正; the demo district tells its history with it too.
 *
 * @param of id of the new row; the demo district has its own
 * @returns err CHANGE_MISSING, ITEM_UNKNOWN
 */
export async function correctVersion(
  tx: Tx,
  { latest }: Pick<LockedRanking, 'latest'>,
  { note, changes }: Correction,
  signedById: string,
  signedAt: Date,
  of: Readonly<{ id?: string }> = {},
) {
  const { rankingId, content, rulesNumber, colourRules, asOf } = latest
  const number = latest.number + 1
  const next = await tx.rankingVersion.create({
    data: {
      ...of,
      rankingId,
      number,
      content: content as Prisma.InputJsonValue,
      rulesNumber,
      colourRules,
      asOf,
      note,
      supersedesId: latest.id,
    },
  })
  await copyParts(tx, latest.id, next.id)
  const changed = await recount(tx, next, changes, 'CORRECTION', String(number), null)
  if (!changed.ok) return changed
  return ok({ number, checksum: await sealRanking(tx, next.id, signedById, signedAt), changed: changed.value })
}

/**
 * The office publishes a later version that corrects the one before it, and says what and why 更正说明. Nothing is overwritten:
 * every version stays readable.
 *
 * @returns err NOT_FOUND, RANKING_NOT_PUBLISHED, CONFLICT, CHANGE_MISSING, ITEM_UNKNOWN, PROOF_DUE
 * @source meetings-and-ranking B2: later corrections, version 2 with a visible 更正说明
 */
export const correctRanking = write(
  'ranking.correct',
  async (tx, actor, input: RankingCorrectInput, _today) => {
    const proof = ownProof(actor)
    if (!proof.ok) return proof
    const locked = await lockRanking(tx, { districtId: actor.districtId, month: input.month })
    if (!locked.ok) return locked
    const { ranking, published } = locked.value
    if (!published) return err({ code: 'RANKING_NOT_PUBLISHED' })
    if (ranking.version !== input.version) return err({ code: 'CONFLICT', version: ranking.version })
    const corrected = await correctVersion(tx, locked.value, input, actor.personId, new Date())
    if (!corrected.ok) return corrected
    await touchRanking(tx, ranking.id)
    const { month } = ranking
    const { number, checksum, changed } = corrected.value
    return ok({
      value: { month, number, checksum },
      subject: ranking.id,
      detail: {
        month,
        nth: number,
        checksum,
        note: input.note,
        changed: changed.map(({ label, remedy }) => `${label} ${remedy}`),
      },
    })
  },
  { size: 'bulk' },
)
