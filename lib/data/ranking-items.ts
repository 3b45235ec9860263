import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { CountedItem } from '@/lib/domain/ranking/item'
import { ownSubjects, ownTable, rankingSight } from '@/lib/domain/ranking/sight'
import type { ScoreTable } from '@/lib/domain/score'
import { db } from './db'
import { visibleFactors } from './factor-rows'
import { visibleProcedures, visibleProjects } from './visible'

/** Where the facts of items have their page, for a reader who may open it. */
export async function pagesOf(
  actor: Actor,
  items: readonly CountedItem[],
): Promise<(item: CountedItem) => string | null> {
  const ids = (pick: (item: CountedItem) => string | null) => [...new Set(items.flatMap((item) => pick(item) ?? []))]
  const [procedures, projects, seen] = await Promise.all([
    db.procedure.findMany({
      where: {
        AND: [
          visibleProcedures(actor),
          { id: { in: ids(({ kind, factId }) => (kind === 'PROCEDURE' ? factId : null)) } },
        ],
      },
      select: { id: true },
    }),
    db.project.findMany({
      where: { AND: [visibleProjects(actor), { id: { in: ids(({ projectId }) => projectId) } }] },
      select: { id: true },
    }),
    db.factorNeed.findMany({
      where: {
        AND: [visibleFactors(actor), { id: { in: ids(({ kind, factId }) => (kind === 'FACTOR' ? factId : null)) } }],
      },
      select: { id: true },
    }),
  ])
  const needs = new Set(seen.map(({ id }) => id))
  const opens = new Set([...procedures, ...projects].map(({ id }) => id))
  return ({ kind, factId, projectId }) => {
    if (kind === 'PROCEDURE' && factId && opens.has(factId)) return `/procedures/${factId}`
    if (kind === 'SLIP' && factId) return `/tasks/${factId}`
    if (kind === 'FACTOR' && factId && needs.has(factId)) return `/factors/${factId}`
    return projectId && opens.has(projectId) ? `/projects/${projectId}` : null
  }
}

/** Whether what a subject's score is made of is for the actor: his own, or everything in sight. */
export function opensItems(
  actor: Actor,
  table: ScoreTable,
  subjectId: string,
  version: Readonly<{ published: boolean; named: boolean }>,
): boolean {
  const sight = rankingSight(actor.role, table, version)
  if (sight === 'ALL') return true
  return sight !== null && ownTable(actor.role) === table && ownSubjects(actor).includes(subjectId)
}
