import type { FindingKey, WalkKey } from '@/lib/domain/walk-export'
import type { FindingRow, WalkRow } from '@/lib/schemas/walk'
import type { Locale } from './locale'
import type { Translator } from './translator'
import { costText } from './walk-text'

/** One cell of the ledger of walks in a workbook. @param index position of the row, from 0 */
export function walkCell(key: WalkKey, row: WalkRow, index: number, t: Translator): string | number | null {
  switch (key) {
    case 'row':
      return index + 1
    case 'unit':
      return row.unit.name
    case 'mode':
      return t(`walk.mode.${row.mode}`)
    case 'place':
      return t(`walk.place.${row.place}`)
    case 'open':
      return row.openFindings
    case 'state':
      return t(`walk.state.${row.state}`)
    default:
      return row[key]
  }
}

/** One cell of the ledger of findings in a workbook. @param index position of the row, from 0 */
export function findingCell(
  key: FindingKey,
  row: FindingRow,
  index: number,
  t: Translator,
  locale: Locale,
): string | number | null {
  switch (key) {
    case 'row':
      return index + 1
    case 'item':
      return row.walk.item
    case 'walked':
      return row.walk.unit
    case 'kind':
      return t(`walk.kind.${row.kind}`)
    case 'measure':
      return row.measure && t(`walk.measure.${row.measure}`)
    case 'owner':
      return row.owner.name
    case 'due':
      return row.dueOn
    case 'state':
      return t(`walk.finding.${row.state}`)
    case 'before':
      return costText(row.before, locale)
    case 'after':
      return row.state === 'CLOSED' ? costText(row.after, locale) : null
    case 'level':
      return `${t(`level.short.${row.level}`)} ${t(`task.reason.${row.reason.code}`, row.reason)}`
    default:
      return row[key]
  }
}
