import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { CountedItem } from '@/lib/domain/ranking/item'
import type { RankingContent, RankingRow } from '@/lib/domain/ranking/row'
import { ownSubjects, rankingSight } from '@/lib/domain/ranking/sight'
import type { ScoreTable } from '@/lib/domain/score'
import type { RankingEdition } from '@/lib/schemas/ranking'
import { db } from './db'
import { findRanking } from './find-ranking'
import { itemOfRow, rowOfLine } from './ranking-version'

/** The scored rows of a version with everything they count and leave out. */
export type RankingRows = Readonly<{
  versionId: string
  edition: RankingEdition
  content: RankingContent
  rows: readonly RankingRow[]
  items: readonly CountedItem[]
}>

/**
 * What the scores of a table, or of one subject, are counted from 计分明细; the latest version the reader may see, or the one
 * he asks for.
 *
 * Who sees what: `rankingSight`; whoever does not see all of a table has the items of his own subjects.
 *
 * @returns null when there is nothing for him
 */
export async function rankingRows(
  actor: Actor,
  today: PlainDate,
  asked: Readonly<{ month: string; table: ScoreTable; subject?: string | undefined; nth?: number | undefined }>,
): Promise<RankingRows | null> {
  const { table, subject } = asked
  const found = await findRanking(actor, today, asked)
  if (!found) return null
  const { id, content, published } = found.version
  const sight = rankingSight(actor.role, table, { published, named: content.parameters.publishStewardNames })
  if (sight === null) return null
  const own = sight === 'ALL' ? null : ownSubjects(actor)
  if (subject !== undefined && own !== null && !own.includes(subject)) return null
  const subjects = subject === undefined ? own : [subject]
  const where = { versionId: id, table, ...(subjects === null ? {} : { subjectId: { in: [...subjects] } }) }
  const [lines, items] = await Promise.all([
    db.rankingLine.findMany({ where, orderBy: { position: 'asc' }, select: { body: true } }),
    db.rankingItem.findMany({ where, orderBy: { seq: 'asc' } }),
  ])
  if (lines.length === 0) return null
  return { versionId: id, edition: found.edition, content, rows: lines.map(rowOfLine), items: items.map(itemOfRow) }
}
