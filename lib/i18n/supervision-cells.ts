import type { SupervisionKey } from '@/lib/domain/supervision/export'
import type { SupervisionRow } from '@/lib/schemas/supervision'
import { slipNumberText } from './slip-number-text'
import type { Translator } from './translator'

/** One cell of the ledger of slips in a workbook. @param index position of the row, from 0 */
export function supervisionCell(
  key: SupervisionKey,
  row: SupervisionRow,
  index: number,
  t: Translator,
): string | number | null {
  switch (key) {
    case 'row':
      return index + 1
    case 'no':
      return slipNumberText(row, t)
    case 'source':
      return t(`supervisionSlip.source.${row.source}`)
    case 'project':
      return row.project?.name ?? null
    case 'unit':
      return row.unit.name
    case 'repliedOn':
      return row.firstReplyOn
    case 'rung':
      return row.rung && t(`supervisionSlip.rung.${row.rung}`)
    case 'result':
      return row.result && t(`supervisionSlip.result.${row.result}`)
    case 'satisfied':
      return row.revisitOn
        ? t(`supervisionSlip.satisfied.${row.satisfied === null ? 'none' : row.satisfied ? 'yes' : 'no'}`)
        : null
    case 'state':
      return t(`supervisionSlip.state.${row.state}`)
    case 'level':
      return `${t(`level.short.${row.level}`)} ${t(`task.reason.${row.reason.code}`, row.reason)}`
    default:
      return row[key]
  }
}
