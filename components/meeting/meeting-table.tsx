import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn, dayWithWeekday } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { MeetingRow } from '@/lib/schemas/meeting'
import { meetingHref } from './week-link'

/** The weeks of the district, the latest on top. */
export function MeetingTable({
  rows,
  today,
  locale,
}: {
  rows: readonly MeetingRow[]
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const th = 'border-b border-control px-2 pb-1 text-left text-xs font-normal whitespace-nowrap text-ink-3'
  const td = 'h-12 border-b border-divider px-2'
  return (
    <table className="w-full border-separate border-spacing-0">
      <thead>
        <tr>
          <th scope="col" className={th}>
            {t('meeting.column.week')}
          </th>
          <th scope="col" className={th}>
            {t('meeting.column.on')}
          </th>
          <th scope="col" className={th}>
            {t('meeting.column.state')}
          </th>
          <th scope="col" className={`${th} text-right max-sm:hidden`}>
            {t('meeting.column.topics')}
          </th>
          <th scope="col" className={`${th} max-sm:hidden`}>
            {t('meeting.column.tasks')}
          </th>
          <th scope="col" className={`${th} text-right max-sm:hidden`}>
            {t('meeting.column.late')}
          </th>
          <th scope="col" className={th}>
            {t('meeting.column.changes')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" className={`${td} text-left font-semibold whitespace-nowrap`}>
              <Link
                href={meetingHref(row.weekOf, '/agenda')}
                className="inline-flex items-center hover:text-link max-sm:min-h-11"
              >
                {t('meeting.short', { week: row.week })}
              </Link>
            </th>
            <td className={`${td} whitespace-nowrap`}>{dayWithWeekday(row.on, today, locale)}</td>
            <td className={td}>{t(`meeting.state.${row.state ?? (row.on >= today ? 'UNSENT' : 'NONE')}`)}</td>
            <td className={`${td} text-right max-sm:hidden`}>{row.topics}</td>
            <td className={`${td} whitespace-nowrap max-sm:hidden`}>
              {row.tasks.total > 0 && (
                <Link href={meetingHref(row.weekOf, '/agenda#decided')} className="hover:text-link">
                  {t('meeting.tasksDone', { closed: row.tasks.closed, total: row.tasks.total })}
                </Link>
              )}
            </td>
            <td className={`${td} text-right max-sm:hidden`}>
              {row.tasks.late > 0 && (
                <Link href={`/tasks?late=1&meeting=${row.key}`} className="hover:text-link">
                  {row.tasks.late}
                </Link>
              )}
            </td>
            <td className={`${td} whitespace-nowrap`}>
              {row.frozen && (
                <Link
                  href={meetingHref(row.weekOf)}
                  className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
                  aria-label={t('meeting.seeChangesOf', { week: row.week })}
                >
                  {t('meeting.seeChanges')}
                </Link>
              )}
              <span className="ml-2 text-xs text-ink-3 max-lg:hidden">{dayIn(row.dataLine.on, today)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
