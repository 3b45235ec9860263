import 'server-only'
import type { PlainDate } from '@/lib/domain/plain-date'
import { moveSlip, type SlipRung } from '@/lib/domain/supervision/slip'
import { rungDue, slipColour } from '@/lib/domain/supervision/term'
import { toDb } from './date'
import { db, type Tx } from './db'
import { type LevelContext, loadLevelContext } from './level-context'
import { slipCaseOf, supervisionColumns } from './supervision-rows'
import { tellOfSlip } from './supervision-told'
import { addLine } from './supervision-writes'

/** Rungs the day itself takes; what is announced to everybody a person decides. */
const OF_THE_DAY: ReadonlySet<SlipRung | null> = new Set(['URGE', 'HEAD'])

/** Takes one slip a rung further, if the day asks for one. */
async function chaseOne(tx: Tx, id: string, today: PlainDate, calendar: LevelContext['calendar']): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM "SupervisionSlip" WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.supervisionSlip.findUniqueOrThrow({ where: { id }, select: supervisionColumns })
  const slip = slipCaseOf(row)
  const kind = rungDue(slip, today, calendar)
  if (!kind || !OF_THE_DAY.has(kind)) return false
  const moved = moveSlip(slip, { kind, on: today, rungDue: kind })
  if (!moved.ok) return false
  const nth = row.version + 1
  await tx.supervisionSlip.update({
    where: { id },
    data: { ...(kind === 'URGE' ? { urgedOn: toDb(today) } : { headOn: toDb(today) }), version: nth },
  })
  await addLine(tx, id, { nth, kind, from: row.state, to: row.state, on: today, actorId: null })
  const { level } = slipColour(slip, today, calendar)
  await tellOfSlip(tx, { slipId: id, kind, level, dueOn: slip.dueOn, on: today, byPersonId: null })
  return true
}

/**
 * Takes every slip nobody answered up the chain 催办、一把手, one rung a day: the unit is urged, then its head is called in. Run
 * twice a day it does nothing twice.
 *
 * Bound to no actor: the job asks.
 *
 * @returns how many slips went up a rung
 */
export async function chaseSlips(districtId: string, today: PlainDate): Promise<number> {
  const { calendar } = await loadLevelContext(db, districtId, today)
  const late = await db.supervisionSlip.findMany({
    where: {
      districtId,
      state: 'ISSUED',
      dueOn: { lt: toDb(today) },
      // One rung a day at most: nobody is called in on the day he was urged.
      AND: [{ OR: [{ urgedOn: null }, { urgedOn: { lt: toDb(today) } }] }, { headOn: null }],
    },
    orderBy: { number: 'asc' },
    select: { id: true },
  })
  let chased = 0
  for (const { id } of late) if (await db.$transaction((tx) => chaseOne(tx, id, today, calendar))) chased += 1
  return chased
}
