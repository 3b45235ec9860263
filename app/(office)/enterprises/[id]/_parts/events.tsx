import { EnterprisePart } from '@/components/enterprise/part'
import { Link } from '@/components/ui/link'
import { eventsOfEnterprise } from '@/lib/data/event-guests'
import { SEES_INTENTIONS } from '@/lib/domain/finance-event-sight'
import { dayIn } from '@/lib/i18n/day'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { About } from './about'

/** Events it was asked to, and what it intends since; for the office and the firm itself. */
export async function EventsPart({ actor, enterprise, today, locale }: About) {
  if (!SEES_INTENTIONS.has(actor.role) || actor.role === 'BANK') return null
  const t = translator(locale)
  const { rows, total } = await eventsOfEnterprise(actor, enterprise.id)
  return (
    <EnterprisePart title={t('financeEvent.part.title')} total={total} t={t}>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 py-1">
            <Link href={`/financing/events/${row.id}`} className="font-semibold hover:text-link max-sm:py-2">
              {row.theme}
            </Link>
            <span className="text-sm whitespace-nowrap text-ink-3">{dayIn(row.heldOn, today)}</span>
            <span className="text-sm text-ink-2">
              {row.attended === null
                ? t(`financeEvent.guests.${row.answer}`)
                : t(row.attended ? 'financeEvent.guests.came' : 'financeEvent.guests.absent')}
            </span>
            {row.intentions.map(({ id, intendedFen }) => (
              <Link key={id} href={`/financing/events/intentions/${id}`} className="text-sm text-link">
                {t('financeEvent.part.intended', { sum: amountText(intendedFen, locale) })}
              </Link>
            ))}
          </li>
        ))}
      </ul>
    </EnterprisePart>
  )
}
