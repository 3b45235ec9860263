import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from './db'

/** A stewardship that is work: a project that has left the library asks nothing of anybody. */
export const liveStewardship = {
  toOn: null,
  project: { status: 'ACTIVE' },
} satisfies Prisma.StewardAssignmentWhereInput

/**
 * Projects a person answers for, with those offered to him, as far as they are work.
 *
 * @param except projects that are not counted, because they are about to be offered
 */
export async function stewardLoad(tx: Tx, personId: string, except: readonly string[] = []): Promise<number> {
  const projectId = { notIn: [...except] }
  const [has, offered] = await Promise.all([
    tx.stewardAssignment.count({ where: { personId, projectId, ...liveStewardship } }),
    tx.handover.count({ where: { toId: personId, projectId, state: 'PROPOSED', project: { status: 'ACTIVE' } } }),
  ])
  return has + offered
}
