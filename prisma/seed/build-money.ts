import { toDb } from '@/lib/data/date'
import { FEN_PER_WAN } from '@/lib/domain/money'
import { addDays, mondayOf, type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import { yearShare } from '@/lib/domain/project-dimension'
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

/**
 * Plans of this year and the last, and what was completed week by week, as far behind the year as the project's trouble
 * says.
 *
 * @param totalWan investment of the whole project; null when none is measured yet
 */
export function buildMoney(draft: Draft, totalWan: number | null) {
  const { r, id, cause, timeline, shop, ties } = draft
  const yearPlans: Prisma.YearPlanCreateManyInput[] = []
  const entries: Prisma.InvestmentEntryCreateManyInput[] = []
  if (totalWan === null || (draft.spec.stage === 'PERMITTING' && r.chance(0.4))) return { yearPlans, entries }
  const year = yearOf(timeline.today)
  const planned = BigInt(Math.max(100, Math.round((totalWan * r.int(28, 45)) / 100 / 100) * 100)) * FEN_PER_WAN
  const entered = timeline.day(0)
  const behind = cause.kind === 'behind' ? cause.points + r.int(-80, 80) : r.int(-250, 350)
  const done = share(planned, Math.min(9_900, Math.max(0, yearShare(timeline.today) - behind)))
  let left = done
  const weeks = weeksOf(timeline.today, entered)
  for (const monday of weeks) {
    const amount = share(planned, 192 * (r.int(80, 115) / 100))
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
  yearPlans.push({ id: shop.newId(), projectId: id, year, plannedFen: planned, openingFen: left })
  if (yearOf(entered) < year) {
    const before = share(planned, r.int(5_000, 9_000))
    yearPlans.push({
      id: shop.newId(),
      projectId: id,
      year: year - 1,
      plannedFen: before,
      openingFen: share(before, r.int(9_800, 10_400)),
    })
  }
  return { yearPlans, entries }
}
