import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { isOpenInList, turnText } from '@/lib/i18n/verdict-text'
import type { OwnTurn, Turn } from '@/lib/schemas/turn'
import { Provisional } from './provisional'

/** What turns by itself, in a list's few words, and the mark of a day that is not certain yet. */
export function ShortTurn({
  turn,
  today,
  locale,
}: {
  turn: Turn & Readonly<{ ownTurn?: OwnTurn | null }>
  today: PlainDate
  locale: Locale
}) {
  return (
    <>
      {turnText(turn, today, locale)}
      <Provisional when={isOpenInList(turn)} t={translator(locale)} />
    </>
  )
}
