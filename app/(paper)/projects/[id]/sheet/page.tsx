import { notFound } from 'next/navigation'
import { PaperBar } from '@/components/project/paper-bar'
import { ProjectSheetPage } from '@/components/project/project-sheet'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { findSheet } from '@/lib/data/project-sheets'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('paper.sheet')

export default async function SheetPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const today = businessDay()
  const sheet = isUuid(id) ? await findSheet(actor, id, today) : null
  if (!sheet) notFound()
  const heading = await loadPaperHeading(actor)
  return (
    <>
      <PaperBar back={`/projects/${id}`} t={translator(locale)} />
      <ProjectSheetPage sheet={sheet} district={heading.district} today={today} locale={locale} />
    </>
  )
}
