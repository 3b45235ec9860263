import { forbidden, notFound } from 'next/navigation'
import { ReportSheet } from '@/components/finance-event/report-sheet'
import { PaperBar } from '@/components/project/paper-bar'
import { writeEventReport } from '@/lib/actions/event-report'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { SEES_ALL_EVENTS } from '@/lib/domain/finance-event-sight'
import { translator } from '@/lib/i18n/translator'
import { reportQuery } from '@/lib/schemas/event-report'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('financeEvent.report')

export default async function EventReportPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, account, locale } = await requireActor()
  if (!SEES_ALL_EVENTS.has(actor.role)) forbidden()
  const { id } = await params
  const { asOf } = reportQuery.parse(await searchParams)
  const written = isUuid(id) ? await writeEventReport(actor, id, asOf, businessDay()) : null
  if (!written) notFound()
  const t = translator(locale)
  return (
    <>
      <PaperBar back={`/financing/events/${id}`} t={t}>
        <a href={`/api/papers/events/${id}?asOf=${written.report.asOf}`} className="btn">
          {t('papers.word')}
        </a>
      </PaperBar>
      <div className="paper-desk">
        <ReportSheet body={written.body} checksum={written.checksum} demo={account.district.isDemo} t={t} />
      </div>
    </>
  )
}
