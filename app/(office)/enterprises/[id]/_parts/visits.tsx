import { EnterprisePart } from '@/components/enterprise/part'
import { Link } from '@/components/ui/link'
import { VisitPurpose, VisitResult, whoComes } from '@/components/visit/visit-words'
import { visitsOfEnterprise } from '@/lib/data/visit-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_VISITS } from '@/lib/domain/sight'
import { dayIn } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import type { About } from './about'

export async function VisitsPart({ actor, enterprise, today, locale }: About) {
  if (!SEES_VISITS.has(actor.role)) return null
  const t = translator(locale)
  const { rows, total } = await visitsOfEnterprise(actor, enterprise.id)
  const plans = relationFor(actor.role, 'visit.plan') !== null
  return (
    <EnterprisePart
      title={t('service.line.visits')}
      total={total}
      all={total > rows.length ? `/services/visits?state=all&enterprise=${enterprise.id}` : null}
      acts={
        plans && (
          <Link
            href={`/services/visits/new?enterprise=${enterprise.id}`}
            className="no-print inline-flex items-center text-link max-sm:min-h-11"
          >
            {t('visit.plan')}
          </Link>
        )
      }
      t={t}
    >
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-baseline gap-x-3 py-1">
            <Link href={`/services/visits/${row.id}`} className="font-semibold hover:text-link max-sm:py-2">
              {dayIn(row.on, today)} {whoComes(row, t)}
            </Link>
            <span className="text-sm text-ink-2">{t(`visit.state.${row.state}`)}</span>
            <span className="min-w-0">
              <VisitPurpose row={row} />
            </span>
            <span className="text-sm">
              <VisitResult row={row} t={t} />
            </span>
          </li>
        ))}
      </ul>
    </EnterprisePart>
  )
}
