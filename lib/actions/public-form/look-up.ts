import 'server-only'
import { issueToken, readToken } from '@/lib/auth/form-token'
import { once } from '@/lib/auth/sent-once'
import { countTurn, waitFor } from '@/lib/auth/visitor-rate'
import { addToComplaint, complaintByCode, rateComplaint } from '@/lib/data/complaint-filing'
import { lookupCodeShown } from '@/lib/data/lookup-code'
import { reportStateByCode } from '@/lib/data/report-filing'
import type { PlainDate } from '@/lib/domain/plain-date'
import { GUARD_FIELDS } from '@/lib/domain/public-door'
import { cleanText } from '@/lib/domain/public-form'
import type { Failure, Result } from '@/lib/domain/result'
import type { Visitor } from '@/lib/domain/visitor'
import { log } from '@/lib/log'
import type { ComplaintView } from '@/lib/schemas/complaint'
import type { ReportStanding } from '@/lib/schemas/sealed-report'
import { readPublicForm } from './read-form'
import type { Arrival } from './receive'

/** What somebody does with his own case. */
export type CaseStep = 'rate' | 'add' | 'urge'
const stepIn = (text: string | undefined): CaseStep | null =>
  (['rate', 'add', 'urge'] as const).find((step) => step === text) ?? null

/** A case as whoever has its code sees it, or the field for a code. */
export type CaseFound =
  | Readonly<{ what: 'NONE'; typed: string; failure: Failure | null; status: number }>
  | Readonly<{
      what: 'COMPLAINT'
      code: string
      view: ComplaintView
      token: string
      /** What he has just done. */
      done: CaseStep | null
      /** Why it was not done, and what he had typed. */
      failure: Failure | null
      typed: Readonly<{ text: string; rating: string }>
    }>
  | Readonly<{ what: 'REPORT'; standing: ReportStanding }>

type Ask = Readonly<{ lookup: string; step: CaseStep; text: string; rating: string; today: PlainDate }>

const act = (visitor: Visitor, { lookup: code, step, text, rating, today }: Ask): Promise<Result<unknown>> =>
  step === 'rate'
    ? rateComplaint(visitor, { code, rating: Number(rating) || 0, text, today })
    : addToComplaint(visitor, { code, text: step === 'urge' ? '' : text, urge: step === 'urge', today })

/** Does a step once, however often it is pressed; a fault says nothing in the log but what kind it was. */
async function stepOnce(visitor: Visitor, ask: Ask, nonce: string, nowMs: number): Promise<Failure | null> {
  try {
    const said = JSON.stringify([ask.lookup, ask.step, ask.text, ask.rating])
    const done = await once(
      nonce,
      said,
      nowMs,
      () => act(visitor, ask),
      (result) => result.ok,
    )
    return done === null ? { code: 'USED', field: 'form' } : done.ok ? null : { field: 'form', ...done.error }
  } catch (error) {
    log.error({ fault: error instanceof Error ? error.name : 'unknown' }, 'public form')
    return { code: 'UNEXPECTED', field: 'form' }
  }
}

/**
 * Looks a case up by its code 查询码, in the district of the plate, and does what its owner asks with it. Wrong codes are
 * counted, so that nobody can try them all; a right one is free.
 */
export async function lookUp(
  visitor: Visitor,
  { request, code, address, nowMs }: Arrival,
  today: PlainDate,
): Promise<CaseFound> {
  const { fields } = await readPublicForm(request)
  const lookup = cleanText(fields.get('code') ?? '').slice(0, 80)
  const none = (failure: Failure, status = 200): CaseFound => ({ what: 'NONE', typed: lookup, failure, status })
  if (lookup === '') return none({ code: 'MISSING', field: 'code' })
  const wait = waitFor('case', address, nowMs)
  if (wait > 0) return none({ code: 'WAIT', field: 'form', minutes: Math.ceil(wait / 60_000) }, 429)
  const step = stepIn(fields.get('do'))
  const typed = { text: cleanText(fields.get('text') ?? '', true), rating: fields.get('rating') ?? '' }
  const known = await complaintByCode(visitor.districtId, lookup, today)
  if (!known) {
    const standing = await reportStateByCode(visitor.districtId, lookup)
    if (standing) return { what: 'REPORT', standing }
    countTurn('case', address, nowMs)
    return none({ code: 'CODE_UNKNOWN', field: 'code' })
  }
  const fresh = issueToken('case', code, nowMs)
  const shown = { what: 'COMPLAINT', code: lookupCodeShown(lookup), token: fresh } as const
  if (!step) return { ...shown, view: known, done: null, failure: null, typed: { text: '', rating: '' } }
  const token = readToken(fields.get(GUARD_FIELDS.token), 'case', code, nowMs)
  const failure: Failure | null =
    token && token.age !== 'OLD'
      ? await stepOnce(visitor, { lookup, step, ...typed, today }, token.nonce, nowMs)
      : { code: 'TOO_OLD', field: 'form' }
  if (failure) return { ...shown, view: known, done: null, failure, typed }
  const view = (await complaintByCode(visitor.districtId, lookup, today)) ?? known
  return { ...shown, view, done: step, failure: null, typed: { text: '', rating: '' } }
}
