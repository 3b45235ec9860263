import 'server-only'
import type { IssuePlan } from '@/lib/domain/issue/ledger-plan'
import { issueFacts } from '@/lib/domain/issue/term'
import { rowKey } from '@/lib/domain/ledger-report'
import type { PlainDate } from '@/lib/domain/plain-date'
import { issueVerdict } from '@/lib/domain/project-dimension'
import { ownerOf } from '@/lib/domain/reason'
import type { PreviewLevels, RowLevel } from '@/lib/schemas/import'
import { dbDayOrNull, toDb } from './date'
import type { Tx } from './db'
import { type DecidedIssues, type PlannedIssue, verdictOf } from './issue-ledger-decide'
import { issueName } from './issue-ledger-report'
import { chunksOf } from './ledger-rows'
import type { LevelContext } from './level-context'
import { colourOf, noColours } from './preview-levels'
import { type FactsIssue, loadFactsRows } from './project-facts'

type Planned = PlannedIssue & Readonly<{ plan: IssuePlan }>

/** The colour of a problem once its row is in, by its days alone: what a meeting has heard of it, its project says. */
function levelOf({ plan, row }: Planned, today: PlainDate, { calendar, parameters }: LevelContext): RowLevel | null {
  const [facts] = issueFacts([{ ...plan.facts, id: row.name, meetings: 0, owner: 'STEWARD' }])
  if (!facts) return null
  const { level, reason } = issueVerdict(facts.dueOn, 0, ownerOf('STEWARD'), today, calendar, parameters)
  return { level, was: null, reason: reason ? { ...reason, dimension: 'D5', subjectId: null, item: null } : null }
}

/** A problem as the colour of its project will read it. */
const issueAfter = (
  { plan, row, meant }: Planned,
  districtId: string,
  leads: ReadonlyMap<string, string>,
): FactsIssue => {
  const { state, tier, dueOn, plannedOn, leadId, outcome, closedOn } = plan.facts
  const unit = leads.get(leadId ?? '')
  return {
    id: meant?.id ?? `${row.sheet} ${row.row}`,
    districtId,
    state,
    tier,
    tierSince: meant && meant.tier === tier ? meant.tierSince : toDb(plan.raisedOn),
    dueOn: dbDayOrNull(dueOn),
    plannedOn: dbDayOrNull(plannedOn),
    outcome,
    closedOn: dbDayOrNull(closedOn),
    leadOrg: unit ? { shortName: unit } : null,
    owner: null,
  }
}

const RUNNING: readonly string[] = ['TO_ASSIGN', 'IN_HAND', 'IN_PROGRESS']

/** The colours the problems of a ledger will have once it is in, and how many of their projects will have which. */
export async function levelsOfIssues(
  tx: Tx,
  { planned, names, context }: DecidedIssues,
  today: PlainDate,
): Promise<PreviewLevels> {
  const good = planned.flatMap((one): Planned[] =>
    one.plan && ['new', 'changed', 'unchanged'].includes(verdictOf(one)) ? [{ ...one, plan: one.plan }] : [],
  )
  const rows = new Map<string, RowLevel>()
  const byProject = new Map<string, Planned[]>()
  for (const one of good) {
    const level = levelOf(one, today, context)
    if (level) rows.set(rowKey({ sheet: one.row.sheet, row: one.row.row, name: issueName(one) }), level)
    const projectId = one.meant ? one.meant.projectId : one.project?.id
    if (projectId) byProject.set(projectId, [...(byProject.get(projectId) ?? []), one])
  }
  const counts = noColours()
  for (const chunk of chunksOf([...byProject.keys()], 200))
    for (const facts of await loadFactsRows(tx, chunk, today)) {
      const own = byProject.get(facts.id) ?? []
      const meant = new Set(own.flatMap((one) => one.meant?.id ?? []))
      const issues = [
        ...facts.issues.filter(({ id }) => !meant.has(id)),
        ...own
          .map((one) => issueAfter(one, facts.districtId, names))
          .filter(
            ({ state, outcome, closedOn }) =>
              RUNNING.includes(state) || (outcome === 'UNSOLVABLE' && closedOn === null),
          ),
      ]
      counts[colourOf({ ...facts, issues }, null, today, context).level] += 1
    }
  return { counts, rows }
}
