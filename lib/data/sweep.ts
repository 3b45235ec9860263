import 'server-only'
import { dayOfInstant } from '@/lib/clock'
import { addMonths } from '@/lib/domain/plain-date'
import { toDb } from './date'
import { db } from './db'

/** A form that is sent again after this is a new wish, not a double tap. */
const KEY_HOURS = 24
/** Failures counted in a window this old lock nobody any more. */
const THROTTLE_HOURS = 24

/** An uploaded ledger holds names and numbers of many people: what nobody finished in a week goes. */
const DRAFT_HOURS = 7 * 24
/** Somebody may have been wrong to remove a paper; after this its bytes go, as the law on what is left over asks. */
export const REMOVED_DAYS = 30
/** Messages that were sent, or given up; who was told stays. */
const DELIVERY_HOURS = 90 * 24
/** How to reach whoever said something is needed until it is done with; its pictures may be asked for a year longer. */
export const CONTACT_MONTHS = 24
export const PHOTO_MONTHS = 36
/** A file nobody refers to yet may belong to a form that is being sent. */
const ORPHAN_HOURS = 24

const before = (now: Date, hours: number): Date => new Date(now.getTime() - hours * 3_600_000)

/**
 * Removes what only had to be remembered for a while: answers kept for repeated keys, counts of failed sign-ins, uploaded
 * ledgers, bytes of papers removed long ago and of files nothing refers to, contacts and pictures of complaints done with.
 *
 * History, audit and sessions stay, and so does the line of a removed paper with its reason.
 *
 * @returns how many rows of each went
 * @source GB/T 22239-2019 8.1.4 剩余信息保护; SECURITY.md §3.2 (PIPL 5, 6, 19)
 */
export async function sweep(now: Date): Promise<{ keys: number; throttles: number; drafts: number; files: number }> {
  const keys = await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: before(now, KEY_HOURS) } } })
  const throttles = await db.signInThrottle.deleteMany({
    where: {
      windowStart: { lt: before(now, THROTTLE_HOURS) },
      OR: [{ lockedUntil: null }, { lockedUntil: { lt: now } }],
    },
  })
  const drafts = await db.importDraft.deleteMany({ where: { createdAt: { lt: before(now, DRAFT_HOURS) } } })
  await db.attachment.updateMany({
    where: { removedAt: { lt: before(now, REMOVED_DAYS * 24) }, fileHash: { not: null } },
    data: { fileHash: null },
  })
  const closedBefore = (months: number) => ({ lt: toDb(addMonths(dayOfInstant(now), -months)) })
  await db.complaint.updateMany({
    where: { closedOn: closedBefore(CONTACT_MONTHS), contact: { not: null } },
    data: { contact: null },
  })
  await db.complaintPhoto.updateMany({
    where: { complaint: { closedOn: closedBefore(PHOTO_MONTHS) }, fileHash: { not: null } },
    data: { fileHash: null },
  })
  await db.delivery.deleteMany({ where: { createdAt: { lt: before(now, DELIVERY_HOURS) } } })
  // A file that is sent again just now is locked and young again: it stays.
  const files = await db.storedFile.deleteMany({
    where: {
      createdAt: { lt: before(now, ORPHAN_HOURS) },
      attachments: { none: {} },
      importDrafts: { none: {} },
      complaintPhotos: { none: {} },
      consents: { none: {} },
    },
  })
  return { keys: keys.count, throttles: throttles.count, drafts: drafts.count, files: files.count }
}
