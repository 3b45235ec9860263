/**
 * Parts in whole percents that always add up to a hundred 占比: each is cut off, and what is missing goes to those that lost
 * most (largest remainder), the first of equal ones first.
 *
 * @param parts whole numbers from 0 on
 * @returns noughts where there is nothing
 * @example wholeShares([1, 1, 1]) // [34, 33, 33]
 */
export function wholeShares(parts: readonly number[]): readonly number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  if (whole === 0) return parts.map(() => 0)
  const shares = parts.map((part) => Math.floor((part * 100) / whole))
  const missing = 100 - shares.reduce((sum, share) => sum + share, 0)
  const lost = parts.map((part, i) => ({ i, rest: (part * 100) % whole })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of lost.slice(0, missing)) shares[i] = (shares[i] ?? 0) + 1
  return shares
}
