import 'server-only'
import { createHash } from 'node:crypto'
import { takeFileTurn } from '@/lib/data/file-turns'
import { loadEventReport, takeEventReport } from '@/lib/data/finance-event-report'
import type { Actor } from '@/lib/domain/access'
import { type PaperBody, sealedText } from '@/lib/domain/meeting/paper'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import { writeDocx } from '@/lib/files/write-docx'
import { eventReportBody } from '@/lib/i18n/event-report'
import { translator } from '@/lib/i18n/translator'
import type { EventReport } from '@/lib/schemas/event-report'
import type { ExportMoment } from './export-ledger'

// A paper of the district is Chinese, and so is its name.
const t = translator('zh-CN')

/** A report as it is read and taken: its words, and the checksum of them. */
export type WrittenReport = Readonly<{ report: EventReport; body: PaperBody; checksum: string }>

/** The report of an event as of a day, written from its rows; null when the reader has none. */
export async function writeEventReport(
  actor: Actor,
  id: string,
  asOf: PlainDate | undefined,
  today: PlainDate,
): Promise<WrittenReport | null> {
  const report = await loadEventReport(actor, id, asOf, today)
  if (!report) return null
  const body = eventReportBody(report)
  const sealed = sealedText({ kind: 'MINUTES', nth: 1, note: null, asOf: report.asOf, body })
  return { report, body, checksum: createHash('sha256').update(sealed).digest('hex') }
}

/**
 * The report of an event as a document to GB/T 9704, noted in the audit log with its checksum before its bytes are handed out.
 *
 * @returns err EXPORT_LIMIT, NOT_FOUND, FORBIDDEN
 */
export async function takeReport(
  actor: Actor,
  { id, asOf }: Readonly<{ id: string; asOf: PlainDate | undefined }>,
  { today, now }: ExportMoment,
): Promise<Result<{ bytes: Buffer; fileName: string }>> {
  const turn = await takeFileTurn('export', actor.userId, now)
  if (!turn.ok) return turn
  const written = await writeEventReport(actor, id, asOf, today)
  if (!written) return err({ code: 'NOT_FOUND' })
  const { report, body, checksum } = written
  const taken = await takeEventReport(actor, { eventId: id, asOf: report.asOf, checksum }, { today })
  if (!taken.ok) return taken
  const foot = {
    key: 'checksum',
    role: 'TEXT' as const,
    made: null,
    figures: [],
    text: t('eventReport.sum', { sum: checksum }),
  }
  const bytes = await writeDocx({
    kind: 'MINUTES',
    body: { ...body, paragraphs: [...body.paragraphs, foot] },
    note: null,
    draft: false,
  })
  return ok({
    bytes,
    fileName: `${t('eventReport.file', { theme: report.theme })}_${report.asOf.replaceAll('-', '')}.docx`,
  })
}
