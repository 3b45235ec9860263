import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { err, ok, type Result } from '@/lib/domain/result'
import type { EvidenceKind, ObjectionLine, OfferedEvidence } from '@/lib/schemas/ranking'
import { db, type Tx } from './db'
import { visibleTasks } from './meeting-decisions'
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
            where: {
              id,
              districtId: actor.districtId,
              OR: [{ project: visibleProjects(actor) }, ...(actor.orgId ? [{ leadOrgId: actor.orgId }] : [])],
            },
            select: { text: true },
          })
        )?.text ?? null
      )
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

/** Papers and tasks of each kind that are offered; the newest first. */
const OFFERED = 20

/**
 * Papers and tasks about the projects a score counts, which an objection may point at beside the items themselves: what the
 * actor sees, the newest first.
 */
export async function offeredEvidence(actor: Actor, projectIds: readonly string[]): Promise<OfferedEvidence[]> {
  const about = { projectId: { in: [...new Set(projectIds)] } }
  const [tasks, papers] = await Promise.all([
    db.task.findMany({
      where: { AND: [visibleTasks(actor), about] },
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
  return [
    ...tasks.map(({ id, text, projectId }) => ({ kind: 'TASK' as const, id, label: text, projectId })),
    ...papers.map(({ id, name, projectId }) => ({ kind: 'ATTACHMENT' as const, id, label: name, projectId })),
  ]
}
