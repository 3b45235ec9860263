import 'server-only'
import { GUARD_FIELDS } from '@/lib/domain/public-door'
import { PUBLIC_FORM } from '@/lib/domain/public-form'
import type { Failure } from '@/lib/domain/result'
import { cleanPhoto } from '@/lib/files/photo'
import { type CleanPhoto, dropPhotos, keptPhotos } from './kept-photos'
import { type PublicForm, withinLimit } from './read-form'

export type Photos = Readonly<{ clean: readonly CleanPhoto[]; failures: readonly Failure[] }>
export const NO_PHOTOS: Photos = { clean: [], failures: [] }

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
 * The photos of a form: those that arrived with it, made anew one after the other, or those held from the last try.
 *
 * @returns the good ones, and what is wrong with each of the others
 */
export async function photosOf({ fields, photos }: PublicForm, nowMs: number): Promise<Photos> {
  const ticket = fields.get(GUARD_FIELDS.kept)
  if (fields.get('drop') === '1') dropPhotos(ticket)
  else if (ticket && photos.length === 0) return { clean: keptPhotos(ticket, nowMs), failures: [] }
  if (photos.length === 0) return NO_PHOTOS
  const done = await inTurn(() => cleanAll(withinLimit(photos)))
  if (!done) return { clean: [], failures: [{ code: 'BUSY', field: 'photos' }] }
  const most = PUBLIC_FORM.photos
  if (photos.length <= most) return done
  return { ...done, failures: [{ code: 'TOO_MANY', field: 'photos', most, count: photos.length }, ...done.failures] }
}
