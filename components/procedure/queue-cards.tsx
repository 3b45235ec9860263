import { Lamp } from '@/components/level/lamp'
import { ClockCells } from '@/components/procedure/clock-cells'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { QueuePage } from '@/lib/schemas/procedure-queue'
import { cellScale } from './cell-scale'
import { QueueNext } from './queue-next'
import { QueueTotals } from './queue-table'
import { itemName, queueReason } from './queue-text'
import { Remaining } from './remaining'

/** The queue on a phone: a card each, the whole of it one way in. */
export function QueueCards({ page, today, locale }: { page: QueuePage; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const days = cellScale(page.rows)
  return (
    <>
      <p className="border-b border-divider bg-zebra px-4 py-2 text-sm text-ink-2">
        <QueueTotals page={page} locale={locale} />
      </p>
      <ul className="bg-page">
        {page.rows.map((row) => (
          <li key={row.id} className="mb-2 border-y border-divider bg-card">
            <Link href={`/procedures/${row.id}`} className="block px-4 py-3.5">
              <span className="flex gap-3">
                <span className="min-w-0 flex-1">
                  <span className="flex items-center gap-2">
                    <Lamp level={row.level} size="m" t={t} />
                    <span className={`min-w-0 why-${row.level}`}>{queueReason(row, locale)}</span>
                  </span>
                  <b className="mt-1 block text-lg">{itemName(row, locale)}</b>
                </span>
                <Remaining row={row} t={t} className="flex-none" />
              </span>
              <span className="flex gap-3 text-ink-2">
                <span className="min-w-0 flex-1 truncate">{row.project.name}</span>
                <span className="whitespace-nowrap">
                  <QueueNext row={row} today={today} locale={locale} />
                </span>
              </span>
              {row.clock && (
                <span className="mt-2 block">
                  <ClockCells clock={row.clock} days={days} t={t} />
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
