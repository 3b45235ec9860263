import 'server-only'
import { addMonths, monthOf, on, type PlainDate } from '@/lib/domain/plain-date'
import { countMonth } from '@/lib/domain/ranking/count-month'
import { datesFrom, type RankingDates, rankingDates } from '@/lib/domain/ranking/life'
import { spanOf } from '@/lib/domain/ranking/span'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db, type Tx } from './db'
import { loadLevelContext } from './level-context'
import { loadMonthFacts } from './ranking-facts'
import { rulesForMonth } from './ranking-rules-in-force'
import { writeCounted } from './ranking-version'
import { endOf } from './week-picture'

/** Months made up for when nothing ran for a long time. */
const MOST_MONTHS = 12

/**
 * Months of a district that are over, whose day of the draft has come, and that are not drafted, oldest first. A district that
 * has never ranked begins with the month that ended last; one without projects, a city above its districts, has none.
 */
export async function undraftedMonths(districtId: string, today: PlainDate): Promise<string[]> {
  if ((await db.project.findFirst({ where: { districtId }, select: { id: true } })) === null) return []
  const { calendar } = await loadLevelContext(db, districtId, today)
  const last = await db.ranking.findFirst({
    where: { districtId },
    orderBy: { month: 'desc' },
    select: { month: true },
  })
  const ended = monthOf(addMonths(today, -1))
  const months: string[] = []
  for (let month = ended; months.length < MOST_MONTHS; month = monthOf(addMonths(on(`${month}-01`), -1))) {
    if (last ? month <= last.month : month < ended) break
    months.unshift(month)
  }
  const due: string[] = []
  for (const month of months) {
    const { parameters } = await rulesForMonth(db, districtId, month)
    if (rankingDates(month, parameters.days, calendar).draftOn <= today) due.push(month)
  }
  return due
}

/** Ids and days the demo district gives its own rankings. */
type DraftOf = Readonly<{
  ids?: readonly [ranking: string, version: string]
  dates?: RankingDates
  /** Day it is drafted on, where that may be later than the month's own. */
  draftedOn?: PlainDate
  draftedAt?: Date
}>

/**
 * Drafts the ranking of a month 草案: counts it under the rules of that month and freezes what was counted; a month that is
 * drafted stays as it is. Of one that is drafted late the days move, so that nobody's objection is late before he saw it.
 *
 * @returns how many items were counted: null when somebody was faster
 */
export async function draftRanking(
  tx: Tx,
  districtId: string,
  month: string,
  { ids, dates, draftedOn, draftedAt }: DraftOf = {},
): Promise<number | null> {
  const { last } = spanOf(month)
  const { calendar, parameters: colours, rulesVersion } = await loadLevelContext(tx, districtId, last)
  const { number, parameters } = await rulesForMonth(tx, districtId, month)
  const own = dates ?? rankingDates(month, parameters.days, calendar)
  const days = draftedOn ? datesFrom(draftedOn, own, parameters.days, calendar) : own
  const data = {
    ...(ids ? { id: ids[0] } : {}),
    ...(draftedAt ? { draftedAt } : {}),
    districtId,
    month,
    dataLineOn: toDb(days.dataLineOn),
    draftOn: toDb(days.draftOn),
    objectUntilOn: toDb(days.objectUntilOn),
    decideByOn: toDb(days.decideByOn),
    publishOn: toDb(days.publishOn),
  }
  const { count } = await tx.ranking.createMany({ data, skipDuplicates: true })
  if (count === 0) return null
  const ranking = await tx.ranking.findUniqueOrThrow({ where: { districtId_month: { districtId, month } } })
  const counted = countMonth(await loadMonthFacts(tx, districtId, month), parameters, calendar, colours)
  const version = await tx.rankingVersion.create({
    data: {
      ...(ids ? { id: ids[1] } : {}),
      rankingId: ranking.id,
      number: 1,
      content: counted.content as unknown as Prisma.InputJsonValue,
      rulesNumber: number,
      colourRules: rulesVersion,
      asOf: endOf(last),
    },
  })
  await writeCounted(tx, version.id, counted)
  return counted.items.length
}

/** As `draftRanking`, in a transaction of its own. */
export const draftRankingNow = (districtId: string, month: string, draftedOn?: PlainDate): Promise<number | null> =>
  db.$transaction((tx) => draftRanking(tx, districtId, month, { draftedOn }), { maxWait: 10_000, timeout: 180_000 })
