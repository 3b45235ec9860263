import 'server-only'
import { takeFileTurn } from '@/lib/data/file-turns'
import { startImport } from '@/lib/data/import-drafts'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Result } from '@/lib/domain/result'
import { cleanFileName } from '@/lib/schemas/file-name'
import { readUploadTable } from './read-upload-table'

/**
 * Takes an uploaded ledger: read once within its budgets, then kept for the wizard.
 *
 * @param now for the turns an account has a minute; a file that is refused has taken one too, it has been read
 * @returns the draft; err with the reason the file is refused, UPLOAD_LIMIT with the seconds to wait, FORBIDDEN
 */
export async function uploadImport(
  actor: Actor,
  file: Readonly<{ name: string; bytes: Uint8Array<ArrayBuffer> }>,
  today: PlainDate,
  now: Date,
): Promise<Result<{ draftId: string }>> {
  const turn = await takeFileTurn('import', actor.userId, now)
  if (!turn.ok) return turn
  const fileName = cleanFileName(file.name)
  const read = await readUploadTable(file.bytes, fileName)
  if (!read.ok) return read
  return startImport(actor, { kind: 'WEEKLY_LEDGER', fileName, bytes: file.bytes }, { today })
}
