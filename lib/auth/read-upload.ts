import 'server-only'

/** Besides the file a form sends its key and some lines of its own. */
const FORM_BYTES = 20_000
/** A browser that is cut off in the middle shows an error of its own: this much too much is read, and dropped, to say why. */
const DROPPED_BYTES = 50_000_000

/**
 * The form of an upload, kept up to a limit and no byte further, whatever its length is said to be.
 *
 * @returns why there is none: it is larger, or ended before it was complete
 */
export async function readUpload(request: Request, fileBytes: number): Promise<FormData | 'TOO_LARGE' | 'INCOMPLETE'> {
  const limit = fileBytes + FORM_BYTES
  const declared = request.headers.get('content-length')
  if (Number(declared ?? 0) > DROPPED_BYTES) return 'TOO_LARGE'
  if (!request.body) return 'INCOMPLETE'
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body) {
    size += piece.length
    if (size > DROPPED_BYTES) return 'TOO_LARGE'
    if (size <= limit) pieces.push(piece)
    else pieces.length = 0
  }
  if (size > limit) return 'TOO_LARGE'
  if (declared !== null && size !== Number(declared)) return 'INCOMPLETE'
  try {
    const type = request.headers.get('content-type') ?? ''
    return await new Response(Buffer.concat(pieces), { headers: { 'content-type': type } }).formData()
  } catch {
    return 'INCOMPLETE'
  }
}
