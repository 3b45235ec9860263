import 'server-only'
import { createHash } from 'node:crypto'
import { isAnswered, issueToken, questionOf, readToken } from '@/lib/auth/form-token'
import { once } from '@/lib/auth/sent-once'
import { countTurn, isCrowded, waitFor } from '@/lib/auth/visitor-rate'
import { type Door, GUARD_FIELDS } from '@/lib/domain/public-door'
import { eachOf, err, type Failure, gathered, type Result } from '@/lib/domain/result'
import { log } from '@/lib/log'
import { type CleanPhoto, dropPhotos, keepPhotos, keptPhotos } from './kept-photos'
import { photosOf } from './photos-of'
import { readPublicForm } from './read-form'

/** A form as it comes to a door: from an address that is counted and never kept, at a moment that is not kept either. */
export type Arrival = Readonly<{ request: Request; code: string; address: string | null; nowMs: number }>

type Fields = ReadonlyMap<string, string>
type Desk<D> = Readonly<{
  door: Exclude<Door, 'case'>
  draftOf: (fields: Fields) => D
  problemOf: (draft: D) => Failure | null
  /** Whether this may not be taken at all, by what was chosen or by what it says. */
  stopOf?: (draft: D, fields: Fields) => 'CHOSEN' | 'GUESSED' | null
  file: (draft: D, photos: readonly CleanPhoto[], nonce: string) => Promise<Result<{ lookupCode: string }>>
}>

/** What a form is shown with again. */
export type Refused<D> = Readonly<{
  draft: D
  failure: Failure | null
  stop: 'CHOSEN' | 'GUESSED' | null
  token: string
  question: readonly [number, number] | null
  kept: Readonly<{ ticket: string; count: number }> | null
  status: number
}>
export type Received<D> = Readonly<{ lookupCode: string }> | Refused<D>

/** A form nobody has filled in yet. */
export const freshSheet = (door: Door, code: string, nowMs: number) => {
  const token = issueToken(door, code, nowMs)
  return { token, question: isCrowded(nowMs) ? questionOf(token) : null, kept: null }
}

const STATUS: Readonly<Record<string, number>> = { WAIT: 429, TOO_LARGE: 413, BUSY: 429, UNEXPECTED: 503, NO_KEY: 503 }
const waiting = (ms: number): Failure => ({ code: 'WAIT', field: 'form', minutes: Math.ceil(ms / 60_000) })

/** Why a form is not looked at any further: none of it is about what it says. */
function guard(
  door: Door,
  { address, nowMs }: Arrival,
  fields: Fields,
  token: ReturnType<typeof readToken>,
): Readonly<{ failure: Failure | null; renew: boolean }> {
  const refuse = (code: string, renew: boolean, field = 'form') => ({ failure: { code, field }, renew })
  const wait = waitFor(door, address, nowMs)
  if (wait > 0) return { failure: waiting(wait), renew: token?.age !== 'GOOD' }
  if (!token || token.age === 'OLD') return refuse('TOO_OLD', true)
  if (token.age === 'YOUNG') return refuse('TOO_YOUNG', false)
  if ((fields.get(GUARD_FIELDS.trap) ?? '') !== '') return refuse('TRAP', false)
  const answer = fields.get(GUARD_FIELDS.answer)
  if (isCrowded(nowMs) && !isAnswered(fields.get(GUARD_FIELDS.token) ?? '', answer))
    return refuse('QUESTION', true, GUARD_FIELDS.answer)
  return { failure: null, renew: false }
}

/** Photos as a mark: the same sent twice are one. */
function printOf(photos: readonly CleanPhoto[]): string {
  if (photos.length === 0) return ''
  const hash = createHash('sha256')
  for (const { bytes } of photos) hash.update(bytes)
  return hash.digest('base64url')
}

/** Files once what a form says, within the turns of its address. A fault says nothing in the log but what kind it was. */
async function fileOnce<D>(
  desk: Desk<D>,
  { address, nowMs }: Arrival,
  draft: D,
  photos: readonly CleanPhoto[],
  nonce: string,
): Promise<Result<{ lookupCode: string }>> {
  const act = async (): Promise<Result<{ lookupCode: string }>> => {
    const wait = waitFor(desk.door, address, nowMs)
    if (wait > 0) return err(waiting(wait))
    countTurn(desk.door, address, nowMs)
    return desk.file(draft, photos, nonce)
  }
  try {
    const done = await once(nonce, JSON.stringify(draft), nowMs, act, (result) => result.ok, printOf(photos))
    if (done && !(!done.ok && done.error.code === 'FORM_USED')) return done
    return err({ code: 'USED', field: 'form' })
  } catch (error) {
    log.error({ fault: error instanceof Error ? error.name : 'unknown' }, 'public form')
    return err({ code: 'UNEXPECTED', field: 'form' })
  }
}

/**
 * Takes what somebody without an account sent to a door: its token, how many came before, what it says, its photos; then
 * files it once. Whatever is refused comes back as it was typed.
 */
export async function receive<D>(arrival: Arrival, desk: Desk<D>): Promise<Received<D>> {
  const { request, code, nowMs } = arrival
  const form = await readPublicForm(request)
  const { fields } = form
  const draft = desk.draftOf(fields)
  const given = fields.get(GUARD_FIELDS.token) ?? ''
  const back = (failure: Failure | null, stop: Refused<D>['stop'], photos: readonly CleanPhoto[], renew: boolean) => {
    const fresh = freshSheet(desk.door, code, nowMs)
    const token = renew ? fresh.token : given
    const status = failure ? Math.max(200, ...eachOf(failure).map((each) => STATUS[each.code] ?? 0)) : 200
    const kept = photos.length > 0 ? { ticket: keepPhotos(photos, nowMs), count: photos.length } : null
    return { draft, failure, stop, token, question: fresh.question && questionOf(token), kept, status }
  }
  const ticket = fields.get(GUARD_FIELDS.kept)
  // Chosen, not guessed: nothing else of it is looked at.
  if (desk.stopOf?.(draft, fields) === 'CHOSEN') {
    dropPhotos(ticket)
    return back(null, 'CHOSEN', [], true)
  }
  const token = readToken(given, desk.door, code, nowMs)
  const held = guard(desk.door, arrival, fields, token)
  // Whoever is no page of ours, or has had his turns, costs no more than the reading; what was held for him stays.
  const looked = token !== null && held.failure?.code !== 'WAIT'
  const photos = looked ? await photosOf(form, nowMs) : { clean: keptPhotos(ticket, nowMs), failures: [] }
  dropPhotos(ticket)
  const failure = gathered(form.failure, held.failure, desk.problemOf(draft), ...photos.failures)
  if (failure || !token) return back(failure, null, photos.clean, held.renew)
  if (desk.stopOf?.(draft, fields)) return back(null, 'GUESSED', photos.clean, false)
  const filed = await fileOnce(desk, arrival, draft, photos.clean, token.nonce)
  if (filed.ok) return { lookupCode: filed.value.lookupCode }
  return back({ field: 'form', ...filed.error }, null, photos.clean, filed.error.code === 'USED')
}
