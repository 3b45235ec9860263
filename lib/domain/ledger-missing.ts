import type { LedgerReport, ReportRow } from './ledger-report'

/** Money no row of a sheet states, and the headers nobody knew that may be its column 没有读到的金额. */
export type MissingMoney = Readonly<{ sheet: string; field: 'total' | 'plan'; columns: readonly string[] }>

const SPEAKS_OF_MONEY = /投资|金额|资金|造价|[亿万千]元/

/** Whether the row states the amount, readable or not. */
const states = (row: ReportRow, field: MissingMoney['field']): boolean =>
  (field === 'total' ? row.totalWan : row.planWan) !== null || row.notes.some(({ params }) => params.field === field)

/**
 * Sheets whose total or plan nobody read: most often because the header is written in a way nobody knows.
 *
 * Every ledger has a total; a plan is only missed where some unknown column speaks of money.
 */
export function moneyMissing({ sheets, projects }: Pick<LedgerReport, 'sheets' | 'projects'>): MissingMoney[] {
  return sheets.flatMap(({ name: sheet, unknownColumns }) => {
    const rows = projects.filter((row) => row.sheet === sheet)
    const columns = unknownColumns.filter((label) => SPEAKS_OF_MONEY.test(label))
    return (['total', 'plan'] as const).flatMap((field) =>
      rows.length === 0 || rows.some((row) => states(row, field)) || (field === 'plan' && columns.length === 0)
        ? []
        : [{ sheet, field, columns }],
    )
  })
}
