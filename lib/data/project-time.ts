import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { spentBy, sumAccounts, timeSpent } from '@/lib/domain/time-spent'
import type { ProjectTime } from '@/lib/schemas/time-table'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { agencyOf } from './project-facts'
import { spellsOfRow, timeColumns } from './time-spent'
import { readableProcedures } from './visible'

/**
 * Where the working days of a project's procedures went to today 时间去哪了, and with which agency: the days of each, added.
 *
 * Who sees what: the procedures of `readableProcedures`, so an agency is told of its own.
 *
 * @returns null while not one working day has passed
 */
export async function loadProjectTime(actor: Actor, projectId: string, today: PlainDate): Promise<ProjectTime | null> {
  const rows = await db.procedure.findMany({
    where: { AND: [{ projectId, state: { not: 'NA' } }, readableProcedures(actor)] },
    select: {
      ...timeColumns,
      item: { select: { clock: true, agencyName: true } },
      agency: { select: { shortName: true } },
    },
    orderBy: { code: 'asc' },
  })
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const spent = rows.map((row) => ({
    agency: agencyOf(row),
    ...timeSpent(spellsOfRow(row, today, calendar), calendar),
  }))
  const account = sumAccounts(spent.map((one) => one.account))
  if (Object.values(account).every((days) => days === 0)) return null
  return {
    account,
    n: spent.length,
    provisional: spent.some(({ provisional }) => provisional),
    agencies: [...spentBy(spent, ({ agency }) => agency)]
      .map(([agency, sum]) => ({ agency, ...sum }))
      .filter((one) => one.account.AGENCY + one.account.MARKET > 0)
      .toSorted((a, b) => b.account.AGENCY + b.account.MARKET - a.account.AGENCY - a.account.MARKET),
  }
}
