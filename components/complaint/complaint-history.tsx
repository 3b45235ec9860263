import type { PlainDate } from '@/lib/domain/plain-date'
import { starsText } from '@/lib/i18n/complaint-text'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ComplaintDetail } from '@/lib/schemas/complaint'

/** Everything that was done about a complaint, latest first. */
export function ComplaintHistory({
  complaint: { steps },
  today,
  locale,
}: {
  complaint: Pick<ComplaintDetail, 'steps'>
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <ol>
      {steps.map((step) => (
        <li key={step.nth} className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-4 border-b border-divider py-2">
          <span className="whitespace-nowrap text-ink-3">{dayIn(step.on, today)}</span>
          <div className="min-w-0">
            <p>
              <b>{t(`complaint.step.${step.kind}`)}</b>
              {step.unit && <span className="ml-2">{step.unit}</span>}
              {step.rating !== null && <span className="ml-2">{starsText(step.rating, locale)}</span>}
              {step.kind === 'REVISIT' && (
                <span className="ml-2">
                  {t(
                    step.good === null
                      ? 'complaint.detail.revisitUnknown'
                      : step.good
                        ? 'complaint.detail.revisitGood'
                        : 'complaint.detail.revisitBad',
                  )}
                </span>
              )}
              {step.dueOn && (
                <span className="ml-2 text-ink-2">
                  {t('complaint.detail.due')} {dayIn(step.dueOn, today)}
                </span>
              )}
              <span className="ml-3 text-ink-2">{step.by ?? t('complaint.detail.byFiler')}</span>
            </p>
            {step.text && (
              <p lang="zh-CN" className="break-words whitespace-pre-wrap">
                {step.kind === 'REPEAT' ? t('complaint.detail.repeatOfNo', { n: Number(step.text) }) : step.text}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
