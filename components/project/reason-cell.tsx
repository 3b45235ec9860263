import { Phrases } from '@/components/level/phrases'
import { Provisional } from '@/components/level/provisional'
import type { Level } from '@/lib/domain/level-scale'
import type { Locale } from '@/lib/i18n/locale'
import { type Lead, reasonLine, shortItemName } from '@/lib/i18n/reason-line'
import { reasonText } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'
import type { LiveReason } from '@/lib/schemas/project-row'

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
  const item = reason?.item && shortItemName(reason.item, locale)
  return (
    <span className={`two-lines why-${level}`}>
      {item && (locale === 'en' ? `${item}: ` : `${item} `)}
      <Phrases text={text} locale={locale} />
      <Provisional when={reason?.provisional} t={translator(locale)} />
    </span>
  )
}
