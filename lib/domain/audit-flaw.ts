/** What can be wrong with a row of the audit log, its digests or its seals 防篡改. */
export const AUDIT_FLAWS = [
  'ENTRY_CHANGED', // the entry is not what it was when it was entered
  'ENTRY_REMOVED', // an entry was there and is gone
  'ENTRY_ADDED', // an entry was slipped in past the log
  'DIGEST_CHANGED', // the entry is as it was sealed, what was written of it is not
  'SEAL_CHANGED', // its entries are as they were, the seal is not
  'SEAL_CHAIN', // the seal does not follow the one before it
  'RANGE_CHANGED', // entries and what was written of them were changed together
] as const
export type AuditFlawKind = (typeof AUDIT_FLAWS)[number]

/** A row that does not fit: an entry by its number, a seal by its own with the entries it covers. */
export type AuditFlaw = Readonly<{
  kind: AuditFlawKind
  /** Number of the entry or of the seal. */
  id: string
  /** Entries a seal covers. */
  range?: Readonly<{ from: string; to: string }>
}>

/** What a row of the log is found to be: its canonical text now, and what was written of it when it was entered. */
export type AuditLine = Readonly<{
  id: string
  /** SHA-256 of its text now; null where the entry is gone. */
  is: string | null
  /** SHA-256 when it was entered; null where nothing was written of it. */
  was: string | null
}>

/** Rows whose entry and digest do not fit each other, each with what was done to it as far as they alone can tell. */
export const unfitLines = (lines: readonly AuditLine[]): AuditFlaw[] =>
  lines.flatMap(({ id, is, was }): AuditFlaw[] => {
    if (is === was) return []
    if (is === null) return [{ kind: 'ENTRY_REMOVED', id }]
    return [{ kind: was === null ? 'ENTRY_ADDED' : 'ENTRY_CHANGED', id }]
  })

/** What a seal is found to be. */
export type SealFound = Readonly<{
  id: string
  range: Readonly<{ from: string; to: string }>
  /** Whether it follows the seal before it, and the one after it this one; true where there is none. */
  follows: boolean
  followed: boolean
  /** Whether the seal before it is as it was. */
  afterFit: boolean
  /** Whether its hash is that of the entries as they are now. */
  fits: boolean
  lines: readonly AuditLine[]
}>

/**
 * What is wrong under one seal, row by row. The seal is the judge between an entry and its digest: where it still fits the
 * entries, they are as they were, and the digest was changed. Where every entry fits its digest and the seal does not, its
 * neighbours in the chain tell whether it is the seal, or entries and digests together.
 *
 * @example sealFlaws({ …, fits: false, lines: [{ id: '7', is: 'a', was: 'b' }] }) // [{ kind: 'ENTRY_CHANGED', id: '7' }]
 */
export function sealFlaws({ id, range, follows, followed, afterFit, fits, lines }: SealFound): AuditFlaw[] {
  const rows = unfitLines(lines)
  if (!fits && rows.length > 0) return rows
  if (!fits) return [{ kind: follows && followed ? 'RANGE_CHANGED' : 'SEAL_CHANGED', id, range }]
  // One that follows a hash which was changed since is itself in order.
  const chain: AuditFlaw[] = follows || !afterFit ? [] : [{ kind: 'SEAL_CHAIN', id, range }]
  return [...chain, ...rows.map((row) => ({ ...row, kind: 'DIGEST_CHANGED' as const }))]
}
