import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { ownSubjects, ownTable, SEES_RANKINGS } from '@/lib/domain/ranking/sight'
import type { RankingDay } from '@/lib/schemas/ranking-own'
import { db } from './db'
import { findRanking, mayRank, publishTrouble } from './find-ranking'
import { rowOfLine } from './ranking-version'

/** Proposals about the rules that somebody else than their author has to decide. */
const proposalsFor = (actor: Actor): Promise<number> | number =>
  relationFor(actor.role, 'ranking.approveRules')
    ? db.rankingRules.count({
        where: { districtId: actor.districtId, state: 'PROPOSED', proposedById: { not: actor.personId } },
      })
    : 0

/**
 * What the ranking wants of the actor today: a draft to check, objections to decide, a month to publish, rules to approve;
 * and his own line of the latest month he may know.
 *
 * @returns null for whoever has nothing to do with rankings, and while there is none
 */
export async function rankingDay(actor: Actor, today: PlainDate): Promise<RankingDay | null> {
  if (!SEES_RANKINGS.has(actor.role)) return null
  const found = await findRanking(actor, today, {})
  if (!found) return null
  const { version, state, days, rankingId, undecided } = found
  const table = ownTable(actor.role)
  const [line, proposals, answered] = await Promise.all([
    table
      ? db.rankingLine.findFirst({
          where: { versionId: version.id, table, subjectId: { in: [...ownSubjects(actor)] } },
          orderBy: { position: 'asc' },
          select: { body: true },
        })
      : null,
    proposalsFor(actor),
    db.rankingObjection.count({ where: { rankingId, raisedById: actor.personId, state: { not: 'OPEN' } } }),
  ])
  const row = line ? rowOfLine(line) : null
  return {
    month: version.month,
    state,
    days,
    own:
      table && row
        ? {
            table,
            subjectId: row.subjectId,
            rank: row.rank,
            score: row.score,
            median: version.content.medians[table],
          }
        : null,
    undecided: mayRank(actor, 'ranking.decide') ? undecided : 0,
    mayPublish: mayRank(actor, 'ranking.publish') && publishTrouble(state) === null,
    proposals,
    answered: state === 'PUBLISHED' ? 0 : answered,
  }
}
