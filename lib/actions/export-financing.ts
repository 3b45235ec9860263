import 'server-only'
import { takeFileTurn } from '@/lib/data/file-turns'
import { lastPayments, type RecommendedRow, recommendedRows } from '@/lib/data/financing-export-rows'
import { listAllResults } from '@/lib/data/financing-list'
import { newExportId, recordFinancingExport } from '@/lib/data/ledger-exports'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { type Actor, relationFor } from '@/lib/domain/access'
import { RECOMMENDED_EXPORT, RESULT_EXPORT, type RecommendedKey, type ResultKey } from '@/lib/domain/financing/export'
import { rateText } from '@/lib/domain/financing/money'
import { type ExportColumn, MOST_EXPORTED, TRAILING } from '@/lib/domain/ledger-export'
import { exactWan } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import { writeXlsx } from '@/lib/files/write-xlsx'
import type { Table, TableCell } from '@/lib/files/xlsx-table'
import { longDate } from '@/lib/i18n/day'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { translator } from '@/lib/i18n/translator'
import { type FinancingExportKind, financingFilter, type ResultPage, resultFilter } from '@/lib/schemas/financing'
import type { ExportMoment } from './export-ledger'

const t = translator(LEDGER_LOCALE)
type Values = Readonly<Record<string, string | string[]>>
type Made = Readonly<{
  total: number
  columns: readonly ExportColumn[]
  cells: readonly (readonly TableCell[])[]
  ids: readonly Readonly<{ id: string; version: number }>[]
}>

const wan = (fen: bigint | null): number | null => (fen === null ? null : Number(exactWan(fen)))
const yesNo = (said: boolean | undefined): string | null => (said === undefined ? null : said ? '是' : '否')

function recommendedCell(key: RecommendedKey, row: RecommendedRow, index: number, unit: string): TableCell {
  const { enterprise, project } = row
  const check = row.checks[0]
  switch (key) {
    case 'row':
      return index + 1
    case 'number':
      return row.number
    case 'enterprise':
      return enterprise.name
    case 'code':
      return enterprise.creditCode
    case 'size':
      return enterprise.size && t(`financing.size.${enterprise.size}`)
    case 'industry':
      return enterprise.industry && t(`financing.industry.${enterprise.industry}`)
    case 'project':
      return project?.name ?? null
    case 'stage':
      return project && t(`project.stage.${project.stage}`)
    case 'total':
      return wan(project?.totalFen ?? null)
    case 'purpose':
      return t(`financing.purpose.${row.purpose}`)
    case 'applied':
      return wan(row.amountFen)
    case 'months':
      return row.months
    case 'rate':
      return row.rateCeilingBp === null ? null : rateText(row.rateCeilingBp)
    case 'collateral':
      return t(`financing.collateral.${row.collateral}`)
    case 'collateralText':
      return row.collateralText
    case 'loans':
      return wan(row.loansFen)
    case 'loansBank':
      return row.loansBank
    case 'wanted':
      return row.wanted.join('、') || null
    case 'grade':
      return enterprise.credit?.grade ?? null
    case 'lawful':
    case 'premises':
    case 'genuine':
    case 'credit':
      return yesNo(check?.[key])
    case 'standardPurpose':
      return yesNo(check?.purpose)
    case 'consent':
      return row.consents.map(({ bank, until }) => `${bank}(${until})`).join('、') || '否'
    case 'contact':
      return row.contactName
    case 'phone':
      return row.contactPhone
    case 'recommendedOn':
      return row.recommendedOn
    case 'recommender':
      return unit
  }
}

type ResultRow = ResultPage['rows'][number]

function resultCell(key: ResultKey, row: ResultRow, index: number, paidOn: PlainDate | undefined): TableCell {
  switch (key) {
    case 'row':
      return index + 1
    case 'number':
      return row.need.number
    case 'enterprise':
      return row.need.enterprise.name
    case 'bank':
      return row.bank.name
    case 'applied':
      return wan(row.need.amountFen)
    case 'acceptedOn':
      return row.acceptedOn
    case 'state':
      return t(`financing.state.${row.state}`)
    case 'granted':
      return wan(row.grantedFen)
    case 'rate':
      return row.rateBp === null ? null : rateText(row.rateBp)
    case 'decidedOn':
      return row.decidedOn
    case 'signed':
      return wan(row.signedFen)
    case 'paidNew':
      return row.paidNewFen > 0n ? wan(row.paidNewFen) : null
    case 'paidRenewed':
      return row.paidRenewedFen > 0n ? wan(row.paidRenewedFen) : null
    case 'paidOn':
      return paidOn ?? null
    case 'reason':
      return row.reason && t(`financing.reason.${row.reason}`)
    case 'manager':
      return row.manager
  }
}

async function recommended(actor: Actor, values: Values, today: PlainDate, unit: string): Promise<Made> {
  const { total, rows } = await recommendedRows(actor, financingFilter.parse(values), today, MOST_EXPORTED)
  return {
    total,
    columns: RECOMMENDED_EXPORT,
    cells: rows.map((row, i) => RECOMMENDED_EXPORT.map(({ key }) => recommendedCell(key, row, i, unit))),
    ids: rows,
  }
}

async function results(actor: Actor, values: Values, today: PlainDate): Promise<Made> {
  const { total, rows } = await listAllResults(actor, resultFilter.parse(values), today, MOST_EXPORTED)
  const paid = await lastPayments(rows.map(({ id }) => id))
  return {
    total,
    columns: RESULT_EXPORT,
    cells: rows.map((row, i) => RESULT_EXPORT.map(({ key }) => resultCell(key, row, i, paid.get(row.id)))),
    ids: rows,
  }
}

/**
 * Makes a workbook of 推荐清单 or 对接结果 as the list stands on screen, marked with who took it and when, and remembers it.
 *
 * Its rows are all rows of the filter that the reader sees, or it is refused: a list is never cut.
 *
 * @param values the address of the list
 * @returns err EXPORT_LIMIT, EXPORT_TOO_MANY, FORBIDDEN
 */
export async function exportFinancing(
  actor: Actor,
  { kind, values, query }: Readonly<{ kind: FinancingExportKind; values: Values; query: string }>,
  { today, now, clock }: ExportMoment,
): Promise<Result<{ bytes: Buffer; fileName: string }>> {
  if (relationFor(actor.role, 'financing.export') === null) return err({ code: 'FORBIDDEN' })
  const turn = await takeFileTurn('export', actor.userId, now)
  if (!turn.ok) return turn
  const heading = await loadPaperHeading(actor)
  const list = kind === 'financing'
  const { total, columns, cells, ids } = list
    ? await recommended(actor, values, today, heading.office)
    : await results(actor, values, today)
  if (total > MOST_EXPORTED) return err({ code: 'EXPORT_TOO_MANY', n: total, most: MOST_EXPORTED })
  const id = newExportId()
  const mark = heading.demo ? t('export.demoMark') : ''
  const table: Table = {
    name: t(list ? 'financing.paper.name' : 'financing.paper.results'),
    title: t(list ? 'financing.paper.title' : 'financing.paper.resultsTitle', { district: heading.district }),
    left: `${t('export.filler', { unit: heading.unit })}${mark}`,
    right: t('task.paper.asOf', { day: longDate(today, LEDGER_LOCALE) }),
    columns: [
      ...columns.map(({ header, kind: holds, width, centred }) => ({ header, kind: holds, width, centred })),
      ...TRAILING.map(({ header, kind: holds, width }) => ({ header, kind: holds, width, hidden: true })),
    ],
    rows: cells.map((row, i) => [...row, ids[i]?.id ?? null, ids[i]?.version ?? null, id]),
    total: [null, null, t('financing.paper.sum', { n: total })],
    paper: 'A3',
    frozen: 4,
    stamp: `${t('export.stamp', { name: actor.name, at: `${today} ${clock}` })}${mark}`,
  }
  const base = Object.fromEntries(ids.map((row) => [row.id, { version: row.version, cells: {} }]))
  const recorded = await recordFinancingExport(
    actor,
    { id, kind: list ? 'FINANCING_LIST' : 'FINANCING_RESULTS', query, base },
    { today },
  )
  if (!recorded.ok) return recorded
  const notes = {
    name: t('export.notes.name'),
    rows: [
      ['', t('financing.paper.notes')],
      ['', t('export.notes.rows')],
    ] as const,
  }
  return ok({ bytes: await writeXlsx(table, notes), fileName: `${table.name}_${today.replaceAll('-', '')}.xlsx` })
}
