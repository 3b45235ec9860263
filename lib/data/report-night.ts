import 'server-only'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { toDb } from './date'
import { db } from './db'

/** Photos of what was settled this long ago go. */
const PHOTO_MONTHS = 36
/** A form shown before this hour cannot be sent after midnight any more. */
const LAST_FORM_HOUR = 21

/**
 * What is done at night with reports: those of the days before are written anew in the order of their ids, which dice threw, all
 * in one go. So neither their order nor their age in the database tells when each came. That their forms were sent is
 * forgotten, and photos of what was settled three years ago go.
 *
 * @source SECURITY.md §3.2 (report row has date and hour only; report attachments > 36 months → deleted)
 */
export async function mixReports(today: PlainDate): Promise<{ mixed: number; photos: number }> {
  const done = await db.$transaction(async (tx) => {
    const rows = await tx.sealedReport.findMany({
      where: { filedOn: { lt: toDb(today) }, OR: [{ mixed: false }, { once: { not: null } }] },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    const photos = await tx.$executeRaw`
      DELETE FROM "SealedReportFile" f USING "SealedReport" r
      WHERE r."id" = f."reportId" AND r."closedOn" < ${today}::date - make_interval(months => ${PHOTO_MONTHS}::int)`
    const yesterday = addDays(today, -1)
    for (const { id } of rows) {
      await tx.$executeRaw`
        UPDATE "SealedReport" SET "mixed" = true,
          "once" = CASE WHEN "filedOn" = ${yesterday}::date AND "filedHour" > ${LAST_FORM_HOUR} THEN "once" END
        WHERE "id" = ${id}::uuid`
      // Photos as well: they lie in the order they came.
      await tx.$executeRaw`UPDATE "SealedReportFile" SET "position" = "position" WHERE "reportId" = ${id}::uuid`
    }
    return { mixed: rows.length, photos }
  })
  // What the rows were before is not left lying about.
  if (done.mixed > 0) await db.$executeRaw`VACUUM "SealedReport", "SealedReportFile"`
  return done
}
