import 'server-only'

/** Besides the file a form sends its key and some lines of its own. */
const FORM_BYTES = 20_000

/**
 * The form of an upload, read up to a limit and no byte further, whatever its length is said to be.
 *
 * @returns null when it is larger, ends early or is no form
 */
export async function readUpload(request: Request, fileBytes: number): Promise<FormData | null> {
  const limit = fileBytes + FORM_BYTES
  const declared = request.headers.get('content-length')
  if (Number(declared ?? 0) > limit || !request.body) return null
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body) {
    size += piece.length
    if (size > limit) return null
    pieces.push(piece)
  }
  if (declared !== null && size !== Number(declared)) return null
  try {
    const type = request.headers.get('content-type') ?? ''
    return await new Response(Buffer.concat(pieces), { headers: { 'content-type': type } }).formData()
  } catch {
    return null
  }
}
