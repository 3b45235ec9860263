import clsx from 'clsx'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { doubtLines } from '@/lib/i18n/doubt-text'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ProcedureDetail, ProcedureEventLine } from '@/lib/schemas/procedure-detail'

const ENTRY =
  'relative pb-3 pl-[18px] before:absolute before:top-2 before:left-[3px] before:size-[7px] before:border-[1.5px] before:border-[var(--rl-done)] after:absolute after:top-5 after:-bottom-1 after:left-[7px] after:w-px after:bg-divider last:after:hidden'

const STEPS = ['receivedOn', 'acceptedOn'] as const

/** Every recorded move, newest first; a back-entry shows both days, a move taken back stays, struck through. */
export function ProcedureHistory({
  events,
  deemed,
  today,
  locale,
}: {
  events: readonly ProcedureEventLine[]
  deemed: ProcedureDetail['deemed']
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <section>
      <h2 className="mb-2 text-lg font-semibold">{t('procedurePage.history')}</h2>
      {events.length === 0 && <p className="text-ink-3">{t('procedurePage.noHistory')}</p>}
      <ol>
        {deemed && (
          <li className={ENTRY}>
            <p>
              <time dateTime={deemed.on} className="mr-2 text-ink-2">
                {dayIn(deemed.on, today)}
              </time>
              <b className="font-medium">{t('procedurePage.deemed')}</b>
            </p>
            <p className="text-xs text-ink-3">
              {listed([t('procedurePage.graph'), t('procedurePage.deemedFrom', { day: dayIn(deemed.from, today) })], t)}
            </p>
          </li>
        )}
        {events.map((event) => (
          <li key={event.id} className={ENTRY}>
            <p className={clsx(event.takenBack && 'text-ink-3 line-through')}>
              <time dateTime={event.on} className="mr-2 text-ink-2">
                {dayIn(event.on, today)}
              </time>
              <b className="font-medium">{t(`procedure.move.${event.move}`)}</b>
              {event.extendedWd !== null && (
                <span className="ml-2">{t('procedurePage.workdays', { n: event.extendedWd })}</span>
              )}
            </p>
            <p className="text-xs text-ink-3">
              {listed(
                [
                  event.who ?? t('procedurePage.graph'),
                  event.bySteward && t('procedurePage.bySteward'),
                  event.on < event.recordedOn &&
                    t('procedurePage.backEntry', { recorded: dayIn(event.recordedOn, today) }),
                  ...STEPS.map((step) => {
                    const day = event.stated[step]
                    return day && t(`procedurePage.stepSaid.${step}`, { day: dayIn(day, today) })
                  }),
                  event.deemedFrom && t('procedurePage.deemedSince', { day: dayIn(event.deemedFrom, today) }),
                  event.onBehalf && t('approval.onBehalf'),
                  event.approver &&
                    !(event.onBehalf && event.approver === event.who) &&
                    (event.approver === event.who
                      ? t('procedurePage.approvedSelf')
                      : t('procedurePage.approvedBy', { name: event.approver })),
                  event.takenBack && t('procedurePage.takenBack'),
                ],
                t,
              )}
            </p>
            {event.reason && (
              <p lang="zh-CN" data-verbatim className="text-sm text-ink-2">
                {event.reason}
              </p>
            )}
            {event.despite && (
              <p className="text-sm text-ink-2">
                {t('procedurePage.doubt.said', {
                  lines: doubtLines(event.despite, locale).join(''),
                  reason: listed([t(`procedurePage.doubt.reason.${event.despite.reason}`), event.despite.note], t),
                })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
