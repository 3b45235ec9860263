import 'server-only'
import { type Actor, isAgency } from '@/lib/domain/access'
import { issueTitle } from '@/lib/domain/issue/kind'
import { yearOf } from '@/lib/domain/plain-date'
import type { LeftIssue } from '@/lib/schemas/issue'
import { fromDb } from './date'
import { db } from './db'

/**
 * A problem that left the actor's sight by what he or his agency did with it 已转出: where they gave it, and no word of what became of
 * it since.
 *
 * @returns null when they gave nothing of the kind away
 */
export async function findLeftIssue(actor: Actor, id: string): Promise<LeftIssue | null> {
  const { orgId, districtId } = actor
  // A problem is an agency's, whoever of it is at work; of the others each has his own.
  const unit =
    orgId !== null && isAgency(actor.role)
      ? await db.user.findMany({ where: { orgId, districtId }, select: { id: true } })
      : [{ id: actor.userId }]
  const move = await db.issueMove.findFirst({
    where: {
      issueId: id,
      issue: { districtId },
      kind: { in: ['TRANSFER', 'RETURN', 'RAISE'] },
      actorId: { in: unit.map((user) => user.id) },
    },
    select: {
      kind: true,
      on: true,
      tier: true,
      unitId: true,
      text: true,
      issue: { select: { number: true, raisedOn: true, text: true } },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  if (!move) return null
  const to = move.unitId ? await db.org.findUnique({ where: { id: move.unitId }, select: { shortName: true } }) : null
  return {
    number: move.issue.number,
    year: yearOf(fromDb(move.issue.raisedOn)),
    title: issueTitle(move.issue.text),
    kind: move.kind as LeftIssue['kind'],
    on: fromDb(move.on),
    tier: move.tier,
    unit: to?.shortName ?? null,
    text: move.text,
  }
}
