import { EnterprisePart } from '@/components/enterprise/part'
import { Link } from '@/components/ui/link'
import { PART_ROWS } from '@/lib/data/enterprise-parts'
import { outboundOfEnterprise } from '@/lib/data/outbound-list'
import { SEES_SERVICES } from '@/lib/domain/sight'
import { dayIn } from '@/lib/i18n/day'
import { foreignText } from '@/lib/i18n/enterprise-text'
import { translator } from '@/lib/i18n/translator'
import type { About } from './about'

export async function OutboundPart({ actor, enterprise, today, locale }: About) {
  if (!SEES_SERVICES.has(actor.role)) return null
  const t = translator(locale)
  const { rows, total } = await outboundOfEnterprise(actor, enterprise.id)
  return (
    <EnterprisePart
      title={t('enterprise.part.outbound')}
      total={total}
      all={total > PART_ROWS ? `/services/outbound?enterprise=${enterprise.id}` : null}
      t={t}
    >
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 py-1">
            <Link href={`/services/outbound/${row.id}`} className="font-semibold hover:text-link max-sm:py-2">
              {t(`outbound.kind.${row.kind}`)}
            </Link>
            {row.country && <span>{t(`outbound.country.${row.country}`)}</span>}
            {row.amount && <span>{foreignText(row.amount, locale)}</span>}
            <span className="text-sm whitespace-nowrap text-ink-3">{dayIn(row.on, today)}</span>
          </li>
        ))}
      </ul>
    </EnterprisePart>
  )
}
