import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { err, ok } from '@/lib/domain/result'
import { releasable } from '@/lib/domain/sealed-report'
import { SEES_REPORTS } from '@/lib/domain/sight'
import type { ReportReleaseInput } from '@/lib/schemas/sealed-report'
import { db } from './db'
import { appendReportMove, lockReport } from './report-writes'
import { supervisedUnits } from './supervision-where'
import { markOfLine, openSlip } from './supervision-writes'
import { write } from './write'

/** Units something can be released to, as a form offers them. */
export async function releaseUnits(actor: Actor): Promise<readonly Readonly<{ id: string; name: string }>[]> {
  if (!SEES_REPORTS.has(actor.role)) return []
  const units = await db.org.findMany({
    where: supervisedUnits(actor.districtId),
    select: { id: true, shortName: true },
    orderBy: [{ kind: 'asc' }, { shortName: 'asc' }],
  })
  return units.map(({ id, shortName }) => ({ id, name: shortName }))
}

/**
 * Releases for supervision what the commission writes about a report 转监督: a slip of its own for a unit, and nothing of the
 * report. The slip does not say which report it came from, and the log speaks of the slip alone.
 *
 * @returns err NOT_FOUND, CONFLICT, REPORT_MOVE_ILLEGAL before it is registered, as `openSlip`
 */
export const releaseReport = write('report.release', async (tx, actor, input: ReportReleaseInput, today) => {
  const locked = await lockReport(tx, actor, input)
  if (!locked.ok) return locked
  const report = locked.value
  if (!releasable(report.state)) return err({ code: 'REPORT_MOVE_ILLEGAL' })
  const { toOrgId, matter, demand, dueOn } = input
  const order = { source: 'RELEASE' as const, toOrgId, matter, demand, ...(dueOn && { dueOn }) }
  const opened = await openSlip(tx, actor, order, today)
  if (!opened.ok) return opened
  const { slipId, number, unit } = opened.value
  await tx.sealedReport.update({
    where: { id: report.id },
    data: { released: { increment: 1 }, version: { increment: 1 } },
  })
  const step = { reportId: report.id, kind: 'RELEASE', from: report.state, to: report.state }
  await appendReportMove(tx, actor, step, today)
  return ok({
    value: { slipId, number },
    subject: slipId,
    detail: { number, unit, mark: await markOfLine(tx, slipId, 1) },
  })
})
