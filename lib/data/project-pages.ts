import 'server-only'
import { db } from './db'

/** Projects read at a time by whatever walks through all of them. */
export const PAGE = 50

/** Every district that has projects: a city above its districts has none, and nothing to evaluate, freeze or meet about. */
export const districtIds = async (): Promise<string[]> =>
  (
    await db.district.findMany({ where: { projects: { some: {} } }, select: { id: true }, orderBy: { code: 'asc' } })
  ).map((d) => d.id)

/**
 * Walks through all projects of a district in pages, so that ten thousand of them never sit in memory at once.
 *
 * Not bound to an actor: for jobs and checks, which show nobody anything.
 */
export async function* projectPages(districtId: string): AsyncGenerator<string[]> {
  let after: string | undefined
  for (;;) {
    const rows = await db.project.findMany({
      where: { districtId, ...(after ? { id: { gt: after } } : {}) },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: PAGE,
    })
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => row.id)
    after = last.id
  }
}
