import { timeOfInstant } from '@/lib/clock'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { FactorDetail } from '@/lib/schemas/factor'

/** Everything that was done about a need, latest first. */
export function FactorHistory({
  need: { steps, unit },
  today,
  t,
}: {
  need: Pick<FactorDetail, 'steps' | 'unit'>
  today: PlainDate
  t: Translator
}) {
  return (
    <ol>
      {steps.map((step) => (
        <li key={step.id} className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-4 border-b border-divider py-2">
          <span className="whitespace-nowrap text-ink-3">
            {dayIn(step.on, today)} {step.on === today && timeOfInstant(new Date(step.at))}
          </span>
          <div className="min-w-0">
            <p>
              <b>{t(`factor.step.${step.kind}`)}</b>
              {step.provided && <span className="ml-2">{t('factor.amount', { n: step.provided, unit })}</span>}
              {step.committedOn && <span className="ml-2">{dayIn(step.committedOn, today)}</span>}
              {step.lead && <span className="ml-2">{step.lead}</span>}
              {step.by && <span className="ml-3 text-ink-2">{step.by}</span>}
            </p>
            {step.text && <p>{step.text}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
