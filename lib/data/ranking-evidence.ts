import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { err, ok, type Result } from '@/lib/domain/result'
import type { EvidenceKind, ObjectionLine } from '@/lib/schemas/ranking'
import type { Tx } from './db'
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
            where: { id, removedAt: null, project: visibleProjects(actor) },
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
