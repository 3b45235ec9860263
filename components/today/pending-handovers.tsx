import { Link } from '@/components/ui/link'
import { recordedDay } from '@/lib/clock'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { PendingHandover } from '@/lib/schemas/day'

/** Handovers that wait for their successor. */
export function PendingHandovers({
  handovers,
  today,
  t,
}: {
  handovers: readonly PendingHandover[]
  today: PlainDate
  t: Translator
}) {
  if (handovers.length === 0) return null
  return (
    <section id="handovers" className="mb-7 scroll-mt-14">
      <h2 className="border-b border-control pb-1 text-lg font-semibold">
        {t('day.office.handovers', { n: handovers.length })}
      </h2>
      <ul>
        {handovers.map((handover) => (
          <li key={handover.id} className="border-b border-divider py-1.5">
            <Link href={`/projects/${handover.projectId}`} className="block truncate hover:text-link">
              {handover.project}
            </Link>
            <p className="text-xs text-ink-3">
              {t('day.office.handover', {
                from: handover.from,
                to: handover.to,
                day: dayIn(recordedDay(new Date(handover.at)), today),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
