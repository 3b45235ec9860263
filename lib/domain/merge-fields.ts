/** A field both sides changed since the same base, each to something else. */
export type Clash = Readonly<{ base: string; theirs: string; mine: string }>

/** What somebody answered about a clash: whose text stands, and which of theirs he had before his eyes. */
export type Answer = Readonly<{ pick: 'mine' | 'theirs'; seen: string }>

export type Merge<F extends string> = Readonly<{
  /** Field by field what stands; a clash without an answer holds mine. */
  values: Readonly<Record<F, string>>
  clashes: Readonly<Partial<Record<F, Clash>>>
  /** Fields only they touched: theirs stand by themselves. */
  taken: readonly F[]
}>

/**
 * Brings two edits of one row together field by field 三方合并: base is what both began with, theirs what is stored now.
 *
 * A field one side touched is that side's. A field both set to the same is no clash. An answer counts only for the very
 * text it was given about: what changed again meanwhile is asked again.
 *
 * @param mine fields that are not named are not touched
 * @example mergeFields(['note'], { note: 'a' }, { note: 'b' }, { note: 'a' }).values.note // 'b'
 */
export function mergeFields<F extends string>(
  fields: readonly F[],
  base: Readonly<Record<F, string>>,
  theirs: Readonly<Record<F, string>>,
  mine: Readonly<Partial<Record<F, string>>>,
  answers: Readonly<Record<string, Answer>> = {},
): Merge<F> {
  const values: Partial<Record<F, string>> = {}
  const clashes: Partial<Record<F, Clash>> = {}
  const taken: F[] = []
  for (const field of fields) {
    const [was, now, typed] = [base[field], theirs[field], mine[field] ?? base[field]]
    const answer = answers[field]
    if (typed === was || typed === now) {
      values[field] = now
      if (typed === was && now !== was) taken.push(field)
    } else if (now === was) values[field] = typed
    else if (answer?.seen === now) values[field] = answer.pick === 'mine' ? typed : now
    else {
      values[field] = typed
      clashes[field] = { base: was, theirs: now, mine: typed }
    }
  }
  return { values: values as Record<F, string>, clashes, taken }
}
