import type { PlainDate } from '../plain-date'

/** What keeps a meeting from being closed, in the order it is mended 散会前要补的. */
export const CLOSING_GAPS = [
  'PROJECT_GONE', // the project left the library since the agenda
  'NO_RESULT', // neither decided nor put off
  'NO_LEAD', // nobody leads
  'LEAD_GONE', // the unit was dissolved
  'OWNER_DISABLED', // the person's account was disabled
  'NO_DUE', // no day
  'DUE_OVER', // the day is over already
] as const
export type ClosingGap = (typeof CLOSING_GAPS)[number]

export type ClosingDecision = Readonly<{
  id: string
  leadOrgId: string | null
  leadDissolved: boolean
  ownerDisabled: boolean
  dueOn: PlainDate | null
}>

export type ClosingTopic = Readonly<{
  itemId: string
  state: 'OPEN' | 'NEXT_TIME' | 'WITHDRAWN'
  /** Its project is not in the library any more, and nobody said that what was decided holds nevertheless. */
  gone: boolean
  decisions: readonly ClosingDecision[]
}>

export type Gap = Readonly<{ kind: ClosingGap; itemId: string; decisionId: string | null }>

/**
 * What is missing before a meeting can be closed, topic by topic 散会核对. Empty: it can.
 *
 * @param today a task cannot be due before the day it is handed out
 */
export function closingGaps(topics: readonly ClosingTopic[], today: PlainDate): readonly Gap[] {
  return topics.flatMap(({ itemId, state, gone, decisions }): Gap[] => {
    const gap = (kind: ClosingGap, decisionId: string | null = null) => ({ kind, itemId, decisionId })
    if (gone && state === 'OPEN') return [gap('PROJECT_GONE')]
    if (state === 'OPEN' && decisions.length === 0) return [gap('NO_RESULT')]
    return decisions.flatMap(({ id, leadOrgId, leadDissolved, ownerDisabled, dueOn }) => [
      ...(leadOrgId === null ? [gap('NO_LEAD', id)] : leadDissolved ? [gap('LEAD_GONE', id)] : []),
      ...(ownerDisabled ? [gap('OWNER_DISABLED', id)] : []),
      ...(dueOn === null ? [gap('NO_DUE', id)] : dueOn < today ? [gap('DUE_OVER', id)] : []),
    ])
  })
}
