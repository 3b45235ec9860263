import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { isWithinCard } from '@/lib/domain/project-card'
import { seesCardOnly } from '@/lib/domain/sight'
import type { ProjectExportRow } from '@/lib/schemas/ledger-export'
import type { ProjectFilter } from '@/lib/schemas/project'
import type { ProcedureLine, ProjectDetail } from '@/lib/schemas/project-detail'
import type { ProjectRow, ProjectTotals } from '@/lib/schemas/project-row'

/** What an item waits for, as its agency is told: where it stands, not when others planned it or why it moved. */
const standing = (line: ProcedureLine): ProcedureLine => ({
  ...line,
  clock: null,
  pauses: [],
  promise: null,
  planSubmitOn: null,
  planFinishOn: null,
  planMoves: 0,
  forecastStartOn: null,
  forecastFinishOn: null,
  provisional: false,
  slack: null,
  critical: false,
  predecessors: [],
})

/** The procedures of a project a reader of its card sees: those he may open, and what they wait for. */
export function cardProcedures(lines: readonly ProcedureLine[]): ProcedureLine[] {
  const awaited = new Set(lines.filter((line) => line.open).flatMap((line) => line.predecessors))
  return lines.flatMap((line) => (line.open ? [line] : awaited.has(line.code) ? [standing(line)] : []))
}

/**
 * A project as a card 简卡: name, colour with its reason, whom to call, the reader's own procedures. No money, no plan, no
 * forecast, and of other agencies no people.
 *
 * @source domain roles.md §1, column 项目: 部门经办人 “V minimal card”
 */
export function cardOf(project: ProjectDetail): ProjectDetail {
  const own = project.procedures.filter((line) => line.open)
  const ids = new Set<string | null>(own.map((line) => line.id))
  const units = new Set(own.map((line) => line.agency))
  const { relay, turnsBy } = project
  return {
    ...project,
    content: null,
    totalFen: null,
    yearPlan: null,
    // The rule is everybody's; the days and shares behind it are the reader's only where the procedure is.
    reasons: project.reasons.flatMap((reason, i) =>
      ids.has(reason.subjectId)
        ? [reason]
        : i === 0
          ? [{ ...reason, why: reason.why && { ...reason.why, arithmetic: null } }]
          : [],
    ),
    waived: [],
    relay: relay?.of.open ? relay : null,
    turnsBy,
    agencies: project.agencies.flatMap((agency) =>
      units.has(agency.name) ? [agency] : agency.total > 0 ? [{ ...agency, person: null }] : [],
    ),
    milestones: [],
    constructionStart: null,
    production: null,
    outlook: null,
    line: null,
    impossible: null,
    conditions: [],
    issues: [],
    progressText: null,
    nextPlanText: null,
    openHandover: null,
  }
}

/** The order and columns a reader may ask for: an order by money would tell what the money is. */
export const askedBy = (actor: Actor, filter: ProjectFilter): ProjectFilter =>
  seesCardOnly(actor.role) && !isWithinCard(filter.sort) ? { ...filter, sort: 'level', dir: undefined } : filter

/** Lines of a list as the actor may see them: a reader of the card gets no money and no plan. */
export const rowsFor = (actor: Actor, rows: readonly ProjectRow[]): readonly ProjectRow[] =>
  seesCardOnly(actor.role)
    ? rows.map((row) => ({
        ...row,
        totalFen: null,
        plannedFen: null,
        planFrom: null,
        doneFen: null,
        milestone: null,
      }))
    : rows

/** Totals as the actor may see them: how many and of what colour, and the sums for who sees money. */
export const totalsFor = <T extends ProjectTotals>(actor: Actor, totals: T): T =>
  seesCardOnly(actor.role) ? { ...totals, sums: { totalFen: 0n, plannedFen: 0n, doneFen: 0n } } : totals

/** Rows of an export as the actor may take them along. */
export const exportRowsFor = (actor: Actor, rows: readonly ProjectExportRow[]): ProjectExportRow[] =>
  seesCardOnly(actor.role)
    ? rows.map((row) => ({
        ...row,
        content: null,
        buildFrom: null,
        buildTo: null,
        totalFen: null,
        plannedFen: null,
        planFrom: null,
        weekFen: null,
        doneFen: null,
        milestone: null,
        progressText: null,
        nextPlanText: null,
        note: null,
        issues: [],
      }))
    : [...rows]
