import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { correctableUntil, type ProposalFacts } from '@/lib/domain/plan-change'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import type { Tx } from './db'

/** Moves somebody recorded; the graph's own say nothing about work. */
export const recordedMove = { move: { notIn: ['OPEN', 'BLOCK'] } } satisfies Prisma.ProcedureEventWhereInput

/**
 * Whose correction still belongs to the plan proposed for a project: its first steward, while he is, and whoever stands in
 * for him.
 *
 * @returns last day of it for an item; null for everybody else
 */
export async function findCorrections(
  tx: Pick<Tx, 'project'>,
  actor: Actor,
  projectId: string,
  calendar: WorkCalendar,
): Promise<(item: Pick<ProposalFacts, 'began' | 'moves'>) => PlainDate | null> {
  if (relationFor(actor.role, 'procedure.replan') !== 'stewarded') return () => null
  const project = await tx.project.findUnique({
    where: { id: projectId },
    select: { templateId: true, stewards: { select: { personId: true, fromOn: true }, take: 2 } },
  })
  const [first, ...later] = project?.stewards ?? []
  const his = first && later.length === 0 && actor.standsInFor.includes(first.personId)
  const facts = { proposed: project?.templateId != null, assignedOn: his ? fromDb(first.fromOn) : null }
  return (item) => correctableUntil({ ...facts, ...item }, calendar)
}
