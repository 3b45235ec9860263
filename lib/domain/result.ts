/** An expected refusal: a code for messages/*.json and the values its sentence needs. */
export type Failure<Code extends string = string> = Readonly<{ code: Code } & Record<string, unknown>>

export type Result<T, F extends Failure = Failure> =
  | Readonly<{ ok: true; value: T }>
  | Readonly<{ ok: false; error: F }>

export const ok = <T>(value: T): Readonly<{ ok: true; value: T }> => ({ ok: true, value })

export const err = <F extends Failure>(error: F): Readonly<{ ok: false; error: F }> => ({ ok: false, error })
