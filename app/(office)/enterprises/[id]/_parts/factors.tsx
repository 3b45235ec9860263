import { EnterprisePart } from '@/components/enterprise/part'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { factorsOfEnterprise } from '@/lib/data/enterprise-parts'
import { gapText } from '@/lib/i18n/factor-text'
import { translator } from '@/lib/i18n/translator'
import type { About } from './about'

export async function FactorsPart({ actor, enterprise, today, locale }: About) {
  const t = translator(locale)
  const { rows, total } = await factorsOfEnterprise(actor, enterprise.id, today)
  return (
    <EnterprisePart title={t('enterprise.part.factors')} total={total} t={t}>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 py-1">
            <span className="w-(--col-lamp-quiet) flex-none">
              <Lamp level={row.level} quiet t={t} />
            </span>
            <Link href={`/factors/${row.id}`} className="font-semibold hover:text-link max-sm:py-2">
              {t(`factor.kind.${row.kind}`)} {t('factor.amount', { n: row.quantity, unit: row.unit })}
            </Link>
            <span className="text-sm text-ink-2">{t(`factor.state.${row.state}`)}</span>
            <span className="text-sm text-ink-2">{gapText(row, locale)}</span>
          </li>
        ))}
      </ul>
    </EnterprisePart>
  )
}
