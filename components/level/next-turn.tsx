import { Unbroken } from '@/components/ui/unbroken'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { isOpenTurn, nextText } from '@/lib/i18n/verdict-text'
import type { Turn } from '@/lib/schemas/turn'
import { Provisional } from './provisional'

/** 不动会怎样 in a sentence, with the mark of a day that is not certain yet. */
export function NextTurn({
  turn,
  nextInWd,
  agency,
  today,
  locale,
}: {
  turn: Turn
  nextInWd: number | null
  /** Who the agency of the sentence is, where the owner says no more than that it is one. */
  agency?: string
  today: PlainDate
  locale: Locale
}) {
  return (
    <>
      <Unbroken text={nextText({ ...turn, nextInWd }, today, locale, agency)} />
      <Provisional when={isOpenTurn(turn)} t={translator(locale)} />
    </>
  )
}
