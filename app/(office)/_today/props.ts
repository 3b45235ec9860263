import type { Actor } from '@/lib/domain/access'
import type { Slot } from '@/lib/domain/meeting/week'
import type { Locale } from '@/lib/i18n/locale'

/** What every first page is given; `search` is what its address says, unread. */
export type TodayProps = Readonly<{
  actor: Actor
  /** Until when a week's reports are taken. */
  dataLine: Slot
  locale: Locale
  search: Readonly<Record<string, string | string[] | undefined>>
}>
