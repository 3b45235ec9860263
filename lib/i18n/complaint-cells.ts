import type { ComplaintKey } from '@/lib/domain/complaint-export'
import type { ComplaintRow } from '@/lib/schemas/complaint'
import { complaintReason, complaintStateText, pointText, starsText } from './complaint-text'
import type { Locale } from './locale'
import type { Translator } from './translator'

/** One cell of the ledger of complaints, on paper and in a workbook. */
export function complaintCell(
  key: ComplaintKey,
  row: ComplaintRow,
  _index: number,
  t: Translator,
  locale: Locale,
): string | number | null {
  switch (key) {
    case 'number':
      return row.number
    case 'filed':
      return row.filedOn
    case 'point':
      return row.point ? `${pointText(row.point, locale)} ${row.point.name}` : pointText(null, locale)
    case 'kind':
      return t(`complaint.kind.${row.kind}`)
    case 'text':
      return row.text
    case 'place':
      return row.place
    case 'lead':
      return row.lead?.name ?? null
    case 'due':
      return row.clockOn ?? row.dueOn
    case 'answered':
      return row.answeredOn
    case 'rating':
      return starsText(row.rating, locale)
    case 'state':
      return complaintStateText(row, locale)
    case 'level':
      return `${t(`level.short.${row.level}`)} ${complaintReason(row, locale)}`
  }
}
