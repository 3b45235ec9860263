import { monthNumberOf, type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import {
  addWorkdays,
  countsAsWorkday,
  type WorkCalendar,
  workdayFrom,
  workdaysBetween,
} from '@/lib/domain/work-calendar'
import type { Translator } from '@/lib/i18n/translator'

const WIDTH = 1310

/** The year as a ruler: one tick a working day, today's marked. */
export function YearRuler({ today, calendar, t }: { today: PlainDate; calendar: WorkCalendar; t: Translator }) {
  const year = yearOf(today)
  const first = workdayFrom(calendar, ymd(year, 1, 1))
  const total = workdaysBetween(calendar, ymd(year - 1, 12, 31), ymd(year, 12, 31))
  const passed = workdaysBetween(calendar, ymd(year - 1, 12, 31), today)
  const step = WIDTH / total
  const days = Array.from({ length: total }, (_, i) => addWorkdays(calendar, first, i))
  const at = Math.max(0, passed - 1) * step + 1
  return (
    <svg
      viewBox={`0 0 ${WIDTH + 4} 110`}
      role="img"
      aria-label={t('account.yearDays', { year: String(year), n: total })}
      className="block h-auto w-full"
    >
      {days.map((day, i) => {
        const opens = i === 0 || monthNumberOf(day) !== monthNumberOf(days[i - 1] ?? day)
        const gone = i < passed
        return (
          <g key={day}>
            <rect
              x={1 + i * step}
              y="46"
              width="1.6"
              height={opens ? 22 : 10}
              fill={gone ? 'var(--rl-used)' : 'var(--rl-ent)'}
            />
            {opens && (
              <text x={1 + i * step} y="86" fontSize="13" fill="var(--text-secondary)">
                {t('account.month', { n: monthNumberOf(day) })}
              </text>
            )}
          </g>
        )
      })}
      <path d={`M${WIDTH - 4} 40h6v30h-6`} fill="none" stroke="var(--text-tertiary)" strokeWidth="1.6" />
      <rect x={at - 1} y="26" width="2.4" height="66" fill="var(--text-primary)" />
      <path d={`M${at - 7} 20h14l-7 8z`} fill="var(--text-primary)" />
      <text
        x={at}
        y="12"
        fontSize="14"
        fontWeight="600"
        textAnchor={at > WIDTH - 80 ? 'end' : at < 80 ? 'start' : 'middle'}
        fill="var(--text-primary)"
      >
        {t(countsAsWorkday(calendar, today) ? 'account.todayN' : 'account.todayOff', { n: passed })}
      </text>
    </svg>
  )
}
