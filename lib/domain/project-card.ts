/** Columns a reader of the card is never shown of a project: money, plans, and what others report and ask. */
const BEYOND_CARD: ReadonlySet<string> = new Set([
  'content',
  'span',
  'total',
  'planned',
  'week',
  'done',
  'share',
  'deviation',
  'milestone',
  'progress',
  'problem',
  'request',
  'next',
  'note',
])

/**
 * Whether a column of the ledger, on screen, on paper or in a workbook, belongs to the card 简卡.
 *
 * @source domain roles.md §1, column 项目: 部门经办人 “V minimal card”
 * @example isWithinCard('total') // false
 */
export const isWithinCard = (column: string): boolean => !BEYOND_CARD.has(column)
