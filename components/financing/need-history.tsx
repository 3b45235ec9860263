import { timeOfInstant } from '@/lib/clock'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { needChangeText } from '@/lib/i18n/financing-text'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { FinancingStep } from '@/lib/schemas/financing'

/** Everything that was done about a need, latest first. */
export function NeedHistory({
  steps,
  today,
  locale,
}: {
  steps: readonly FinancingStep[]
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <ol>
      {steps.map((step) => (
        <li key={step.id} className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-4 border-b border-divider py-2">
          <span className="whitespace-nowrap text-ink-3">
            {dayIn(step.on, today)} {step.on === today && timeOfInstant(new Date(step.at))}
          </span>
          <div className="min-w-0">
            <p>
              <b>{t(`financing.step.${step.kind}`)}</b>
              {step.undid && <span className="ml-2">{t(`financing.step.${step.undid}`)}</span>}
              {step.bank && <span className="ml-2">{step.bank}</span>}
              {step.fen !== null && <span className="ml-2">{amountText(step.fen, locale)}</span>}
              {step.reason && <span className="ml-2">{t(`financing.reason.${step.reason}`)}</span>}
              {step.until && (
                <span className="ml-2">{t('financing.consent.given', { day: dayIn(step.until, today) })}</span>
              )}
              {step.by && (
                <span className="ml-3 text-ink-2">
                  {step.by} {step.forBank && t('financing.forBank')}
                </span>
              )}
            </p>
            {step.text && <p>{step.text}</p>}
            {step.changes.length > 0 && (
              <ul className="text-sm text-ink-2">
                {step.changes.map((change) => (
                  <li key={change.field}>{needChangeText(change, locale)}</li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
