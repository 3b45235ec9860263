import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { VisitRow } from '@/lib/schemas/visit'
import { VisitPurpose, whoComes } from './visit-words'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** A week of visits: a column a day on a desk, one day below the other on a phone. */
export function VisitWeek({
  days,
  rows,
  hrefOf,
  today,
  t,
}: {
  days: readonly PlainDate[]
  rows: readonly VisitRow[]
  hrefOf: (week: PlainDate) => string
  today: PlainDate
  t: Translator
}) {
  const [first] = days
  if (!first) return null
  return (
    <section aria-label={t('visit.week', { from: first, to: addDays(first, 6) })} className="flex-1 overflow-auto">
      <nav
        aria-label={t('visit.weeks')}
        className="no-print flex flex-wrap items-center gap-4 border-t border-control px-4 py-2 sm:px-6"
      >
        <Link href={hrefOf(addDays(first, -7))} className="inline-flex items-center text-link max-sm:min-h-11">
          {t('visit.weekBefore')}
        </Link>
        <b>{t('visit.week', { from: dayIn(first, today), to: dayIn(addDays(first, 6), today) })}</b>
        <Link href={hrefOf(addDays(first, 7))} className="inline-flex items-center text-link max-sm:min-h-11">
          {t('visit.weekAfter')}
        </Link>
      </nav>
      <ol className="border-t border-divider sm:grid sm:grid-cols-7 sm:divide-x sm:divide-divider">
        {days.map((day, i) => {
          const own = rows.filter((row) => row.on === day)
          return (
            <li
              key={day}
              className={clsx(
                'min-w-0 border-b border-divider px-4 py-2 sm:min-h-40 sm:px-2',
                day === today && 'bg-subtle',
                own.length === 0 && 'max-sm:hidden',
              )}
            >
              <h2 className={clsx('text-sm', day === today ? 'font-semibold' : 'font-normal text-ink-2')}>
                {t(`visit.day.${DAYS[i] ?? 'mon'}`)} {dayIn(day, today)}
              </h2>
              <ul>
                {own.map((row) => (
                  <li key={row.id}>
                    <Link
                      href={`/services/visits/${row.id}`}
                      className="mt-1.5 block border-l-[3px] border-control bg-card py-1.5 pr-1 pl-2 hover:border-ink"
                    >
                      <b className="block truncate">{row.enterprise.name}</b>
                      <span className="block truncate text-sm text-ink-2">{whoComes(row, t)}</span>
                      <span className="line-clamp-2 text-sm">
                        <VisitPurpose row={row} />
                      </span>
                      {row.state !== 'PLANNED' && (
                        <span className="block text-sm font-semibold">{t(`visit.state.${row.state}`)}</span>
                      )}
                    </Link>
                  </li>
                ))}
              </ul>
            </li>
          )
        })}
      </ol>
      {rows.length === 0 && <p className="px-4 py-6 text-center text-ink-2">{t('visit.weekEmpty')}</p>}
    </section>
  )
}
