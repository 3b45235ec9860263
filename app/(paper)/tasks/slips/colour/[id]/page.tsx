import { forbidden, notFound } from 'next/navigation'
import { ColourPaperForms } from '@/components/notice/colour-paper-forms'
import { ColourPaperSheet } from '@/components/notice/colour-paper-sheet'
import { paperName, standingText } from '@/components/notice/colour-paper-text'
import { PaperBar } from '@/components/project/paper-bar'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findColourPaperLine } from '@/lib/data/colour-papers'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { SEES_TASKS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('task.slip.title')

export default async function ColourPaperPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  const contact = actor.role === 'CONTACT'
  // A project unit reads what went to it.
  if (!SEES_TASKS.has(actor.role) && !contact) forbidden()
  const { id } = await params
  const today = businessDay()
  const paper = isUuid(id) ? await findColourPaperLine(actor, id, today) : null
  if (!paper) notFound()
  const t = translator(locale)
  const heading = await loadPaperHeading(actor)
  return (
    <>
      <PaperBar back={contact ? '/' : '/tasks/slips?of=colour'} t={t} />
      <ColourPaperSheet paper={paper} office={heading.office} today={today} locale={locale} />
      <section aria-label={t('colourPaper.next')} className="no-print mx-auto w-full max-w-[794px] px-6 pb-8">
        <h2 className="text-lg font-semibold">{standingText(paper, today, t)}</h2>
        <ColourPaperForms
          row={paper}
          name={paperName(paper, locale)}
          formKey={() => issueFormKey(actor.userId)}
          t={t}
        />
      </section>
    </>
  )
}
