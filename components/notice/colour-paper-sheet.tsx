import { termOf } from '@/lib/domain/escalation-draft'
import type { PlainDate } from '@/lib/domain/plain-date'
import { longDate } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ColourPaperLine } from '@/lib/schemas/colour-paper'
import { matterText } from './colour-paper-text'

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
  const day = (value: PlainDate | null) => longDate(value ?? today, locale)
  const rows: readonly (readonly [label: string, value: string])[] = [
    [t('colourPaper.row.matter'), matterText(paper, locale)],
    [t('colourPaper.row.unit'), paper.unit ?? t('task.nobody')],
    [t('colourPaper.row.since'), day(paper.since)],
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
    <article className="sheet mx-auto w-full max-w-[794px] px-6 py-8 leading-[1.7] print:max-w-none print:p-0">
      <h1 className="font-formal text-center text-[30px] leading-11 font-bold">
        {t(`colourPaper.title.${paper.kind}`)}
      </h1>
      <p className="mt-3 mb-2 flex flex-wrap justify-between gap-x-6">
        <span>{t('task.slip.office', { unit: office })}</span>
        <span className="whitespace-nowrap">{paper.no ?? t('colourPaper.notIssued')}</span>
      </p>
      <table className="paper-table">
        <colgroup>
          <col className="w-[22%]" />
          <col />
        </colgroup>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row" className="h-12">
                {label}
              </th>
              <td>{value}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="h-40">
              {t('colourPaper.row.reply')}
            </th>
            <td className="align-top">
              {paper.answer &&
                t('notice.answered', {
                  ...paper.answer,
                  day: day(paper.answer.on),
                  newOn: day(paper.answer.newOn),
                })}
            </td>
          </tr>
        </tbody>
      </table>
    </article>
  )
}
