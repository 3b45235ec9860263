import 'server-only'
import { PUBLIC_FORM } from '@/lib/domain/public-form'
import type { Failure } from '@/lib/domain/result'

/** All photos of a form together, as phones take them. */
const KEPT_BYTES = 40_000_000
/** Texts stand before the photos: so much of the head is read even where the rest is too much. */
const HEAD_BYTES = 400_000
/** A browser that is cut off in the middle shows an error of its own: this much is read, and dropped, to say why. */
const DROPPED_BYTES = 200_000_000
/** What all forms on their way may hold of the memory together. */
const ALL_BYTES = 320_000_000

const globalForForms = globalThis as unknown as { publicFormBytes?: number }
const hold = (bytes: number) => {
  globalForForms.publicFormBytes = (globalForForms.publicFormBytes ?? 0) + bytes
}

/** What arrived of a form of the public page: its lines, its photos, and why not all of it. */
export type PublicForm = Readonly<{
  fields: ReadonlyMap<string, string>
  photos: readonly File[]
  failure: Failure | null
}>

type Body = Readonly<{ head: Buffer; whole: Buffer | null; failure: Failure | null }>

/** The bytes of a form, kept up to a limit and no byte further, whatever its length is said to be. */
async function bytesOf(request: Request): Promise<Body> {
  const pieces: Uint8Array[] = []
  let [size, held] = [0, 0]
  let failure: Failure | null = null
  const declared = request.headers.get('content-length')
  const headOf = () => Buffer.concat(pieces).subarray(0, HEAD_BYTES)
  let head: Buffer | null = null
  try {
    for await (const piece of request.body ?? []) {
      size += piece.length
      if (size > DROPPED_BYTES) break
      const busy = (globalForForms.publicFormBytes ?? 0) + piece.length > ALL_BYTES
      if (!failure && (size > KEPT_BYTES || busy)) {
        failure = { code: busy ? 'BUSY' : 'TOO_LARGE', field: 'photos' }
        head = headOf()
        pieces.length = 0
        hold(-held)
        held = 0
      }
      if (failure) continue
      pieces.push(piece)
      held += piece.length
      hold(piece.length)
    }
    if (failure || head) return { head: head ?? Buffer.alloc(0), whole: null, failure }
    if (declared !== null && size !== Number(declared))
      return { head: headOf(), whole: null, failure: { code: 'BROKEN', field: 'form' } }
    return { head: Buffer.alloc(0), whole: Buffer.concat(pieces), failure: null }
  } catch {
    return { head: headOf(), whole: null, failure: { code: 'BROKEN', field: 'form' } }
  } finally {
    hold(-held)
  }
}

/** The head of a form that was cut, as a form of its own: up to the last part that is there whole. */
function closeHead(head: Buffer, type: string): Buffer {
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (!boundary) return Buffer.alloc(0)
  const mark = `\r\n--${boundary}`
  const last = head.lastIndexOf(mark)
  return last < 0 ? Buffer.alloc(0) : Buffer.concat([head.subarray(0, last), Buffer.from(`${mark}--\r\n`)])
}

async function parse(bytes: Buffer, type: string): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  } catch {
    return null
  }
}

/**
 * Reads what somebody without an account sent. What he typed is kept even where his photos are too large, or the line was
 * cut: it stands at the head of the form.
 *
 * @returns lines of text, photos, and TOO_LARGE, BUSY or BROKEN where not all of it came
 */
export async function readPublicForm(request: Request): Promise<PublicForm> {
  const type = request.headers.get('content-type') ?? ''
  const { head, whole, failure } = await bytesOf(request)
  const form = await parse(whole ?? closeHead(head, type), type)
  const fields = new Map<string, string>()
  const photos: File[] = []
  for (const [name, value] of form ?? [])
    if (typeof value !== 'string') {
      // A field nobody put a photo in comes as an empty file.
      if (name === 'photos' && value.size > 0) photos.push(value)
    } else if (!fields.has(name)) fields.set(name, value)
  if (!form) return { fields, photos, failure: failure ?? { code: 'BROKEN', field: 'form' } }
  return { fields, photos: failure ? [] : photos, failure }
}

/** How many photos are looked at; whatever comes beyond is not opened. */
export const withinLimit = (photos: readonly File[]): readonly File[] => photos.slice(0, PUBLIC_FORM.photos)
