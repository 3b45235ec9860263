import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { mondayOf, type PlainDate } from '@/lib/domain/plain-date'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import type { ProjectColumn } from '@/lib/schemas/project-column'
import type { ProjectExtra } from '@/lib/schemas/project-row'
import { toDb } from './date'
import { db } from './db'
import { notAboutOwn, openIssue } from './issue-where'

/** Columns that need more than the line of a project. */
const EXTRA_COLUMNS: ReadonlySet<ProjectColumn> = new Set([
  'content',
  'span',
  'week',
  'progress',
  'procedures',
  'problem',
  'request',
  'next',
  'contact',
  'note',
])

/**
 * What chosen columns ask of the projects of a page; nothing is read when none of them is shown.
 *
 * @param ids of projects the actor sees: they come from a list bound to him
 */
export async function loadExtras(
  actor: Actor,
  ids: readonly string[],
  columns: readonly ProjectColumn[],
  today: PlainDate,
): Promise<ReadonlyMap<string, ProjectExtra>> {
  if (ids.length === 0 || !columns.some((column) => EXTRA_COLUMNS.has(column))) return new Map()
  const projectId = { in: [...ids] }
  const [projects, states] = await Promise.all([
    db.project.findMany({
      where: { id: projectId },
      select: {
        id: true,
        content: true,
        buildFrom: true,
        buildTo: true,
        progressText: true,
        nextPlanText: true,
        note: true,
        contact: { select: { name: true } },
        completions: { where: { weekOf: toDb(mondayOf(today)) }, select: { amountFen: true } },
        issues: {
          where: { AND: [openIssue, notAboutOwn(actor)] },
          select: { text: true, request: true },
          orderBy: { number: 'asc' },
        },
      },
    }),
    db.procedure.groupBy({ by: ['projectId', 'state'], where: { projectId }, _count: true }),
  ])
  const counts = new Map<string, { finished: number; total: number }>()
  for (const { projectId: id, state, _count } of states) {
    if (state === 'NA') continue
    const before = counts.get(id) ?? { finished: 0, total: 0 }
    const finished = FINISHED_STATES.has(state) ? _count : 0
    counts.set(id, { finished: before.finished + finished, total: before.total + _count })
  }
  return new Map(
    projects.map((p) => [
      p.id,
      {
        content: p.content,
        buildFrom: p.buildFrom,
        buildTo: p.buildTo,
        contact: p.contact?.name ?? null,
        weekFen: p.completions[0]?.amountFen ?? null,
        progress: p.progressText,
        next: p.nextPlanText,
        note: p.note,
        procedures: counts.get(p.id) ?? { finished: 0, total: 0 },
        problems: p.issues.map((issue) => issue.text),
        requests: p.issues.flatMap((issue) => issue.request ?? []),
      },
    ]),
  )
}
