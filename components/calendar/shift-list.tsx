import { Lamp } from '@/components/level/lamp'
import { Provisional } from '@/components/level/provisional'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { CalendarPreview } from '@/lib/schemas/calendar'

const th = 'border-b border-control bg-thead px-2.5 py-1.5 text-left text-sm font-normal whitespace-nowrap text-ink-2'
const td = 'h-9 border-b border-divider px-2.5 whitespace-nowrap'

/** Old and new, side by side, for everything another calendar would move. */
export function ShiftList({
  preview,
  href,
  today,
  locale,
}: {
  preview: CalendarPreview
  /** Address of a page of it. */
  href: (page: number) => string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  if (preview.total === 0) return <p className="text-ink-2">{t('calendar.noShift')}</p>
  const days = (from: PlainDate | null, to: PlainDate | null, provisional: boolean) => (
    <>
      {from === to ? (
        <span className="text-ink-3">{from ? dayIn(from, today) : '—'}</span>
      ) : (
        <span>
          {from ? dayIn(from, today) : '—'} → <b>{to ? dayIn(to, today) : '—'}</b>
        </span>
      )}
      <Provisional when={provisional} t={t} />
    </>
  )
  return (
    <section tabIndex={0} aria-label={t('calendar.shifts', { n: preview.total })} className="overflow-x-auto">
      <table className="w-full border-separate border-spacing-0">
        <thead>
          <tr>
            {(['project', 'item', 'due', 'statute', 'level', 'next'] as const).map((column) => (
              <th key={column} scope="col" className={th}>
                {t(`calendar.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.shifts.map((shift) => (
            <tr key={`${shift.projectId}${shift.procedureId}`}>
              <td className={td}>
                <Link href={`/projects/${shift.projectId}`} className="hover:text-link">
                  {shift.project}
                </Link>
              </td>
              <td className={td}>
                {(locale === 'en' ? shift.nameEn : shift.nameZh) ?? (
                  <span className="text-ink-3">{t('calendar.whole')}</span>
                )}
              </td>
              <td className={td}>
                {shift.dueTo && shift.dueIn && (
                  <span className="mr-1.5 text-sm text-ink-3">{t(`calendar.limit.${shift.dueIn}`)}</span>
                )}
                {days(shift.dueFrom, shift.dueTo, shift.dueProvisional)}
              </td>
              <td className={td}>{days(shift.statuteFrom, shift.statuteTo, shift.statuteProvisional)}</td>
              <td className={td}>
                <span className="inline-flex items-center gap-1.5">
                  <Lamp level={shift.levelFrom} quiet t={t} />
                  {shift.levelFrom !== shift.levelTo && (
                    <>
                      →<Lamp level={shift.levelTo} t={t} />
                    </>
                  )}
                </span>
              </td>
              <td className={td}>{days(shift.nextFrom, shift.nextTo, shift.nextProvisional)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.pages > 1 && (
        <nav aria-label={t('calendar.pages')} className="flex flex-wrap gap-x-4 pt-2 text-sm">
          <span className="text-ink-2">{t('calendar.page', { page: preview.page, pages: preview.pages })}</span>
          {preview.page > 1 && (
            <Link href={href(preview.page - 1)} className="text-link">
              {t('calendar.before')}
            </Link>
          )}
          {preview.page < preview.pages && (
            <Link href={href(preview.page + 1)} className="text-link">
              {t('calendar.after')}
            </Link>
          )}
        </nav>
      )}
    </section>
  )
}
