import clsx from 'clsx'
import { markup } from '@/components/ui/markup'
import type { Slot } from '@/lib/domain/meeting/week'
import { isoWeekOf, type PlainDate, weekdayOf } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'

/** Where the week stands: five days, today's filled, the reporting deadline, which is the data line, as a notch. */
export function WeekStrip({ today, dataLine, t }: { today: PlainDate; dataLine: Slot; t: Translator }) {
  const weekday = weekdayOf(today)
  const { week } = isoWeekOf(today)
  return (
    <div
      role="img"
      aria-label={t('shell.weekLabel', { week, day: t(`shell.weekdays.${String(weekday) as '1'}`) })}
      className="hidden items-center gap-2.5 text-xs whitespace-nowrap text-ink-3 xl:flex"
      {...markup(
        <>
          <span>{t('shell.week', { week })}</span>
          <ol className="flex gap-0.5">
            {[1, 2, 3, 4, 5].map((day) => (
              <li
                key={day}
                className={clsx(
                  'relative h-5 w-6 text-center',
                  day === weekday
                    ? 'bg-[var(--rl-crit)] font-semibold text-card'
                    : 'bg-card text-ink-2 shadow-[inset_0_-2px_0_var(--rl-track)]',
                  day === dataLine.weekday &&
                    'after:absolute after:-top-[3px] after:-right-0.5 after:h-[26px] after:w-0.5 after:bg-ink',
                )}
              >
                {t(`shell.short.${String(day) as '1'}`)}
              </li>
            ))}
          </ol>
          <span>
            {t('shell.deadline', {
              day: t(`shell.weekdays.${String(dataLine.weekday) as '1'}`),
              hour: dataLine.hour,
            })}
          </span>
        </>,
      )}
    />
  )
}
