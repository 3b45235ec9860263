import 'server-only'
import { takeFileTurn } from '@/lib/data/file-turns'
import { holdResults } from '@/lib/data/financing-import'
import type { Actor } from '@/lib/domain/access'
import { FINANCING_REASONS } from '@/lib/domain/financing/need'
import { readResultSheet } from '@/lib/domain/financing/result-sheet'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Result } from '@/lib/domain/result'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { translator } from '@/lib/i18n/translator'
import { cleanFileName } from '@/lib/schemas/file-name'
import { readUploadTable } from './read-upload-table'

const t = translator(LEDGER_LOCALE)

/**
 * Takes a workbook of results a bank has filled in: read once within its budgets, then held for the preview.
 *
 * @returns err with the reason the file is refused, UPLOAD_LIMIT, FINANCING_SHEET_UNKNOWN, FINANCING_SHEET_LONG,
 *          FINANCING_SHEET_EMPTY, FORBIDDEN
 */
export async function uploadResults(
  actor: Actor,
  file: Readonly<{ name: string; bytes: Uint8Array<ArrayBuffer> }>,
  today: PlainDate,
  now: Date,
): Promise<Result<{ importId: string }>> {
  const turn = await takeFileTurn('import', actor.userId, now)
  if (!turn.ok) return turn
  const fileName = cleanFileName(file.name)
  const read = await readUploadTable(file.bytes, fileName)
  if (!read.ok) return read
  const words = new Map(FINANCING_REASONS.map((reason) => [t(`financing.reason.${reason}`), reason] as const))
  const lines = readResultSheet(read.value, words, t('financing.state.TRANSFERRED'), today)
  if (!lines.ok) return lines
  return holdResults(actor, { fileName, lines: lines.value }, { today })
}
