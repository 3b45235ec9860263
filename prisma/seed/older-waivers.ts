import { fromDb, toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { addDays, earliest, lastDayOfMonth, latest, on, type PlainDate } from '@/lib/domain/plain-date'
import type { WaiverReason } from '@/lib/domain/waiver'
import { projectsOnTheirWay } from './build-factors'
import { writeWaiver } from './build-waivers'
import type { Workshop } from './draft'

/** Days a waiver of those months was given for before and after the planned day it is about. */
const [BEFORE, AFTER] = [3, 8]

/** Good causes of summer, each with what was said of it. */
const CAUSES: readonly Readonly<{ reason: WaiverReason; text: string }>[] = [
  { reason: 'FORCE_MAJEURE', text: '连日暴雨内涝，现场勘验和评审推迟，有应急部门通知' },
  { reason: 'POLICY', text: '省里调整审批权限，受理系统切换两周，见市级通知' },
]

/**
 * Waivers that ran out within months that are published 已到期的豁免: each is of a procedure that was planned for then and late,
 * and leaves it out of that month's tables.
 *
 * @param months a waiver for each, oldest first; it begins and ends within its month, so that no frozen colour knows it
 */
export async function writeOlderWaivers(tx: Tx, shop: Workshop, months: readonly string[]): Promise<void> {
  const projects = await projectsOnTheirWay(tx, shop)
  const taken = new Set<string>()
  for (const [i, month] of months.entries()) {
    const cause = CAUSES[i % CAUSES.length]
    const [first, last] = [on(`${month}-01`), lastDayOfMonth(month)]
    const late = await tx.procedure.findMany({
      where: {
        projectId: { in: projects.map(({ id }) => id).filter((id) => !taken.has(id)) },
        planFinishOn: { gte: toDb(addDays(first, BEFORE)), lte: toDb(addDays(last, -AFTER)) },
        planMoves: 0,
        finishedOn: { gt: toDb(first) },
      },
      select: { projectId: true, planFinishOn: true, finishedOn: true },
      orderBy: { id: 'asc' },
    })
    const one = late.find(({ planFinishOn, finishedOn }) => planFinishOn && finishedOn && finishedOn > planFinishOn)
    const project = projects.find(({ id }) => id === one?.projectId)
    if (!cause || !project || !one?.planFinishOn) continue
    taken.add(project.id)
    const planned: PlainDate = fromDb(one.planFinishOn)
    await writeWaiver(
      tx,
      shop,
      project,
      {
        ...cause,
        dimension: 'D1',
        fromOn: latest(addDays(planned, -BEFORE), first),
        untilOn: earliest(addDays(planned, AFTER), addDays(last, -1)),
        state: 'APPROVED',
      },
      i,
    )
  }
}
