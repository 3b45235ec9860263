import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import type { Evidence } from '@/lib/schemas/task'
import type { Tx } from './db'
import { visibleProcedures, visibleProjects } from './visible'

/** What can prove a result of a project: its procedures, finished ones first, and its papers. */
export type EvidenceChoices = Readonly<{
  evidence: readonly Evidence[]
  /** A procedure a further paper can be put beside; null where there is none. */
  uploadAt: string | null
}>

/**
 * Procedures and papers of a project the actor can point at. A procedure stands with its state and its number: what is not
 * finished is named as such.
 *
 * @source domain meetings-and-ranking.md A2: an existing document or procedure state, no forced photos
 */
export async function evidenceFor(tx: Tx, actor: Actor, projectId: string | null): Promise<EvidenceChoices> {
  if (!projectId) return { evidence: [], uploadAt: null }
  const [procedures, papers] = [
    await tx.procedure.findMany({
      where: { AND: [visibleProcedures(actor), { projectId, state: { not: 'NA' } }] },
      select: { id: true, state: true, certificateNo: true, item: { select: { nameZh: true } } },
      orderBy: { code: 'asc' },
    }),
    await tx.attachment.findMany({
      where: { projectId, removedAt: null, project: visibleProjects(actor) },
      select: { id: true, name: true },
      orderBy: { addedAt: 'desc' },
    }),
  ]
  const rows = procedures.map(({ id, state, certificateNo, item }): Evidence => {
    return { value: `procedure:${id}`, name: item.nameZh, state, number: certificateNo }
  })
  const finished = ({ state }: Evidence) => state !== null && FINISHED_STATES.has(state)
  return {
    evidence: [
      ...papers.map(({ id, name }): Evidence => ({ value: `attachment:${id}`, name, state: null, number: null })),
      ...rows.filter(finished),
      ...rows.filter((row) => !finished(row)),
    ],
    uploadAt: procedures[0]?.id ?? null,
  }
}
