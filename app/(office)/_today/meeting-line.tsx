import { meetingHref } from '@/components/meeting/week-link'
import { Link } from '@/components/ui/link'
import { businessDay } from '@/lib/clock'
import { meetingAhead } from '@/lib/data/meeting-ahead'
import { weekdayOf } from '@/lib/domain/plain-date'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** One line about the meeting ahead: for the office that its agenda waits, for whoever is called how many topics call him. */
export async function MeetingLine({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  const today = businessDay()
  const ahead = await meetingAhead(actor, today)
  if (!ahead) return null
  const t = translator(locale)
  const { on, week, calls } = ahead
  const day = on === today ? t('meeting.ahead.today') : t(`shell.weekdays.${String(weekdayOf(on)) as '1'}`)
  const when = { day, hour: String(ahead.hour) }
  return (
    <p className="pb-2">
      <Link
        href={meetingHref(ahead.weekOf, '/agenda')}
        className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
      >
        {calls === null
          ? t('meeting.ahead.unsent', { week, ...when })
          : t('meeting.ahead.called', { n: calls, ...when })}
      </Link>
    </p>
  )
}
