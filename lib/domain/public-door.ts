/** What somebody without an account may send: a complaint, a report to the commission, or the code of a case of his own. */
export type Door = 'complaint' | 'report' | 'case'

/** Fields of a public form that nobody fills in by hand, but the last. */
export const GUARD_FIELDS = { token: 'token', trap: 'topic2', kept: 'kept', answer: 'answer' } as const
