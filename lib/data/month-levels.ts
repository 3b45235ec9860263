import 'server-only'
import { lastDayOfMonth, type PlainDate } from '@/lib/domain/plain-date'
import { evaluateProjectProvisionally } from '@/lib/domain/project-level'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { refreshProjects } from './levels'
import { loadFactsRows, projectFactsOf } from './project-facts'
import { projectPages } from './project-pages'

/**
 * Freezes the colour every project of a district had at a month's end 月末颜色; what is frozen already stays.
 *
 * Colours are those of the month's last day under its own rules and calendar. Projects that were yellow are evaluated
 * again on `today`, because the third-month rule now counts one month end more.
 *
 * @param month `YYYY-MM`, over by `today`
 * @returns how many projects were frozen now
 */
export async function freezeMonth(districtId: string, month: string, today: PlainDate): Promise<number> {
  const end = lastDayOfMonth(month)
  const { calendar, parameters } = await loadLevelContext(db, districtId, end)
  let frozen = 0
  for await (const ids of projectPages(districtId)) {
    const rows = (await loadFactsRows(db, ids, end)).filter((row) => {
      const measured = row.status === 'ACTIVE' || row.status === 'SUSPENDED'
      return measured && row.enteredOn <= toDb(end)
    })
    const data = rows.map((row): Prisma.MonthLevelCreateManyInput => {
      const { level, raw, escalated } = evaluateProjectProvisionally(
        projectFactsOf(row, end, calendar, parameters),
        end,
        calendar,
        parameters,
      )
      return { projectId: row.id, month, level, raw, escalated }
    })
    const yellow = data.filter((d) => d.level === 'YELLOW' || d.escalated).map((d) => d.projectId)
    frozen += await db.$transaction(
      async (tx) => {
        const { count } = await tx.monthLevel.createMany({ data, skipDuplicates: true })
        await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ANY(${yellow}::uuid[]) ORDER BY id FOR UPDATE`
        await refreshProjects(tx, yellow, today, 'DAY', null)
        return count
      },
      { timeout: 60_000 },
    )
  }
  return frozen
}
