import type { ExportColumn } from '@/lib/domain/ledger-export'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'

type Cell = string | number | null

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
                <td key={column.key} className={column.centred || column.kind === 'day' ? 'text-center' : undefined}>
                  {column.kind === 'day' && typeof cell === 'string' ? dayIn(cell as PlainDate, today) : cell}
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
