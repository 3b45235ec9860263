import { forbidden } from 'next/navigation'
import { SupervisionHead } from '@/components/supervision/supervision-head'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { SEES_COMPLAINTS, SEES_POINTS, SEES_REPORTS } from '@/lib/domain/sight'
import { SEES_SUPERVISION } from '@/lib/domain/supervision-sight'
import { translator } from '@/lib/i18n/translator'
import { SupervisionLines } from '../_today/supervision-lines'
import { ComplaintsPart } from './_parts/complaints'
import { PointsPart } from './_parts/points'
import { ReportsPart } from './_parts/reports'

export const generateMetadata = pageTitle('supervision.title')

/** Where supervision stands: a part for each room the reader has the key of; every number opens its rows. */
export default async function SupervisionPage() {
  const { actor, locale } = await requireActor()
  if (!SEES_SUPERVISION.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  return (
    <div className="flex flex-col print:block">
      <SupervisionHead title={t('supervision.title')} at="overview" role={actor.role} t={t} />
      <div className="max-w-[1144px] px-4 pt-5 pb-8 sm:px-6">
        <SupervisionLines actor={actor} locale={locale} />
        {SEES_COMPLAINTS.has(actor.role) && <ComplaintsPart actor={actor} today={today} locale={locale} />}
        {SEES_REPORTS.has(actor.role) && <ReportsPart actor={actor} today={today} locale={locale} />}
        {SEES_POINTS.has(actor.role) && <PointsPart actor={actor} today={today} locale={locale} />}
      </div>
    </div>
  )
}
