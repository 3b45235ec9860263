import { DaySection } from '@/components/today/day-section'
import { Link } from '@/components/ui/link'
import { RefuseForm } from '@/components/visit/visit-forms'
import { VisitPurpose, whoComes } from '@/components/visit/visit-words'
import { issueFormKey } from '@/lib/auth/form-key'
import { businessDay } from '@/lib/clock'
import { visitsAhead } from '@/lib/data/visit-list'
import { dayWithWeekday } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** Who wants to come and see the enterprise, each with one tap to say no; nothing where nobody does. */
export async function VisitLines({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  const t = translator(locale)
  const today = businessDay()
  const visits = await visitsAhead(actor, today)
  if (visits.length === 0) return null
  return (
    <DaySection title={t('visit.toYou')} locale={locale}>
      <ul>
        {visits.map((visit) => (
          <li key={visit.id} className="border-b border-divider py-2">
            <Link href={`/services/visits/${visit.id}`} className="font-semibold hover:text-link max-sm:py-2">
              {dayWithWeekday(visit.on, today, locale)} {whoComes(visit, t)}
            </Link>
            <p className="text-ink-2">
              <VisitPurpose row={visit} />
            </p>
            {visit.moves.includes('REFUSE') && (
              <RefuseForm visit={visit} formKey={() => issueFormKey(actor.userId)} t={t} />
            )}
          </li>
        ))}
      </ul>
    </DaySection>
  )
}
