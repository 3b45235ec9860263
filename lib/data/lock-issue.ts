import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { issueParts } from '@/lib/domain/issue/parts'
import { err, ok, type Result } from '@/lib/domain/result'
import type { Tx } from './db'
import { type IssueRecord, issueColumns, issuePeopleOf } from './issue-rows'
import { ownIssues } from './issue-where'

/** A problem that is being changed, and what the actor is to it. */
export type LockedIssue = Readonly<{ issue: IssueRecord; parts: ReturnType<typeof issueParts> }>

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
  return ok({ issue, parts: issueParts(actor, issuePeopleOf(issue)) })
}
