import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { termOf } from '@/lib/domain/escalation-draft'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ColourPaperLine } from '@/lib/schemas/colour-paper'
import { ColourPaperForms } from './colour-paper-forms'
import { PaperSteps } from './colour-paper-steps'
import { matterText, paperName, standingText, whyText } from './colour-paper-text'

type Props = Readonly<{ row: ColourPaperLine; formKey: () => string; today: PlainDate; locale: Locale }>

/** Papers colours called for, each with what may be done with it. */
export function ColourPaperList({
  rows,
  ...props
}: Omit<Props, 'row'> & Readonly<{ rows: readonly ColourPaperLine[] }>) {
  return (
    <ul>
      {rows.map((row) => (
        <ColourPaperItem key={row.id} row={row} {...props} />
      ))}
    </ul>
  )
}

function ColourPaperItem({ row, formKey, today, locale }: Props) {
  const t = translator(locale)
  const name = paperName(row, locale)
  const day = (value: PlainDate) => dayIn(value, today)
  const { answerWd, planWd } = termOf(row.kind)
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-divider px-4 py-3 sm:px-6 md:grid-cols-[168px_minmax(0,1fr)_minmax(0,220px)]">
      <div>
        <p className="font-semibold">{t(`colourPaper.kind.${row.kind}`)}</p>
        <Link
          href={`/tasks/slips/colour/${row.id}`}
          aria-label={t('colourPaper.paperOf', { name })}
          className="whitespace-nowrap text-ink-2 hover:text-link"
        >
          {row.no ?? t('colourPaper.paper')}
        </Link>
      </div>
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Lamp level={row.level} quiet t={t} />
          <Link
            href={row.procedureId ? `/procedures/${row.procedureId}` : `/projects/${row.projectId}`}
            className="min-w-0 font-semibold hover:text-link"
          >
            {matterText(row, locale)}
          </Link>
        </p>
        <p className="text-ink-2">
          {row.unit && <span className="mr-3">{t('colourPaper.unit', { unit: row.unit })}</span>}
          <span className="mr-3 whitespace-nowrap">{t('colourPaper.since', { day: day(row.since) })}</span>
          {row.issuedOn ? (
            <>
              {row.answerBy && (
                <span className="mr-3 whitespace-nowrap">{t('colourPaper.answerBy', { day: day(row.answerBy) })}</span>
              )}
              {row.planBy && (
                <span className="whitespace-nowrap">{t('colourPaper.planBy', { day: day(row.planBy) })}</span>
              )}
            </>
          ) : (
            // Its days count from the day it is issued.
            row.state === 'DRAFT' && answerWd > 0 && t('colourPaper.within', { answer: answerWd, plan: planWd })
          )}
        </p>
        {whyText(row, locale) && <p className={`why-${row.level}`}>{whyText(row, locale)}</p>}
        <PaperSteps row={row} today={today} t={t} />
        <ColourPaperForms row={row} name={name} formKey={formKey} t={t} />
      </div>
      <div className="text-ink-2 md:text-right">
        <p className="text-ink">{standingText(row, today, t)}</p>
        <p className="text-sm text-ink-3">
          {row.issuedOn
            ? t('task.slip.issuedBy', { day: day(row.issuedOn), name: row.issuedBy ?? '' })
            : t('task.slip.draftedOn', { day: day(row.draftedOn) })}
        </p>
        {row.refused && <p className="text-sm text-ink-3">{t('task.slip.refusedWhy', { why: row.refused })}</p>}
        {row.copiedOn && <p className="text-sm text-ink-3">{t('colourPaper.copiedOn', { day: day(row.copiedOn) })}</p>}
        {row.closedOn && <p className="text-sm text-ink-3">{t('colourPaper.closedOn', { day: day(row.closedOn) })}</p>}
      </div>
    </li>
  )
}
