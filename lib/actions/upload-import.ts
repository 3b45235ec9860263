import 'server-only'
import { startImport } from '@/lib/data/import-drafts'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Result } from '@/lib/domain/result'
import { readTable } from '@/lib/files/read-table'
import { cleanFileName } from '@/lib/schemas/file-name'

/**
 * Takes an uploaded ledger: read once within its budgets, then kept for the wizard.
 *
 * @returns the draft; err with the reason the file is refused, FORBIDDEN
 */
export async function uploadImport(
  actor: Actor,
  file: Readonly<{ name: string; bytes: Uint8Array<ArrayBuffer> }>,
  today: PlainDate,
): Promise<Result<{ draftId: string }>> {
  const fileName = cleanFileName(file.name)
  const read = await readTable(file.bytes, fileName)
  if (!read.ok) return read
  return startImport(actor, { kind: 'WEEKLY_LEDGER', fileName, bytes: file.bytes }, { today })
}
