import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { issueTitle } from '@/lib/domain/issue/kind'
import type { ProjectFacts } from '@/lib/domain/project-level'
import type { ClearingPart } from '@/lib/schemas/clearing'
import { db } from './db'
import { visibleFactors } from './factor-rows'
import { visibleIssues } from './issue-where'

/**
 * The problems and needs that speak in a project's colour, as what clears it names them.
 *
 * Who sees what: `visibleIssues` and `visibleFactors`; of the others a line says no more than that there is one.
 */
export async function loadClearingParts(
  actor: Actor,
  { issues, factors }: Pick<ProjectFacts, 'issues' | 'factors'>,
): Promise<ReadonlyMap<string, ClearingPart>> {
  const of = (rows: readonly { id: string }[]) => ({ id: { in: rows.map(({ id }) => id) } })
  const [problems, needs] = await Promise.all([
    issues.length > 0
      ? db.issue.findMany({ where: { AND: [of(issues), visibleIssues(actor)] }, select: { id: true, text: true } })
      : [],
    factors.length > 0
      ? db.factorNeed.findMany({
          where: { AND: [of(factors), visibleFactors(actor)] },
          select: { id: true, kind: true },
        })
      : [],
  ])
  return new Map<string, ClearingPart>([
    ...problems.map(({ id, text }) => [id, { kind: 'ISSUE', text: issueTitle(text) }] as const),
    ...needs.map(({ id, kind }) => [id, { kind: 'NEED', of: kind }] as const),
  ])
}
