import { Lamp } from '@/components/level/lamp'
import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { closeColourPaper, copyColourPaper, issueColourPaper, refuseColourPaper } from '@/lib/actions/colour-papers'
import { termOf } from '@/lib/domain/escalation-draft'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ColourPaperLine } from '@/lib/schemas/colour-paper'
import { TASK_TEXT_MAX } from '@/lib/schemas/task'
import { matterText, paperName } from './colour-paper-text'

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
        {row.answer && (
          <p className="border-l-[3px] border-control pl-3">
            {t('notice.answered', { ...row.answer, day: day(row.answer.on), newOn: day(row.answer.newOn) })}
          </p>
        )}
        <PaperForms row={row} name={name} formKey={formKey} locale={locale} />
      </div>
      <div className="text-ink-2 md:text-right">
        <p className="text-ink">{t(`colourPaper.state.${row.state}`)}</p>
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

const About = ({ row }: { row: ColourPaperLine }) => (
  <>
    <input type="hidden" name="paperId" value={row.id} />
    <input type="hidden" name="version" value={row.version} />
  </>
)

function PaperForms({ row, name, formKey, locale }: Omit<Props, 'today'> & Readonly<{ name: string }>) {
  const t = translator(locale)
  if (!row.mayDecide && !row.mayClose && !row.mayCopy) return null
  return (
    <div className="no-print mt-1.5 flex flex-wrap items-start gap-2">
      {row.mayDecide && (
        <>
          <Form action={issueColourPaper} formKey={formKey()}>
            <About row={row} />
            <Submit label={t('colourPaper.issueOf', { name })}>{t('colourPaper.issue')}</Submit>
          </Form>
          <details className="open:w-full">
            <summary className="btn" aria-label={t('colourPaper.refuseOf', { name })}>
              {t('colourPaper.refuse')}
            </summary>
            <Form
              action={refuseColourPaper}
              formKey={formKey()}
              label={t('colourPaper.refuseOf', { name })}
              className="mt-2 flex flex-wrap items-end gap-3"
            >
              <About row={row} />
              <TextField
                name="text"
                label={t('colourPaper.refuseWhy')}
                maxLength={TASK_TEXT_MAX}
                className="min-w-0 flex-1 basis-60"
              />
              <Submit quiet>{t('colourPaper.refuse')}</Submit>
            </Form>
          </details>
        </>
      )}
      {row.mayCopy && (
        <Form action={copyColourPaper} formKey={formKey()}>
          <About row={row} />
          <Submit quiet label={t('colourPaper.copyOf', { name })}>
            {t('colourPaper.copy')}
          </Submit>
        </Form>
      )}
      {row.mayClose && (
        <Form action={closeColourPaper} formKey={formKey()}>
          <About row={row} />
          <Submit quiet label={t('colourPaper.closeOf', { name })}>
            {t('colourPaper.close')}
          </Submit>
        </Form>
      )}
    </div>
  )
}
