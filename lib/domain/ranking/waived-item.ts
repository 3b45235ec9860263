import { earliest, type PlainDate } from '../plain-date'
import type { Dimension } from '../project-level'
import { waivedOn } from '../waived-span'
import type { RankedProject } from './facts'
import type { ItemKind, NewItem } from './item'
import type { Span } from './span'

/** Which dimension of a project's colour an item is about; none of a rating or a slip. */
const DIMENSION_OF: Readonly<Partial<Record<ItemKind, Dimension>>> = {
  PROCEDURE: 'D1',
  PROJECT: 'D2',
  MILESTONE: 'D3',
  ISSUE: 'D5',
  FACTOR: 'D6',
  UPDATES: 'D7',
}

/** Day an item stands for: when it was due or done, whichever came first, and within the month. */
const dayOf = ({ dueOn, doneOn }: NewItem, { first, last }: Span): PlainDate => {
  const day = dueOn && doneOn ? earliest(dueOn, doneOn) : (dueOn ?? doneOn ?? last)
  return day < first ? last : day
}

/**
 * An item that a waiver covers leaves numerator and denominator 正当理由; one that was left out before keeps its own reason.
 *
 * @source meetings-and-ranking B2, 正当理由
 */
export function waivedItem(item: NewItem, project: RankedProject | undefined, span: Span): NewItem {
  const dimension = DIMENSION_OF[item.kind]
  if (item.out !== null || !dimension || !project || project.waived.length === 0) return item
  return waivedOn(project.waived, dayOf(item, span)).includes(dimension) ? { ...item, out: 'WAIVED' } : item
}
