import 'server-only'
import { recordedDay } from '@/lib/clock'
import type { Bulletin } from '@/lib/domain/ranking/bulletin'
import type { BulletinFacts } from '@/lib/domain/ranking/bulletin-facts'
import { bulletinOf } from '@/lib/domain/ranking/bulletin-text'
import type { ProjectLine } from '@/lib/domain/ranking/row'
import type { Prisma, Ranking, RankingVersion } from '@/prisma/generated/client'
import { db, type Tx } from './db'
import { loadPaperTitle } from './paper-heading'
import { contentOfVersion, projectOfLine, rowOfLine } from './ranking-version'

/** Projects of the ledger at the data line: what left within the month is in the table, and in no bulletin. */
const inLedger = (projects: readonly ProjectLine[]) => projects.filter(({ leftOn }) => leftOn === null)

/** Every project a version has at its data line, in the order of its table. */
export async function projectsAtLine(tx: Tx, versionId: string): Promise<readonly ProjectLine[]> {
  const lines = await tx.rankingLine.findMany({
    where: { versionId, table: 'PROJECT' },
    orderBy: { position: 'asc' },
    select: { body: true },
  })
  return inLedger(lines.map(projectOfLine))
}

/** As `projectsAtLine`, for a reader the version has been found for. */
export const allProjects = (versionId: string): Promise<readonly ProjectLine[]> => projectsAtLine(db, versionId)

/**
 * Writes the bulletin of a version 月通报 from its content and its lines.
 *
 * @param on day it bears: that of its signature, or of a draft the day it is to be published
 */
export async function writeBulletin(
  tx: Tx,
  ranking: Pick<Ranking, 'id' | 'districtId'>,
  version: Pick<RankingVersion, 'id' | 'number' | 'note' | 'content'>,
  on: BulletinFacts['on'],
  draft: boolean,
): Promise<Bulletin> {
  const where = { versionId: version.id, table: { not: 'PROJECT' } } as const
  const [title, lines, projects, heard, accepted] = await Promise.all([
    loadPaperTitle(tx, ranking.districtId),
    tx.rankingLine.findMany({ where, orderBy: { position: 'asc' }, select: { table: true, body: true } }),
    projectsAtLine(tx, version.id),
    tx.rankingObjection.count({ where: { rankingId: ranking.id } }),
    tx.rankingObjection.count({ where: { rankingId: ranking.id, state: 'ACCEPTED' } }),
  ])
  const rows = (table: string) => lines.filter((line) => line.table === table).map(rowOfLine)
  return bulletinOf({
    ...title,
    nth: version.number,
    draft,
    on,
    note: version.note,
    content: contentOfVersion(version),
    rows: {
      STEWARD: rows('STEWARD'),
      AGENCY: rows('AGENCY'),
      TASKFORCE: rows('TASKFORCE'),
      AREA: rows('AREA'),
    },
    projects,
    objections: { heard, accepted },
  })
}

/** Freezes the bulletin with a version that is about to be signed: a reprint is the same paper. */
export async function freezeBulletin(tx: Tx, versionId: string, signedAt: Date): Promise<void> {
  const { ranking, ...version } = await tx.rankingVersion.findUniqueOrThrow({
    where: { id: versionId },
    include: { ranking: true },
  })
  const bulletin = await writeBulletin(tx, ranking, version, recordedDay(signedAt), false)
  await tx.rankingVersion.update({
    where: { id: versionId },
    data: { bulletin: bulletin as unknown as Prisma.InputJsonValue },
  })
}
