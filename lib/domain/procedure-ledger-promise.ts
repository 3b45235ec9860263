import { longestPromise, type StatutoryLimit } from './catalog-item'
import type { LedgerNote } from './ledger-row'
import { squeeze } from './ledger-text'
import type { ProcedureState } from './procedure'
import { FINISHED_STATES } from './procedure-move'

const PROMISE = /^(\d{1,3})(?:个)?(?:工作日|wd)?$/i

/**
 * Working days a cell of 承诺时限 promises. Natural days and months are no promise of ours, and “7天” may be either: who wrote
 * it says which.
 *
 * @returns null where it cannot be read
 * @example promiseIn('7个工作日') // 7
 */
export function promiseIn(text: string): number | null {
  const found = PROMISE.exec(squeeze(text))
  return found ? Number(found[1]) : null
}

const BEGUN: ReadonlySet<ProcedureState> = new Set(['RECEIVED', 'ACCEPTED', 'SUPPLEMENT', 'SPECIAL'])

/**
 * Whether a ledger may give a procedure another promise 承诺时限: within the law; longer only before it has begun, so that no
 * lateness is written away; not at all once it has ended.
 *
 * @returns an error note, or null
 * @source four-colours §8: 0 < P ≤ S; K14
 */
export function promiseNote(
  promised: number,
  known: Readonly<{ promisedWd: number; state: ProcedureState; statutory: StatutoryLimit }>,
): LedgerNote | null {
  if (promised === known.promisedWd) return null
  const refuse = (code: string, params: LedgerNote['params'] = {}): LedgerNote => ({
    severity: 'error',
    code,
    params: { field: 'procedure.promised', text: promised, ...params },
  })
  if (promised < 1) return refuse('PROMISE_UNREADABLE')
  const most = longestPromise(known.statutory)
  if (most !== null && promised > most) return refuse('PROMISE_OVER_LAW', { most })
  if (FINISHED_STATES.has(known.state) || known.state === 'REJECTED')
    return refuse('PROMISE_ENDED', { was: known.promisedWd })
  if (BEGUN.has(known.state) && promised > known.promisedWd)
    return refuse('PROMISE_LENGTHENED', { was: known.promisedWd })
  return null
}
