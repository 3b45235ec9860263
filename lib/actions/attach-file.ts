import 'server-only'
import { createHash } from 'node:crypto'
import { actorOf } from '@/lib/auth/actor'
import { readFormKey } from '@/lib/auth/form-key'
import { addAttachment } from '@/lib/data/attachments'
import { addFindingPhoto } from '@/lib/data/finding-photos'
import type { SessionAccount } from '@/lib/data/sessions'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type Failure, ok, type Result } from '@/lib/domain/result'
import type { AttachmentType } from '@/lib/files/attachment-limits'
import { checkAttachment } from '@/lib/files/check-attachment'
import { fileNameOf } from '@/lib/files/file-name'
import { cleanPhoto } from '@/lib/files/photo'
import { type FilePlace, pageOfPlace } from '@/lib/schemas/attachment'
import { isUuid } from '@/lib/schemas/id'
import { readUpload } from './read-upload'

/** What became of an upload, and the procedure, problem or finding it was meant for when that can be told. */
export type Attached = Readonly<{ place: FilePlace | null; failure: Failure | null }>

/** What a file is by its bytes, and what of it is kept: a photo is drawn anew, a paper stays as it is. */
async function checked(
  bytes: Buffer,
  place: FilePlace,
): Promise<Result<Readonly<{ type: AttachmentType; bytes: Uint8Array<ArrayBuffer> }>>> {
  if ('findingId' in place) {
    const photo = await cleanPhoto(bytes)
    return photo.ok ? ok({ type: 'jpeg', bytes: photo.value }) : photo
  }
  const paper = await checkAttachment(bytes)
  return paper.ok ? ok({ type: paper.value.type, bytes: new Uint8Array(paper.value.bytes) }) : paper
}

/** Takes a file of a form in: budget, what it is by its bytes, what of it is kept, then beside what it is about. */
export async function attachFile(account: SessionAccount, request: Request, today: PlainDate): Promise<Attached> {
  // Named in the address as well: a file that is too large is not read as far as its form's fields.
  const asked = new URL(request.url).searchParams
  const [procedureId, issueId, findingId] = [asked.get('procedure'), asked.get('issue'), asked.get('finding')]
  const place: FilePlace | null = isUuid(procedureId)
    ? { procedureId }
    : isUuid(issueId)
      ? { issueId }
      : isUuid(findingId)
        ? { findingId }
        : null
  const refuse = (failure: Failure): Attached => ({ place, failure })
  const upload = await readUpload(request)
  if (!upload.ok) return refuse(upload.error)
  if (!place) return refuse({ code: 'NOT_FOUND' })
  const { form, file } = upload.value
  const formKey = readFormKey(form.get('formKey'), account.id)
  if (!formKey) return refuse({ code: 'FORM_EXPIRED' })
  const known = await checked(Buffer.from(await file.arrayBuffer()), place)
  if (!known.ok) return refuse(known.error)
  const { type, bytes } = known.value
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const kept = { name: fileNameOf(file.name, type), type, bytes, sha256 }
  const [actor, options] = [actorOf(account), { today, formKey, bodyHash: `${pageOfPlace(place)}:${sha256}` }]
  const added =
    'findingId' in place
      ? await addFindingPhoto(actor, { ...place, ...kept }, options)
      : await addAttachment(actor, { ...place, ...kept }, options)
  return { place, failure: added.ok ? null : added.error }
}
