import 'server-only'
import { err, ok, type Result } from '@/lib/domain/result'
import { ATTACHMENT_LIMITS } from '@/lib/files/attachment-limits'

/** What the fields beside the file and the borders between them take. */
const AROUND = 64_000
/** A browser shows an answer only once it has sent everything: a file somewhat too large is read to its end and dropped. */
const DRAINED = 5

type Upload = Readonly<{ form: FormData; file: File }>

/**
 * Reads an uploaded form within its budget; no more of it is held than one file may have.
 *
 * @returns err FILE_TOO_LARGE, FILE_CUT (fewer bytes than were announced, or no end), FILE_MISSING
 */
export async function readUpload(request: Request): Promise<Result<Upload>> {
  const limit = ATTACHMENT_LIMITS.fileBytes + AROUND
  const type = request.headers.get('content-type') ?? ''
  const announced = request.headers.get('content-length')
  if (!request.body || !type.startsWith('multipart/form-data')) return err({ code: 'FILE_MISSING' })
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let received = 0
  const reader = request.body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      received += value.length
      if (received <= limit) chunks.push(value)
      else chunks.length = 0
      if (received > limit * DRAINED) {
        await reader.cancel()
        break
      }
    }
  } catch {
    return err({ code: 'FILE_CUT' })
  }
  if (received > limit) return err({ code: 'FILE_TOO_LARGE', max: ATTACHMENT_LIMITS.fileBytes / 1_000_000 })
  if (announced !== null && Number(announced) !== received) return err({ code: 'FILE_CUT' })
  try {
    const form = await new Response(new Blob(chunks), { headers: { 'content-type': type } }).formData()
    const file = form.get('file')
    return file instanceof File && (file.size > 0 || file.name !== '')
      ? ok({ form, file })
      : err({ code: 'FILE_MISSING' })
  } catch {
    return err({ code: 'FILE_CUT' })
  }
}
