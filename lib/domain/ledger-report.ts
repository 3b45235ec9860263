import type { Ledger } from './ledger'
import { wanOf } from './ledger-money'
import type { LedgerChange } from './ledger-pen'
import type { LedgerPlan, PlannedRow, Verdict } from './ledger-plan'
import type { LedgerNote, LedgerRow } from './ledger-row'
import type { MilestoneKind, Stage } from './project'

export type ReportRow = Readonly<{
  sheet: string
  row: number
  name: string
  /** In English, where what it means has an English name. */
  nameEn?: string
  team: string | null
  totalWan: number | null
  planWan: number | null
  start: string | null
  end: string | null
  stage: Stage | null
  steward: readonly [string, string | null] | null
  verdict: Verdict
  notes: readonly LedgerNote[]
  changes: readonly LedgerChange[]
}>

/** What a row of a report is known by within it; of a wide table several stand for one row of the file. */
export const rowKey = ({ sheet, row, name }: Pick<ReportRow, 'sheet' | 'row' | 'name'>): string =>
  `${sheet} ${row} ${name}`

/** What an import found and did, as plain JSON; sentences are made of its codes. Money in 万元. 导入报告 */
export type LedgerReport = Readonly<{
  sheets: Ledger['sheets']
  skipped: Ledger['skipped']
  rows: number
  created: number
  changed: number
  unchanged: number
  /** Rows that stay out: with errors, or waiting for an answer. */
  rejected: number
  /** Problems stated by the rows that go in. */
  issues: number
  totals: Readonly<{ totalWan: number; planWan: number }>
  byTeam: Readonly<Record<string, number>>
  projects: readonly ReportRow[]
  unknown: Readonly<Record<string, readonly string[]>>
  /** Null when nothing was written. */
  batchId: string | null
}>

/** Whether a report is of a ledger of problems, which has no money and whose rows are no projects. */
export const isOfIssues = ({ sheets }: Pick<LedgerReport, 'sheets'>): boolean =>
  sheets.some(({ columns }) => columns.some(({ field }) => field === 'issue.text'))

/** Whether a report is of enterprises or packs: their rows are no projects either, and have no money. */
export const isOfRegister = ({ sheets }: Pick<LedgerReport, 'sheets'>): boolean =>
  sheets.some(({ columns }) => columns.some(({ field }) => field?.startsWith('register.') ?? false))

const wanOrNull = (fen: bigint | null): number | null => (fen === null ? null : wanOf(fen))

// Cells left as they were exported are not read again, and still say what the file comes to.
const totalOf = ({ totalFen, stated }: LedgerRow) => totalFen ?? stated?.totalFen ?? null
const planOf = ({ planFen, stated }: LedgerRow) => planFen ?? stated?.planFen ?? null
const hasIssue = ({ problem, request, stated }: LedgerRow) =>
  problem !== null || request !== null || stated?.issue === true

const monthOfMilestone = (row: LedgerRow, kind: MilestoneKind): string | null =>
  row.milestones.find((m) => m.kind === kind)?.on.slice(0, 7) ?? null

function toReportRow({ row, verdict, notes, changes, team }: PlannedRow, names: LedgerPlan['names']): ReportRow {
  const named = (value: LedgerChange['from']) => (typeof value === 'string' ? (names.get(value) ?? value) : value)
  return {
    sheet: row.sheet,
    row: row.row,
    name: row.name,
    team,
    totalWan: wanOrNull(totalOf(row)),
    planWan: wanOrNull(planOf(row)),
    start: row.span?.from ?? monthOfMilestone(row, 'START'),
    end: row.span?.to ?? monthOfMilestone(row, 'COMPLETION'),
    stage: row.stage,
    steward: row.steward && [row.steward.name, row.steward.phone],
    verdict,
    notes,
    changes: changes.map(({ field, from, to }) => ({ field, from: named(from), to: named(to) })),
  }
}

const isIn = ({ verdict }: PlannedRow) => verdict !== 'error' && verdict !== 'unknown'

/** Sums up a plan; rows that stay out are listed and counted, their money is not. */
export function reportOf(ledger: Ledger, plan: LedgerPlan, batchId: string | null): LedgerReport {
  const count = (verdict: Verdict) => plan.rows.filter((row) => row.verdict === verdict).length
  const good = plan.rows.filter(isIn)
  const sum = (pick: (row: PlannedRow) => bigint | null) =>
    wanOf(good.reduce((total, row) => total + (pick(row) ?? 0n), 0n))
  const byTeam: Record<string, number> = {}
  for (const { team } of good) if (team) byTeam[team] = (byTeam[team] ?? 0) + 1
  const stages = plan.rows.flatMap((row) =>
    row.notes.filter((n) => n.code === 'STAGE_UNKNOWN').map((n) => String(n.params.text)),
  )
  const columns = ledger.sheets.flatMap((sheet) => sheet.unknownColumns)
  const words = { ...plan.unknown, STAGE: new Set(stages), COLUMN: new Set(columns) }
  return {
    sheets: ledger.sheets,
    skipped: ledger.skipped,
    rows: plan.rows.length,
    created: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    rejected: count('error') + count('unknown'),
    issues: good.filter(({ row }) => hasIssue(row)).length,
    totals: { totalWan: sum(({ row }) => totalOf(row)), planWan: sum(({ row }) => planOf(row)) },
    byTeam,
    projects: plan.rows.map((row) => toReportRow(row, plan.names)),
    unknown: Object.fromEntries(
      Object.entries(words).flatMap(([kind, texts]) => (texts.size > 0 ? [[kind, [...texts]]] : [])),
    ),
    batchId,
  }
}
