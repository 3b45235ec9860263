import type { Result } from '@/lib/domain/result'
import { markTable } from './mark-table'
import type { SheetMarks } from './mark-xlsx'
import { type PackedGrids, packGrids } from './pack-grids'
import { readTable } from './read-table'
import type { XlsxRefusal } from './xlsx-limits'

/** What the reader is asked: to read a file, or to mark the errors in a copy of it. */
export type ApartJob = Readonly<
  { do: 'read'; bytes: Uint8Array; fileName: string } | { do: 'mark'; bytes: Uint8Array; sheets: readonly SheetMarks[] }
>
/** What it answers; plain data, as it travels between processes. */
export type ApartAnswer = Result<Readonly<{ grids: PackedGrids } | { bytes: Uint8Array }>, XlsxRefusal>

/** Does one job on somebody’s file. */
export async function doJob(job: ApartJob): Promise<ApartAnswer> {
  if (job.do === 'mark') {
    const marked = await markTable(job.bytes, job.sheets)
    return marked.ok ? { ok: true, value: { bytes: marked.value } } : marked
  }
  const read = await readTable(job.bytes, job.fileName)
  return read.ok ? { ok: true, value: { grids: packGrids(read.value) } } : read
}
