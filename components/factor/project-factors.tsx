import { Lamp } from '@/components/level/lamp'
import { RulerCell } from '@/components/level/ruler-cell'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { factorReason, gapText } from '@/lib/i18n/factor-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { FactorRow } from '@/lib/schemas/factor'

/** What a project needs besides permits, on its page; nothing where there is nothing and the reader may raise nothing. */
export function ProjectFactors({
  rows,
  raiseAt,
  today,
  locale,
}: {
  rows: readonly FactorRow[]
  /** Where the reader raises a need; null where he may not. */
  raiseAt: `/projects/${string}` | null
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  if (rows.length === 0 && !raiseAt) return null
  return (
    <section aria-label={t('factor.title')} className="border-t border-divider py-3 max-sm:px-4">
      <div className="flex flex-wrap items-center gap-x-4">
        <h2 className="text-lg font-semibold">{t('factor.ofProject', { n: rows.length })}</h2>
        {raiseAt && (
          <Link href={raiseAt} className="no-print inline-flex items-center text-link max-sm:min-h-11">
            {t('factor.raise')}
          </Link>
        )}
      </div>
      {rows.length === 0 && <p className="text-ink-2">{t('factor.noNeeds')}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 py-1">
            <span className="w-(--col-lamp-quiet) flex-none">
              <Lamp level={row.level} quiet t={t} />
            </span>
            <Link href={`/factors/${row.id}`} className="font-semibold hover:text-link max-sm:py-2">
              {t(`factor.kind.${row.kind}`)} {t('factor.amount', { n: row.quantity, unit: row.unit })}
            </Link>
            <span className={`text-sm why-${row.level}`}>{factorReason(row, locale)}</span>
            <span className="text-sm text-ink-2">{gapText(row, locale)}</span>
            <span className="text-sm whitespace-nowrap text-ink-2">
              {t('factor.needBy', { day: dayIn(row.needBy, today) })}
            </span>
            <span className="text-sm text-ink-2">{row.lead?.name ?? t('factor.noLead')}</span>
            {row.state !== 'MET' && row.state !== 'UNMET' && (
              <span className={`text-sm ${row.tooLate ? 'text-yellow-ink' : 'text-ink-2'}`}>
                {row.committedOn
                  ? t('factor.promised', { day: dayIn(row.committedOn, today) })
                  : t('factor.notPromised')}
              </span>
            )}
            {row.ruler && (
              <span className="max-sm:hidden">
                <RulerCell ruler={row.ruler} today={today} t={t} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
