import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { FACTOR_PAPER_NAMES } from '@/lib/domain/factor-board'
import type { CountedItem, ItemKind } from '@/lib/domain/ranking/item'
import { err, ok, type Result } from '@/lib/domain/result'
import type { EvidenceKind, ObjectionLine, OfferedEvidence } from '@/lib/schemas/ranking'
import { db, type Tx } from './db'
import { visibleFactors } from './factor-rows'
import { visibleIssues } from './issue-where'
import { visibleTasks } from './meeting-decisions'
import { pagesOf } from './ranking-items'
import { visibleProcedures, visibleProjects } from './visible'

type Reference = Readonly<{ kind: EvidenceKind; id: string }>
export type EvidenceLine = ObjectionLine['evidence'][number]

/** What a reference points at, by name; null when it is not there, or not in the actor's sight. */
async function labelOf(tx: Tx, actor: Actor, { kind, id }: Reference): Promise<string | null> {
  const named = { select: { name: true } } as const
  switch (kind) {
    case 'PROCEDURE': {
      const row = await tx.procedure.findFirst({
        where: { AND: [visibleProcedures(actor), { id }] },
        select: { project: named, item: { select: { nameZh: true } } },
      })
      return row && `${row.project.name} ${row.item.nameZh}`
    }
    case 'PROJECT':
      return (await tx.project.findFirst({ where: { AND: [visibleProjects(actor), { id }] }, ...named }))?.name ?? null
    case 'ISSUE':
      return (
        (
          await tx.issue.findFirst({
            where: { AND: [visibleIssues(actor), { id }] },
            select: { text: true },
          })
        )?.text ?? null
      )
    case 'FACTOR': {
      const row = await tx.factorNeed.findFirst({
        where: { AND: [visibleFactors(actor), { id }] },
        select: { kind: true, project: named },
      })
      return row && `${row.project.name} ${FACTOR_PAPER_NAMES[row.kind]}`
    }
    case 'ATTACHMENT':
      return (
        (
          await tx.attachment.findFirst({
            where: { id, removedAt: null, procedure: visibleProcedures(actor) },
            ...named,
          })
        )?.name ?? null
      )
    case 'TASK':
      return (
        (await tx.task.findFirst({ where: { AND: [visibleTasks(actor), { id }] }, select: { text: true } }))?.text ??
        null
      )
  }
}

/**
 * Evidence as an objection keeps it: only what the system has already, and the actor sees.
 *
 * @returns err EVIDENCE_UNKNOWN
 */
export async function evidenceLines(
  tx: Tx,
  actor: Actor,
  references: readonly Reference[],
): Promise<Result<EvidenceLine[]>> {
  const lines: EvidenceLine[] = []
  for (const reference of references) {
    const label = await labelOf(tx, actor, reference)
    if (label === null) return err({ code: 'EVIDENCE_UNKNOWN', field: 'evidence' })
    lines.push({ ...reference, label })
  }
  return ok(lines)
}

/** Of each kind that is offered; the newest first. */
const OFFERED = 20
/** Items are offered all: a score has some hundreds of them. */
const FACTS: Readonly<Partial<Record<ItemKind, EvidenceKind>>> = {
  PROCEDURE: 'PROCEDURE',
  ISSUE: 'ISSUE',
  FACTOR: 'FACTOR',
  TASK: 'TASK',
  SLIP: 'TASK',
}

/**
 * What an objection may point at: what its items are about, their projects, and papers and tasks about those projects; of
 * whoever has no items what he sees of his own. Only what `evidenceLines` takes: an item of a project that is no longer his is
 * not offered.
 */
export async function offeredEvidence(actor: Actor, items: readonly CountedItem[]): Promise<OfferedEvidence[]> {
  const projectIds = [...new Set(items.flatMap(({ projectId }) => projectId ?? []))]
  const about = projectIds.length > 0 ? { projectId: { in: projectIds } } : {}
  const led = actor.orgId ? [{ leadOrgId: actor.orgId }] : []
  const pageOf = await pagesOf(actor, items)
  const [projects, tasks, papers] = await Promise.all([
    db.project.findMany({
      where: { AND: [visibleProjects(actor), projectIds.length > 0 ? { id: { in: projectIds } } : {}] },
      select: { id: true, name: true },
      orderBy: { number: 'asc' },
      ...(projectIds.length > 0 ? {} : { take: OFFERED }),
    }),
    db.task.findMany({
      where: { AND: [visibleTasks(actor), { OR: [about, ...led] }] },
      select: { id: true, text: true, projectId: true },
      orderBy: [{ year: 'desc' }, { week: 'desc' }, { nth: 'desc' }],
      take: OFFERED,
    }),
    db.attachment.findMany({
      where: { ...about, districtId: actor.districtId, removedAt: null, procedure: visibleProcedures(actor) },
      select: { id: true, name: true, projectId: true },
      orderBy: { addedAt: 'desc' },
      take: OFFERED,
    }),
  ])
  const facts = items.flatMap((item): OfferedEvidence[] => {
    const { kind, factId, projectId, label } = item
    const as = FACTS[kind]
    return as && factId && pageOf(item)?.endsWith(factId) ? [{ kind: as, id: factId, label, projectId }] : []
  })
  const all: OfferedEvidence[] = [
    ...facts,
    ...projects.map(({ id, name }) => ({ kind: 'PROJECT' as const, id, label: name, projectId: id })),
    ...tasks.map(({ id, text, projectId }) => ({ kind: 'TASK' as const, id, label: text, projectId })),
    ...papers.map(({ id, name, projectId }) => ({ kind: 'ATTACHMENT' as const, id, label: name, projectId })),
  ]
  // A procedure counts for several indicators, and stands here once.
  return [...new Map(all.toReversed().map((one) => [one.id, one])).values()].toReversed()
}
