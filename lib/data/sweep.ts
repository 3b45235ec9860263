import 'server-only'
import { db } from './db'
import { removeUnusedFiles } from './stored-files'

/** A form that is sent again after this is a new wish, not a double tap. */
const KEY_HOURS = 24
/** Failures counted in a window this old lock nobody any more. */
const THROTTLE_HOURS = 24

/** An uploaded ledger holds names and numbers of many people: what nobody finished in a week goes. */
const DRAFT_HOURS = 7 * 24

const before = (now: Date, hours: number): Date => new Date(now.getTime() - hours * 3_600_000)

/**
 * Removes what only had to be remembered for a while: answers kept for repeated keys, counts of failed sign-ins, uploaded
 * ledgers, and files nothing refers to.
 *
 * History, audit and sessions stay.
 *
 * @returns how many rows of each went
 */
export async function sweep(now: Date): Promise<{ keys: number; throttles: number; drafts: number }> {
  const keys = await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: before(now, KEY_HOURS) } } })
  const throttles = await db.signInThrottle.deleteMany({
    where: {
      windowStart: { lt: before(now, THROTTLE_HOURS) },
      OR: [{ lockedUntil: null }, { lockedUntil: { lt: now } }],
    },
  })
  const drafts = await db.importDraft.deleteMany({ where: { createdAt: { lt: before(now, DRAFT_HOURS) } } })
  await removeUnusedFiles(db)
  return { keys: keys.count, throttles: throttles.count, drafts: drafts.count }
}
