import type { ForecastItem } from './forecast'
import type { Usual } from './usual-time'

/** What one item usually takes where it is decided, and how much of it is used. */
export type UsualItem = Readonly<{ code: string; usual: Usual; used: number }>

/**
 * The items with what they take in four of five cases of this district's own history P80, in place of the promise.
 *
 * What already runs needs what is left of it; what has fewer than five cases keeps its promise.
 *
 * @returns also how many open items have a history long enough, of how many
 * @source meetings-and-ranking B2; four-colours P18
 */
export function withUsual<I extends ForecastItem>(
  items: readonly I[],
  usual: readonly UsualItem[],
): Readonly<{ items: readonly I[]; known: number; open: number }> {
  const byCode = new Map(usual.map((one) => [one.code, one]))
  let [known, open] = [0, 0]
  const told = items.map((item) => {
    if (item.status !== 'open') return item
    open++
    const own = byCode.get(item.code)
    if (!own?.usual.enough) return item
    known++
    return { ...item, remainingWd: Math.max(0, own.usual.p80 - (item.running ? own.used : 0)) }
  })
  return { items: told, known, open }
}
