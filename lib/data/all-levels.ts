import 'server-only'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { LevelCause } from '@/prisma/generated/client'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { refreshProjects } from './levels'
import { projectPages } from './project-pages'

/**
 * Evaluates every project of a district, due or not: after new rules, a new calendar, a new year.
 *
 * One transaction per page, so that nobody's write waits long.
 *
 * @returns projects evaluated, and rows (projects and procedures) that got another verdict
 */
export async function refreshAll(districtId: string, today: PlainDate, cause: LevelCause, actorId: string | null) {
  const sum = { projects: 0, changed: 0 }
  for await (const ids of projectPages(districtId)) {
    sum.changed += await db.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
        return refreshProjects(tx, ids, today, cause, actorId)
      },
      { timeout: 60_000 },
    )
    sum.projects += ids.length
  }
  return sum
}

/** Number of the rules version in force in a district on a day; 0 while it has none of its own. */
export const rulesVersionOn = async (districtId: string, day: PlainDate): Promise<number> =>
  (await loadLevelContext(db, districtId, day)).rulesVersion
