import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'

/** What was done about a row, latest first. */
export function StepList({
  steps,
  word,
  more,
  today,
}: {
  steps: readonly Readonly<{ id: string; kind: string; on: PlainDate; by: string | null; text: string | null }>[]
  word: (kind: string) => string
  more?: (id: string) => React.ReactNode
  today: PlainDate
}) {
  return (
    <ol>
      {steps.map((step) => (
        <li key={step.id} className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-4 border-b border-divider py-2">
          <span className="whitespace-nowrap text-ink-3">{dayIn(step.on, today)}</span>
          <div className="min-w-0">
            <p>
              <b>{word(step.kind)}</b>
              {more && <span className="ml-2">{more(step.id)}</span>}
              {step.by && <span className="ml-3 text-ink-2">{step.by}</span>}
            </p>
            {step.text && <p>{step.text}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
