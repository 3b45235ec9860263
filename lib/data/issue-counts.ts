import 'server-only'
import type { IssueSource } from '@/lib/domain/issue/issue'
import { countBySource, type IssueCounts } from '@/lib/domain/issue/rate'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { unstruckIssue } from './issue-where'

const BY = ['source', 'state', 'understood'] as const

/** Problems by what became of them, each ledger by itself; what cannot be solved is open until it is struck off. */
export async function issueCounts(where: Prisma.IssueWhereInput): Promise<ReadonlyMap<IssueSource, IssueCounts>> {
  const count = (more: Prisma.IssueWhereInput) =>
    db.issue.groupBy({ by: [...BY], where: { AND: [where, more] }, _count: { _all: true } })
  const [groups, waiting] = await Promise.all([count({ NOT: unstruckIssue }), count(unstruckIssue)])
  return countBySource([
    ...groups.map(({ _count, ...group }) => ({ ...group, n: _count._all })),
    ...waiting.map(({ _count, ...group }) => ({ ...group, n: _count._all, unstruck: true as const })),
  ])
}
