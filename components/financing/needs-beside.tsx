import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { FinancingRow } from '@/lib/schemas/financing'

/** Needs in one line each, beside what they are of. */
export function NeedsBeside({
  rows,
  today,
  locale,
}: {
  rows: readonly FinancingRow[]
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center gap-x-3 py-1">
          <Lamp level={row.level} t={t} />
          {row.open ? (
            <Link href={`/financing/${row.id}`} className="font-semibold hover:text-link max-sm:py-2">
              {t('financing.of', { n: row.number })}
            </Link>
          ) : (
            <b>{t('financing.of', { n: row.number })}</b>
          )}
          <span>
            {row.purpose && t(`financing.purpose.${row.purpose}`)} {amountText(row.amountFen, locale)}
          </span>
          <span className="text-sm text-ink-2">{t(`financing.state.${row.state}`)}</span>
          <span className="text-sm whitespace-nowrap text-ink-3">{dayIn(row.filedOn, today)}</span>
        </li>
      ))}
    </ul>
  )
}
