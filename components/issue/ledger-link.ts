import type { IssueFilter } from '@/lib/schemas/issue-list'

type Change = Readonly<Partial<Record<keyof IssueFilter, string | number | undefined>>>
const DEFAULTS: Change = { state: 'open', page: 1 }

/** What the ledger of problems is asked for, as its address says it; what is at its default stays out, and the page starts anew. */
export function issueQuery(filter: Readonly<Partial<IssueFilter>>, change: Change = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, page: undefined, ...change }))
    if (value !== undefined && value !== '' && value !== DEFAULTS[name as keyof IssueFilter])
      params.set(name, String(value))
  const query = params.toString()
  return query ? `?${query}` : ''
}

/** Address of the ledger of problems with some conditions. */
export const issuesHref = (filter: Readonly<Partial<IssueFilter>>, change: Change = {}): `/issues${string}` =>
  `/issues${issueQuery(filter, change)}`
