import { Link } from '@/components/ui/link'
import { complaintStateText } from '@/lib/i18n/complaint-text'
import type { Locale } from '@/lib/i18n/locale'
import type { ComplaintRow } from '@/lib/schemas/complaint'

/** How far a complaint is; of one that went on with another, the way to that one. */
export function ComplaintState({
  row,
  locale,
}: {
  row: Pick<ComplaintRow, 'state' | 'merged' | 'repeatOf'>
  locale: Locale
}) {
  const words = complaintStateText(row, locale)
  return row.merged && row.repeatOf?.open ? (
    <Link
      href={`/supervision/complaints/${row.repeatOf.id}`}
      className="inline-flex min-h-6 items-center text-link max-sm:min-h-11"
    >
      {words}
    </Link>
  ) : (
    words
  )
}
