import 'server-only'
import type { PlainDate } from '@/lib/domain/plain-date'
import { timeSpent } from '@/lib/domain/time-spent'
import { db } from './db'
import type { Finding } from './finding'
import { loadLevelContext } from './level-context'
import { spellsOfRow, timeColumns } from './time-spent'

/** Accounts compared in one go. */
const PAGE = 500

/** Kept accounts of finished procedures that are not what their moves say; one of an earlier version counts for nothing. */
export async function* wrongAccounts(districtId: string, today: PlainDate): AsyncGenerator<Finding> {
  const { calendar } = await loadLevelContext(db, districtId, today)
  let after: string | undefined
  for (;;) {
    const page = await db.timeSpent.findMany({
      where: { districtId, ...(after ? { procedureId: { gt: after } } : {}) },
      include: { procedure: { select: timeColumns } },
      orderBy: { procedureId: 'asc' },
      take: PAGE,
    })
    for (const kept of page) {
      const { procedure, version } = kept
      if (procedure.version !== version || procedure.state !== 'DONE') continue
      const { account } = timeSpent(spellsOfRow(procedure, today, calendar), calendar)
      const said = [kept.agencyWd, kept.enterpriseWd, kept.marketWd, kept.specialWd, kept.notStartedWd]
      const now = [account.AGENCY, account.ENTERPRISE, account.MARKET, account.SPECIAL, account.NOT_STARTED]
      if (said.some((days, i) => days !== now[i]))
        yield {
          invariant: 'TIME_SPENT',
          subject: `procedure ${kept.procedureId}`,
          found: `${said.join('+')} working days kept, ${now.join('+')} counted`,
        }
    }
    if (page.length < PAGE) return
    after = page.at(-1)?.procedureId
  }
}
