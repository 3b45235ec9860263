import { meetingHref } from '@/components/meeting/week-link'
import { Link } from '@/components/ui/link'
import { businessDay } from '@/lib/clock'
import { meetingAhead, meetingCalledOff, meetingToday } from '@/lib/data/meeting-ahead'
import { weekdayOf } from '@/lib/domain/plain-date'
import { dayWithWeekday } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

const line = 'inline-flex min-h-8 items-center text-link max-sm:min-h-11'

/**
 * Lines about the meeting ahead: for the office that its agenda waits, or that it is today; for whoever is called how many
 * topics call him, or that it will not take place.
 */
export async function MeetingLine({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  const today = businessDay()
  const [ahead, off, now] = await Promise.all([
    meetingAhead(actor, today),
    meetingCalledOff(actor, today),
    meetingToday(actor, today),
  ])
  const t = translator(locale)
  const when = ahead && {
    day: ahead.on === today ? t('meeting.ahead.today') : t(`shell.weekdays.${String(weekdayOf(ahead.on)) as '1'}`),
    hour: String(ahead.hour),
  }
  return (
    <>
      {off && (
        <p className="pb-2">
          <Link href={meetingHref(off.weekOf, '/agenda')} className={line}>
            {t('sitting.cancelled', { week: off.week, day: dayWithWeekday(off.on, today, locale), why: off.why })}
          </Link>
        </p>
      )}
      {now && (
        <p className="pb-2">
          <Link href={meetingHref(now.weekOf, '/agenda')} className={line}>
            {t('sitting.ahead', { week: now.week, hour: String(now.hour) })}
          </Link>
        </p>
      )}
      {ahead && when && (
        <p className="pb-2">
          <Link href={meetingHref(ahead.weekOf, '/agenda')} className={line}>
            {ahead.calls === null
              ? t('meeting.ahead.unsent', { week: ahead.week, ...when })
              : t('meeting.ahead.called', { n: ahead.calls, ...when })}
          </Link>
        </p>
      )}
    </>
  )
}
