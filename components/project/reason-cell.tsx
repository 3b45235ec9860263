import { Provisional } from '@/components/level/provisional'
import type { Level } from '@/lib/domain/level-scale'
import type { Locale } from '@/lib/i18n/locale'
import { itemName, itemReason, type Lead, reasonLine } from '@/lib/i18n/reason-line'
import { reasonText } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'
import type { LiveReason } from '@/lib/schemas/project-row'

/** Letters of an item's name that stay: less than that names nothing. */
const KEPT_LETTERS = 5

/**
 * What speaks for a colour where room is short: the name of the item gives way first, down to a few letters; then the end
 * of the reason, whose figures stand at its beginning. What is cut ends in an ellipsis.
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
  if (!reason?.item)
    return <span className={`min-w-0 truncate why-${level}`}>{reasonLine(level, reason, lead, locale)}</span>
  const name = itemName(reason.item, locale)
  return (
    <span className={`flex min-w-0 why-${level}`}>
      <span className={[...name].length > KEPT_LETTERS ? 'min-w-[5em] shrink-[999] truncate' : 'flex-none'}>
        {name}
      </span>
      <span className="min-w-0 overflow-hidden text-ellipsis whitespace-pre">
        {itemReason('', reasonText(reason, locale), locale)}
      </span>
      <Provisional when={reason.provisional} t={translator(locale)} />
    </span>
  )
}
