import type { Result } from './result'
import { type CatalogueTerms, shortened } from './shortening'
import { type Change, type ForecastGround, type WhatIf, type WhatIfItem, whatIf } from './what-if'

/** An item with everything a trial may change about it. */
export type TrialItem = WhatIfItem & CatalogueTerms

/**
 * What some ways to save days and some other facts would do together 试算: the forecast as it is shown, and the same one
 * with all of it. Nothing is saved.
 *
 * @param ways keys of `shorteningKey`; tried with the facts as they would be, so that one a fact makes pointless does nothing
 * @returns err ITEM_UNKNOWN, ITEM_FINISHED, WHAT_IF_DAYS, WHAT_IF_FAR, GRAPH_CYCLE
 * @source four-colours P18, K2; procedures.md §1
 */
export const tryOut = (
  items: readonly TrialItem[],
  ways: readonly string[],
  changes: readonly Change[],
  ground: ForecastGround,
): Result<WhatIf> => whatIf(items, changes, ground, (changed) => shortened(changed, ground.edges, ways))

/** What a day less of an item, nothing left of it, and a day more would do to the start: working days. */
export type Reach = Readonly<{ earlier: number; most: number; later: number }>

/**
 * How much construction, or production once construction has its permits, hangs on one item alone: what it would win if it
 * took a day less, and if nothing of it were left, and what a day more would cost.
 *
 * @returns null where the item is not open
 * @source four-colours P18
 */
export function reachOf(items: readonly TrialItem[], code: string, ground: ForecastGround): Reach | null {
  const item = items.find((one) => one.code === code)
  if (item?.status !== 'open') return null
  const moved = (days: number) => {
    const tried = tryOut(items, [], [{ kind: 'LONGER', code, days }], ground)
    if (!tried.ok) return 0
    const { before, construction, production } = tried.value
    return (before.constructionStart ? construction : production)?.days ?? 0
  }
  const won = (days: number) => (days > 0 ? Math.max(0, 0 - moved(-days)) : 0)
  return { earlier: won(Math.min(1, item.remainingWd)), most: won(item.remainingWd), later: Math.max(0, moved(1)) }
}
