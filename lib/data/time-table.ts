import 'server-only'
import { type Actor, SIGHT } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type Account, NO_TIME, spentBy, sumAccounts } from '@/lib/domain/time-spent'
import { type FinishedCase, type UsualOfPair, usualByPair } from '@/lib/domain/usual-time'
import type { TimePair, TimeQuery, TimeRow, TimeTable } from '@/lib/schemas/time-table'
import { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import { db } from './db'
import { itemNames } from './live-reasons'
import { openTable } from './open-time'
import { countTimeSpent } from './time-spent'
import { visibleSql } from './visible-sql'

/** Finished procedures a reader waits for; what is more is counted in the night. */
const AT_ONCE = 4_000
const ROWS_PAGE = 50

/** Days in the hands of whoever works on it: the agency, or the market where no authority decides. */
const ownDays = Prisma.sql`(t."agencyWd" + t."marketWd")`
const agencyName = Prisma.sql`coalesce(o."shortName", i."agencyName")`
const finished = Prisma.sql`"Procedure" pr
  JOIN "TimeSpent" t ON t."procedureId" = pr."id" AND t."version" = pr."version"
  JOIN "CatalogItem" i ON i."id" = pr."itemId" LEFT JOIN "Org" o ON o."id" = pr."agencyId"
  JOIN "Project" p ON p."id" = pr."projectId"`

/** The finished procedures an actor sees: `visibleProcedures`, for a statement of its own. */
function seen(actor: Actor, { template }: Pick<TimeQuery, 'template'>): Prisma.Sql {
  const own =
    SIGHT.procedure[actor.role] === 'agency' ? Prisma.sql`AND pr."agencyId" = ${actor.orgId}::uuid` : Prisma.empty
  const of = template
    ? Prisma.sql`AND p."templateId" IN (SELECT x."id" FROM "Template" x WHERE x."code" = ${template})`
    : Prisma.empty
  return Prisma.sql`pr."state" = 'DONE' AND ${visibleSql(actor)} ${own} ${of}`
}

type Sums = Readonly<{
  agencyWd: number
  enterpriseWd: number
  marketWd: number
  specialWd: number
  notStartedWd: number
}>
const accountOf = (sums: Sums): Account => ({
  AGENCY: sums.agencyWd,
  ENTERPRISE: sums.enterpriseWd,
  MARKET: sums.marketWd,
  SPECIAL: sums.specialWd,
  NOT_STARTED: sums.notStartedWd,
})

/** How many finished procedures of an item took so many days with an agency, and where all their days went. */
type Tally = Sums & Readonly<{ code: string; agency: string; days: number; n: number }>

const tally = (where: Prisma.Sql) => db.$queryRaw<Tally[]>`
  SELECT pr."code", ${agencyName} AS agency, ${ownDays} AS days, count(*)::int AS n, sum(t."agencyWd")::int AS "agencyWd",
    sum(t."enterpriseWd")::int AS "enterpriseWd", sum(t."marketWd")::int AS "marketWd",
    sum(t."specialWd")::int AS "specialWd", sum(t."notStartedWd")::int AS "notStartedWd"
  FROM ${finished} WHERE ${where} GROUP BY 1, 2, 3`

const usualOf = (tallies: readonly Pick<Tally, 'code' | 'agency' | 'days' | 'n'>[]): readonly UsualOfPair[] =>
  usualByPair(tallies.flatMap(({ n, ...one }): FinishedCase[] => Array<FinishedCase>(n).fill(one)))

const pairKey = ({ code, agency }: Readonly<{ code: string; agency: string }>) => `${agency} ${code}`

/**
 * What the items of a project usually take with their agencies in this district P80, whoever asks: medians of many, no rows.
 *
 * @param codes items that are asked for
 */
export async function loadUsual(districtId: string, codes: readonly string[]): Promise<readonly UsualOfPair[]> {
  if (codes.length === 0) return []
  return usualOf(
    await tally(
      Prisma.sql`pr."state" = 'DONE' AND pr."districtId" = ${districtId}::uuid AND pr."code" = ANY(${[...codes]})`,
    ),
  )
}

/** The rows behind the figure of one item with one agency, the longest first. */
async function rowsOf(actor: Actor, query: TimeQuery, pair: TimePair): Promise<TimeTable['rows']> {
  const where = Prisma.sql`${seen(actor, query)} AND pr."code" = ${pair.code} AND ${agencyName} = ${pair.agency}`
  const pages = Math.max(1, Math.ceil(pair.n / ROWS_PAGE))
  const found = await db.$queryRaw<
    (Sums & { id: string; projectId: string; name: string; finishedOn: Date; days: number })[]
  >`
    SELECT pr."id", p."id" AS "projectId", p."name", pr."finishedOn", ${ownDays} AS days, t."agencyWd", t."enterpriseWd",
      t."marketWd", t."specialWd", t."notStartedWd"
    FROM ${finished} WHERE ${where}
    ORDER BY days DESC, pr."finishedOn" DESC, pr."id" LIMIT ${ROWS_PAGE} OFFSET ${(Math.min(query.page, pages) - 1) * ROWS_PAGE}`
  return {
    of: pair,
    pages,
    lines: found.map(
      (row): TimeRow => ({
        id: row.id,
        project: { id: row.projectId, name: row.name },
        finishedOn: fromDb(row.finishedOn),
        days: row.days,
        account: accountOf(row),
      }),
    ),
  }
}

/**
 * Where the days of finished procedures went 时间去哪了, by agency and item, and what is usual: how many, the middle one, and
 * what four of five do not exceed.
 *
 * Asked for what is open, `openTable` answers.
 *
 * Who sees what: the procedures of `visibleProcedures`. Each is counted once when it is finished; here only sums are read.
 */
export async function loadTimeTable(actor: Actor, query: TimeQuery, today: PlainDate): Promise<TimeTable> {
  const templates = await db.template.findMany({
    where: { catalogVersion: { districtId: actor.districtId } },
    distinct: ['code'],
    orderBy: [{ code: 'asc' }, { catalogVersion: { number: 'desc' } }],
    select: { code: true, nameZh: true, nameEn: true },
  })
  if (query.of === 'open') return { templates, ...(await openTable(actor, query, today)) }
  const { left } = await countTimeSpent(actor.districtId, today, AT_ONCE)
  const tallies = await tally(seen(actor, query))
  const names = await itemNames(actor.districtId, [...new Set(tallies.map(({ code }) => code))])
  const accounts = new Map<string, Account>()
  for (const one of tallies) {
    const key = pairKey(one)
    accounts.set(key, sumAccounts([accounts.get(key) ?? NO_TIME, accountOf(one)]))
  }
  const pairs = usualOf(tallies).map(
    ({ code, agency, usual }): TimePair => ({
      ...(names.get(code) ?? { nameZh: code, nameEn: code }),
      code,
      agency,
      n: usual.n,
      usual,
      account: accounts.get(pairKey({ code, agency })) ?? NO_TIME,
    }),
  )
  const byAgency = spentBy(pairs, ({ agency }) => agency)
  const open = pairs.find(({ code, agency }) => code === query.item && agency === query.agency)
  return {
    templates,
    agencies: [...byAgency].map(([agency, { account }]) => {
      const own = pairs.filter((pair) => pair.agency === agency)
      return { agency, account, n: own.reduce((sum, { n }) => sum + n, 0), pairs: own }
    }),
    n: pairs.reduce((sum, { n }) => sum + n, 0),
    account: sumAccounts(pairs.map(({ account }) => account)),
    left,
    tooMany: false,
    rows: open ? await rowsOf(actor, query, open) : null,
  }
}
