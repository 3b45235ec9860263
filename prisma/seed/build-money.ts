import { toDb } from '@/lib/data/date'
import { FEN_PER_WAN } from '@/lib/domain/money'
import { addDays, daysBetween, earliest, latest, mondayOf, type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import { plannedShare } from '@/lib/domain/project-dimension'
import type { Prisma } from '@/prisma/generated/client'
import type { Draft } from './draft'
import { instantOn } from './timeline'

/** Weeks that have an entry of their own; what was completed before them is the opening sum. */
const WEEKS = 15

const share = (fen: bigint, basisPoints: number): bigint =>
  ((fen * BigInt(Math.round(basisPoints))) / 10_000n / FEN_PER_WAN) * FEN_PER_WAN

/** Mondays of the last weeks that lie in the year and in the project's life. */
function weeksOf(today: PlainDate, entered: PlainDate): PlainDate[] {
  const first = ymd(yearOf(today), 1, 1)
  const weeks = Array.from({ length: WEEKS }, (_, i) => addDays(mondayOf(today), -7 * (WEEKS - i)))
  return weeks.filter((monday) => monday >= first && monday >= entered)
}

/** Parts of the whole investment in hundredths that a year takes, by how far the project has come. */
const YEAR_PARTS: Readonly<Record<string, readonly [number, number]>> = { CONSTRUCTION: [28, 42], DONE: [48, 60] }
/** Days a project in permits is so young that its first small plan still runs. */
const YOUNG_DAYS = 100

type Money = {
  yearPlans: Prisma.YearPlanCreateManyInput[]
  entries: Prisma.InvestmentEntryCreateManyInput[]
}

/**
 * Plans of this year and the last, and what was completed week by week. Before construction there is little to pay for:
 * surveys, designs, a first payment; while it goes on money follows the year, as far behind as the project's trouble says;
 * once it is over the plan is done.
 *
 * @param totalWan investment of the whole project; null when none is measured yet
 */
export function buildMoney(draft: Draft, totalWan: number | null): Money {
  const { r, id, cause, timeline, shop, ties, graph, spec } = draft
  const none: Money = { yearPlans: [], entries: [] }
  if (totalWan === null) return none
  const { today } = timeline
  const year = yearOf(today)
  const newYear = ymd(year, 1, 1)
  const entered = timeline.day(0)
  const fromOn = entered > newYear ? entered : null
  const wan = (amount: number) => BigInt(Math.max(20, Math.round(amount / 10) * 10)) * FEN_PER_WAN
  const planOf = (planYear: number, plannedFen: bigint, openingFen: bigint) => ({
    id: shop.newId(),
    projectId: id,
    year: planYear,
    plannedFen,
    openingFen,
    fromOn: planYear === year && fromOn ? toDb(fromOn) : null,
  })
  const along = (plannedFen: bigint) => {
    const behind = cause.kind === 'behind' ? cause.points + r.int(-80, 80) : r.int(-250, 350)
    return share(plannedFen, Math.min(9_900, Math.max(0, plannedShare(today, fromOn) - behind)))
  }

  if (spec.stage === 'PERMITTING') {
    const small = wan((totalWan * r.int(2, 5)) / 100)
    if (!fromOn || daysBetween(fromOn, today) > YOUNG_DAYS || r.chance(0.4)) return none
    return { yearPlans: [planOf(year, small, along(small))], entries: [] }
  }

  const [began, ended] = [timeline.day(graph.start), timeline.day(graph.built)]
  const building = spec.stage === 'CONSTRUCTION'
  const [low, high] = YEAR_PARTS[building ? 'CONSTRUCTION' : 'DONE'] ?? [0, 0]
  const yearPlans: Prisma.YearPlanCreateManyInput[] = []
  const entries: Prisma.InvestmentEntryCreateManyInput[] = []
  if (building || ended >= newYear) {
    // What was begun late in the year, or ended early in it, takes a smaller part.
    const [first, last] = [latest(began, newYear), earliest(ended, ymd(year, 12, 31))]
    const part = Math.max(0.12, Math.min(1, daysBetween(first, last) / 300))
    const planned = wan((totalWan * r.int(low, high) * part) / 100)
    let left = building ? along(planned) : share(planned, r.int(9_700, 10_000))
    const weekly = (10_000 * 7) / Math.max(60, daysBetween(fromOn ?? newYear, ymd(year, 12, 31)))
    for (const monday of weeksOf(today, entered)) {
      const amount = share(planned, weekly * (r.int(80, 115) / 100))
      if (monday > ended) break
      if (amount > left) break
      left -= amount
      entries.push({
        id: shop.newId(),
        projectId: id,
        weekOf: toDb(monday),
        amountFen: amount,
        recordedAt: instantOn(addDays(monday, 4), 12_000),
        actorId: ties.stewardUserId ?? shop.officeUserId,
      })
    }
    yearPlans.push(planOf(year, planned, left))
  }
  if (yearOf(began) < year) {
    const before = wan((totalWan * r.int(24, 34)) / 100)
    yearPlans.push(planOf(year - 1, before, share(before, r.int(9_800, 10_300))))
  }
  return { yearPlans, entries }
}
