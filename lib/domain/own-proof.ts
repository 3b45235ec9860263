import type { Actor } from './access'
import { err, ok, type Result } from './result'

/** Minutes for which somebody has shown that it is him 再次确认本人. */
export const PROOF_MINUTES = 10

/** Most rows with people's names that are handed out without it. */
export const PROOF_ROWS = 500

/**
 * Whether what is asked for may be had: a session that was left open must not publish a ranking, move somebody's telephone
 * number or carry the district's people away.
 *
 * @returns err PROOF_DUE until he has given his password or a code once more
 * @source SECURITY.md 3.3, design UX.md 30
 */
export const ownProof = (actor: Pick<Actor, 'proved'>): Result<null> =>
  actor.proved ? ok(null) : err({ code: 'PROOF_DUE' })

/**
 * As `ownProof`, of a list that is taken out of the house; a short one needs none.
 *
 * @param rows how many rows it has
 * @source SECURITY.md 3.4: H-23, more than 500 personal rows need a second factor
 */
export const ownProofForRows = (actor: Pick<Actor, 'proved'>, rows: number): Result<null> =>
  rows > PROOF_ROWS ? ownProof(actor) : ok(null)
