import clsx from 'clsx'
import type { FollowMark } from '@/lib/domain/event-intention'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { IntentionDetail } from '@/lib/schemas/event-intention'
import { VoidForm } from './intention-forms'

/** The 30th, 60th and 90th day: when each is, and whether somebody has answered it. */
export function FollowMarks({ marks, today, t }: { marks: readonly FollowMark[]; today: PlainDate; t: Translator }) {
  return (
    <ol className="grid gap-x-6 gap-y-1 sm:grid-cols-3">
      {marks.map(({ days, dueOn, doneOn, due }) => (
        <li key={days} className="border-l-[3px] border-control pl-3">
          <b>{t('financeEvent.mark.day', { days })}</b>
          <span className="ml-2 text-ink-2">{dayIn(dueOn, today)}</span>
          <span className={clsx('block text-sm', due ? 'text-yellow-ink' : 'text-ink-2')}>
            {due
              ? t('financeEvent.mark.waits')
              : doneOn
                ? t('financeEvent.mark.done', { day: dayIn(doneOn, today) })
                : t('financeEvent.mark.ahead')}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Everything recorded of an intention, latest first; what was a mistake is struck out and says why. */
export function IntentionHistory({
  intention,
  formKey,
  today,
  locale,
}: {
  intention: IntentionDetail
  formKey: () => string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  if (intention.steps.length === 0) return <p className="py-2 text-ink-2">{t('financeEvent.follow.none')}</p>
  return (
    <ol>
      {intention.steps.map((step) => {
        const what = `${t(`financeEvent.follow.is.${step.kind}`)} ${dayIn(step.on, today)}`
        return (
          <li key={step.id} className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-4 border-b border-divider py-2">
            <span className="whitespace-nowrap text-ink-3">{dayIn(step.on, today)}</span>
            <div className="min-w-0">
              <p className={clsx(step.voided !== null && 'text-ink-3 line-through')}>
                <b>{t(`financeEvent.follow.is.${step.kind}`)}</b>
                {step.amountFen !== null && <span className="ml-2">{amountText(step.amountFen, locale)}</span>}
                {step.by && <span className="ml-3 text-ink-2">{step.by}</span>}
              </p>
              {step.text && <p className={clsx(step.voided !== null && 'text-ink-3')}>{step.text}</p>}
              {step.voided !== null && (
                <p className="text-sm text-ink-2">{t('financeEvent.void.said', { why: step.voided })}</p>
              )}
              {intention.may.follow && step.voided === null && (
                <VoidForm intention={intention} followId={step.id} what={what} formKey={formKey} t={t} />
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
