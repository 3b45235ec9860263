import 'server-only'
import { takeFileTurn } from '@/lib/data/file-turns'
import { listAllIssues } from '@/lib/data/issue-list'
import { newExportId, recordExport } from '@/lib/data/ledger-exports'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import type { Actor } from '@/lib/domain/access'
import { ISSUE_EXPORT, ISSUE_READ_BACK } from '@/lib/domain/issue/export'
import { MOST_EXPORTED, TRAILING } from '@/lib/domain/ledger-export'
import { err, ok, type Result } from '@/lib/domain/result'
import { writeXlsx } from '@/lib/files/write-xlsx'
import type { Table } from '@/lib/files/xlsx-table'
import { longDate } from '@/lib/i18n/day'
import { issueCell } from '@/lib/i18n/issue-ledger-cells'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { translator } from '@/lib/i18n/translator'
import { issueFilter } from '@/lib/schemas/issue-list'
import type { ExportMoment } from './export-ledger'
import { issueCells } from './three-way'

const t = translator(LEDGER_LOCALE)

/**
 * Makes a workbook of the ledger of problems as it stands on screen, and remembers who took it; an import reads it back.
 *
 * Its rows are all rows of the filter, or it is refused: a list is never cut.
 *
 * @param values the address of the list
 * @returns err EXPORT_LIMIT, EXPORT_TOO_MANY, FORBIDDEN
 */
export async function exportIssues(
  actor: Actor,
  { values, query }: Readonly<{ values: Readonly<Record<string, string | string[]>>; query: string }>,
  { today, now, clock }: ExportMoment,
): Promise<Result<{ bytes: Buffer; fileName: string }>> {
  const turn = await takeFileTurn('export', actor.userId, now)
  if (!turn.ok) return turn
  const filter = issueFilter.parse(values)
  const { total, rows } = await listAllIssues(actor, filter, today, MOST_EXPORTED)
  if (total > MOST_EXPORTED) return err({ code: 'EXPORT_TOO_MANY', n: total, most: MOST_EXPORTED })
  const id = newExportId()
  const heading = await loadPaperHeading(actor)
  const mark = heading.demo ? t('export.demoMark') : ''
  const ledger = filter.source ? t(`issueLedger.source.${filter.source}`) : null
  const table: Table = {
    name: t('issueLedger.paper.title'),
    title: t(ledger ? 'issueLedger.paper.of' : 'issueLedger.paper.list', {
      district: heading.district,
      source: ledger ?? '',
    }),
    left: `${t('export.filler', { unit: heading.unit })}${mark}`,
    right: t('issueLedger.paper.asOf', { day: longDate(today, LEDGER_LOCALE) }),
    columns: [
      ...ISSUE_EXPORT.map(({ header, kind, width, centred }) => ({ header, kind, width, centred })),
      ...TRAILING.map(({ header, kind, width }) => ({ header, kind, width, hidden: true })),
    ],
    rows: rows.map((row, i) => [...ISSUE_EXPORT.map(({ key }) => issueCell(key, row, i)), row.id, row.version, id]),
    // Two ledgers hold the same problem twice: only one of them has a total.
    total: [null, ledger ? t('issueLedger.paper.sum', { n: total }) : t('issueLedger.paper.noSum')],
    paper: 'A3',
    frozen: 5,
    stamp: `${t('export.stamp', { name: actor.name, at: `${today} ${clock}` })}${mark}`,
  }
  const base = Object.fromEntries(rows.map((row) => [row.id, { version: row.version, cells: issueCells(row) }]))
  const recorded = await recordExport(actor, { id, kind: 'ISSUE_LEDGER', query, base }, { today })
  if (!recorded.ok) return recorded
  const notes = {
    name: t('export.notes.name'),
    rows: [
      [t('export.notes.columns'), t('export.notes.meaning')],
      ...ISSUE_EXPORT.map(({ key, header }): [string, string] => [
        header,
        t(ISSUE_READ_BACK.has(key) ? 'export.notes.edit' : 'export.notes.derived'),
      ]),
      ['', t('issueLedger.paper.moves')],
      ['', t('export.notes.hidden')],
      ['', t('export.notes.rows')],
    ] as const,
  }
  const words = [table.name, ledger, today.replaceAll('-', '')].filter(Boolean)
  return ok({ bytes: await writeXlsx(table, notes), fileName: `${words.join('_')}.xlsx` })
}
