import 'server-only'
import { createHash } from 'node:crypto'
import type { GridSheet } from '@/lib/domain/ledger-grid'
import type { Result } from '@/lib/domain/result'
import { type ApartRefusal, readTableApart } from '@/lib/files/apart'
import type { XlsxRefusal } from '@/lib/files/xlsx-limits'
import { keptBy } from './kept'

const IDLE_MS = 600_000
/** Cells of all files together: some 60 MB. */
const MOST_CELLS = 600_000

const tables = keptBy<readonly GridSheet[]>('uploadTables', { most: MOST_CELLS, idleMs: IDLE_MS })
const cellsOf = (sheets: readonly GridSheet[]) =>
  sheets.reduce((sum, { rows }) => rows.reduce((all, row) => all + row.cells.size, sum), 0)

/**
 * The grids of an uploaded file. The same bytes say the same: read once in a process of their own, they are kept while
 * somebody works with them.
 *
 * @returns err with the reason the file is refused
 */
export async function readUploadTable(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<readonly GridSheet[], XlsxRefusal | ApartRefusal>> {
  const key = `${createHash('sha256').update(bytes).digest('base64url')} ${fileName}`
  const known = tables.get(key)
  if (known) return { ok: true, value: known }
  const read = await readTableApart(bytes, fileName)
  if (read.ok) tables.set(key, read.value, cellsOf(read.value))
  return read
}
