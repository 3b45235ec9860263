import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import { ISSUE_SOURCES, type IssueSource } from '@/lib/domain/issue/issue'
import { issueFilter } from '@/lib/schemas/issue-list'
import { count, type FigureScope, listHref, share } from './figure-scope'
import { issueCounts } from './issue-counts'
import { ledgerWhere } from './issue-list-where'

/** What the figures of each ledger are called; 万人助万企 has its own, appeals-figures.ts, and no second name for them. */
const NAMES: Readonly<Record<Exclude<IssueSource, 'ASSISTANCE'>, string>> = {
  LEDGER: 'ledger',
  STEWARD: 'steward',
  CONTACT: 'contact',
  STREET: 'street',
  MEETING: 'meeting',
  WALKTHROUGH: 'walkthrough',
  MONITOR_POINT: 'monitorPoint',
}

/**
 * Figures of every ledger of problems 问题台账, of what was raised in the period: each source by itself, since two of them hold
 * the same problem twice and have no sum.
 *
 * Who sees what: `visibleIssues`, as the ledger each figure opens.
 *
 * @source other-mechanisms §1 (286 and 205 are never added), §9 (解决率)
 */
export async function issueSourceFigures(
  actor: Actor,
  { from, to }: Period,
  { taskforceId }: FigureScope,
): Promise<Figure[]> {
  const team = taskforceId ? { taskforce: taskforceId } : {}
  const counts = await issueCounts(ledgerWhere(actor, issueFilter.parse({ from, to, ...team })))
  return ISSUE_SOURCES.flatMap((source): Figure[] => {
    if (source === 'ASSISTANCE') return []
    const of = counts.get(source)
    const href = (state: string) => listHref('/issues', { source, state, from, to, ...team })
    const [total, solved, understood] = [of?.total ?? 0, of?.solved ?? 0, of?.understood ?? 0]
    const counted = total - (of?.withdrawn ?? 0) - (of?.outside ?? 0)
    const figure = (what: string, value: Figure['value'], state: string) => ({
      name: `issues.${NAMES[source]}.${what}`,
      value,
      href: href(state),
    })
    return [
      figure('total', count(total), 'all'),
      // What was solved of 走流程 is walks.issuesSolved.
      ...(source === 'WALKTHROUGH' ? [] : [figure('solved', count(solved), 'SOLVED')]),
      figure('rate', share(solved, counted), 'SOLVED'),
      figure('looseRate', share(solved + understood, counted), 'loose'),
      figure('open', count(of?.open ?? 0), 'open'),
    ]
  })
}
