import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import type { ColourPaperLine } from '@/lib/schemas/colour-paper'
import { stepText } from './colour-paper-text'

/** What was done with a paper so far, oldest first. */
export function PaperSteps({ row, today, t }: { row: ColourPaperLine; today: PlainDate; t: Translator }) {
  if (row.steps.length === 0) return null
  return (
    <ul aria-label={t('colourPaper.steps')} className="border-l-[3px] border-control pl-3">
      {row.steps.map((step, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps only ever get longer
        <li key={i}>{stepText(step, today, t)}</li>
      ))}
    </ul>
  )
}
