import type { SlipKey } from '@/lib/domain/task-export'
import type { ColourPaperLine } from '@/lib/schemas/colour-paper'
import { listed } from './joined'
import type { Locale } from './locale'
import { itemName, itemReason } from './reason-line'
import { reasonText } from './reason-text'
import type { Translator } from './translator'

/**
 * One cell of the ledger of slips for a paper a colour called for, on paper and in a workbook.
 *
 * @param index position of the row, from 0
 */
export function colourPaperCell(
  key: SlipKey,
  row: ColourPaperLine,
  index: number,
  t: Translator,
  locale: Locale,
): string | number | null {
  const { why } = row
  switch (key) {
    case 'row':
      return index + 1
    case 'no':
      return row.no ?? t('colourPaper.notIssued')
    case 'kind':
      return t(`colourPaper.kind.${row.kind}`)
    case 'matter':
      return row.item ? `${row.project} ${itemName(row.item, locale)}` : row.project
    case 'demand': {
      const reason = why && reasonText(why, locale)
      return listed(
        [
          reason && (why.item ? itemReason(itemName(why.item, locale), reason, locale) : reason),
          t('colourPaper.since', { day: row.since }),
        ],
        t,
      )
    }
    case 'unit':
      return row.unit
    case 'owner':
      return row.steps.find(({ kind }) => kind !== 'RETURN' && kind !== 'ACCEPT')?.by ?? null
    case 'limit':
      return row.owedBy ?? row.planBy ?? row.answerBy
    case 'signed':
      return row.signedOn
    case 'reply':
      return row.steps.findLast(({ kind }) => kind === 'EXPLAIN' || kind === 'PLAN' || kind === 'REPORT')?.text ?? null
    case 'late':
      return row.late ? t('colourPaper.lateYes') : t('task.paper.lateNo')
    case 'closed':
      return row.closedOn
  }
}
