import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { CountedItem, ItemKind } from '@/lib/domain/ranking/item'
import { ownSubjects, ownTable, rankingSight } from '@/lib/domain/ranking/sight'
import type { ScoreTable } from '@/lib/domain/score'
import { db } from './db'
import { visibleFactors } from './factor-rows'
import { visibleIssues } from './issue-where'
import { visibleTasks } from './meeting-decisions'
import { visibleProcedures, visibleProjects } from './visible'

/** What an item is about. */
type About = Pick<CountedItem, 'kind' | 'factId' | 'projectId'>

/** Where facts of a kind have their page. */
const PATHS: Readonly<Partial<Record<ItemKind, 'procedures' | 'issues' | 'factors' | 'tasks'>>> = {
  PROCEDURE: 'procedures',
  ISSUE: 'issues',
  FACTOR: 'factors',
  TASK: 'tasks',
  SLIP: 'tasks',
}

/** Where the facts of items have their page, for a reader who may open it; else their project's, where he may open that. */
export async function pagesOf(actor: Actor, items: readonly About[]): Promise<(item: About) => `/${string}` | null> {
  const among = (...kinds: readonly ItemKind[]) => ({
    id: { in: [...new Set(items.flatMap(({ kind, factId }) => (factId && kinds.includes(kind) ? factId : [])))] },
  })
  const select = { id: true } as const
  const projectIds = [...new Set(items.flatMap(({ projectId }) => projectId ?? []))]
  const found = await Promise.all([
    db.project.findMany({ where: { AND: [visibleProjects(actor), { id: { in: projectIds } }] }, select }),
    db.procedure.findMany({ where: { AND: [visibleProcedures(actor), among('PROCEDURE')] }, select }),
    db.issue.findMany({ where: { AND: [visibleIssues(actor), among('ISSUE')] }, select }),
    db.factorNeed.findMany({ where: { AND: [visibleFactors(actor), among('FACTOR')] }, select }),
    db.task.findMany({ where: { AND: [visibleTasks(actor), among('TASK', 'SLIP')] }, select }),
  ])
  const opens = new Set(found.flat().map(({ id }) => id))
  return ({ kind, factId, projectId }) => {
    const path = PATHS[kind]
    if (path && factId && opens.has(factId)) return `/${path}/${factId}`
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
