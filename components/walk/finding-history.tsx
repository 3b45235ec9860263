import { timeOfInstant } from '@/lib/clock'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { FindingDetail } from '@/lib/schemas/walk'

/** Everything that was done about a finding, latest first. */
export function FindingHistory({
  steps,
  today,
  t,
}: Pick<FindingDetail, 'steps'> & { today: PlainDate; t: Translator }) {
  return (
    <ol>
      {steps.map((step) => (
        <li key={step.id} className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-4 border-b border-divider py-2">
          <span className="whitespace-nowrap text-ink-3">
            {dayIn(step.on, today)} {step.on === today && timeOfInstant(new Date(step.at))}
          </span>
          <div className="min-w-0">
            <p>
              <b>{t(`walk.step.${step.kind}`)}</b>
              {step.owner && <span className="ml-2">{step.owner}</span>}
              {step.dueOn && <span className="ml-2">{dayIn(step.dueOn, today)}</span>}
              {step.walk && <span className="ml-2">{t('walk.no', { n: step.walk.number })}</span>}
              {step.by && <span className="ml-3 text-ink-2">{step.by}</span>}
            </p>
            {step.text && <p>{step.text}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
