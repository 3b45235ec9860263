import { FactList } from '@/components/financing/fact-list'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Translator } from '@/lib/i18n/translator'
import type { EventDetail } from '@/lib/schemas/finance-event'

/** When and where, who runs it, which banks, and how many firms where the reader sees that. */
export function EventFacts({ event, today, t }: { event: EventDetail; today: PlainDate; t: Translator }) {
  const { counts, state, banks } = event
  const shown = state === 'HELD' ? banks.filter(({ attended }) => attended) : banks
  return (
    <FactList
      facts={[
        [t('financeEvent.column.day'), `${dayIn(event.heldOn, today)} ${event.startsAt}`],
        [t('financeEvent.column.place'), event.place],
        [t('financeEvent.facts.organiser'), event.organiser.name],
        [t('financeEvent.facts.industry'), event.industry && t(`enterprise.industry.${event.industry}`)],
        [t('financeEvent.facts.street'), event.street?.name],
        [
          t(state === 'HELD' ? 'financeEvent.facts.banksCame' : 'financeEvent.facts.banks'),
          listed(
            shown.map(({ name }) => name),
            t,
          ),
        ],
        [
          t('financeEvent.facts.firms'),
          counts.invited > 0 &&
            (state === 'HELD'
              ? t('financeEvent.facts.firmsHeld', { invited: counts.invited, came: counts.firms })
              : t('financeEvent.facts.firmsAhead', {
                  invited: counts.invited,
                  coming: counts.coming,
                  refused: counts.refused,
                })),
        ],
        [t('financeEvent.facts.invitedOn'), event.invitedOn && dayIn(event.invitedOn, today)],
        [t('financeEvent.facts.note'), event.note],
      ]}
    />
  )
}
