import 'server-only'
import { type Actor, SIGHT } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { soleNumber } from '@/lib/domain/search-words'
import type { IssueRow } from '@/lib/schemas/issue'
import type { Found, Window } from '@/lib/schemas/search'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { issueRows } from './issue-rows'
import { visibleIssues } from './issue-where'
import { loadLevelContext } from './level-context'

const like = (word: string) => word.replace(/[\\%_]/g, '\\$&')

/** The clause of what was typed: a number, or words of the problem, alone or beside project, enterprise, unit. */
function clauseOf(words: readonly string[]): Prisma.IssueWhereInput {
  const number = soleNumber(words)
  const said = (word: string) => ({ searchText: { contains: like(word) } })
  const about = (word: string): Prisma.IssueWhereInput => ({
    OR: [
      said(word),
      { project: { searchText: { contains: like(word) } } },
      { enterprise: { searchText: { contains: like(word) } } },
      { leadOrg: { searchText: { contains: like(word) } } },
    ],
  })
  // Without a word of the problem the project or the unit is the answer, not everything they have.
  if (number === null) return { AND: [{ OR: words.map(said) }, ...words.map(about)] }
  return { number }
}

/**
 * Problems by their number or their words, those that wait for somebody first.
 *
 * Who sees what: `visibleIssues`.
 */
export async function findIssues(
  actor: Actor,
  words: readonly string[],
  today: PlainDate,
  window: Window,
): Promise<Found<IssueRow>> {
  if (SIGHT.project[actor.role] === undefined) return { hits: [], total: 0 }
  const where = { AND: [visibleIssues(actor), clauseOf(words)] }
  const context = await loadLevelContext(db, actor.districtId, today)
  const orderBy: Prisma.IssueOrderByWithRelationInput[] = [
    { closedOn: { sort: 'desc', nulls: 'first' } },
    { number: 'desc' },
  ]
  const [hits, total] = await Promise.all([
    issueRows(db, actor, { where, orderBy, ...window }, today, context),
    db.issue.count({ where }),
  ])
  return { hits, total }
}
