import 'server-only'
import { actorOf } from '@/lib/auth/actor'
import { readFormKey } from '@/lib/auth/form-key'
import { keepPaper, openPaper, readPaper } from '@/lib/data/financing-paper'
import type { SessionAccount } from '@/lib/data/sessions'
import { sha256Of } from '@/lib/data/stored-files'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { eachOf, err, ok, type Result } from '@/lib/domain/result'
import { ATTACHMENT_TYPES, type AttachmentType } from '@/lib/files/attachment-limits'
import { checkAttachment } from '@/lib/files/check-attachment'
import { dispositionOf, fileNameOf } from '@/lib/files/file-name'
import { paperForm } from '@/lib/schemas/financing'
import { isUuid } from '@/lib/schemas/id'
import { readUpload } from './read-upload'
import type { Download } from './take-file'

/** What became of an uploaded paper: the need it was for, the answer, and what had been typed beside it. */
export type PaperAnswer = Readonly<{ needId: string | null; code: string; typed: Readonly<Record<string, string>> }>

/** Takes a signed consent of a form in: budget, what it is by its bytes, what the form says of it, then the consent. */
export async function takeConsentPaper(
  account: SessionAccount,
  request: Request,
  today: PlainDate,
): Promise<PaperAnswer> {
  const asked = new URL(request.url).searchParams.get('need')
  const needId = isUuid(asked) ? asked : null
  const refuse = (code: string, typed: PaperAnswer['typed'] = {}): PaperAnswer => ({ needId, code, typed })
  if (!needId) return refuse('NOT_FOUND')
  const upload = await readUpload(request)
  if (!upload.ok) return refuse(upload.error.code)
  const { form, file } = upload.value
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.slice(0, 60) : ''
  }
  const typed = { bankId: text('bankId'), signedOn: text('signedOn'), expiresOn: text('expiresOn') }
  const formKey = readFormKey(form.get('formKey'), account.id)
  if (!formKey) return refuse('FORM_EXPIRED', typed)
  const said = paperForm.safeParse({ ...typed, needId, version: text('version') })
  if (!said.success) return refuse(typed.bankId === '' ? 'FINANCING_BANK_MISSING' : 'FINANCING_PAPER_DAYS', typed)
  const checked = await checkAttachment(Buffer.from(await file.arrayBuffer()))
  if (!checked.ok) return refuse(checked.error.code, typed)
  const { type } = checked.value
  const bytes = new Uint8Array(checked.value.bytes)
  const kept = await keepPaper(
    actorOf(account),
    { ...said.data, name: fileNameOf(file.name, type), type, bytes },
    { today, formKey, bodyHash: sha256Of(bytes) },
  )
  return kept.ok ? refuse('KEPT') : refuse(eachOf(kept.error)[0]?.code ?? kept.error.code, typed)
}

/** A signed consent to be taken along, noted in the audit log before its bytes are handed out. */
export async function takePaperAlong(actor: Actor, consentId: string, today: PlainDate): Promise<Result<Download>> {
  const opened = await openPaper(actor, { consentId }, { today })
  if (!opened.ok) return opened
  const bytes = await readPaper(actor, consentId)
  if (!bytes) return err({ code: 'NOT_FOUND' })
  const { name, type, sha256 } = opened.value
  const { media } = ATTACHMENT_TYPES[type as AttachmentType]
  return ok({ bytes, media, disposition: dispositionOf(name), sha256 })
}
