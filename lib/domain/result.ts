/** An expected refusal: a code for messages/*.json and the values its sentence needs. */
export type Failure<Code extends string = string> = Readonly<{ code: Code } & Record<string, unknown>>

export type Result<T, F extends Failure = Failure> =
  | Readonly<{ ok: true; value: T }>
  | Readonly<{ ok: false; error: F }>

export const ok = <T>(value: T): Readonly<{ ok: true; value: T }> => ({ ok: true, value })

/**
 * Several refusals as one: the first, with the others in `also`, so that all that is wrong is said at once. A refusal that was
 * made of several brings all of them; what is refused twice is said once.
 *
 * @returns null when nothing was refused
 * @example gathered(null, { code: 'REASON_MISSING' }, { code: 'APPROVER_MISSING' })?.also // [{ code: 'APPROVER_MISSING' }]
 */
export function gathered(...failures: readonly (Failure | null)[]): Failure | null {
  const all = new Map<string, Failure>()
  for (const failure of failures.flatMap((each) => (each ? eachOf(each) : []))) {
    const key = [failure.code, failure.field, failure.text].join(' ')
    if (!all.has(key)) all.set(key, failure)
  }
  const [first, ...also] = all.values()
  return first ? { ...first, ...(also.length > 0 ? { also } : {}) } : null
}

/** A refusal and those that came with it, each by itself. */
export function eachOf({ also, ...first }: Failure): readonly Failure[] {
  return [first as Failure, ...(Array.isArray(also) ? (also as Failure[]) : [])]
}

/** What a result refuses; null when it does not. */
export const refusalOf = (result: Result<unknown>): Failure | null => (result.ok ? null : result.error)

export const err = <F extends Failure>(error: F): Readonly<{ ok: false; error: F }> => ({ ok: false, error })
