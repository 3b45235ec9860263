import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { type IssueAnswered, issueParts } from '@/lib/domain/issue/parts'
import { err, ok, type Result } from '@/lib/domain/result'
import type { Tx } from './db'
import { type IssueRecord, issueColumns, issuePeopleOf } from './issue-rows'
import { ownIssues } from './issue-where'

/** A problem that is being changed, and what the actor is to it. */
export type LockedIssue = Readonly<{
  issue: IssueRecord
  parts: ReturnType<typeof issueParts>
  answered: IssueAnswered | null
}>

/** The last answer in a history, as the rules ask. */
export const answeredOf = (
  move: Readonly<{ unitId: string | null; actorId: string | null }> | null | undefined,
): IssueAnswered | null => (move ? { unitId: move.unitId, byUserId: move.actorId } : null)

/**
 * Locks a problem of the actor's sight and district, its project first as every write below a project does.
 *
 * @param version what the writer saw
 * @returns err NOT_FOUND when it is absent or out of sight, CONFLICT with the version now
 */
export async function lockIssue(tx: Tx, actor: Actor, issueId: string, version: number): Promise<Result<LockedIssue>> {
  const where = { AND: [{ id: issueId }, ownIssues(actor)] }
  const seen = await tx.issue.findFirst({ where, select: { projectId: true } })
  if (!seen) return err({ code: 'NOT_FOUND' })
  if (seen.projectId) await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${seen.projectId}::uuid FOR UPDATE`
  await tx.$queryRaw`SELECT 1 FROM "Issue" WHERE id = ${issueId}::uuid FOR UPDATE`
  const issue = await tx.issue.findFirst({ where, include: issueColumns })
  if (!issue) return err({ code: 'NOT_FOUND' })
  if (issue.version !== version) return err({ code: 'CONFLICT', version: issue.version })
  const answer = await tx.issueMove.findFirst({
    where: { issueId, kind: 'ANSWER' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { unitId: true, actorId: true },
  })
  return ok({ issue, parts: issueParts(actor, issuePeopleOf(issue)), answered: answeredOf(answer) })
}
