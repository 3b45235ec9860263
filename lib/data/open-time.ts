import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { spentBy, sumAccounts, timeSpent } from '@/lib/domain/time-spent'
import { usualByPair } from '@/lib/domain/usual-time'
import type { TimePair, TimeQuery, TimeTable } from '@/lib/schemas/time-table'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { itemNames } from './live-reasons'
import { agencyOf } from './project-facts'
import { spellsOfRow, timeColumns } from './time-spent'
import { visibleProcedures } from './visible'

/** Open procedures counted for one page; what is more is asked for by template. */
const MOST = 4_000
const ROWS_PAGE = 50

const columns = {
  ...timeColumns,
  code: true,
  item: { select: { clock: true, agencyName: true } },
  agency: { select: { shortName: true } },
  project: { select: { id: true, name: true } },
} satisfies Prisma.ProcedureSelect

/**
 * As `loadTimeTable`, of procedures that are not finished: where their days went up to a day 在办. They are counted as they are
 * read, because their days change every day.
 *
 * Who sees what: the procedures of `visibleProcedures`, of projects that go on.
 */
export async function openTable(
  actor: Actor,
  query: TimeQuery,
  today: PlainDate,
): Promise<Omit<TimeTable, 'templates'>> {
  const where: Prisma.ProcedureWhereInput = {
    AND: [
      visibleProcedures(actor),
      { state: { notIn: ['DONE', 'NA'] } },
      { project: { status: 'ACTIVE', ...(query.template ? { template: { code: query.template } } : {}) } },
    ],
  }
  const n = await db.procedure.count({ where })
  const rows = n > MOST ? [] : await db.procedure.findMany({ where, select: columns, orderBy: { id: 'asc' } })
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const counted = rows.map((row) => {
    const { account } = timeSpent(spellsOfRow(row, today, calendar), calendar)
    const { id, code, project } = row
    return { id, code, project, agency: agencyOf(row), account, days: account.AGENCY + account.MARKET }
  })
  const names = await itemNames(actor.districtId, [...new Set(counted.map(({ code }) => code))])
  const keyOf = ({ agency, code }: Readonly<{ agency: string; code: string }>) => `${agency} ${code}`
  const accounts = spentBy(counted, keyOf)
  // Only what somebody has begun to work on says how long it takes.
  const usual = new Map(usualByPair(counted.filter(({ days }) => days > 0)).map((one) => [keyOf(one), one.usual]))
  const pairs = [...new Map(counted.map((one) => [keyOf(one), one])).values()]
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .flatMap(({ code, agency }): TimePair[] => {
      const sum = accounts.get(keyOf({ code, agency }))
      if (!sum) return []
      return [
        {
          ...(names.get(code) ?? { nameZh: code, nameEn: code }),
          code,
          agency,
          n: sum.n,
          usual: usual.get(keyOf({ code, agency })) ?? { enough: false, n: 0 },
          account: sum.account,
        },
      ]
    })
  const byAgency = spentBy(pairs, ({ agency }) => agency)
  const of = pairs.find(({ code, agency }) => code === query.item && agency === query.agency)
  const lines = of
    ? counted
        .filter((one) => keyOf(one) === keyOf(of))
        .sort((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1))
        .map(({ id, project, days, account }) => ({ id, project, days, account, finishedOn: null }))
    : []
  const pages = Math.max(1, Math.ceil(lines.length / ROWS_PAGE))
  const first = (Math.min(query.page, pages) - 1) * ROWS_PAGE
  return {
    agencies: [...byAgency].map(([agency, { account }]) => {
      const own = pairs.filter((pair) => pair.agency === agency)
      return { agency, account, n: own.reduce((sum, pair) => sum + pair.n, 0), pairs: own }
    }),
    n,
    account: sumAccounts(counted.map(({ account }) => account)),
    left: false,
    tooMany: n > MOST,
    rows: of ? { of, lines: lines.slice(first, first + ROWS_PAGE), pages } : null,
  }
}
