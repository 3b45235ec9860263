import { timeOfInstant } from '@/lib/clock'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { TaskStep } from '@/lib/schemas/task'

/** Everything that was done about a task, latest first. */
export function TaskHistory({ steps, today, t }: { steps: readonly TaskStep[]; today: PlainDate; t: Translator }) {
  if (steps.length === 0) return <p className="py-2 text-ink-2">{t('task.detail.noHistory')}</p>
  return (
    <ol>
      {steps.map((step) => (
        <li key={step.id} className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-4 border-b border-divider py-2">
          <span className="whitespace-nowrap text-ink-3">
            {dayIn(step.on, today)} {step.on === today && timeOfInstant(new Date(step.at))}
          </span>
          <div className="min-w-0">
            <p>
              <b>{t(`task.step.${step.kind}`)}</b>
              {step.untilOn && <span className="ml-2">{t('task.stepUntil', { day: dayIn(step.untilOn, today) })}</span>}
              {step.by && <span className="ml-3 text-ink-2">{step.by}</span>}
            </p>
            {step.text && <p lang="zh-CN">{step.text}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
