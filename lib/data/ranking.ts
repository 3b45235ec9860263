import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { climb } from '@/lib/domain/ranking/climb'
import { type CountedItem, isIndicator } from '@/lib/domain/ranking/item'
import { rankingState } from '@/lib/domain/ranking/life'
import { pointsOfItem } from '@/lib/domain/ranking/month-table'
import { ownTable, type RankingTable } from '@/lib/domain/ranking/sight'
import type { ScoreTable } from '@/lib/domain/score'
import type { RankingMonth, RankingMonthLine, RankingSubject } from '@/lib/schemas/ranking'
import { db } from './db'
import { datesOf, findRanking, mayRank, objectsFor, publishTrouble } from './find-ranking'
import { offeredEvidence } from './ranking-evidence'
import { opensItems, pagesOf } from './ranking-items'
import { projectRows, rankedRows, scoredTables, seriesMonths } from './ranking-lines'
import { objectionLines } from './ranking-objection-lines'
import { itemOfRow, rowsOfTable } from './ranking-version'
import { visibleVersions } from './visible-rankings'

/** Months the actor may know, newest first: drafts are for leaders, the office and whoever is ranked. */
export async function rankingMonths(actor: Actor, today: PlainDate): Promise<RankingMonthLine[]> {
  const rows = await db.ranking.findMany({
    where: { districtId: actor.districtId, versions: { some: visibleVersions(actor, today) } },
    orderBy: { month: 'desc' },
    include: {
      versions: {
        where: { signedAt: { not: null } },
        orderBy: { number: 'desc' },
        take: 1,
        select: { number: true, signedAt: true },
      },
      _count: { select: { objections: { where: { state: 'OPEN' } } } },
    },
  })
  return rows.map((row) => {
    const signed = row.versions[0]
    const facts = { published: signed !== undefined, undecided: row._count.objections }
    return {
      month: row.month,
      state: rankingState(datesOf(row), facts, today),
      number: signed?.number ?? null,
      publishedAt: signed?.signedAt?.toISOString() ?? null,
    }
  })
}

/**
 * A month as the actor sees it; the latest he may know when none is named. A published month reads its frozen content only.
 *
 * Who sees what: `rankingSight`; the queries go by the primary key of the lines.
 *
 * @param asked month, and version; the latest he may see otherwise; `table`: the one whose rows are wanted, where a page shows
 * one of them
 * @returns null when there is none for him
 */
export async function rankingMonth(
  actor: Actor,
  today: PlainDate,
  asked: Readonly<{ month?: string | undefined; nth?: number | undefined; table?: RankingTable | undefined }> = {},
): Promise<RankingMonth | null> {
  const found = await findRanking(actor, today, asked)
  if (!found) return null
  const { version, state, days, edition, editions, row, rankingId } = found
  const [tables, projects, objections] = await Promise.all([
    scoredTables(actor, version, asked.table),
    projectRows(actor, version, asked.table),
    objectionLines(actor, rankingId),
  ])
  return {
    month: version.month,
    version: row,
    state,
    days,
    edition,
    editions,
    parameters: version.content.parameters,
    overall: version.content.overall,
    tables,
    projects,
    objections,
    months: seriesMonths(version.month),
    may: {
      object: objectsFor(actor, state),
      decide: mayRank(actor, 'ranking.decide') && state !== 'PUBLISHED',
      publish: mayRank(actor, 'ranking.publish') ? publishTrouble(state) : 'FORBIDDEN',
      correct: mayRank(actor, 'ranking.correct') && state === 'PUBLISHED',
    },
  }
}

/**
 * Where a score comes from 分数从哪来: its row, every item counted and left out, twelve months, objections, and what finishing
 * open items would have made of it.
 *
 * Who sees what: leaders, the office and supervision every subject of the tables they see whole; whoever is ranked himself.
 *
 * @returns null for a subject that is not there, or whose items are not the actor's to see
 */
export async function rankingSubject(
  actor: Actor,
  today: PlainDate,
  asked: Readonly<{ month: string; table: ScoreTable; subjectId: string; nth?: number | undefined }>,
): Promise<RankingSubject | null> {
  const { table, subjectId } = asked
  const found = await findRanking(actor, today, asked)
  if (!found) return null
  const { version, state, days, edition, editions, rankingId } = found
  const { parameters, means, medians } = version.content
  if (!opensItems(actor, table, subjectId, { published: version.published, named: parameters.publishStewardNames }))
    return null
  const [[row], all, kept, objections] = await Promise.all([
    rankedRows(actor, version, table, { subjectId }),
    rowsOfTable(db, version.id, table),
    db.rankingItem.findMany({ where: { versionId: version.id, table, subjectId }, orderBy: { seq: 'asc' } }),
    objectionLines(actor, rankingId, { table, subjectId }),
  ])
  if (!row) return null
  const items = kept.map(itemOfRow)
  const objects = objectsFor(actor, state).includes(subjectId) && ownTable(actor.role) === table
  const [pageOf, offered] = await Promise.all([pagesOf(actor, items), objects ? offeredEvidence(actor, items) : []])
  const prior = (item: CountedItem) => (isIndicator(item.indicator) ? parameters.priors[item.indicator] : 0)
  return {
    month: version.month,
    state,
    days,
    edition,
    editions,
    parameters,
    table,
    row,
    means: means[table],
    median: medians[table],
    count: all.length,
    items: items.map((item) => ({ ...item, href: pageOf(item), points: pointsOfItem(item, row, prior(item)) })),
    months: seriesMonths(version.month),
    objections,
    climb: climb(table, subjectId, all, items, parameters),
    offered,
    may: {
      object: objects,
      decide: mayRank(actor, 'ranking.decide') && state !== 'PUBLISHED',
    },
  }
}
