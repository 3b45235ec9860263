/** A topic that is on the agenda already, in the order it stands there. */
export type StandingTopic = Readonly<{
  key: string
  /** RULES: nobody touched it. OFFICE: somebody placed or worded it. LAST: somebody added it, and left it at the end. */
  placed: 'RULES' | 'OFFICE' | 'LAST'
}>

/**
 * The order of an agenda proposed again 重新生成的次序: what nobody touched stands as in a fresh draft, the fourth topic of
 * the office stays the fourth, and what was added stays at the end.
 *
 * @param proposed keys of the topics the rules propose now, in their order
 * @returns keys in their order; of topics nobody touched only those still proposed
 */
export function orderAgain(standing: readonly StandingTopic[], proposed: readonly string[]): string[] {
  const still = new Set(proposed)
  const there = standing.filter(({ key, placed }) => placed !== 'RULES' || still.has(key))
  const end = there.findLastIndex(({ placed }) => placed !== 'LAST') + 1
  const kept = there.flatMap(({ key, placed }, place) => (placed === 'RULES' ? [] : [{ key, place }]))
  const keys = new Set(kept.map(({ key }) => key))
  const order = proposed.filter((key) => !keys.has(key))
  // From the front: whatever is put in later stands behind what has its place already.
  for (const { key, place } of kept) order.splice(place < end ? place : order.length, 0, key)
  return order
}
