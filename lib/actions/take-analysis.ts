import 'server-only'
import { takeFileTurn } from '@/lib/data/file-turns'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { loadAnalysis, recordAnalysis } from '@/lib/data/supervision-analysis'
import type { Actor } from '@/lib/domain/access'
import type { Period } from '@/lib/domain/figure'
import { ok, type Result } from '@/lib/domain/result'
import { analysisScope } from '@/lib/domain/supervision/sight'
import { writeBulletin } from '@/lib/files/write-bulletin'
import { supervisionReport } from '@/lib/i18n/supervision-report'
import { translator } from '@/lib/i18n/translator'
import type { ExportMoment } from './export-ledger'

// A paper of the district is Chinese, and so is its name.
const t = translator('zh-CN')

/**
 * The analysis of some days as a document to GB/T 9704, noted in the audit log before its bytes are handed out.
 *
 * @returns err EXPORT_LIMIT, FORBIDDEN
 */
export async function takeAnalysis(
  actor: Actor,
  period: Period,
  { today, now, clock }: ExportMoment,
): Promise<Result<{ bytes: Buffer; fileName: string }>> {
  const turn = await takeFileTurn('export', actor.userId, now)
  if (!turn.ok) return turn
  const recorded = await recordAnalysis(actor, period, { today })
  if (!recorded.ok) return recorded
  const [analysis, heading] = await Promise.all([loadAnalysis(actor, period, today), loadPaperHeading(actor)])
  const report = supervisionReport(analysis, {
    district: heading.district,
    unit: heading.unit,
    period,
    asOf: today,
    scope: analysisScope(actor.role),
  })
  const mark = heading.demo ? t('export.demoMark') : ''
  const foot = [`${t('export.stamp', { name: actor.name, at: `${today} ${clock}` })}${mark}`]
  const days = `${period.from}_${period.to}`.replaceAll('-', '')
  return ok({
    bytes: await writeBulletin(report, false, foot),
    fileName: `${t('supervisionSlip.report.file')}_${days}.docx`,
  })
}
