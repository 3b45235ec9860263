import { forbidden } from 'next/navigation'
import { MeetingTable } from '@/components/meeting/meeting-table'
import { WeekDays } from '@/components/meeting/week-days'
import { meetingHref } from '@/components/meeting/week-link'
import { Link } from '@/components/ui/link'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, businessHour } from '@/lib/clock'
import { findWeek, listMeetings, loadWeekSetting } from '@/lib/data/meetings'
import { relationFor } from '@/lib/domain/access'
import { currentWeek, neighbourWeek } from '@/lib/domain/meeting/week'
import { SEES_MEETINGS } from '@/lib/domain/sight'
import { momentText } from '@/lib/i18n/agenda-text'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('meeting.title')

export default async function MeetingsPage() {
  const { actor, locale } = await requireActor()
  if (!SEES_MEETINGS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const [rows, { rhythm, calendar }] = await Promise.all([listMeetings(actor, today), loadWeekSetting(actor, today)])
  const hour = businessHour()
  const current = currentWeek({ on: today, hour }, rhythm, calendar)
  // Once it is over, the next one is what people look for.
  const kept = await findWeek(actor, current.weekOf, today)
  const following = neighbourWeek(current, 1, rhythm, calendar)
  const next = kept && kept.meeting.on >= today ? kept : await findWeek(actor, following.weekOf, today)
  const week = next ?? { ...following, ownTimes: false }
  const row = rows.find((one) => one.weekOf === week.weekOf)
  // Whoever makes it finds the way to make it there; the others would find nothing.
  const there = row && (row.state !== null || relationFor(actor.role, 'agenda.build') !== null)
  const late = week.send.on < today || (week.send.on === today && week.send.hour <= hour)
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8">
      <header className="mb-5 border-b border-divider pb-4">
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
          <h1 className="flex-1 text-2xl font-semibold whitespace-nowrap">
            {t('meeting.name', { year: String(week.year), week: week.week })}
          </h1>
          {there && (
            <Link href={meetingHref(week.weekOf, '/agenda')} className="btn btn-primary">
              {t('meeting.seeAgenda')}
            </Link>
          )}
          {relationFor(actor.role, 'meeting.rhythm') && (
            <Link href="/meetings/rhythm" className="btn">
              {t('meeting.rhythm.title')}
            </Link>
          )}
        </div>
        <WeekDays week={week} locale={locale} />
        {!there && (
          <p className="mt-1">
            {t(late ? 'meeting.agenda.sendLate' : 'meeting.agenda.notSent', { at: momentText(week.send, locale) })}
          </p>
        )}
      </header>
      <div className="mb-1 flex flex-wrap items-baseline gap-x-4">
        <h2 className="text-lg font-semibold">{t('meeting.list')}</h2>
        <Link href="/meetings/history" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
          {t('papers.history.title')}
        </Link>
      </div>
      {rows.length === 0 ? (
        <p className="text-ink-2">{t('meeting.none', { line: momentText(week.dataLine, locale) })}</p>
      ) : (
        <MeetingTable rows={rows} today={today} locale={locale} />
      )}
    </div>
  )
}
