import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { movesOf, releasable } from '@/lib/domain/sealed-report'
import type { ReportDetail, ReportStep } from '@/lib/schemas/sealed-report'
import { dayOrNull, fromDb } from './date'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { factsOf, reportColumns, reportRowOf, visibleReports } from './report-rows'
import { namesOfUsers } from './user-names'

const base64 = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString('base64')

/** One report with its photos, its history and what may be done with it; null where the actor sees none such. */
export async function findReport(actor: Actor, id: string, today: PlainDate): Promise<ReportDetail | null> {
  const record = await db.sealedReport.findFirst({
    where: { AND: [visibleReports(actor), { id }] },
    select: {
      ...reportColumns,
      replyKey: true,
      released: true,
      files: { select: { id: true }, orderBy: { position: 'asc' } },
      moves: { orderBy: { nth: 'desc' } },
    },
  })
  if (!record) return null
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const names = await namesOfUsers(record.moves.map(({ actorId }) => actorId))
  return {
    ...reportRowOf(record, today, calendar),
    replyKey: base64(record.replyKey),
    registeredOn: dayOrNull(record.registeredOn),
    toldOn: dayOrNull(record.toldOn),
    closedOn: dayOrNull(record.closedOn),
    answeredOn: dayOrNull(record.answeredOn),
    released: record.released,
    files: record.files.map((file) => file.id),
    steps: record.moves.map((move) => ({
      nth: move.nth,
      kind: move.kind as ReportStep['kind'],
      to: move.to,
      on: fromDb(move.on),
      by: names.get(move.actorId) ?? '',
      keyId: move.keyId,
      sealed: base64(move.sealed),
    })),
    moves: movesOf(factsOf(record)),
    releasable: releasable(record.state),
  }
}

/** A sealed photo of a report the actor sees; null where there is none such. */
export async function findReportFile(actor: Actor, fileId: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = await db.sealedReportFile.findFirst({
    where: { id: fileId, report: visibleReports(actor) },
    select: { sealed: true },
  })
  return file?.sealed ?? null
}
