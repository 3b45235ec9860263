import { SlipSheet } from '@/components/task/slip-sheet'
import { termOf } from '@/lib/domain/escalation-draft'
import type { PlainDate } from '@/lib/domain/plain-date'
import { longDate } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ColourPaperLine } from '@/lib/schemas/colour-paper'
import { matterText, stepText, whyText } from './colour-paper-text'

/** A paper of a colour on one upright A4: matter, unit, what is asked by when, who issued it, and what was answered. */
export function ColourPaperSheet({
  paper,
  office,
  today,
  locale,
}: {
  paper: ColourPaperLine
  office: string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const { answerWd, planWd } = termOf(paper.kind)
  const why = whyText({ ...paper, unit: null }, locale)
  const day = (value: PlainDate | null) => longDate(value ?? today, locale)
  const rows: readonly (readonly [label: string, value: string])[] = [
    [t('colourPaper.row.matter'), matterText(paper, locale)],
    [t('colourPaper.row.unit'), paper.unit ?? t('task.nobody')],
    [t('colourPaper.row.since'), day(paper.since)],
    ...(why ? [[t('colourPaper.row.why'), why] as const] : []),
    [
      t('colourPaper.row.demand'),
      // A draft's days count from the day it is issued.
      paper.issuedOn || answerWd === 0
        ? t(`colourPaper.demand.${paper.kind}`, { answer: day(paper.answerBy), plan: day(paper.planBy) })
        : t('colourPaper.within', { answer: answerWd, plan: planWd }),
    ],
    [
      t('colourPaper.row.signed'),
      paper.issuedOn
        ? t('task.slip.signature', { name: paper.issuedBy ?? '', day: day(paper.issuedOn) })
        : t('colourPaper.notIssued'),
    ],
  ]
  return (
    <SlipSheet
      title={t(`colourPaper.title.${paper.kind}`)}
      office={office}
      no={paper.no ?? t('colourPaper.notIssued')}
      rows={rows}
      reply={[
        t('colourPaper.row.reply'),
        paper.steps.length > 0 && (
          <ul>
            {paper.steps.map((step, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps only ever get longer
              <li key={i}>{stepText(step, today, t)}</li>
            ))}
          </ul>
        ),
      ]}
      t={t}
    />
  )
}
