import type { ReportRow } from './ledger-report'

type Place = Readonly<{ sheet: string; row: number }>
const at = ({ sheet, row }: Place): string => `${row} ${sheet}`

/** The other rows of a ledger that mean the same project as one of them: those to leave out where this one is kept. */
export function twinsOf(rows: readonly ReportRow[], kept: Place): ReportRow[] {
  // Each row names one other; of three the third is found through the second.
  const ties = rows.flatMap((row) =>
    row.notes.flatMap(({ code, params }) =>
      code === 'TWICE' ? [[at(row), at({ sheet: String(params.sheet), row: Number(params.row) })] as const] : [],
    ),
  )
  const group = new Set([at(kept)])
  for (let size = 0; size < group.size; ) {
    size = group.size
    for (const [one, other] of ties)
      if (group.has(one) || group.has(other)) {
        group.add(one)
        group.add(other)
      }
  }
  return rows.filter((row) => group.has(at(row)) && at(row) !== at(kept))
}
