import { AnswerForm } from '@/components/finance-event/answer-form'
import { eventsHref, intentionsHref } from '@/components/finance-event/event-link'
import { markText } from '@/components/finance-event/intention-table'
import { DaySection } from '@/components/today/day-section'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { businessDay } from '@/lib/clock'
import { loadEventDay } from '@/lib/data/finance-event-day'
import { dayIn, dayWithWeekday } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** What 政银企对接 events want of somebody today: an answer, who came, what became of an intention. Nothing where nothing waits. */
export async function EventLines({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  const t = translator(locale)
  const today = businessDay()
  const day = await loadEventDay(actor, today)
  if (!day) return null
  const figures = [
    { n: day.dueCount, text: t('financeEvent.today.due', { n: day.dueCount }), href: intentionsHref({ state: 'due' }) },
    {
      n: day.unsent,
      text: t('financeEvent.today.unsent', { n: day.unsent }),
      href: eventsHref({ state: 'PREPARING' }),
    },
    {
      n: day.waiting,
      text: t('financeEvent.today.waiting', { n: day.waiting }),
      href: eventsHref({ state: 'INVITED' }),
    },
  ]
  const lines = day.coming.length + day.toHold.length + day.invitations.length + day.due.length
  if (lines === 0 && figures.every(({ n }) => n === 0)) return null
  const link = 'font-semibold hover:text-link max-sm:py-2'
  const row = 'flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-divider py-2'
  return (
    <DaySection title={t('financeEvent.title')} figures={figures} locale={locale}>
      <ul>
        {day.invitations.map(({ id, answer, event }) => (
          <li key={id} className={row}>
            <div className="min-w-0 flex-1 basis-60">
              <Link href={`/financing/events/${event.id}`} className={link}>
                {event.theme}
              </Link>
              <span className="block text-sm text-ink-2">
                {dayWithWeekday(event.heldOn, today, locale)} {event.startsAt} {event.place}
              </span>
              {answer !== 'WAITING' && <span className="block text-sm">{t(`financeEvent.guests.${answer}`)}</span>}
            </div>
            <AnswerForm
              guestId={id}
              answer={answer}
              name={event.theme}
              formKey={() => issueFormKey(actor.userId)}
              t={t}
            />
          </li>
        ))}
        {day.toHold.map(({ id, theme, heldOn }) => (
          <li key={id} className={row}>
            <Link href={`/financing/events/${id}`} className={link}>
              {theme}
            </Link>
            <span className="text-yellow-ink">{t('financeEvent.today.toHold', { day: dayIn(heldOn, today) })}</span>
          </li>
        ))}
        {day.coming.map(({ id, theme, heldOn, startsAt, place }) => (
          <li key={id} className={row}>
            <Link href={`/financing/events/${id}`} className={link}>
              {theme}
            </Link>
            <span className="text-sm text-ink-2">
              {dayWithWeekday(heldOn, today, locale)} {startsAt} {place}
            </span>
          </li>
        ))}
        {day.due.map((one) => (
          <li key={one.id} className={row}>
            <Link href={`/financing/events/intentions/${one.id}`} className={link}>
              {one.enterprise.name}
            </Link>
            <span className="text-sm text-ink-2">{one.event.theme}</span>
            <span className="text-sm text-yellow-ink">{markText(one, today, t)}</span>
          </li>
        ))}
      </ul>
    </DaySection>
  )
}
