import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type Bulletin, figuresOf } from '@/lib/domain/ranking/bulletin'
import { type FigureQuery, type MoneyFigure, projectsOfFigure, readFigure } from '@/lib/domain/ranking/bulletin-facts'
import { readsBulletins } from '@/lib/domain/ranking/bulletin-sight'
import type { ProjectLine } from '@/lib/domain/ranking/row'
import type { BulletinEdition, BulletinRows, FigureLine } from '@/lib/schemas/ranking-bulletin'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import { db } from './db'
import { projectsAtLine, writeBulletin } from './ranking-bulletin-text'
import { pagesOf } from './ranking-items'
import { itemOfRow, rowOfLine } from './ranking-version'
import { visibleProjects } from './visible'
import { visibleVersions } from './visible-rankings'

/** Rows of a figure a page shows; the exported rows have all. */
const MOST_SHOWN = 300

/**
 * A version of a month's bulletin; the latest the reader may see, or the one he asks for. A published one is read as it was
 * frozen, a draft is made of its lines as they stand.
 *
 * Who sees what: leaders and the office, drafts as well; supervision what is published; everybody else has his own table.
 *
 * @returns null when there is none for him
 */
export async function findBulletin(
  actor: Actor,
  today: PlainDate,
  { month, nth }: Readonly<{ month: string; nth?: number | undefined }>,
): Promise<BulletinEdition | null> {
  if (!readsBulletins(actor.role)) return null
  const versions = await db.rankingVersion.findMany({
    where: { AND: [visibleVersions(actor, today), { ranking: { month } }] },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, signedAt: true },
  })
  const asked = nth === undefined ? versions[0] : versions.find(({ number }) => number === nth)
  if (!asked) return null
  const { ranking, ...version } = await db.rankingVersion.findUniqueOrThrow({
    where: { id: asked.id },
    include: { ranking: true, signedBy: { select: { name: true } } },
  })
  const frozen = version.signedAt ? version.bulletin : null
  const bulletin = frozen
    ? (frozen as unknown as Bulletin)
    : await writeBulletin(db, ranking, version, fromDb(ranking.publishOn), true)
  return {
    versionId: version.id,
    month,
    nth: version.number,
    note: version.note,
    dataLineOn: fromDb(ranking.dataLineOn),
    signed:
      version.signedAt && version.signedBy && version.checksum
        ? { by: version.signedBy.name, at: version.signedAt.toISOString(), checksum: version.checksum }
        : null,
    versions: versions.map(({ number, signedAt }) => ({ nth: number, signedAt: signedAt?.toISOString() ?? null })),
    bulletin,
  }
}

/** What of a project a sum of money is made of; a share has its two sides. */
function amountsOf(
  money: MoneyFigure | null,
  { totalFen, yearPlanFen, doneFen, newFen }: ProjectLine,
): FigureLine['amounts'] {
  if (money === null) return []
  if (money === 'share')
    return [
      { of: 'done', fen: doneFen ?? '0' },
      { of: 'plan', fen: yearPlanFen ?? '0' },
    ]
  return [{ of: money, fen: { total: totalFen, plan: yearPlanFen, done: doneFen, new: newFen }[money] ?? '0' }]
}

async function projectRows(
  actor: Actor,
  versionId: string,
  query: Extract<FigureQuery, { of: 'PROJECTS' }>,
): Promise<Omit<BulletinRows, 'text' | 'of'>> {
  const found = projectsOfFigure(await projectsAtLine(db, versionId), query)
  const shown = found.slice(0, MOST_SHOWN)
  const open = await db.project.findMany({
    where: { AND: [visibleProjects(actor), { id: { in: shown.map(({ subjectId }) => subjectId) } }] },
    select: { id: true },
  })
  const may = new Set(open.map(({ id }) => id))
  return {
    count: found.length,
    items: [],
    projects: shown.map((line) => ({
      id: line.subjectId,
      name: line.name,
      level: line.level,
      planned: line.planned,
      actual: line.actual,
      deviation: line.deviation,
      redDays: line.colourDays.RED,
      amounts: amountsOf(query.money, line),
      href: may.has(line.subjectId) ? (`/projects/${line.subjectId}` as const) : null,
    })),
  }
}

async function itemRows(
  actor: Actor,
  versionId: string,
  { table, subjectId, indicator, kept }: Extract<FigureQuery, { of: 'ITEMS' }>,
): Promise<Omit<BulletinRows, 'text' | 'of'>> {
  const where: Prisma.RankingItemWhereInput = {
    versionId,
    table,
    indicator,
    out: null,
    ...(subjectId === null ? {} : { subjectId }),
    ...(kept ? { num: { equals: db.rankingItem.fields.den } } : {}),
  }
  const [count, found, lines] = await Promise.all([
    db.rankingItem.count({ where }),
    db.rankingItem.findMany({ where, orderBy: { seq: 'asc' }, take: MOST_SHOWN }),
    db.rankingLine.findMany({ where: { versionId, table }, select: { subjectId: true, body: true } }),
  ])
  const names = new Map(lines.map((line) => [line.subjectId, rowOfLine(line).name]))
  const items = found.map(itemOfRow)
  const pageOf = await pagesOf(actor, items)
  return {
    count,
    projects: [],
    items: items.map((item) => ({ ...item, subject: names.get(item.subjectId) ?? '', href: pageOf(item) })),
  }
}

/**
 * The rows a figure of a bulletin counts 反查: projects or items of the version, as they were frozen; each opens where the
 * reader may open it.
 *
 * @returns null when the bulletin has no such figure
 */
export async function loadBulletinFigure(
  actor: Actor,
  { versionId, bulletin }: BulletinEdition,
  figureId: string,
): Promise<BulletinRows | null> {
  const found = figuresOf(bulletin).find(({ figure }) => figure === figureId)
  const query = readFigure(figureId)
  if (!found || !query) return null
  const rows = query.of === 'PROJECTS' ? projectRows(actor, versionId, query) : itemRows(actor, versionId, query)
  return { text: found.text, of: found.of, ...(await rows) }
}
