import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProjectFilter, ProjectGroup } from '@/lib/schemas/project'
import { groupKeyOf, type ProjectGroupTotals, type ProjectRow } from '@/lib/schemas/project-row'
import { db } from './db'
import { totalsFor } from './project-card'
import { totalsOf } from './project-list'
import { projectsWhere } from './project-where'

const nameOf = (row: ProjectRow, group: ProjectGroup): string | null =>
  group === 'taskforce' || group === 'street' || group === 'leader' ? row[group] : null

const COLUMN = {
  taskforce: 'taskforceId',
  street: 'streetId',
  leader: 'leaderId',
  stage: 'stage',
  level: 'level',
} as const

/** How many projects each group of the filter holds, the fullest first; names of units and people with them. */
export async function countGroups(actor: Actor, filter: ProjectFilter, group: ProjectGroup, today: PlainDate) {
  const column = COLUMN[group]
  const found = await db.project.groupBy({
    by: [column],
    where: projectsWhere(actor, filter, today),
    _count: { _all: true },
  })
  const counted = found.map((g) => ({ key: g[column] ?? 'none', total: g._count._all }))
  const ids = counted.map((g) => g.key).filter((key) => key !== 'none')
  const names = new Map<string, string>()
  if (group === 'leader')
    for (const p of await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }))
      names.set(p.id, p.name)
  else if (group === 'taskforce' || group === 'street')
    for (const o of await db.org.findMany({ where: { id: { in: ids } }, select: { id: true, shortName: true } }))
      names.set(o.id, o.shortName)
  return counted
    .map((g) => ({ ...g, name: names.get(g.key) ?? null }))
    .sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1))
}

/**
 * Subtotals of the groups a page shows: each over its whole group, not over the page.
 *
 * @param rows of one page, in the order of the groups
 */
export async function groupTotals(
  actor: Actor,
  filter: ProjectFilter,
  group: ProjectGroup,
  rows: readonly ProjectRow[],
  today: PlainDate,
): Promise<ReadonlyMap<string, ProjectGroupTotals>> {
  const shown = new Map(rows.map((row) => [groupKeyOf(row, group), nameOf(row, group)]))
  const totals = await Promise.all(
    [...shown].map(async ([key, name]) => {
      const where = projectsWhere(actor, { ...filter, [group]: key }, today)
      return [key, { key, name, ...totalsFor(actor, await totalsOf(where, today)) }] as const
    }),
  )
  return new Map(totals)
}
