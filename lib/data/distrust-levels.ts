import 'server-only'
import { db } from './db'

/** Name under which releases stand among the runs. */
const NAME = 'release'

/**
 * After another release has taken over, marks every colour as due: what is cached was worked out, and written down, by rules
 * that may have been mended since. Whoever reads next, or `freshenLevels`, has them asked again.
 *
 * @param release what tells one build of the product from another
 * @returns rows marked; 0 when this release was the last to serve
 */
export async function distrustLevels(release: string): Promise<number> {
  return db.$transaction(async (tx) => {
    const now = new Date()
    const last = await tx.jobRun.findFirst({ where: { name: NAME }, select: { period: true } })
    if (last?.period === release) return 0
    await tx.jobRun.deleteMany({ where: { name: NAME } })
    await tx.jobRun.create({ data: { name: NAME, period: release, startedAt: now, finishedAt: now } })
    return tx.$executeRaw`UPDATE "Project" SET "nextLevelOn" = "evaluatedOn" WHERE "evaluatedOn" IS NOT NULL`
  })
}
