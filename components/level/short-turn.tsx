import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { isOpenInList, listCause, turnText } from '@/lib/i18n/verdict-text'
import type { OwnTurn, Turn, TurnedBy } from '@/lib/schemas/turn'
import { Provisional } from './provisional'

/** What turns by itself, in a list's few words, the mark of a day that is not certain yet, and what turns it. */
export function ShortTurn({
  turn,
  today,
  locale,
}: {
  turn: Turn & Readonly<{ turnsBy?: TurnedBy | null; ownTurn?: OwnTurn | null }>
  today: PlainDate
  locale: Locale
}) {
  const cause = listCause(turn, locale)
  return (
    <>
      {turnText(turn, today, locale)}
      <Provisional when={isOpenInList(turn)} t={translator(locale)} />
      {cause && <span className="text-sm font-normal whitespace-normal text-ink-2">{cause}</span>}
    </>
  )
}
