import type { Period } from '@/lib/domain/figure'
import type { Translator } from '@/lib/i18n/translator'

/** The days the figures of a page are of: a plain form, so that every period has an address. */
export function PeriodForm({
  path,
  period,
  reversed = false,
  t,
}: {
  path: string
  period: Period
  /** Whether the days asked for were none, and others are shown. */
  reversed?: boolean
  t: Translator
}) {
  return (
    <form action={path} aria-label={t('service.period')} className="no-print flex flex-wrap items-end gap-3">
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          <span className="mb-1 block text-sm text-ink-2">{t(`service.filter.${name}`)}</span>
          <input type="date" name={name} defaultValue={period[name]} className="field" />
        </label>
      ))}
      <button type="submit" className="btn">
        {t('service.filter.go')}
      </button>
      {reversed && (
        <p role="note" className="basis-full text-ink-2">
          {t('service.reversed')}
        </p>
      )}
    </form>
  )
}
