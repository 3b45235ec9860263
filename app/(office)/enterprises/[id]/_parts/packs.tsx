import { EnterprisePart } from '@/components/enterprise/part'
import { packsHref } from '@/components/pack/pack-link'
import { packsOfEnterprise } from '@/lib/data/pack-list'
import { SEES_PACKS } from '@/lib/domain/sight'
import { dayIn } from '@/lib/i18n/day'
import { standText } from '@/lib/i18n/pack-cells'
import { translator } from '@/lib/i18n/translator'
import type { About } from './about'

/** Packs it got, the latest first. */
export async function PacksPart({ actor, enterprise, today, locale }: About) {
  const t = translator(locale)
  const { rows, total } = await packsOfEnterprise(actor, enterprise.id)
  if (total === 0 && !SEES_PACKS.has(actor.role)) return null
  return (
    <EnterprisePart
      title={t('pack.part.title')}
      total={total}
      all={
        total > rows.length && SEES_PACKS.has(actor.role)
          ? packsHref({ enterprise: enterprise.id, stand: 'all' })
          : null
      }
      t={t}
    >
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-baseline gap-x-3 py-1">
            <span lang="zh-CN" className="font-semibold">
              {row.batch.name}
            </span>
            <span className="text-sm text-ink-2">{t(`pack.channel.${row.channel}`)}</span>
            <span className="text-sm text-ink-2">{dayIn(row.on, today)}</span>
            <span className="text-sm text-ink-2">{row.by}</span>
            <span className="text-sm">{standText(row, today, t)}</span>
          </li>
        ))}
      </ul>
    </EnterprisePart>
  )
}
