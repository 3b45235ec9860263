import 'server-only'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import type { Visitor } from '@/lib/domain/visitor'
import type { ReportStanding } from '@/lib/schemas/sealed-report'
import { dayOrNull, fromDb } from './date'
import { db } from './db'
import { liveReportKey } from './report-keys'
import { keysOfCode, newLookUpCode, onceOf, openReply, sealLetter, sealPhoto } from './sealed-letter'

/** What somebody tells the commission; a name only if he gives one. */
export type ReportFiling = Readonly<{
  text: string
  about: string
  realName: Readonly<{ name: string; contact: string }> | null
  /** Cleaned and re-encoded already. */
  photos: readonly Readonly<{ name: string; mime: string; bytes: Uint8Array<ArrayBuffer> }>[]
  today: PlainDate
  hour: number
  tokenNonce: string
}>

/** The point a plate stands for, in words; it goes inside the seal and nowhere else. */
async function pointWords(pointId: string | null): Promise<string | null> {
  if (!pointId) return null
  const [point] = await db.$queryRaw<{ number: number; name: string }[]>`
    SELECT "number", "name" FROM "MonitorPoint" WHERE "id" = ${pointId}::uuid`
  return point ? `第${point.number}监测点 ${point.name}` : null
}

/**
 * Takes in a report 检举: sealed to the commission's key before anything is stored, with the day and the hour and nothing else
 * beside it. No row of the audit log, no notice, no count anybody but the commission sees.
 *
 * @returns the look-up code, told once; err NO_KEY while the commission has no key (nothing is stored), FORM_USED where the form
 *          was sent before
 * @source SECURITY.md §3.2; 检举控告工作规则 29 (anonymous reporters are not traced)
 */
export async function fileReport(visitor: Visitor, filing: ReportFiling): Promise<Result<{ lookupCode: string }>> {
  const { districtId } = visitor
  const key = await liveReportKey(db, districtId)
  if (!key) return err({ code: 'NO_KEY' })
  const letter = { way: 'CODE' as const, about: filing.about, text: filing.text, realName: filing.realName }
  const [sealed, { code, replyKey }, once, files] = await Promise.all([
    pointWords(visitor.pointId).then((point) => sealLetter(key.publicKey, { ...letter, point })),
    newLookUpCode(),
    onceOf(filing.tokenNonce),
    Promise.all(filing.photos.map((photo) => sealPhoto(key.publicKey, photo))),
  ])
  const id = crypto.randomUUID()
  const taken = await db.$transaction(async (tx) => {
    // A second tap meets the first without an error: the database would write the moment of one into its log.
    const rows = await tx.$executeRaw`
      INSERT INTO "SealedReport" ("id", "districtId", "keyId", "sealed", "replyKey", "once", "filedOn", "filedHour")
      VALUES (${id}::uuid, ${districtId}::uuid, ${key.id}::uuid, ${sealed}, ${replyKey}, ${once},
        ${filing.today}::date, ${filing.hour})
      ON CONFLICT ("once") DO NOTHING`
    if (rows === 0) return false
    await tx.sealedReportFile.createMany({
      data: files.map((file, position) => ({ reportId: id, position, sealed: file })),
    })
    return true
  })
  return taken ? ok({ lookupCode: code }) : err({ code: 'FORM_USED' })
}

/**
 * Where a report stands, for whoever has its look-up code: its state and days, and what the commission wrote to him, opened
 * with the code itself. Nothing of what he told is shown again.
 *
 * @returns null for a code nobody was given, as for one of another district
 */
export async function reportStateByCode(districtId: string, code: string): Promise<ReportStanding | null> {
  const keys = await keysOfCode(code)
  const report = keys && (await db.sealedReport.findFirst({ where: { districtId, replyKey: keys.publicKey } }))
  if (!report) return null
  return {
    state: report.state,
    filedOn: fromDb(report.filedOn),
    registeredOn: dayOrNull(report.registeredOn),
    toldOn: dayOrNull(report.toldOn),
    closedOn: dayOrNull(report.closedOn),
    answeredOn: dayOrNull(report.answeredOn),
    told: report.told && openReply(keys, report.told),
    answer: report.answer && openReply(keys, report.answer),
  }
}
