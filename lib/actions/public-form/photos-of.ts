import 'server-only'
import { GUARD_FIELDS } from '@/lib/domain/public-door'
import { PUBLIC_FORM } from '@/lib/domain/public-form'
import type { Failure } from '@/lib/domain/result'
import { cleanPhoto } from '@/lib/files/photo'
import { type CleanPhoto, dropPhotos, keptPhotos } from './kept-photos'
import { type PublicForm, withinLimit } from './read-form'

export type Photos = Readonly<{ clean: readonly CleanPhoto[]; failures: readonly Failure[] }>

/** So many forms have their photos looked at at once; so many more may wait. */
const [AT_ONCE, WAITING] = [2, 20]
const globalForTurns = globalThis as unknown as { photoTurns?: { taken: number; queue: (() => void)[] } }

async function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
  globalForTurns.photoTurns ??= { taken: 0, queue: [] }
  const turns = globalForTurns.photoTurns
  if (turns.taken < AT_ONCE) turns.taken += 1
  else if (turns.queue.length >= WAITING) return null
  else await new Promise<void>((resolve) => turns.queue.push(resolve))
  try {
    return await work()
  } finally {
    const next = turns.queue.shift()
    if (next) next()
    else turns.taken -= 1
  }
}

async function cleanAll(files: readonly File[]): Promise<Photos> {
  const clean: CleanPhoto[] = []
  const failures: Failure[] = []
  for (const [i, file] of files.entries()) {
    const n = i + 1
    const done = await cleanPhoto(new Uint8Array(await file.arrayBuffer()))
    // Its own name may be a person's, or tell the second it was taken.
    if (done.ok) clean.push({ name: `${clean.length + 1}.jpg`, mime: 'image/jpeg', bytes: done.value })
    else failures.push({ code: done.error.code, field: `photo${n}`, n })
  }
  return { clean, failures }
}

/**
 * The photos of a form: those held from the last try, then those that arrived with it, made anew one after the other.
 *
 * @returns the good ones, and what is wrong with each of the others
 */
export async function photosOf({ fields, photos }: PublicForm, nowMs: number): Promise<Photos> {
  const ticket = fields.get(GUARD_FIELDS.kept)
  const unwanted = fields.get('drop') === '1'
  if (unwanted) dropPhotos(ticket)
  const kept = unwanted ? [] : keptPhotos(ticket, nowMs)
  if (photos.length === 0) return { clean: kept, failures: [] }
  const done = await inTurn(() => cleanAll(withinLimit(photos)))
  if (!done) return { clean: kept, failures: [{ code: 'BUSY', field: 'photos' }] }
  const most = PUBLIC_FORM.photos
  const clean = [...kept, ...done.clean].slice(0, most).map((photo, i) => ({ ...photo, name: `${i + 1}.jpg` }))
  const count = kept.length + photos.length
  if (count <= most) return { ...done, clean }
  return { clean, failures: [{ code: 'TOO_MANY', field: 'photos', most, count }, ...done.failures] }
}
