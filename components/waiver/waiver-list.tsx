import { Provisional } from '@/components/level/provisional'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { WaiverRow } from '@/lib/schemas/waiver'
import { spanText, standText } from './waiver-words'

/** Waivers as a list: which part of which project, why, how long, and who said so. */
export function WaiverList({
  rows,
  named,
  today,
  locale,
}: {
  rows: readonly WaiverRow[]
  /** Whether each says its project: on a project's own page it does not. */
  named: boolean
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <ul>
      {rows.map((row) => {
        const what = t('waiver.of', { dimension: t(`project.dimension.${row.dimension}`) })
        return (
          <li key={row.id} className="flex flex-wrap items-baseline gap-x-3 border-b border-divider py-2 last:border-0">
            <Link href={`/waivers/${row.id}`} className="font-semibold hover:text-link max-sm:py-2">
              {named && (
                <>
                  <span lang={languageOf(row.project.name, locale)}>{row.project.name}</span>{' '}
                </>
              )}
              {what}
            </Link>
            <span>{t(`waiver.reason.${row.reason}`)}</span>
            <span className="text-ink-2">
              {spanText(row, today, t)}
              <Provisional when={row.provisional} t={t} />
            </span>
            <span className="font-medium">{standText(row, today, t)}</span>
            <span className="text-sm text-ink-3">{[row.proposedBy, row.decidedBy].filter(Boolean).join(' → ')}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** Waivers on the page of their project; nothing where there are none and the reader may propose none. */
export function ProjectWaivers({
  rows,
  proposeAt,
  today,
  locale,
}: {
  rows: readonly WaiverRow[]
  proposeAt: `/projects/${string}` | null
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  if (rows.length === 0 && !proposeAt) return null
  return (
    <section aria-label={t('waiver.ofProject')} className="border-t border-divider py-3 max-sm:px-4">
      <div className="flex flex-wrap items-center gap-x-4">
        <h2 className="text-lg font-semibold">{t('waiver.ofProject')}</h2>
        {rows.length === 0 && <span className="text-ink-2">{t('waiver.none')}</span>}
        {proposeAt && (
          <Link href={proposeAt} className="no-print inline-flex items-center text-link max-sm:min-h-11">
            {t('waiver.propose')}
          </Link>
        )}
      </div>
      <WaiverList rows={rows} named={false} today={today} locale={locale} />
    </section>
  )
}
