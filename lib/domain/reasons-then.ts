import { atMost, compareLevel, type Level } from './level-scale'
import type { PlainDate } from './plain-date'
import type { ProjectReason } from './project-level'
import { ownerOf, type Reason, sortReasons } from './reason'
import { reasonOn } from './reason-on'
import type { WorkCalendar } from './work-calendar'

/** What a procedure last turned to by some day, and why. */
export type ItemThen = Readonly<{
  id: string
  level: Level
  on: PlainDate
  reasons: readonly Reason[]
  agency: string | null
}>

/** What a project last turned to by some day, and why, with its procedures. */
export type ProjectThen = Readonly<{
  level: Level
  on: PlainDate
  reasons: readonly ProjectReason[]
  items: readonly ItemThen[]
}>

/** What a procedure says for the colour of its project on a day; nothing while it is in order. */
function itemReason(item: ItemThen, cap: Level, day: PlainDate, calendar: WorkCalendar): ProjectReason[] {
  const [reason] = sortReasons(item.reasons)
  if (!reason || reason.level !== item.level || compareLevel(item.level, 'GREEN') <= 0) return []
  const owner = reason.owner?.kind === 'AGENCY' && item.agency ? ownerOf(item.agency) : reason.owner
  const aged = reasonOn(reason, item.on, day, calendar)
  return [{ ...aged, level: atMost(reason.level, cap), owner, dimension: 'D1', subjectId: item.id }]
}

/**
 * Why a project had its colour on a day, read back from what its colours turned for: of those reasons the ones that still
 * held, with the numbers of that day, and what came up since under the same colour.
 *
 * @param over issues that were settled by that day
 */
export function reasonsThen(
  { level, on, reasons, items }: ProjectThen,
  over: ReadonlySet<string>,
  day: PlainDate,
  calendar: WorkCalendar,
): ProjectReason[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const told = new Set<string>()
  const still = reasons.flatMap((reason): ProjectReason[] => {
    const { subjectId, dimension, code } = reason
    if (subjectId !== null && over.has(subjectId)) return []
    const item = dimension === 'D1' && code !== 'TREND' ? byId.get(subjectId ?? '') : undefined
    if (!item) return [reasonOn(reason, on, day, calendar)]
    told.add(item.id)
    return item.on > on ? itemReason(item, level, day, calendar) : [reasonOn(reason, on, day, calendar)]
  })
  const since = items.flatMap((item) => (told.has(item.id) ? [] : itemReason(item, level, day, calendar)))
  return sortReasons([...still, ...since])
}
