import 'server-only'
import { listAllIssues } from '@/lib/data/issue-list'
import { loadExportBases } from '@/lib/data/ledger-exports'
import { listExportProcedures, listWideTable } from '@/lib/data/procedure-export-rows'
import { listExportProjects } from '@/lib/data/project-export-rows'
import type { Actor } from '@/lib/domain/access'
import { ISSUE_EXPORT } from '@/lib/domain/issue/export'
import { issueExports } from '@/lib/domain/issue/ledger'
import type { LedgerWords } from '@/lib/domain/ledger'
import { MOST_EXPORTED, PROCEDURE_EXPORT, PROJECT_EXPORT } from '@/lib/domain/ledger-export'
import type { GridSheet } from '@/lib/domain/ledger-grid'
import type { LedgerAnswers } from '@/lib/domain/ledger-snapshot'
import { type CellTexts, exportedRows, type ThreeWay } from '@/lib/domain/ledger-three-way'
import type { PlainDate } from '@/lib/domain/plain-date'
import { procedureExports } from '@/lib/domain/procedure-ledger'
import type { ItemNames } from '@/lib/domain/procedure-ledger-header'
import { issueCell } from '@/lib/i18n/issue-ledger-cells'
import { procedureCell } from '@/lib/i18n/procedure-export-cells'
import { projectCell } from '@/lib/i18n/project-export-cells'
import { issueFilter, type LedgerIssue } from '@/lib/schemas/issue-list'
import type { ProjectExportRow } from '@/lib/schemas/ledger-export'
import { projectFilter } from '@/lib/schemas/project'
import { plain, wideCells } from './export-tables'

/** The cells of a project as an export would write them now, by the field an import reads them as. */
const cellsNow = (row: ProjectExportRow, today: PlainDate): CellTexts =>
  Object.fromEntries(
    PROJECT_EXPORT.flatMap(({ key, field }) => (field ? [[field, plain(projectCell(key, row, 0, today))]] : [])),
  )

/**
 * What a workbook that was once exported is compared with: its cells as they left, and as they are now.
 *
 * @returns undefined for a workbook no row of which is known to come from an export of the district
 */
export async function loadThreeWay(
  actor: Actor,
  grids: readonly GridSheet[],
  words: LedgerWords,
  answers: LedgerAnswers,
  today: PlainDate,
): Promise<ThreeWay | undefined> {
  const { exportIds, projectIds } = exportedRows(grids, today, words.columns)
  const bases = exportIds.size > 0 ? await loadExportBases(actor, [...exportIds]) : new Map()
  if (bases.size === 0) return undefined
  const rows = await listExportProjects(actor, projectFilter.parse({}), today)
  const theirs = rows.filter(({ id }) => projectIds.has(id)).map((row) => [row.id, cellsNow(row, today)] as const)
  return { bases, theirs: new Map(theirs), choices: answers.CELL ?? {}, today }
}

/** As `loadThreeWay`, of a ledger of procedures. */
export async function loadProcedureWays(
  actor: Actor,
  grids: readonly GridSheet[],
  items: ItemNames,
  answers: LedgerAnswers,
  today: PlainDate,
): Promise<ThreeWay | undefined> {
  const exportIds = procedureExports(grids, items)
  const bases = exportIds.size > 0 ? await loadExportBases(actor, [...exportIds]) : new Map()
  if (bases.size === 0) return undefined
  const rows = await listExportProcedures(actor, projectFilter.parse({}), today)
  const theirs = rows.map((row) => {
    const cells = PROCEDURE_EXPORT.map(({ key }) => [key, plain(procedureCell(key, row, 0))] as const)
    return [row.id, Object.fromEntries(cells)] as const
  })
  // The rows of a wide table are projects.
  const wide = await listWideTable(actor, projectFilter.parse({}), today)
  for (const row of wide.rows) theirs.push([row.id, wideCells(row)])
  return { bases, theirs: new Map(theirs), choices: answers.CELL ?? {}, today }
}

/** The cells of a problem as an export writes them, by the field an import reads them as. */
export const issueCells = (row: LedgerIssue): CellTexts =>
  Object.fromEntries(ISSUE_EXPORT.map(({ key }) => [key, plain(issueCell(key, row, 0))]))

/** As `loadThreeWay`, of a ledger of problems. */
export async function loadIssueWays(
  actor: Actor,
  grids: readonly GridSheet[],
  answers: LedgerAnswers,
  today: PlainDate,
): Promise<ThreeWay | undefined> {
  const exportIds = issueExports(grids)
  const bases = exportIds.size > 0 ? await loadExportBases(actor, [...exportIds]) : new Map()
  if (bases.size === 0) return undefined
  const { rows } = await listAllIssues(actor, issueFilter.parse({ state: 'all' }), today, MOST_EXPORTED)
  const own = rows.filter(({ district }) => district === null)
  return { bases, theirs: new Map(own.map((row) => [row.id, issueCells(row)])), choices: answers.CELL ?? {}, today }
}
