import type { ScoreTable } from '../score'
import type { CountedItem, CountsFor, NewItem } from './item'
import type { Subject } from './month-table'

/** Somebody of a table with a number of projects. */
export const subject = (id: string, projects = 5): Subject => ({ id, name: id, group: null, projects })

/** An item of a subject; counted once, with full marks, unless it says otherwise. */
export const newItem = (subjectId: string, indicator: CountsFor, rest: Partial<NewItem> = {}): NewItem => ({
  table: 'STEWARD' as ScoreTable,
  subjectId,
  indicator,
  kind: 'PROCEDURE',
  factId: null,
  projectId: null,
  label: '事项',
  num: 1,
  den: 1,
  weight: 1,
  n: 1,
  open: false,
  dueOn: null,
  doneOn: null,
  out: null,
  detail: {},
  ...rest,
})

/** Items with their numbers, as they come. */
export const withSeq = (items: readonly NewItem[]): CountedItem[] =>
  items.map((item, i) => ({ ...item, seq: i + 1, changedBy: null }))

/** As many items as `of`, `good` of them with full marks. */
export const many = (subjectId: string, indicator: CountsFor, good: number, of: number): NewItem[] =>
  Array.from({ length: of }, (_, i) => newItem(subjectId, indicator, { num: i < good ? 1 : 0 }))
