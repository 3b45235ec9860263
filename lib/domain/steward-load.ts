import { err, ok, type Result } from './result'

/**
 * Projects one steward can answer for 管家负荷.
 *
 * @source other-mechanisms.md §3
 */
export const MOST_PROJECTS = 8

/** Whether a steward has as many projects as he should: one more wants a reason. */
export const isFull = (projects: number): boolean => projects >= MOST_PROJECTS

/**
 * Whether a steward may get more projects: beyond the limit only when somebody says why.
 *
 * @param has    projects he has, with those offered to him
 * @param more   projects he would get
 * @param reason why he of all people, where that is too many
 * @returns err STEWARD_FULL
 * @source other-mechanisms.md §3
 * @example decideLoad(8, 1, undefined) // STEWARD_FULL, n 9
 */
export function decideLoad(has: number, more: number, reason: string | undefined): Result<null> {
  if (has + more <= MOST_PROJECTS || reason) return ok(null)
  return err({ code: 'STEWARD_FULL', has, n: has + more, most: MOST_PROJECTS })
}
