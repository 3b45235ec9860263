import { Provisional } from '@/components/level/provisional'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { QueueRow } from '@/lib/schemas/procedure-queue'
import { isOpenNext, queueNext } from './queue-text'

/** What happens to a row if nobody moves, with the mark of a day that is not certain yet. */
export function QueueNext({ row, today, locale }: { row: QueueRow; today: PlainDate; locale: Locale }) {
  return (
    <>
      {queueNext(row, today, locale)}
      <Provisional when={isOpenNext(row)} t={translator(locale)} />
    </>
  )
}
