import { forbidden, notFound } from 'next/navigation'
import { PaperBar } from '@/components/project/paper-bar'
import { SupervisionPaper } from '@/components/supervision/slip-paper'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findSupervision } from '@/lib/data/supervision-detail'
import { SEES_SLIPS } from '@/lib/domain/supervision/sight'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('supervisionSlip.paper.slipTitle')

export default async function SlipPaperPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!SEES_SLIPS.has(actor.role)) forbidden()
  const { id } = await params
  const slip = isUuid(id) ? await findSupervision(actor, id, businessDay()) : null
  if (!slip) notFound()
  const t = translator(locale)
  return (
    <>
      <PaperBar back={`/supervision/slips/${slip.id}`} t={t} />
      <SupervisionPaper slip={slip} office={t('supervisionSlip.paper.issuer')} locale={locale} />
    </>
  )
}
