import 'server-only'
import { createHash } from 'node:crypto'
import { actorOf } from '@/lib/auth/actor'
import { readFormKey } from '@/lib/auth/form-key'
import { addAttachment } from '@/lib/data/attachments'
import type { SessionAccount } from '@/lib/data/sessions'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Failure } from '@/lib/domain/result'
import { checkAttachment } from '@/lib/files/check-attachment'
import { fileNameOf } from '@/lib/files/file-name'
import { type FilePlace, pageOfPlace } from '@/lib/schemas/attachment'
import { isUuid } from '@/lib/schemas/id'
import { readUpload } from './read-upload'

/** What became of an upload, and the procedure or problem it was meant for when that can be told. */
export type Attached = Readonly<{ place: FilePlace | null; failure: Failure | null }>

/** Takes a file of a form in: budget, what it is by its bytes, what of it is kept, then beside its procedure. */
export async function attachFile(account: SessionAccount, request: Request, today: PlainDate): Promise<Attached> {
  // Named in the address as well: a file that is too large is not read as far as its form's fields.
  const asked = new URL(request.url).searchParams
  const [procedureId, issueId] = [asked.get('procedure'), asked.get('issue')]
  const place = isUuid(procedureId) ? { procedureId } : isUuid(issueId) ? { issueId } : null
  const refuse = (failure: Failure): Attached => ({ place, failure })
  const upload = await readUpload(request)
  if (!upload.ok) return refuse(upload.error)
  if (!place) return refuse({ code: 'NOT_FOUND' })
  const { form, file } = upload.value
  const formKey = readFormKey(form.get('formKey'), account.id)
  if (!formKey) return refuse({ code: 'FORM_EXPIRED' })
  const checked = await checkAttachment(Buffer.from(await file.arrayBuffer()))
  if (!checked.ok) return refuse(checked.error)
  const { type } = checked.value
  const bytes = new Uint8Array(checked.value.bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const added = await addAttachment(
    actorOf(account),
    { ...place, name: fileNameOf(file.name, type), type, bytes, sha256 },
    { today, formKey, bodyHash: `${pageOfPlace(place)}:${sha256}` },
  )
  return { place, failure: added.ok ? null : added.error }
}
