import 'server-only'
import { mondayOf, type PlainDate, yearOf } from '@/lib/domain/plain-date'
import type { MoneyStanding } from '@/lib/domain/week-money'
import { toDb } from './date'
import type { Tx } from './db'

/** What a week's figure is seen beside: what the week has, and what the year and the whole project have without it. */
export type WeekMoney = MoneyStanding & Readonly<{ wasFen: bigint; year: number; planned: boolean }>

/**
 * The money of a project around one week 本周、本年、总投资. The year is that of the week's Monday, as the sums are kept.
 *
 * @param totalFen the project's total investment
 */
export async function loadWeekMoney(
  tx: Tx,
  projectId: string,
  totalFen: bigint | null,
  today: PlainDate,
): Promise<WeekMoney> {
  const monday = mondayOf(today)
  const year = yearOf(monday)
  const entry = await tx.investmentEntry.findUnique({
    where: { projectId_weekOf: { projectId, weekOf: toDb(monday) } },
    select: { amountFen: true },
  })
  const plans = await tx.yearPlan.findMany({ where: { projectId } })
  const unplanned = await tx.$queryRaw<{ year: number; fen: bigint }[]>`
    SELECT extract(year FROM "weekOf")::int AS year, sum("amountFen")::bigint AS fen FROM "InvestmentEntry" e
    WHERE "projectId" = ${projectId}::uuid AND NOT EXISTS (
      SELECT 1 FROM "YearPlan" p WHERE p."projectId" = e."projectId" AND p.year = extract(year FROM e."weekOf"))
    GROUP BY 1`
  const years = [
    ...plans.map((p) => ({ year: p.year, fen: p.openingFen + p.enteredFen })),
    ...unplanned.map((u) => ({ year: u.year, fen: BigInt(u.fen) })),
  ]
  const sum = (of: (y: number) => boolean) => years.reduce((all, y) => (of(y.year) ? all + y.fen : all), 0n)
  const wasFen = entry?.amountFen ?? 0n
  const plannedFen = plans.find((p) => p.year === year)?.plannedFen ?? 0n
  return {
    totalFen,
    plannedFen,
    planned: plannedFen > 0n,
    wasFen,
    year,
    yearFen: sum((y) => y === year) - wasFen,
    otherYearsFen: sum((y) => y !== year),
  }
}
