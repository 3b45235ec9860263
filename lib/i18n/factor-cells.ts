import type { FactorKey } from '@/lib/domain/factor-export'
import type { FactorRow } from '@/lib/schemas/factor'
import { factorColour, gapText } from './factor-text'
import type { Locale } from './locale'
import type { Translator } from './translator'

/**
 * One cell of the ledger of needs, on paper and in a workbook.
 *
 * @param index position of the row, from 0
 */
export function factorCell(
  key: FactorKey,
  row: FactorRow,
  index: number,
  t: Translator,
  locale: Locale,
): string | number | null {
  switch (key) {
    case 'row':
      return index + 1
    case 'project':
      return row.project.name
    case 'kind':
      return t(`factor.kind.${row.kind}`)
    case 'quantity':
      return t('factor.amount', { n: row.quantity, unit: row.unit })
    case 'needBy':
      return row.needBy
    case 'gap':
      return gapText(row, locale)
    case 'lead':
      return row.lead?.name ?? null
    case 'committed':
      return row.committedOn
    case 'state':
      return t(`factor.state.${row.state}`)
    case 'level':
      return factorColour(row, locale)
  }
}
