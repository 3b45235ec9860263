import { Provisional } from '@/components/level/provisional'
import type { Level } from '@/lib/domain/level-scale'
import type { Locale } from '@/lib/i18n/locale'
import { itemName, type Lead, reasonLine } from '@/lib/i18n/reason-line'
import { reasonText } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'
import type { LiveReason } from '@/lib/schemas/project-row'

/** Letters a phrase may have to be kept on one line: the cell is a little wider than that. */
const LINE_LETTERS = 16

/** Where a Chinese sentence may go on below: after its marks and spaces, before a bracket; never within a word or a figure. */
const phrases = (text: string): string[] => text.split(/(?<=[，：])|(?=（)|(?<= )/)

/**
 * What speaks for a colour, on two lines where one is too short: the item, then its reason, broken where one would pause.
 */
export function ReasonCell({
  level,
  reason,
  lead,
  locale,
}: {
  level: Level
  reason: LiveReason | undefined
  lead: Lead
  locale: Locale
}) {
  const text = reason ? reasonText(reason, locale) : reasonLine(level, undefined, lead, locale)
  const item = reason?.item && itemName(reason.item, locale)
  return (
    <span className={`two-lines why-${level}`}>
      {item && (locale === 'en' ? `${item}: ` : `${item} `)}
      {locale === 'en'
        ? text
        : phrases(text).map((phrase) => (
            <span key={phrase} className={[...phrase].length > LINE_LETTERS ? undefined : 'whitespace-nowrap'}>
              {phrase}
            </span>
          ))}
      <Provisional when={reason?.provisional} t={translator(locale)} />
    </span>
  )
}
