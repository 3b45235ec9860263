import { ProvisionalNote } from '@/components/level/provisional'
import { TimeBar } from '@/components/level/time-bar'
import { markup } from '@/components/ui/markup'
import { agencyText } from '@/lib/i18n/agency-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ProjectTime as Time } from '@/lib/schemas/time-table'

/** Where the working days of a project's procedures went 时间去哪了, and which agencies had them. */
export function ProjectTime({ time, locale }: { time: Time; locale: Locale }) {
  const t = translator(locale)
  const list = (agencies: Time['agencies']) =>
    agencies.map(({ agency, n, account }) => (
      <li key={agency} className="flex items-baseline gap-2 py-0.5 text-sm">
        <span className="flex-1">{agencyText(agency, locale)}</span>
        <span className="text-ink-3">{t('time.agencyLine', { n })}</span>
        <span className="w-20 text-right">{t('time.wd', { n: account.AGENCY + account.MARKET })}</span>
      </li>
    ))
  return (
    <section
      id="time"
      className="mb-5 scroll-mt-16"
      {...markup(
        <>
          <h3>{t('time.title')}</h3>
          <p className="mb-1.5 text-sm text-ink-3">{t('time.project', { n: time.n })}</p>
          <TimeBar account={time.account} caption={t('time.projectCaption')} t={t} />
          {time.agencies.length > 0 && (
            <details className="mt-1.5">
              <summary className="inline-flex min-h-6 items-center text-link max-sm:min-h-11">
                {t('time.byAgency')}
              </summary>
              <ul>{list(time.agencies)}</ul>
            </details>
          )}
          <ProvisionalNote when={time.provisional} t={t} />
        </>,
      )}
    />
  )
}
