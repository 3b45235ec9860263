import type { ExportColumn, ExportKind } from '@/lib/domain/ledger-export'
import { FEN_PER_WAN } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { wanText } from '@/lib/i18n/money'

type Cell = string | number | null

/** A cell as people read it: a day short, money in 万元 as screens have it. */
function shown(cell: Cell, kind: ExportKind, today: PlainDate): Cell {
  if (kind === 'day' && typeof cell === 'string') return dayIn(cell as PlainDate, today)
  if (kind === 'money' && typeof cell === 'number') return wanText(BigInt(Math.round(cell * Number(FEN_PER_WAN))))
  return cell
}

/** As its workbook aligns it: words on the left, what is compared by its digits on the right. */
const alignment = ({ kind, centred }: Pick<ExportColumn, 'kind' | 'centred'>): string | undefined =>
  centred || kind === 'day' ? 'text-center' : kind === 'text' ? undefined : 'paper-number'

/** A list as it is printed: the columns of its workbook, header on every page. */
export function PaperTable<K extends string>({
  columns,
  rows,
  foot,
  today,
}: {
  columns: readonly (ExportColumn<K> & Readonly<{ head: string }>)[]
  rows: readonly Readonly<{ id: string; cells: readonly Cell[] }>[]
  foot: string
  today: PlainDate
}) {
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  return (
    <table className="paper-table text-sm">
      <colgroup>
        {columns.map((column) => (
          <col key={column.key} style={{ width: `${(100 * column.width) / width}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map((column, i) => {
              const cell = row.cells[i] ?? null
              return (
                <td key={column.key} className={alignment(column)}>
                  {shown(cell, column.kind, today)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={columns.length}>{foot}</td>
        </tr>
      </tfoot>
    </table>
  )
}
