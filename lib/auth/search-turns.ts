import 'server-only'

const WINDOW_MS = 10_000
/** Searches an account may ask for in a window: twice what a quick typist needs. */
const MOST = 40
/** Accounts remembered at most; beyond it the old ones go. */
const MOST_ACCOUNTS = 10_000

const turns = new Map<string, { since: number; count: number }>()

/**
 * Takes one of the searches an account has in ten seconds 搜索限次. Counted in this process: searching changes nothing, so a
 * count that is exact over several instances is not worth a write for every letter typed.
 *
 * @returns seconds to wait, or 0
 */
export function takeSearchTurn(userId: string, now: number): number {
  const turn = turns.get(userId)
  if (!turn || now - turn.since >= WINDOW_MS) {
    if (turns.size >= MOST_ACCOUNTS) for (const [id, { since }] of turns) if (now - since >= WINDOW_MS) turns.delete(id)
    turns.set(userId, { since: now, count: 1 })
    return 0
  }
  turn.count += 1
  return turn.count <= MOST ? 0 : Math.max(1, Math.ceil((turn.since + WINDOW_MS - now) / 1000))
}
