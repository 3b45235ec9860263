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
