import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { asOfDay } from './complaint-list'
import { visibleComplaints } from './complaint-where'
import { db } from './db'

/**
 * A picture of a complaint the actor reads.
 *
 * @returns null when there is none, or its time is over
 */
export async function readComplaintPhoto(actor: Actor, photoId: string, today: PlainDate) {
  const photo = await db.complaintPhoto.findFirst({
    where: { id: photoId, complaint: visibleComplaints(actor, await asOfDay(actor, today)) },
    select: { nth: true, type: true, complaint: { select: { number: true } }, file: { select: { bytes: true } } },
  })
  if (!photo?.file) return null
  const { nth, type, complaint, file } = photo
  return { name: `${complaint.number}-${nth}`, type, bytes: file.bytes }
}
