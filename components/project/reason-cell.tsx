import type { Level } from '@/lib/domain/level-scale'
import type { Locale } from '@/lib/i18n/locale'
import { itemName, itemReason, type Lead, reasonLine } from '@/lib/i18n/reason-line'
import { reasonText } from '@/lib/i18n/reason-text'
import type { LiveReason } from '@/lib/schemas/project-row'

/** What speaks for a colour where room is short: the name of the item gives way, never how long it is late. */
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
  return (
    <span className={`flex min-w-0 why-${level}`}>
      <span className="min-w-8 truncate">{itemName(reason.item, locale)}</span>
      <span className="flex-none whitespace-pre">{itemReason('', reasonText(reason, locale), locale)}</span>
    </span>
  )
}
