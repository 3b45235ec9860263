import { EnterprisePart } from '@/components/enterprise/part'
import { Link } from '@/components/ui/link'
import { upgradesOfEnterprise } from '@/lib/data/upgrade-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_UPGRADES } from '@/lib/domain/sight'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { About } from './about'

export async function UpgradesPart({ actor, enterprise, locale }: About) {
  if (!SEES_UPGRADES.has(actor.role)) return null
  const t = translator(locale)
  const { rows, total } = await upgradesOfEnterprise(actor, enterprise.id)
  const enters = relationFor(actor.role, 'upgrade.enter') !== null
  return (
    <EnterprisePart
      title={t('service.line.upgrades')}
      total={total}
      all={total > rows.length ? `/services/upgrades?state=all&enterprise=${enterprise.id}` : null}
      acts={
        enters && (
          <Link
            href={`/services/upgrades/new?enterprise=${enterprise.id}`}
            className="no-print inline-flex items-center text-link max-sm:min-h-11"
          >
            {t('upgrade.enter')}
          </Link>
        )
      }
      t={t}
    >
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-baseline gap-x-3 py-1">
            <Link href={`/services/upgrades/${row.id}`} className="font-semibold hover:text-link max-sm:py-2">
              {row.name}
            </Link>
            <span className="text-sm text-ink-2">{t(`upgrade.state.${row.state}`)}</span>
            <span>{amountText(row.totalFen, locale)}</span>
          </li>
        ))}
      </ul>
    </EnterprisePart>
  )
}
