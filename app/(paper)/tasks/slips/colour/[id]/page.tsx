import { forbidden, notFound } from 'next/navigation'
import { ColourPaperSheet } from '@/components/notice/colour-paper-sheet'
import { PaperBar } from '@/components/project/paper-bar'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findColourPaperLine } from '@/lib/data/colour-papers'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { SEES_TASKS } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('task.slip.title')

export default async function ColourPaperPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!SEES_TASKS.has(actor.role)) forbidden()
  const { id } = await params
  const paper = isUuid(id) ? await findColourPaperLine(actor, id) : null
  if (!paper) notFound()
  const heading = await loadPaperHeading(actor)
  return (
    <>
      <PaperBar back="/tasks/slips?of=colour" t={translator(locale)} />
      <ColourPaperSheet paper={paper} office={heading.office} today={businessDay()} locale={locale} />
    </>
  )
}
