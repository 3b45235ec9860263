import { FactList } from '@/components/financing/fact-list'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Translator } from '@/lib/i18n/translator'
import type { HarbourDetail } from '@/lib/schemas/harbour'

/** Whose a harbour is, whom it serves with what, and whom to call. */
export function HarbourFacts({ harbour, today, t }: { harbour: HarbourDetail; today: PlainDate; t: Translator }) {
  return (
    <FactList
      facts={[
        [t('harbour.column.bank'), harbour.bank.name],
        [
          t('harbour.column.streets'),
          listed(
            harbour.streets.map(({ name }) => name),
            t,
          ),
        ],
        [t('harbour.facts.services'), listed(harbour.services, t)],
        [
          t('harbour.column.managers'),
          harbour.managers.length > 0 && (
            <ul>
              {harbour.managers.map(({ id, name, phone }) => (
                <li key={id} className="flex flex-wrap items-center gap-x-3">
                  {name}
                  {phone && (
                    <a href={`tel:${phone}`} className="inline-flex min-h-6 items-center text-link max-sm:min-h-11">
                      {phone}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          ),
        ],
        [t('harbour.facts.registeredOn'), dayIn(harbour.registeredOn, today)],
        [t('harbour.facts.openedOn'), harbour.openedOn && dayIn(harbour.openedOn, today)],
        [t('harbour.facts.closedOn'), harbour.closedOn && dayIn(harbour.closedOn, today)],
        [t('harbour.facts.closedReason'), harbour.closedReason],
      ]}
    />
  )
}
