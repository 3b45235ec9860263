import type { PackKey } from '@/lib/domain/pack-export'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { PackRow } from '@/lib/schemas/gift-pack'
import { dayIn } from './day'
import { listed } from './joined'
import type { Translator } from './translator'

/** What became of a pack, in words. */
export function standText(row: PackRow, today: PlainDate, t: Translator): string {
  if (row.returnedOn) return t('pack.returnedOn', { day: dayIn(row.returnedOn, today), reason: row.returnReason ?? '' })
  if (!row.confirmedOn) return t('pack.waiting')
  const day = dayIn(row.confirmedOn, today)
  // What came back by a slip is told from the receiver's own word.
  if (!row.confirmedSelf) return t('pack.confirmedSlip', { day, name: row.receiver ?? t('pack.unnamed') })
  return row.receiver ? t('pack.confirmedBy', { day, name: row.receiver }) : t('pack.confirmedOn', { day })
}

/** One cell of the ledger of packs in a workbook. @param index position of the row, from 0 */
export function packCell(
  key: PackKey,
  row: PackRow,
  index: number,
  t: Translator,
  today: PlainDate,
): string | number | null {
  switch (key) {
    case 'row':
      return index + 1
    case 'enterprise':
    case 'batch':
      return row[key].name
    case 'fresh':
      return t(row.fresh ? 'issueLedger.yes' : 'issueLedger.no')
    case 'channel':
      return t(`pack.channel.${row.channel}`)
    case 'contents':
      return listed(
        row.contents.map((content) => t(`pack.content.${content}`)),
        t,
      )
    case 'stand':
      return standText(row, today, t)
    default:
      return row[key]
  }
}
