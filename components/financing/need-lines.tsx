import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dutyText, termsText } from '@/lib/i18n/financing-text'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { FinancingRow } from '@/lib/schemas/financing'

/** Financing needs of a project or an enterprise, on its page; nothing where there is nothing and the reader may file nothing. */
export function NeedLines({
  rows,
  fileAt,
  today,
  locale,
}: {
  rows: readonly FinancingRow[]
  /** Where the reader files one; null where he may not. */
  fileAt: `/financing/${string}` | null
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  if (rows.length === 0 && !fileAt) return null
  return (
    <section aria-label={t('financing.contact.title')} className="border-t border-divider py-3 max-sm:px-4">
      <div className="flex flex-wrap items-center gap-x-4">
        <h2 className="text-lg font-semibold">{t('financing.contact.title')}</h2>
        {fileAt && (
          <Link href={fileAt} className="no-print inline-flex items-center text-link max-sm:min-h-11">
            {t('financing.contact.file')}
          </Link>
        )}
      </div>
      <ul>
        {rows.map((row) => {
          const terms = termsText(row, t)
          const name = `${row.purpose ? `${t(`financing.purpose.${row.purpose}`)} ` : ''}${amountText(row.amountFen, locale)}`
          return (
            <li key={row.id} className="flex flex-wrap items-center gap-x-3 py-1">
              <span className="w-(--col-lamp-quiet) flex-none">
                <Lamp level={row.level} quiet t={t} />
              </span>
              {row.open ? (
                <Link href={`/financing/${row.id}`} className="font-semibold hover:text-link max-sm:py-2">
                  {name}
                </Link>
              ) : (
                <b>{name}</b>
              )}
              <span className="text-sm">{t(`financing.state.${row.state}`)}</span>
              <span className={`text-sm why-${row.level}`}>{dutyText(row.duty, today, t)}</span>
              {terms && <span className="text-sm text-ink-2">{terms.first}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
