import 'server-only'
import type { PlainDate } from '@/lib/domain/plain-date'
import { db } from './db'
import { refreshProjects } from './levels'

/** Projects evaluated in one transaction. */
const BATCH = 200

/** Projects with a colour, their own or a procedure's, that may turn on or before a day. */
async function dueProjects(districtId: string, today: PlainDate, take: number): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    (SELECT "id" FROM "Project" WHERE "districtId" = ${districtId}::uuid AND "nextLevelOn" <= ${today}::date LIMIT ${take})
    UNION (SELECT DISTINCT "projectId" FROM "Procedure"
      WHERE "districtId" = ${districtId}::uuid AND "nextLevelOn" <= ${today}::date LIMIT ${take})
    ORDER BY 1 LIMIT ${take}`
  return found.map((row) => row.id)
}

/**
 * Brings every colour of a district that may have turned by a day up to it. Costs two index look-ups in one question when nothing is due,
 * which is the rule: the day job has been there before.
 *
 * @returns how many projects were evaluated
 */
export async function freshenLevels(districtId: string, today: PlainDate): Promise<number> {
  let count = 0
  for (
    let ids = await dueProjects(districtId, today, BATCH);
    ids.length > 0;
    ids = await dueProjects(districtId, today, BATCH)
  ) {
    await db.$transaction(
      async (tx) => {
        // A move of the same moment waits, or is waited for: the colours of neither are lost.
        await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
        await refreshProjects(tx, ids, today, 'DAY', null)
      },
      { timeout: 60_000 },
    )
    count += ids.length
  }
  return count
}
