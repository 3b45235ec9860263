import { Provisional } from '@/components/level/provisional'
import type { MeetingWeek } from '@/lib/domain/meeting/week'
import { momentText } from '@/lib/i18n/agenda-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'

/** When data line, draft, sending and meeting of a week are. */
export function WeekDays({ week, locale }: { week: MeetingWeek & Readonly<{ ownTimes: boolean }>; locale: Locale }) {
  const t = translator(locale)
  return (
    <p className="text-ink-2">
      {t(week.ownTimes ? 'meeting.daysKept' : 'meeting.days', {
        line: momentText(week.dataLine, locale),
        agenda: momentText(week.agenda, locale),
        send: momentText(week.send, locale),
        meeting: momentText(week.meeting, locale),
      })}
      <Provisional when={week.provisional} t={t} />
      {week.shifted && <span className="ml-2 text-yellow-ink">{t('meeting.shifted')}</span>}
    </p>
  )
}
