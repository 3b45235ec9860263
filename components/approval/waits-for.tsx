import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { ApprovalRow } from '@/lib/schemas/approval'

/** Instead of a form that would only ask again: that it was asked, of whom and when. */
export function WaitsFor({ row, today, t }: { row: ApprovalRow; today: PlainDate; t: Translator }) {
  return (
    <p className="text-ink-2 sm:col-span-full">
      <Link href={`/approvals/${row.id}`} className="text-link inline-block max-sm:py-1">
        <b className="block">{t(`approval.kind.${row.kind}`)}</b>
        {t('approval.waitsFor', { name: row.approver, day: dayIn(row.askedOn, today) })}
      </Link>
    </p>
  )
}
