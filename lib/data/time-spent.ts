import 'server-only'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type DatedMove, type Spell, spellsOf, timeSpent, turnsOf } from '@/lib/domain/time-spent'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { Prisma, ProcedureState } from '@/prisma/generated/client'
import { fromDb } from './date'
import { db, type Tx } from './db'
import { loadLevelContext } from './level-context'
import { recordedMove } from './procedure-rows'

/** What the account of a procedure is counted from. */
export const timeColumns = {
  id: true,
  districtId: true,
  version: true,
  state: true,
  enteredOn: true,
  finishedOn: true,
  item: { select: { clock: true } },
  events: { select: { seq: true, takesBack: true, on: true, data: true }, orderBy: { seq: 'asc' } },
} satisfies Prisma.ProcedureSelect

type TimedRow = Readonly<{
  state: ProcedureState
  enteredOn: Date
  finishedOn: Date | null
  item: Readonly<{ clock: string }>
  events: readonly Readonly<{ seq: number; takesBack: number | null; on: Date; data: Prisma.JsonValue }>[]
}>

/**
 * In whose hands a procedure was, stretch by stretch, to a day or to its end.
 *
 * @param today last day that counts where it is not finished
 */
export function spellsOfRow(
  { state, enteredOn, finishedOn, item, events }: TimedRow,
  today: PlainDate,
  calendar: WorkCalendar,
): readonly Spell[] {
  const moves = events.map((event): DatedMove => ({ ...recordedMove(event), on: fromDb(event.on) }))
  const until = state === 'DONE' && finishedOn ? fromDb(finishedOn) : today
  return spellsOf(turnsOf(fromDb(enteredOn), moves), item.clock, until, calendar)
}

/** Procedures counted in one go. */
const PAGE = 500

/** Finished procedures that were not counted at the version they are of. */
const uncounted = (tx: Tx, districtId: string, take: number) => tx.$queryRaw<{ id: string }[]>`
  SELECT pr."id" FROM "Procedure" pr
  WHERE pr."districtId" = ${districtId}::uuid AND pr."state" = 'DONE' AND NOT EXISTS (
    SELECT 1 FROM "TimeSpent" t WHERE t."procedureId" = pr."id" AND t."version" = pr."version")
  ORDER BY pr."id" LIMIT ${take}`

/**
 * Counts where the days of finished procedures went, those that were not counted yet: each once, until it moves again.
 *
 * @param most procedures counted at the most; the others wait for the next reader, or the night
 * @returns how many were counted, and whether some are left
 */
export async function countTimeSpent(
  districtId: string,
  today: PlainDate,
  most: number,
): Promise<Readonly<{ counted: number; left: boolean }>> {
  const { calendar } = await loadLevelContext(db, districtId, today)
  let counted = 0
  for (;;) {
    const ids = await uncounted(db, districtId, Math.min(PAGE, most - counted + 1))
    if (ids.length === 0) return { counted, left: false }
    if (counted >= most) return { counted, left: true }
    const rows = await db.procedure.findMany({ where: { id: { in: ids.map(({ id }) => id) } }, select: timeColumns })
    const accounts = rows.map((row) => {
      const { account, provisional } = timeSpent(spellsOfRow(row, today, calendar), calendar)
      return { id: row.id, version: row.version, provisional, ...account }
    })
    // Whoever counts the same ones meanwhile finds the same figures.
    await db.$executeRaw`
      INSERT INTO "TimeSpent" ("procedureId", "districtId", "version", "agencyWd", "enterpriseWd", "marketWd", "specialWd",
        "notStartedWd", "provisional")
      SELECT r."id", ${districtId}::uuid, r."version", r."AGENCY", r."ENTERPRISE", r."MARKET", r."SPECIAL", r."NOT_STARTED",
        r."provisional"
      FROM jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) AS r("id" uuid, "version" int, "AGENCY" int,
        "ENTERPRISE" int, "MARKET" int, "SPECIAL" int, "NOT_STARTED" int, "provisional" boolean)
      JOIN "Procedure" pr ON pr."id" = r."id" ORDER BY r."id"
      ON CONFLICT ("procedureId") DO UPDATE SET "version" = EXCLUDED."version", "agencyWd" = EXCLUDED."agencyWd",
        "enterpriseWd" = EXCLUDED."enterpriseWd", "marketWd" = EXCLUDED."marketWd", "specialWd" = EXCLUDED."specialWd",
        "notStartedWd" = EXCLUDED."notStartedWd", "provisional" = EXCLUDED."provisional"
      WHERE "TimeSpent"."version" <= EXCLUDED."version"`
    counted += rows.length
  }
}

/** Counts what is finished in every district 时间去哪了: what nobody looked at yet is ready in the morning. */
export async function countAllTimeSpent(today: PlainDate): Promise<{ counted: number }> {
  const districts = await db.district.findMany({ select: { id: true } })
  let counted = 0
  for (const { id } of districts) counted += (await countTimeSpent(id, today, Number.MAX_SAFE_INTEGER)).counted
  return { counted }
}

/** Forgets what was counted with another calendar; a district's own days concern it alone. */
export const forgetTimeSpent = (tx: Tx, districtId: string | null) =>
  tx.timeSpent.deleteMany({ where: districtId ? { districtId } : {} })
