import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type RankingDates, type RankingState, rankingState } from '@/lib/domain/ranking/life'
import { ownSubjects } from '@/lib/domain/ranking/sight'
import type { RankingEdition } from '@/lib/schemas/ranking'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import { db } from './db'
import type { ReadVersion } from './ranking-lines'
import { contentOfVersion } from './ranking-version'
import { visibleVersions } from './visible-rankings'

/** Everything but the bulletin: its paper is a page of its own, and weighs more than all the rest. */
const versionColumns = {
  omit: { bulletin: true },
  include: { signedBy: { select: { name: true } } },
} satisfies Prisma.RankingVersionDefaultArgs
type VersionRow = Prisma.RankingVersionGetPayload<typeof versionColumns>

const editionOf = (row: VersionRow): RankingEdition => ({
  number: row.number,
  note: row.note,
  asOf: row.asOf.toISOString(),
  signed:
    row.signedAt && row.signedBy && row.checksum
      ? { by: row.signedBy.name, at: row.signedAt.toISOString(), checksum: row.checksum }
      : null,
  rulesNumber: row.rulesNumber,
  colourRules: row.colourRules,
})

/** The days of a month's life as its row keeps them. */
export const datesOf = (row: Readonly<Record<keyof RankingDates, Date>>): RankingDates => ({
  dataLineOn: fromDb(row.dataLineOn),
  draftOn: fromDb(row.draftOn),
  objectUntilOn: fromDb(row.objectUntilOn),
  decideByOn: fromDb(row.decideByOn),
  publishOn: fromDb(row.publishOn),
})

/** A version the actor may see, with the head of its month. */
export type FoundVersion = Readonly<{
  version: ReadVersion
  rankingId: string
  /** Version of the month's row. */
  row: number
  state: RankingState
  days: RankingDates
  edition: RankingEdition
  editions: readonly RankingEdition[]
  undecided: number
}>

/**
 * A version of a month, the latest the actor may see or the one he asks for.
 *
 * @returns null when there is none for him
 */
export async function findRanking(
  actor: Actor,
  today: PlainDate,
  asked: Readonly<{ month?: string | undefined; nth?: number | undefined }>,
): Promise<FoundVersion | null> {
  const seen = visibleVersions(actor, today)
  const ranking = await db.ranking.findFirst({
    where: {
      districtId: actor.districtId,
      ...(asked.month ? { month: asked.month } : {}),
      versions: { some: seen },
    },
    orderBy: { month: 'desc' },
    include: {
      versions: { where: seen, orderBy: { number: 'desc' }, ...versionColumns },
      _count: { select: { objections: { where: { state: 'OPEN' } } } },
    },
  })
  if (!ranking) return null
  const { versions } = ranking
  const found = asked.nth === undefined ? versions[0] : versions.find(({ number }) => number === asked.nth)
  if (!found) return null
  const undecided = ranking._count.objections
  const published = versions.some(({ signedAt }) => signedAt !== null)
  return {
    version: {
      id: found.id,
      districtId: actor.districtId,
      month: ranking.month,
      published: found.signedAt !== null,
      content: contentOfVersion(found),
    },
    rankingId: ranking.id,
    row: ranking.version,
    state: rankingState(datesOf(ranking), { published, undecided }, today),
    days: datesOf(ranking),
    edition: editionOf(found),
    editions: versions.map(editionOf),
    undecided,
  }
}

/** Why a month cannot be published now, as its code; null: it can. The write asks the same. */
export const publishTrouble = (state: RankingState): string | null =>
  state === 'PUBLISHED'
    ? 'RANKING_PUBLISHED'
    : state === 'DRAFT'
      ? 'RANKING_EARLY'
      : state === 'OBJECTIONS'
        ? 'OBJECTIONS_OPEN'
        : null

/** Whether the actor's role may do it at all. */
export const mayRank = (
  actor: Actor,
  action: 'ranking.decide' | 'ranking.publish' | 'ranking.correct' | 'ranking.object',
) => relationFor(actor.role, action) !== null

/** Subjects the actor may object for on a day: his own, while the draft stands open. */
export const objectsFor = (actor: Actor, state: RankingState): readonly string[] =>
  state === 'DRAFT' && mayRank(actor, 'ranking.object') ? ownSubjects(actor) : []
