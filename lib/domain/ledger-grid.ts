/**
 * One cell of a workbook, already read as text 单元格.
 *
 * `number` keeps fifteen significant digits as a plain decimal; `serial` is a number the workbook shows as a date.
 * `formula` means the text is the result the workbook kept; `long` that the cell was cut at its limit.
 */
export type GridCell = Readonly<{
  kind: 'text' | 'number' | 'serial' | 'error'
  text: string
  formula: boolean
  long: boolean
}>

/** A row that has at least one cell with something in it; `number` is what the office sees at its left, from 1. */
export type GridRow = Readonly<{ number: number; hidden: boolean; cells: ReadonlyMap<number, GridCell> }>

/** A merged range; rows and columns from 1, inclusive. */
export type GridMerge = Readonly<{ top: number; left: number; bottom: number; right: number }>

/** A worksheet as a grid. `date1904`: the workbook counts its days from 1904 (made on an old Mac). 工作表 */
export type GridSheet = Readonly<{
  name: string
  hidden: boolean
  date1904: boolean
  rows: readonly GridRow[]
  merges: readonly GridMerge[]
}>

/** The ranges of a sheet by the column they begin in, top down, so that a cell finds its own quickly. */
export type MergeIndex = ReadonlyMap<number, readonly GridMerge[]>

/** Groups merged ranges by their first column. */
export function indexMerges(merges: readonly GridMerge[]): MergeIndex {
  const byColumn = new Map<number, GridMerge[]>()
  for (const merge of merges) {
    const column = byColumn.get(merge.left)
    if (column) column.push(merge)
    else byColumn.set(merge.left, [merge])
  }
  for (const column of byColumn.values()) column.sort((a, b) => a.top - b.top)
  return byColumn
}

/**
 * The range that begins in a column and covers a row; null when there is none.
 *
 * Ranges of one column never overlap, so the last one that begins at or above the row is the only candidate.
 */
export function mergeAt(index: MergeIndex, row: number, column: number): GridMerge | null {
  const ranges = index.get(column) ?? []
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as GridMerge).top <= row) low = middle + 1
    else high = middle
  }
  const candidate = ranges[low - 1]
  return candidate && candidate.bottom >= row ? candidate : null
}

/** The letters a spreadsheet shows above a column: `1` → A, `28` → AB. 列号 */
export function columnName(number: number): string {
  let [rest, name] = [number, '']
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
    rest = Math.floor((rest - 1) / 26)
  }
  return name
}
