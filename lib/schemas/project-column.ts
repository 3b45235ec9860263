/**
 * Columns of the project ledger 项目台账, by the facts they show, in the order of the weekly ledger.
 *
 * @source formats.md §2
 */
export const PROJECT_COLUMNS = [
  'number',
  'name',
  'code',
  'level',
  'change',
  'owner',
  'ruler',
  'taskforce',
  'street',
  'enterprise',
  'nature',
  'content',
  'span',
  'total',
  'planned',
  'week',
  'done',
  'share',
  'deviation',
  'stage',
  'milestone',
  'progress',
  'procedures',
  'problem',
  'request',
  'next',
  'leader',
  'leadUnit',
  'steward',
  'contact',
  'verified',
  'note',
] as const
export type ProjectColumn = (typeof PROJECT_COLUMNS)[number]

/** What is shown before anybody chooses: the colour and its owner, then the money officials look for, then the plan. */
export const DEFAULT_PROJECT_COLUMNS: readonly ProjectColumn[] = [
  'number',
  'name',
  'level',
  'change',
  'owner',
  'ruler',
  'total',
  'planned',
  'done',
  'share',
  'deviation',
  'stage',
  'milestone',
  'steward',
  'taskforce',
  'street',
]

/** Columns that stand whatever is chosen: without them a row has no name. */
export const FIXED_PROJECT_COLUMNS: readonly ProjectColumn[] = ['number', 'name']

const isColumn = (text: string): text is ProjectColumn => PROJECT_COLUMNS.some((column) => column === text)

/**
 * Reads a choice of columns, `total,level`, in its order; what is unknown or said twice is left out, what must stand
 * comes first.
 *
 * @returns undefined when nothing known is named, so that the next choice speaks
 * @example readColumns('total,level,xyz') // ['number', 'name', 'total', 'level']
 */
export function readColumns(choice: string | readonly string[]): readonly ProjectColumn[] | undefined {
  const named = (typeof choice === 'string' ? choice.split(',') : choice).filter(isColumn)
  return named.length === 0 ? undefined : [...new Set([...FIXED_PROJECT_COLUMNS, ...named])]
}

/** A choice with one column a place earlier or later; what must stand first stays first. */
export function moveColumn(columns: readonly ProjectColumn[], column: string, by: 1 | -1): readonly ProjectColumn[] {
  const from = (columns as readonly string[]).indexOf(column)
  const to = from + by
  if (from < FIXED_PROJECT_COLUMNS.length || to < FIXED_PROJECT_COLUMNS.length || to >= columns.length) return columns
  const moved = [...columns]
  moved.splice(to, 0, ...moved.splice(from, 1))
  return moved
}
