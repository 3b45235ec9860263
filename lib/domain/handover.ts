import { err, ok, type Result } from './result'

/** What decides whether a project can be offered to another steward: who has it, and who has been asked already. */
export type ProposalFacts = Readonly<{ stewardId: string | null; askedId: string | null }>

/**
 * Whether a project can be offered to a successor 提出交接. One question at a time: while somebody has not answered, nobody
 * else is asked.
 *
 * @returns who hands it over; err STEWARD_MISSING, SAME_PERSON, HANDOVER_OPEN
 * @source domain roles.md §2
 */
export function decideProposal({ stewardId, askedId }: ProposalFacts, toId: string): Result<{ fromId: string }> {
  if (!stewardId) return err({ code: 'STEWARD_MISSING' })
  if (stewardId === toId) return err({ code: 'SAME_PERSON' })
  if (askedId) return err({ code: 'HANDOVER_OPEN' })
  return ok({ fromId: stewardId })
}

/** A proposal as it stands: who made it, and whose project it is. */
export type OpenProposal = Readonly<{ state: string; proposerId: string | null; fromId: string }>

/**
 * Whether a proposal is taken back 撤回交接: by who made it, or stands in for him, and only while nobody has answered. One whose
 * maker nobody kept is its steward's.
 *
 * @param persons who asks, with those he stands in for
 * @returns err HANDOVER_DECIDED, HANDOVER_OF_OTHERS
 * @source 客户口径 2026-11-27
 */
export function decideWithdrawal(
  { state, proposerId, fromId }: OpenProposal,
  persons: readonly string[],
): Result<null> {
  if (state !== 'PROPOSED') return err({ code: 'HANDOVER_DECIDED', state })
  return persons.includes(proposerId ?? fromId) ? ok(null) : err({ code: 'HANDOVER_OF_OTHERS' })
}
