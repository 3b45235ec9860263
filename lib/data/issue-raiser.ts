import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import { db, type Tx } from './db'

/** Whether a district is a city: it has districts below it. */
export const isCity = async (tx: Tx, districtId: string): Promise<boolean> =>
  (await tx.district.count({ where: { parentId: districtId } })) > 0

/**
 * Whether the actor puts problems in. A city does not, whatever his role: nobody there gives one out or solves it, it reads what
 * its districts handed up to it.
 *
 * @source other-mechanisms §9 (级别 市)
 */
export const raisesIssues = async (actor: Actor, tx: Tx = db): Promise<boolean> =>
  relationFor(actor.role, 'issue.enter') !== null && !(await isCity(tx, actor.districtId))
