import 'server-only'
import type { IssueLedger } from '@/lib/domain/issue/ledger'
import type { LedgerChange } from '@/lib/domain/ledger-pen'
import type { Verdict } from '@/lib/domain/ledger-plan'
import type { LedgerReport, ReportRow } from '@/lib/domain/ledger-report'
import { type DecidedIssues, type PlannedIssue, verdictOf } from './issue-ledger-decide'

/** Fields that hold ids of units or people. */
const NAMED = new Set(['issue.leadId', 'issue.supports', 'issue.ownerId'])

/** A difference with names instead of ids. */
function named({ field, from, to }: LedgerChange, names: ReadonlyMap<string, string>): LedgerChange {
  const said = (value: LedgerChange['from']) =>
    typeof value === 'string'
      ? value
          .split('、')
          .map((id) => names.get(id) ?? id)
          .join('、')
      : value
  return NAMED.has(field) ? { field, from: said(from), to: said(to) } : { field, from, to }
}

/** What a row is called in a report: whom it is about, and its words. */
export const issueName = ({ row, project }: Pick<PlannedIssue, 'row' | 'project'>): string =>
  [project?.name ?? row.about, row.name].filter(Boolean).join(' ')

function reportRow(one: PlannedIssue, names: DecidedIssues['names']): ReportRow {
  const { row, plan, notes } = one
  const verdict = verdictOf(one)
  const isIn = verdict === 'new' || verdict === 'changed'
  return {
    sheet: row.sheet,
    row: row.row,
    name: issueName(one),
    team: null,
    totalWan: null,
    planWan: null,
    start: null,
    end: null,
    stage: null,
    steward: null,
    verdict,
    notes,
    changes: isIn && plan ? plan.changes.map((change) => named(change, names)) : [],
  }
}

/** Sums up what a ledger of problems does; it has no money. */
export function issueReport(
  ledger: IssueLedger,
  { planned, unknown, names }: Pick<DecidedIssues, 'planned' | 'unknown' | 'names'>,
  batchId: string | null,
): LedgerReport {
  const projects = planned.map((one) => reportRow(one, names))
  const count = (...verdicts: Verdict[]) => projects.filter(({ verdict }) => verdicts.includes(verdict)).length
  const columns = ledger.sheets.flatMap((sheet) => sheet.unknownColumns)
  const words = { ...unknown, COLUMN: new Set(columns) }
  return {
    sheets: ledger.sheets,
    skipped: [],
    rows: projects.length,
    created: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    rejected: count('error', 'unknown'),
    issues: count('new', 'changed', 'unchanged'),
    totals: { totalWan: 0, planWan: 0 },
    byTeam: {},
    projects,
    unknown: Object.fromEntries(
      Object.entries(words).flatMap(([kind, texts]) => (texts.size > 0 ? [[kind, [...texts]]] : [])),
    ),
    batchId,
  }
}
