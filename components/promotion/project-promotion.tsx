import { Link } from '@/components/ui/link'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { PromotionRow } from '@/lib/schemas/promotion'
import { promotionState } from './promotion-tables'

/** What a project is offered for to private capital, as one line of its page. */
export function ProjectPromotion({ row, locale }: { row: PromotionRow | null; locale: Locale }) {
  if (!row) return null
  const t = translator(locale)
  return (
    <section aria-label={t('promotion.title')} className="border-t border-divider py-3 max-sm:px-4">
      <h2 className="inline text-lg font-semibold">{t('promotion.title')}</h2>
      <Link href={`/services/promotion/${row.id}`} className="ml-4 inline-flex items-center text-link max-sm:min-h-11">
        {promotionState(row, t)}
      </Link>
      <span className="ml-4 text-ink-2">
        {t(`promotion.list.${row.list}`)} {t(`promotion.level.${row.level}`)} {t(`promotion.mode.${row.mode}`)}
      </span>
      {row.soughtFen !== null && (
        <span className="ml-4 text-ink-2">
          {t('promotion.column.sought')} {amountText(row.soughtFen, locale)}
        </span>
      )}
    </section>
  )
}
