import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { ReportStep } from '@/lib/schemas/sealed-report'
import { NoteText } from './sealed'

/** What the commission did, the latest first; its notes are opened in the browser. */
export function ReportHistory({ steps, today, t }: { steps: readonly ReportStep[]; today: PlainDate; t: Translator }) {
  if (steps.length === 0) return <p className="py-2 text-ink-2">{t('report.history.none')}</p>
  return (
    <ol>
      {steps.map((step) => (
        <li key={step.nth} className="grid grid-cols-[72px_minmax(0,1fr)] gap-x-4 border-b border-divider py-2">
          <span className="whitespace-nowrap text-ink-3">{dayIn(step.on, today)}</span>
          <div className="min-w-0">
            <p>
              <b>{t(`report.move.${step.kind}`)}</b>
              <span className="ml-3 text-ink-2">{step.by}</span>
            </p>
            {step.keyId && step.sealed && <NoteText keyId={step.keyId} sealed={step.sealed} />}
          </div>
        </li>
      ))}
    </ol>
  )
}
