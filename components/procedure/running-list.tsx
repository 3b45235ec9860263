import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { Provisional } from '@/components/level/provisional'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { agencyText } from '@/lib/i18n/agency-text'
import { dayIn } from '@/lib/i18n/day'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { RunningLine } from '@/lib/schemas/workbench'
import { runningText } from './running-text'

/** Clocks that run in other hands, nearest to their end first. */
export function RunningList({
  lines,
  today,
  locale,
}: {
  lines: readonly RunningLine[]
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.id} className="border-b border-divider">
          <Link
            href={`/procedures/${line.id}`}
            className="grid grid-cols-[var(--col-lamp)_minmax(0,1fr)] items-center gap-x-2 py-2.5 hover:bg-hover lg:grid-cols-[var(--col-lamp)_minmax(0,1fr)_130px_200px_190px] lg:py-2"
          >
            <span>
              <Lamp level={line.level} t={t} />
            </span>
            <span className="two-lines">
              {line.project}
              <span className="ml-2.5 text-ink-2">{locale === 'en' ? line.nameEn : line.nameZh}</span>
            </span>
            <span
              lang={languageOf(`${agencyText(line.agency, locale)}${line.handler ?? ''}`, locale)}
              className="truncate text-ink-2 max-lg:col-start-2 max-lg:text-xs"
            >
              {agencyText(line.agency, locale)} {line.handler}
            </span>
            <span className="max-lg:col-start-2">
              <ClockRuler clock={line.clock} t={t} />
            </span>
            <span className="max-lg:col-start-2 max-lg:text-xs">
              {runningText(line, t)}
              {line.promise && (
                <span className="ml-2 text-xs text-ink-3">
                  {t('workbench.promiseOn', { day: dayIn(line.promise.on, today) })}
                  <Provisional when={line.promise.provisional} t={t} />
                </span>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
