import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { complaintReason } from '@/lib/i18n/complaint-text'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ComplaintRow } from '@/lib/schemas/complaint'

/** What was said about a project at points, on its page; nothing where nothing was, or the reader does not read it. */
export function ProjectComplaints({
  rows,
  today,
  locale,
}: {
  rows: readonly ComplaintRow[]
  today: PlainDate
  locale: Locale
}) {
  if (rows.length === 0) return null
  const t = translator(locale)
  return (
    <section aria-label={t('complaint.title')} className="border-t border-divider py-3 max-sm:px-4">
      <h2 className="text-lg font-semibold">{t('complaint.ofProject', { n: rows.length })}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 py-1">
            <span className="w-(--col-lamp-quiet) flex-none">
              <Lamp level={row.level} quiet t={t} />
            </span>
            <Link
              href={`/supervision/complaints/${row.id}`}
              lang="zh-CN"
              className="max-w-xl truncate font-semibold hover:text-link max-sm:py-2"
            >
              {row.text}
            </Link>
            <span className={`text-sm why-${row.level}`}>{complaintReason(row, locale)}</span>
            <span className="text-sm text-ink-2">{row.lead?.name ?? t('complaint.noLead')}</span>
            <span className="text-sm whitespace-nowrap text-ink-2">{dayIn(row.filedOn, today)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
