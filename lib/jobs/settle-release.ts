import fs from 'node:fs/promises'
import { businessDay } from '@/lib/clock'
import { distrustLevels } from '@/lib/data/distrust-levels'
import { freshenLevels } from '@/lib/data/freshen-levels'
import { districtIds } from '@/lib/data/project-pages'
import { log } from '@/lib/log'

/** Written by the build; a server in development has none, and its colours are asked for every day anyway. */
const BUILD_ID = '.next/BUILD_ID'

/**
 * Lets a new release ask all colours anew: before the first request they are marked, then worked out while it serves. A page
 * that comes sooner works out its own.
 *
 * A database that is away does not stop a server.
 */
export async function settleRelease(): Promise<void> {
  const release = await fs.readFile(BUILD_ID, 'utf8').catch(() => null)
  if (release === null) return
  const marked = await distrustLevels(release.trim()).catch((error: unknown) => {
    log.warn({ err: error }, 'colours of an older release may still be shown')
    return 0
  })
  if (marked === 0) return
  void (async () => {
    for (const id of await districtIds()) await freshenLevels(id, businessDay())
    log.info({ projects: marked }, 'colours asked anew for this release')
  })().catch((error: unknown) => log.warn({ err: error }, 'colours are asked anew when they are read'))
}
