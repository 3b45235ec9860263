import 'server-only'
import { openAttachment, readAttachment } from '@/lib/data/attachments'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import { ATTACHMENT_TYPES, type AttachmentType } from '@/lib/files/attachment-limits'
import { dispositionOf } from '@/lib/files/file-name'

export type Download = Readonly<{ bytes: Uint8Array<ArrayBuffer>; media: string; disposition: string; sha256: string }>

/** A paper to be taken along, noted in the audit log before its bytes are handed out. */
export async function takeFile(actor: Actor, attachmentId: string, today: PlainDate): Promise<Result<Download>> {
  const opened = await openAttachment(actor, { attachmentId }, { today })
  if (!opened.ok) return opened
  const bytes = await readAttachment(actor, attachmentId)
  if (!bytes) return err({ code: 'NOT_FOUND' })
  const { name, type, sha256 } = opened.value
  const { media } = ATTACHMENT_TYPES[type as AttachmentType]
  return ok({ bytes, media, disposition: dispositionOf(name), sha256 })
}
