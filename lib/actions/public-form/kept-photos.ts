import 'server-only'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'

/** A photo as it is handed on: made anew, and named by its place among the others alone. */
export type CleanPhoto = Readonly<{ name: string; mime: string; bytes: Uint8Array<ArrayBuffer> }>

const KEPT_MS = 30 * 60_000
const ALL_BYTES = 80_000_000
type Kept = Readonly<{ iv: Buffer; sealed: Buffer; untilMs: number }>
const globalForPhotos = globalThis as unknown as { keptPhotos?: Map<string, Kept> }

function shelf(nowMs: number): Map<string, Kept> {
  globalForPhotos.keptPhotos ??= new Map()
  const kept = globalForPhotos.keptPhotos
  let bytes = 0
  for (const { sealed } of kept.values()) bytes += sealed.length
  // The oldest stand first.
  for (const [id, { untilMs, sealed }] of kept) {
    if (untilMs > nowMs && bytes <= ALL_BYTES) break
    kept.delete(id)
    bytes -= sealed.length
  }
  return kept
}

/**
 * Holds the photos of a refused form for half an hour, in memory alone and locked: the key goes into the page that shows the
 * form again, and nowhere else. A browser cannot put photos back into a form itself.
 *
 * @returns the ticket, with the key
 */
export function keepPhotos(photos: readonly CleanPhoto[], nowMs: number): string {
  const [id, key, iv] = [randomBytes(9).toString('base64url'), randomBytes(32), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const sealed = Buffer.concat([cipher.update(serialize(photos)), cipher.final(), cipher.getAuthTag()])
  shelf(nowMs).set(id, { iv, sealed, untilMs: nowMs + KEPT_MS })
  return `${id}.${key.toString('base64url')}`
}

/** The photos a ticket stands for; none for one that is too old, or that nobody was given. */
export function keptPhotos(ticket: string | undefined, nowMs: number): readonly CleanPhoto[] {
  const [id = '', key = ''] = (ticket ?? '').split('.')
  const kept = shelf(nowMs).get(id)
  if (!kept) return []
  try {
    const { iv, sealed } = kept
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), iv)
    decipher.setAuthTag(sealed.subarray(-16))
    const open = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    return deserialize(open) as readonly CleanPhoto[]
  } catch {
    return []
  }
}

/** Takes the photos of a ticket off the shelf: they are where they belong, or nobody wants them. */
export const dropPhotos = (ticket: string | undefined): void => {
  globalForPhotos.keptPhotos?.delete((ticket ?? '').split('.')[0] ?? '')
}
