import 'server-only'
import { createHash } from 'node:crypto'
import type { LedgerMend } from '@/lib/domain/ledger-mend'
import type { LedgerReport } from '@/lib/domain/ledger-report'

/**
 * The mark of what a preview shows: another one means that something changed since, in the ledger’s answers, its mended cells
 * or the library.
 */
export const previewMark = (
  { projects, created, changed, rejected }: LedgerReport,
  mends: readonly LedgerMend[],
): string =>
  createHash('sha256')
    .update(
      JSON.stringify([created, changed, rejected, mends, projects.map((row) => [row.verdict, row.changes, row.notes])]),
    )
    .digest('base64url')
