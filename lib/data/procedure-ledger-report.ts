import 'server-only'
import type { Verdict } from '@/lib/domain/ledger-plan'
import type { LedgerReport, ReportRow } from '@/lib/domain/ledger-report'
import type { ProcedureLedger } from '@/lib/domain/procedure-ledger'
import { type PlannedProcedure, verdictOf } from './procedure-ledger-decide'

/** Project and item of a row, as the library calls them where it knows them. */
export const procedureName = ({ row, known }: PlannedProcedure): string =>
  `${known?.project.name ?? row.project} ${known?.item.nameZh ?? row.item}`

function reportRow(one: PlannedProcedure): ReportRow {
  const { row, plan, notes, known } = one
  return {
    sheet: row.sheet,
    row: row.row,
    name: procedureName(one),
    ...(known ? { nameEn: `${known.project.name} ${known.item.nameEn}` } : {}),
    team: null,
    totalWan: null,
    planWan: null,
    start: null,
    end: null,
    stage: null,
    steward: null,
    verdict: verdictOf(one),
    notes,
    changes: plan.changes,
  }
}

/** Sums up what a ledger of procedures does; it makes nothing new and has no money. */
export function procedureReport(
  ledger: ProcedureLedger,
  planned: readonly PlannedProcedure[],
  batchId: string | null,
): LedgerReport {
  const projects = planned.map(reportRow)
  const count = (...verdicts: Verdict[]) => projects.filter(({ verdict }) => verdicts.includes(verdict)).length
  return {
    sheets: ledger.sheets,
    skipped: [],
    rows: projects.length,
    created: 0,
    changed: count('changed'),
    unchanged: count('unchanged'),
    rejected: count('error', 'unknown'),
    issues: 0,
    totals: { totalWan: 0, planWan: 0 },
    byTeam: {},
    projects,
    unknown: {},
    batchId,
  }
}
